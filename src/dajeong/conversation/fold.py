"""How each event changes a conversation: one small function an event kind, all pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dajeong.conversation import events as e
from dajeong.conversation.conversation import NOTHING, Conversation, Frame, Heard, Matter
from dajeong.conversation.mood import mood_after

Apply = Callable[[Conversation, Any, datetime], Conversation]


def fold(conversation_id: str, recorded: Iterable[e.Recorded]) -> Conversation:
    """Return the state of the conversation from all its events in order of version."""
    conversation = Conversation(conversation_id)
    for each in recorded:
        conversation = after(conversation, each.event, each.at)
    return conversation


def after(conversation: Conversation, event: e.Event, at: datetime) -> Conversation:
    """Return the conversation once ``event`` has happened at ``at`` (UTC)."""
    changed = _APPLY[event.kind](conversation, event, at)
    return replace(changed, version=conversation.version + 1, last_at=at)


def _started(c: Conversation, event: e.ConversationStarted, at: datetime) -> Conversation:
    return replace(
        c,
        channel=event.channel,
        customer=event.customer,
        playbook=event.playbook,
        playbook_version=event.playbook_version,
        language=event.language,
        started_at=at,
    )


def _wrote(c: Conversation, event: e.CustomerWrote, at: datetime) -> Conversation:
    heard = Heard(message=event.message, text=event.text, at=at, choice=event.choice)
    return replace(c, heard=(*c.heard, heard), time_passed=None, nudged=False)


def _understood(c: Conversation, event: e.MessageUnderstood, at: datetime) -> Conversation:
    last = c.last_reply
    mood = mood_after(c.mood, event.reading, event.message, last.reply if last else None)
    # A button press carries no feeling of its own: the mood stays as it was.
    pressed = any(each.choice for each in c.heard if each.message == event.message)
    return replace(c, heard=_changed(c.heard, event.message, reading=event.reading), mood=c.mood if pressed else mood)


def _taken(c: Conversation, event: e.MessageTaken, at: datetime) -> Conversation:
    misses = c.not_understood_in_a_row
    if event.taken_as == "not_understood":
        misses += 1
    elif event.taken_as not in ("repeat", "wait", "unclear_matter"):
        misses = 0
    reading = next((each.reading for each in c.heard if each.message == event.message), None)
    also = reading.also if reading and event.taken_as == "matter" else ()
    return replace(
        c,
        heard=_changed(c.heard, event.message, taken=event),
        to_settle=event,
        not_understood_in_a_row=misses,
        waiting_matters=(*c.waiting_matters, *(each for each in also if each not in c.waiting_matters)),
    )


def _entered(c: Conversation, event: e.ScenarioEntered, at: datetime) -> Conversation:
    below = tuple(replace(frame, interrupted=True) for frame in c.frames[-1:])
    kept = (*c.frames[:-1], *below) if event.comes_back else c.frames[:-1]
    frame = Frame(event.scenario, event.matter, event.intent, event.comes_back, heard_from=_opening(c, event.matter))
    known = any(matter.id == event.matter for matter in c.matters)
    matters = c.matters if known else (*c.matters, Matter(event.matter, event.scenario, event.intent))
    return replace(
        c,
        frames=(*kept, frame),
        matters=matters,
        to_settle=None,
        waiting_matters=tuple(intent for intent in c.waiting_matters if intent != event.intent),
    )


def _opening(c: Conversation, matter: str) -> int:
    """Return the number of the message a matter began with: the oldest one still open, or the frame's that went before."""
    for frame in reversed(c.frames):
        if frame.matter == matter:
            return frame.heard_from
    return len(c.heard) - len(c.unanswered)


def _reached(c: Conversation, event: e.StepReached, at: datetime) -> Conversation:
    if not c.frames:
        return c
    frame = replace(c.frames[-1], step=event.step, asked=0, returned=None, interrupted=False)
    place = f"{event.scenario}.{event.step}"
    return replace(c, frames=(*c.frames[:-1], frame), owed=(*c.owed, place), to_settle=None)


def _left(c: Conversation, event: e.ScenarioLeft, at: datetime) -> Conversation:
    matters = tuple(
        replace(matter, outcome=event.outcome) if matter.id == event.matter else matter for matter in c.matters
    )
    return replace(c, frames=c.frames[:-1], matters=matters)


def _filled(c: Conversation, event: e.SlotFilled, at: datetime) -> Conversation:
    stale = NOTHING if event.corrected else c.results
    frames = c.frames
    if frames:
        frames = (*frames[:-1], replace(frames[-1], asked=0))
    return replace(c, slots=_with(c.slots, event.slot, event.value), results=stale, frames=frames, to_settle=None)


def _emptied(c: Conversation, event: e.SlotEmptied, at: datetime) -> Conversation:
    return replace(c, slots=MappingProxyType({k: v for k, v in c.slots.items() if k != event.slot}))


def _called(c: Conversation, event: e.ActionCalled, at: datetime) -> Conversation:
    return replace(c, open_action=event.key)


def _returned(c: Conversation, event: e.ActionReturned, at: datetime) -> Conversation:
    frames = c.frames
    if frames and c.open_action == event.key:
        frames = (*frames[:-1], replace(frames[-1], returned=event.key))
    problems = {k: v for k, v in c.problems.items() if k != event.action}
    if event.problem:
        problems[event.action] = event.problem
    results = c.results if event.problem else _with(c.results, event.action, MappingProxyType(event.outputs))
    return replace(c, frames=frames, open_action=None, results=results, problems=MappingProxyType(problems))


def _replied(c: Conversation, event: e.AssistantReplied, at: datetime) -> Conversation:
    spoken = dict(c.spoken)
    for place in event.spoke:
        spoken[place] = spoken.get(place, 0) + 1
    frames = c.frames
    if frames and event.expects in ("slot", "choice"):
        frames = (*frames[:-1], replace(frames[-1], asked=frames[-1].asked + 1, interrupted=False))
    heard = c.heard
    for message in event.answers:
        heard = _changed(heard, message, answered=True)
    return replace(
        c,
        replies=(*c.replies, event),
        replied_at=at,
        heard=heard,
        frames=frames,
        owed=tuple(place for place in c.owed if place not in event.spoke),
        spoken=MappingProxyType(spoken),
        used=c.used | {(used.wording, used.variant) for used in event.wordings},
        to_settle=None,
        time_passed=None,
        nudged=c.nudged or event.purpose == "silence",
        person_offered_at=len(c.heard) if event.offers_person else c.person_offered_at,
    )


def _handoff(c: Conversation, event: e.HandoffRequested, at: datetime) -> Conversation:
    return replace(c, packet=event.packet, to_settle=None)


def _holder(c: Conversation, event: e.HolderChanged, at: datetime) -> Conversation:
    return replace(c, holder=event.holder)


def _teammate_wrote(c: Conversation, event: e.TeammateWrote, at: datetime) -> Conversation:
    return replace(c, heard=tuple(replace(each, answered=True) for each in c.heard), replied_at=at)


def _time_passed(c: Conversation, event: e.TimePassed, at: datetime) -> Conversation:
    return replace(c, time_passed=event)


def _survey(c: Conversation, event: e.SurveyAnswered, at: datetime) -> Conversation:
    return replace(c, survey_score=event.score, to_settle=None)


def _closed(c: Conversation, event: e.ConversationClosed, at: datetime) -> Conversation:
    return replace(c, closed=True, time_passed=None)


def _playbook_changed(c: Conversation, event: e.PlaybookChanged, at: datetime) -> Conversation:
    return replace(c, playbook_version=event.playbook_version)


def _forgotten(c: Conversation, event: e.CustomerForgotten, at: datetime) -> Conversation:
    return replace(c, forgotten=True)


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> Mapping[str, Any]:
    return MappingProxyType({**mapping, key: value})


def _changed(heard: tuple[Heard, ...], message: str, **changes: Any) -> tuple[Heard, ...]:
    """Return ``heard`` with one message changed; it is nearly always among the newest, so search from there."""
    for number in range(len(heard) - 1, -1, -1):
        if heard[number].message == message:
            return (*heard[:number], replace(heard[number], **changes), *heard[number + 1 :])
    return heard


_APPLY: dict[str, Apply] = {
    "conversation_started": _started,
    "customer_wrote": _wrote,
    "message_understood": _understood,
    "message_taken": _taken,
    "scenario_entered": _entered,
    "step_reached": _reached,
    "scenario_left": _left,
    "slot_filled": _filled,
    "slot_emptied": _emptied,
    "action_called": _called,
    "action_returned": _returned,
    "assistant_replied": _replied,
    "handoff_requested": _handoff,
    "holder_changed": _holder,
    "teammate_wrote": _teammate_wrote,
    "time_passed": _time_passed,
    "survey_answered": _survey,
    "conversation_closed": _closed,
    "playbook_changed": _playbook_changed,
    "customer_forgotten": _forgotten,
}
