"""How a feeling is met: the policy's moves in their order, around the content."""

import pytest

from dajeong.conversation.move import FEELING_MOVES
from dajeong.conversation.reading import Emotion, Evidence
from tests.dialogue.play import Play, read
from tests.dialogue.shop import SHOP, load, with_files


def test_a_neutral_question_gets_no_feeling_moves() -> None:
    [reply] = Play().say("배송비 얼마예요", read("delivery_fee"))
    assert not set(reply.moves) & set(FEELING_MOVES)


@pytest.mark.parametrize(
    ("emotion", "first"),
    [
        ("anger", "apologise"),
        ("frustration", "apologise"),
        ("disappointment", "apologise"),
        ("distrust", "apologise"),
        ("anxiety", "acknowledge"),
        ("sadness", "acknowledge"),
        ("gratitude", "thank"),
        ("confusion", "reassure"),
    ],
)
def test_each_feeling_is_met_before_the_facts(emotion: Emotion, first: str) -> None:
    [reply] = Play().say("배송비 얼마예요", read("delivery_fee", emotion=emotion, strength=0.5))
    assert reply.moves[0] == first and reply.moves.index("inform") > 0


def test_a_hurried_customer_gets_the_facts_before_the_comfort() -> None:
    [reply] = Play().say("빨리요 배송비!", read("delivery_fee", emotion="frustration", urgency=0.9))
    assert reply.policy == "hurry_and_against"
    assert reply.moves.index("inform") < reply.moves.index("own")


def test_a_feeling_that_is_not_sure_is_met_carefully() -> None:
    reading = read("delivery_fee", emotion="anger")
    unsure = reading.model_copy(update={"emotion": reading.emotion.model_copy(update={"sure": False})})
    [reply] = Play().say("배송비 뭐야", unsure)
    assert reply.policy == "perhaps_upset" and "own" not in reply.moves


def test_a_feeling_in_words_that_were_not_understood_is_not_guessed_at() -> None:
    reading = read(emotion="anger")
    unsure = reading.model_copy(update={"emotion": reading.emotion.model_copy(update={"sure": False})})
    [reply] = Play().say("ㅁㄴㅇㄹ", unsure)
    assert not set(reply.moves) & set(FEELING_MOVES)


def test_forbidden_moves_stay_away_even_when_the_policy_below_would_make_them() -> None:
    files = with_files(
        empathy="""
policies:
  - id: no_offers
    title: 제안하지 않음
    when: {mood: against}
    moves: [apologise, inform]
    forbidden: [offer_person, lighten]
"""
    )
    play = Play(load(files))
    play.say("배송비 왜 이래", read("delivery_fee", emotion="anger"))
    [reply] = play.say("왜 이러냐고", read("delivery_fee", emotion="anger", strength=0.9))
    assert reply.policy == "no_offers" and not reply.offers_person and "offer_person" not in reply.moves


def test_a_repeated_matter_is_known_to_be_repeated() -> None:
    play = Play()
    play.say("언제 와요", read("parcel_late"))
    play.say("언제 오냐고요", read("parcel_late", emotion="frustration"))
    [reply] = play.say("아 언제 오냐고!", read("parcel_late", emotion="frustration", strength=0.9))
    assert reply.policy in ("anger_that_stays", "tired_and_against")


def test_our_own_lines_in_silence_meet_no_feeling() -> None:
    play = Play()
    play.say("언제 와!!", read("parcel_late", emotion="anger"))
    [reply] = play.wait()
    assert reply.purpose == "silence" and not set(reply.moves) & set(FEELING_MOVES)


def test_the_mood_before_is_kept_with_each_reply() -> None:
    play = Play()
    play.say("언제 와요", read("parcel_late", emotion="anxiety"))
    play.say("1234", read(order="1234"))
    assert play.state.replies[-1].mood_before.readings == 2


def test_before_the_matter_is_known_one_kind_word_is_enough_and_nothing_is_owned() -> None:
    play = Play()
    [reply] = play.say("아 진짜 열받네", read(emotion="anger", strength=0.5))
    assert reply.purpose == "clarify"
    assert "own" not in reply.moves and reply.moves[0] == "apologise" and reply.moves.count("apologise") == 1


def test_who_chats_instead_of_answering_is_not_thanked_for_it() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("오늘 날씨 좋네요", read(emotion="satisfaction", strength=0.5))
    assert reply.purpose == "ask_again" and "thank" not in reply.moves


def test_who_lets_off_steam_instead_of_answering_is_not_told_that_it_was_no_answer() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("진짜 너무하네", read(emotion="anger", strength=0.5))
    assert reply.purpose == "ask_again" and "line.wrong_answer" not in reply.spoke
    assert reply.moves == ("apologise", "ask")


def test_a_question_is_the_last_thing_a_hurried_customer_reads() -> None:
    [reply] = Play().say("빨리 환불요!", read("wants_refund", emotion="frustration", urgency=0.9))
    assert reply.policy == "hurry_and_against" and reply.moves == ("apologise", "ask")


def test_whether_all_is_solved_is_not_all_a_customer_hears() -> None:
    files = with_files(scenarios__refund=SHOP["scenarios/refund.yaml"].replace("then: not_now}", "then: done}"))
    play = Play(load(files))
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    [reply] = play.press("declined")
    assert reply.moves == ("inform", "check")


def test_an_answer_is_not_thanked_for_as_if_it_were_praise() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    [reply] = play.say("단순 변심", read(emotion="satisfaction", strength=0.5))
    assert play.taken == "answer" and "thank" not in reply.moves


def test_who_brings_a_matter_with_a_laugh_is_not_thanked_for_it_and_who_praises_is() -> None:
    for sign, thanked in (("laughter", False), ("pleased_word", True)):
        play = Play()
        evidence = (Evidence(sign=sign, toward="content", text="ㅋㅋㅋ"),)
        [reply] = play.say(
            "환불이요ㅋㅋㅋ", read("wants_refund", emotion="satisfaction", strength=0.5, evidence=evidence)
        )
        assert ("thank" in reply.moves) == thanked


def test_the_words_of_a_button_carry_no_feeling_when_they_are_typed() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    [reply] = play.say("깨져서 왔어요", read(emotion="sadness", strength=0.9))
    assert play.taken == "answer" and reply.moves == ("clarify",)


def feeling_moves_of(warmth: str, **felt: object) -> list[str]:
    """The feeling moves a persona of that warmth makes."""
    play = Play(load(with_files(persona=SHOP["persona.yaml"] + f"warmth: {warmth}\n")))
    [reply] = play.say("배송비 얼마예요", read("delivery_fee", **felt))
    return [move for move in reply.moves if move in FEELING_MOVES]


def test_a_plain_persona_says_one_kind_sentence_and_a_very_warm_one_says_that_the_feeling_makes_sense() -> None:
    assert feeling_moves_of("plain", emotion="anxiety", strength=0.5) == ["acknowledge"]
    assert feeling_moves_of("warm", emotion="anxiety", strength=0.5) == ["acknowledge", "reassure"]
    assert feeling_moves_of("very_warm", emotion="anxiety", strength=0.5) == ["acknowledge", "validate", "reassure"]


def test_even_a_plain_persona_apologises_and_even_a_very_warm_one_does_not_hold_up_a_hurried_customer() -> None:
    assert feeling_moves_of("plain", emotion="anger", strength=0.9) == ["apologise"]
    assert "validate" not in feeling_moves_of("very_warm", emotion="anxiety", strength=0.5, urgency=0.9)


def test_no_warmth_pities_a_neutral_question() -> None:
    assert feeling_moves_of("very_warm") == []
