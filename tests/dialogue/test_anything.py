"""Whatever a customer does, in whatever order: what must always hold."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dajeong.conversation.events import AssistantReplied, HandoffRequested, MessageTaken
from dajeong.conversation.reading import EMOTIONS, Reading, RunnerUp
from dajeong.dialogue import Wait
from tests.dialogue.play import Play, felt, read
from tests.dialogue.shop import shop

INTENTS = sorted(shop().intents)
NUMBERS = ("1111", "2222", "3333")
TEXTS = ("네", "아니요", "1111", "두 번째요", "깨져서 왔어요", "음", "", "5", "배송비", "환불하고 싶어요", "..", "😀")
ANSWERS: dict[str, tuple[Any, ...]] = {
    "find_order": ({"found": True, "item": "컵", "arrives": "2026-11-25"}, {"found": False}, "failed", "timeout"),
    "request_refund": ({"done": True, "receipt": "R-1"}, "failed"),
    "call_back": ({"done": True}, "rubbish"),
}


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading of any message, sensible or not."""
    intent = draw(st.sampled_from([None, *INTENTS]))
    entities = [
        {"kind": "order_number", "value": number, "text": number, "start": 0, "end": 4}
        for number in draw(st.lists(st.sampled_from(NUMBERS), max_size=1))
    ]
    if draw(st.booleans()):
        entities.append({"kind": "phone", "value": "[전화 1]", "text": "[전화 1]", "start": 0, "end": 6})
    return Reading(
        emotion=felt(draw(st.sampled_from(EMOTIONS)), draw(st.sampled_from((0.2, 0.6, 1.0)))),
        intent=intent,
        confidence=draw(st.sampled_from((0.3, 0.5, 0.9))) if intent else 0.0,
        runners_up=tuple(
            RunnerUp(intent=each, confidence=0.45) for each in draw(st.lists(st.sampled_from(INTENTS), max_size=2))
        ),
        also=tuple(draw(st.lists(st.sampled_from(INTENTS), max_size=2, unique=True))),
        urgency=draw(st.sampled_from((0.0, 0.9))),
        abuse=draw(st.sampled_from((0.0, 0.9))),
        speech_act=draw(st.sampled_from(("statement", "question", "yes", "no", "cancel", "thanks", "greeting"))),
        entities=tuple(entities),
        risk=draw(st.sampled_from(("none",) * 12 + ("self_harm", "danger"))),
        asks_if_human=draw(st.sampled_from((False,) * 7 + (True,))),
        wishes=tuple(draw(st.lists(st.sampled_from(("repeat", "restart", "correct", "wait")), max_size=1))),
    )


Doing = tuple[str, Any]
doings = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.tuples(st.sampled_from(TEXTS), readings())),
        st.tuples(st.just("write"), st.tuples(st.sampled_from(TEXTS), readings())),
        st.tuples(st.just("press"), st.integers(0, 5)),
        st.tuples(st.just("wait"), st.none()),
    ),
    max_size=14,
)


def do(play: Play, doing: Doing) -> None:
    what, how = doing
    if what == "say":
        play.say(*how)
    elif what == "write":
        play.write(*how)
    elif what == "wait":
        play.go_on()
        if play.waits.until is not None:
            play.wait()
    else:
        shown = [choice.value for reply in play.state.replies[-2:] for choice in reply.choices]
        if shown:
            play.press(shown[how % len(shown)])
        else:
            play.go_on()


answers = st.fixed_dictionaries({name: st.sampled_from(given) for name, given in ANSWERS.items()})


@settings(max_examples=60)
@given(answers, doings)
def test_any_sequence_ends_in_waiting_and_folds_to_the_same_state(works: dict[str, Any], steps: list[Doing]) -> None:
    play = Play(works=works)
    for step in steps:
        do(play, step)
        if step[0] != "write":
            assert isinstance(play.next(), Wait)
    play.go_on()
    assert play.state == play.refolded()
    assert isinstance(play.next(), Wait)


@settings(max_examples=60)
@given(answers, doings)
def test_every_message_the_assistant_holds_is_taken_once_and_answered_by_one_reply(
    works: dict[str, Any], steps: list[Doing]
) -> None:
    play = Play(works=works)
    for step in steps:
        held = play.state.holder == "assistant" and not play.state.closed
        do(play, step)
        if held and step[0] in ("say", "press"):
            assert play.state.unanswered == ()
    taken = [each.message for each in play.of(MessageTaken)]
    answered = [message for reply in play.of(AssistantReplied) for message in reply.answers]
    assert len(taken) == len(set(taken))
    assert len(answered) == len(set(answered))


@settings(max_examples=60)
@given(answers, doings, st.sampled_from(("", "음", "1111")))
def test_from_any_state_a_wish_for_a_person_is_handed_over_in_that_turn(
    works: dict[str, Any], steps: list[Doing], text: str
) -> None:
    play = Play(works=works)
    for step in steps:
        do(play, step)
    play.go_on()
    assume(play.state.holder == "assistant" and not play.state.closed)
    since = len(play.wrote)
    play.say(text, read(wishes=("person",)))
    assert len(play.of(HandoffRequested, since)) == 1
    assert play.state.holder == "queue"
    assert "line.handoff" in play.of(AssistantReplied, since)[-1].spoke


@settings(max_examples=60)
@given(answers, doings, readings())
def test_from_any_state_danger_gets_the_hotline_and_nothing_else(
    works: dict[str, Any], steps: list[Doing], reading: Reading
) -> None:
    play = Play(works=works)
    for step in steps:
        do(play, step)
    assume(play.state.holder == "assistant" and not play.state.closed)
    since = len(play.wrote)
    play.say("음", reading.model_copy(update={"risk": "self_harm"}))
    [reply] = play.of(AssistantReplied, since)
    assert reply.purpose == "danger" and reply.spoke == ("line.danger",) and reply.moves == ("act",)
    assert play.state.holder == "queue" and play.state.frames == ()


@settings(max_examples=40)
@given(answers, doings)
def test_nothing_is_refunded_that_was_not_agreed_to(works: dict[str, Any], steps: list[Doing]) -> None:
    play = Play(works=works)
    for step in steps:
        do(play, step)
    agreed = 0
    for recorded in play.wrote:
        event = recorded.event
        if isinstance(event, MessageTaken) and event.taken_as == "choice" and event.value == "agreed":
            agreed += 1
        if event.kind == "action_called" and event.action == "request_refund":
            agreed -= 1
        assert agreed >= 0


@settings(max_examples=40)
@given(answers, doings)
def test_a_reply_never_speaks_of_nothing(works: dict[str, Any], steps: list[Doing]) -> None:
    play = Play(works=works)
    for step in steps:
        do(play, step)
    play.go_on()
    for reply in play.of(AssistantReplied):
        assert reply.text.strip(), reply
        assert not (reply.expects == "solved" and reply.offers_person), reply
