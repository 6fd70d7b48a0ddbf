"""Silence, the question at the end, and the close."""

from dajeong.conversation.events import ConversationClosed, SurveyAnswered
from tests.dialogue.play import Play, read
from tests.dialogue.shop import SHOP, load, with_files


def seconds(play: Play) -> float:
    assert play.waits.until is not None and play.state.replied_at is not None
    return (play.waits.until - play.state.replied_at).total_seconds()


def test_silence_after_a_question_gets_one_kind_line_with_the_same_buttons() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    asked = play.state.replies[-1]
    assert (play.waits.why, seconds(play)) == ("silence", 180)
    [reply] = play.wait()
    assert reply.purpose == "silence" and reply.choices == asked.choices and reply.expects == asked.expects
    assert (play.waits.why, seconds(play)) == ("close", 600)


def test_the_open_question_can_be_answered_after_the_kind_line() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.wait()
    play.press("broken")
    assert play.step == "refund.confirm"


def test_a_long_silence_ends_with_the_survey_and_then_the_close() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.wait()
    [survey] = play.wait()
    assert survey.purpose == "survey" and survey.choices[0].value == "survey:1"
    assert (play.waits.why, seconds(play)) == ("survey", 300)
    [farewell] = play.wait()
    assert farewell.spoke == ("line.closing",)
    assert play.state.closed and play.of(ConversationClosed)[0].reason == "silence"


def test_who_left_without_an_answer_is_asked_how_it_was_too() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.wait()
    [survey] = play.wait()
    assert survey.purpose == "survey", "a survey of the helped alone would flatter us"
    [farewell] = play.wait()
    assert farewell.spoke == ("line.closing",) and play.state.closed


def test_nobody_who_said_nothing_is_asked_how_it_was() -> None:
    play = Play()
    assert play.waits.why == "close"
    assert play.wait() == [] and play.state.closed


def test_a_team_without_a_survey_closes_without_one() -> None:
    files = with_files(playbook=SHOP["playbook.yaml"].replace("survey: true", "survey: false"))
    play = Play(load(files))
    play.say("배송비요", read("delivery_fee"))
    [farewell] = play.wait()
    assert farewell.purpose == "goodbye" and play.state.closed


def test_each_silence_gets_its_own_line_and_only_one() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.wait()
    play.say("1234", read(order="1234"))
    assert play.waits.why == "silence"
    [reply] = play.wait()
    assert reply.purpose == "silence"
    assert play.waits.why == "close"


def test_solved_is_met_with_the_survey_and_a_score_closes() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    [survey] = play.say("네 해결됐어요", read(speech_act="yes"))
    assert survey.expects == "survey" and survey.spoke == ("line.solved", "line.survey")
    [thanks] = play.say("5점!", read())
    assert play.of(SurveyAnswered)[0].score == 5
    assert "line.survey_thanks" in thanks.spoke and play.state.closed


def test_solved_and_not_solved_have_buttons() -> None:
    play = Play()
    [reply] = play.say("1234 언제 와요", read("parcel_late", order="1234"))
    assert [choice.value for choice in reply.choices] == ["solved:yes", "solved:no"]
    [reply] = play.press("solved:no")
    assert "line.not_solved" in reply.spoke and reply.offers_person


def test_a_new_matter_instead_of_a_score_is_taken_up_and_no_second_survey_follows() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say("네", read(speech_act="yes"))
    [reply] = play.say("참, 배송비는요?", read("delivery_fee"))
    assert "delivery_fee.answer" in reply.spoke
    assert [farewell.purpose for farewell in play.wait()] == ["goodbye"] and play.state.closed


def test_a_closed_conversation_decides_nothing() -> None:
    play = Play()
    play.wait()
    assert play.say("저기요", read("delivery_fee")) == []


def test_solved_is_heard_even_where_its_words_resemble_a_matter_a_little() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    reading = read("came_broken", emotion="satisfaction").model_copy(update={"confidence": 0.5})
    [reply] = play.say("네 해결됐어요", reading)
    assert play.taken == "solved" and reply.purpose == "survey"


def test_a_score_still_counts_after_a_word_in_between() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say("네", read(speech_act="yes"))
    play.say("네", read(speech_act="yes"))
    play.say("4", read())
    assert play.state.survey_score == 4 and play.state.closed
