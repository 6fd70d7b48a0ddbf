"""The transcript: every line in its place, what came later written beside the line it belongs to."""

from datetime import UTC, datetime, timedelta

from dajeong.conversation import Recorded, fold
from dajeong.conversation import events as e
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.reading import GROUP_OF, Emotion, EmotionReading, Reading
from dajeong.conversation.summary import LONGEST_PREVIEW, shortened, summary
from dajeong.conversation.transcript import ActionLine, AssistantLine, CustomerLine, Happening, transcript
from tests.conversation.test_every_event_ever import LINES

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def told(*events: e.Event) -> list[Recorded]:
    return [
        Recorded(conversation="c1", version=n, at=NOON + timedelta(seconds=n), event=event, position=n)
        for n, event in enumerate(events, start=1)
    ]


def started() -> e.ConversationStarted:
    return e.ConversationStarted(
        channel="web", customer="손님", playbook="parcel", playbook_version="v1", language="ko"
    )


def read(message: str, emotion: Emotion, valence: float) -> e.MessageUnderstood:
    felt = EmotionReading(dominant=emotion, group=GROUP_OF[emotion], strength=abs(valence), valence=valence)
    return e.MessageUnderstood(message=message, reading=Reading(emotion=felt), reader="test")


def replied(reply: str, *answers: str) -> e.AssistantReplied:
    return e.AssistantReplied(reply=reply, text="네, 알아볼게요", author="assistant", purpose="matter", answers=answers)


UPSET_THEN_CALM = told(
    started(),
    e.CustomerWrote(message="m1", text="왜 이렇게 늦어요"),
    read("m1", "anger", -0.9),
    replied("r1", "m1"),
    e.CustomerWrote(message="m2", text="아 왔네요, 고마워요"),
    read("m2", "gratitude", 0.9),
    replied("r2", "m2"),
    ReadingCorrected(message="m1", emotion="anxiety", teammate="소라"),
)


def test_readings_and_corrections_stand_beside_the_message() -> None:
    first, second = [line for line in transcript(UPSET_THEN_CALM).lines if isinstance(line, CustomerLine)]
    assert first.reading is not None and first.reading.emotion.dominant == "anger"
    assert first.correction is not None and (first.correction.emotion, first.correction.at) == (
        "anxiety",
        NOON + timedelta(seconds=8),
    )
    assert second.correction is None


def test_a_reply_carries_the_readings_it_answers() -> None:
    replies = [line for line in transcript(UPSET_THEN_CALM).lines if isinstance(line, AssistantLine)]
    assert [[each.emotion.dominant for each in line.readings] for line in replies] == [["anger"], ["gratitude"]]


def test_the_mood_has_a_point_for_every_message_and_names_where_it_turned() -> None:
    seen = transcript(UPSET_THEN_CALM)
    assert [(point.message, point.version, point.group) for point in seen.mood] == [
        ("m1", 2, "against"),
        ("m2", 5, "content"),
    ]
    assert seen.mood[0].level < 0 < seen.mood[1].level
    [turn] = seen.turning_points
    assert (turn.message, turn.after_reply) == ("m2", "r1")


def test_an_action_is_one_line_with_what_came_of_it() -> None:
    called = e.ActionCalled(key="k", action="find_order", scenario="late", step="look", inputs={"order": "DJ1"})
    answered = e.ActionReturned(key="k", action="find_order", outputs={"name": "지우"}, problem="timeout")
    waiting = transcript(told(started(), called)).lines[-1]
    assert isinstance(waiting, ActionLine) and waiting.returned_at is None
    [line] = [each for each in transcript(told(started(), called, answered)).lines if isinstance(each, ActionLine)]
    assert (line.problem, line.returned_at) == ("timeout", NOON + timedelta(seconds=3))
    assert "지우" not in line.model_dump_json() and "DJ1" not in line.model_dump_json()


def test_every_kind_of_event_there_ever_was_can_be_read() -> None:
    seen = transcript(told(*(e.EVENT.validate_json(line) for line in LINES)))
    assert {type(line) for line in seen.lines} >= {CustomerLine, AssistantLine, ActionLine, Happening}
    assert [line.version for line in seen.lines] == sorted(line.version for line in seen.lines)


def test_the_summary_names_the_strongest_feeling_and_all_others() -> None:
    line = summary(fold("c", UPSET_THEN_CALM))
    assert (line.strongest, line.strength, line.felt) == ("anger", 0.9, ("anger", "gratitude"))
    assert (line.group_now, line.turns, line.outcome) == ("content", 2, None)


def test_a_conversation_without_a_feeling_has_no_strongest_one() -> None:
    line = summary(fold("c", told(started(), e.CustomerWrote(message="m1", text="네"), read("m1", "neutral", 0.0))))
    assert (line.strongest, line.felt, line.preview) == (None, (), "네")


def test_a_preview_is_one_line_of_bounded_length() -> None:
    assert shortened(" 두 \n 줄이에요 ") == "두 줄이에요"
    assert len(shortened("아주 " * 200)) <= LONGEST_PREVIEW
