"""A conversation is the list of what happened: its state is that list, folded."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation import Conversation, Event, Recorded, after, fold
from dajeong.conversation import events as e
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import EVENT
from dajeong.conversation.fold import BESIDE
from dajeong.conversation.handoff import Packet
from dajeong.conversation.reading import EmotionReading, Reading

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
LINES = (Path(__file__).parent / "every_event_ever.jsonl").read_text(encoding="utf-8").splitlines()
EVERY = tuple(EVENT.validate_json(line) for line in LINES)
STARTED = e.ConversationStarted(
    channel="web_chat", customer="손님", playbook="shop", playbook_version="v1", language="ko"
)


def happened(*events: Event) -> list[Recorded]:
    return [
        Recorded(conversation="c1", version=n, at=NOON + timedelta(seconds=n), event=event, position=n)
        for n, event in enumerate(events, start=1)
    ]


def so(*events: Event) -> Conversation:
    return fold("c1", happened(*events))


def wrote(message: str = "k1", text: str = "택배요", choice: str | None = None) -> e.CustomerWrote:
    return e.CustomerWrote(message=message, text=text, choice=choice)


def replied(reply: str = "r1", **more: object) -> e.AssistantReplied:
    return e.AssistantReplied.model_validate(
        {"reply": reply, "text": "네", "author": "assistant", "purpose": "matter", **more}
    )


def in_refund(*events: Event) -> Conversation:
    entered = e.ScenarioEntered(scenario="refund", matter="m1", intent="wants_refund")
    return so(STARTED, wrote(), entered, e.StepReached(scenario="refund", step="ask_order"), *events)


@pytest.mark.parametrize("event", EVERY, ids=[event.kind for event in EVERY])
def test_every_kind_of_event_counts_as_one_version_and_moves_the_clock_if_it_is_of_the_contact(event: Event) -> None:
    before = in_refund()
    now = after(before, event, NOON + timedelta(hours=1))
    assert now.version == before.version + 1
    assert now.last_at == (before.last_at if event.kind in BESIDE else NOON + timedelta(hours=1))


def test_consent_counts_until_it_is_withdrawn_and_is_not_there_unless_given() -> None:
    assert in_refund().consents == frozenset()
    given = in_refund(ConsentGiven(purpose="training", terms="privacy-2026-11"))
    assert given.consents == {"training"}
    assert after(given, ConsentWithdrawn(purpose="training"), NOON).consents == frozenset()


def test_a_corrected_reading_leaves_the_conversation_as_it_was() -> None:
    before = in_refund()
    now = after(before, ReadingCorrected(message="m1", emotion="anger", teammate="소라"), NOON)
    assert now == replace(before, version=before.version + 1)


@given(st.lists(st.sampled_from(EVERY), max_size=30), st.integers(0, 30))
def test_folding_a_part_and_then_the_rest_is_folding_the_whole(events: list[Event], cut: int) -> None:
    recorded = happened(*events)
    part = fold("c1", recorded[:cut])
    for each in recorded[cut:]:
        part = after(part, each.event, each.at)
    assert part == fold("c1", recorded)


@given(st.lists(st.sampled_from(EVERY), max_size=30))
def test_a_conversation_is_never_changed_in_place(events: list[Event]) -> None:
    conversation = in_refund()
    kept = {each.name: repr(getattr(conversation, each.name)) for each in fields(conversation)}
    now = conversation
    for event in events:
        now = after(now, event, NOON)
    assert {each.name: repr(getattr(conversation, each.name)) for each in fields(conversation)} == kept


def test_a_start_names_channel_customer_and_version() -> None:
    state = so(STARTED)
    assert (state.channel, state.customer, state.playbook_version, state.started_at) == (
        "web_chat", "손님", "v1", NOON + timedelta(seconds=1),
    )  # fmt: skip


def test_a_message_is_unread_until_it_is_understood_and_unanswered_until_a_reply_names_it() -> None:
    state = so(STARTED, wrote("k1"), wrote("k2"))
    assert state.unread is not None and state.unread.message == "k1"
    state = so(STARTED, wrote("k1"), wrote("k2"), e.MessageUnderstood(message="k1", reading=Reading(), reader="r"))
    assert state.unread is not None and state.unread.message == "k2"
    state = so(STARTED, wrote("k1"), wrote("k2"), replied(answers=("k1",)))
    assert [heard.message for heard in state.unanswered] == ["k2"]


def test_a_teammates_words_answer_everything_that_was_open() -> None:
    state = so(STARTED, wrote("k1"), wrote("k2"), e.TeammateWrote(message="t1", text="네", teammate="소라"))
    assert state.unanswered == ()


def test_what_a_reply_says_is_no_longer_owed_and_counts_as_spoken() -> None:
    state = in_refund()
    assert state.owed == ("refund.ask_order",)
    state = in_refund(replied(spoke=("refund.ask_order",), answers=("k1",)))
    assert state.owed == () and state.spoken == {"refund.ask_order": 1}
    assert state.frame is not None and state.frame.asked == 1


def test_a_slot_is_known_to_the_matter_that_filled_it() -> None:
    state = in_refund(e.SlotFilled(slot="order_number", value="1234"))
    assert state.slots == {"order_number": "1234"}
    assert state.frame is not None and state.frame.known == {"order_number"} == state.frame.given


def test_a_correction_makes_only_what_was_looked_up_with_the_old_value_untrue() -> None:
    called = e.ActionCalled(key="a1", action="find_order", scenario="refund", step="x", inputs={"number": "1234"})
    other = e.ActionCalled(key="a2", action="find_customer", scenario="refund", step="y", inputs={"phone": "[전화 1]"})
    state = in_refund(
        e.SlotFilled(slot="order_number", value="1234"),
        called,
        e.ActionReturned(key="a1", action="find_order", outputs={"item": "컵"}),
        other,
        e.ActionReturned(key="a2", action="find_customer", outputs={"level": "gold"}),
        e.SlotFilled(slot="order_number", value="5678", corrected=True),
    )
    assert dict(state.results) == {"find_customer": {"level": "gold"}}
    assert state.corrected == "order_number" and state.owed[-1] == "line.corrected"


def test_coming_back_to_a_matter_brings_back_what_it_knew() -> None:
    state = in_refund(
        e.SlotFilled(slot="order_number", value="1234"),
        e.ScenarioEntered(scenario="late", matter="m2", intent="late"),
        e.SlotFilled(slot="order_number", value="5678"),
        e.ScenarioLeft(scenario="late", matter="m2", outcome="done"),
    )
    assert state.slots["order_number"] == "1234"
    assert state.owed[-1] == "line.came_back"


def test_an_answer_to_a_call_that_is_not_open_changes_nothing() -> None:
    call = e.ActionCalled(key="a1", action="find_order", scenario="refund", step="x")
    state = in_refund(call, e.ActionReturned(key="other", action="find_order", outputs={"item": "컵"}))
    assert state.open_action == call and state.results == {}


def test_a_problem_stands_until_the_action_works() -> None:
    call = e.ActionCalled(key="a1", action="find_order", scenario="refund", step="x")
    failed = e.ActionReturned(key="a1", action="find_order", problem="failed")
    again = call.model_copy(update={"key": "a2"})
    assert in_refund(call, failed).problems == {"find_order": "failed"}
    worked = e.ActionReturned(key="a2", action="find_order", outputs={"item": "컵"})
    state = in_refund(call, failed, again, worked)
    assert (
        state.problems == {} and state.results == {"find_order": {"item": "컵"}} and state.done_now == ("find_order",)
    )


def test_danger_leaves_nothing_owed_but_itself() -> None:
    danger = e.MessageTaken(message="k1", taken_as="danger", detail="self_harm")
    asked = e.HandoffRequested(reason="danger", packet=Packet())
    assert in_refund(danger, asked).owed == ("line.danger",)


def test_a_button_press_does_not_change_the_mood() -> None:
    angry = EmotionReading(dominant="anger", group="against", strength=1.0, valence=-1.0)
    pressed = wrote("k2", "네", choice="yes")
    understood = e.MessageUnderstood(message="k2", reading=Reading(emotion=angry), reader="r")
    assert so(STARTED, pressed, understood).mood.readings == 0


def test_only_the_newest_lines_are_kept_at_hand() -> None:
    state = so(STARTED, *(wrote(f"k{n}", f"말 {n}") for n in range(30)))
    assert [line.text for line in state.recent] == [f"말 {n}" for n in range(18, 30)]
    assert len(state.heard) == 30


def test_nobody_is_read_in_the_light_of_the_notice_that_an_ai_speaks() -> None:
    state = so(
        STARTED,
        replied("r1", purpose="notice", text="저는 AI예요."),
        wrote("k1", "택배요"),
        replied("r2", text="찾아볼게요."),
    )
    assert [line.text for line in state.recent] == ["택배요", "찾아볼게요."]


def test_a_new_message_ends_the_silence_that_was_acted_on() -> None:
    passed = e.TimePassed(why="silence", until=NOON)
    assert so(STARTED, passed, replied(purpose="silence")).nudged
    state = so(STARTED, passed, replied(purpose="silence"), passed, wrote())
    assert not state.nudged and state.time_passed is None
