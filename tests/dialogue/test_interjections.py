"""A sigh is asked about and no matter is heard in it; a nod is no greeting."""

from tests.dialogue.play import Play, read


def test_a_sigh_is_asked_about_and_neither_thanked_for_nor_taken_for_a_matter() -> None:
    for reading in (read(emotion="satisfaction"), read("parcel_late", emotion="anger"), read()):
        play = Play()
        [reply] = play.say("하 진짜", reading)
        assert play.taken == "vented" and play.state.frames == ()
        assert reply.spoke == ("line.vented",) and reply.purpose == "clarify"
        assert "thank" not in reply.moves


def test_the_feeling_of_a_sigh_is_met_where_it_is_sure() -> None:
    sure, unsure = Play(), Play()
    [met] = sure.say("짜증나네요", read(emotion="anger"))
    [asked] = unsure.say("하 진짜", read(emotion="satisfaction"))
    assert met.moves[:1] == ("apologise",) and asked.moves == ("clarify",)


def test_who_goes_on_sighing_is_offered_a_person_and_a_yes_brings_one() -> None:
    play = Play()
    play.say("하...", read())
    [reply] = play.say("에휴", read())
    assert reply.offers_person and reply.expects == "person"
    play.say("네", read(speech_act="yes"))
    assert play.state.holder == "queue"


def test_a_sigh_before_the_matter_loses_no_number() -> None:
    play = Play()
    play.say("하 진짜", read())
    play.say("1234 환불요", read("wants_refund", order="1234"))
    assert play.state.slots["order_number"] == "1234"


def test_a_sigh_at_an_open_question_leaves_the_question_open() -> None:
    play = Play()
    play.say("환불해 주세요", read("wants_refund"))
    play.say("하 진짜", read(emotion="frustration"))
    assert play.step == "refund.ask_order" and play.taken == "wrong_answer"


def test_a_nod_after_an_answer_is_no_greeting() -> None:
    play = Play()
    play.say("배송비 얼마예요", read("delivery_fee"))
    for said in ("네", "아 그렇군요"):
        [reply] = play.say(said, read(speech_act="yes"))
        assert play.taken == "acknowledged" and reply.spoke == ("line.acknowledged",)


def test_a_nod_before_anything_was_told_is_still_somebody_there() -> None:
    play = Play()
    play.say("네", read(speech_act="yes"))
    assert play.taken == "greeting"


def test_a_nod_to_a_question_answers_it() -> None:
    play = Play()
    play.say("배송비 얼마예요", read("delivery_fee"))
    play.say("ㅁㄴㅇ", read())
    play.say("ㄹㅎㅁ", read())
    play.say("음메", read())
    play.say("네", read(speech_act="yes"))
    assert play.taken == "person"
