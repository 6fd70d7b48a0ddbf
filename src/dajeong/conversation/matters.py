"""What events do to the matters of a conversation: the ways through them, what is known, what was looked up. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dajeong.conversation import events as e
from dajeong.conversation.conversation import Conversation, Frame, Matter

# Messages taken so led to nothing yet: a number in one of them is still good for the matter that follows.
LED_TO_NOTHING: frozenset[e.TakenAs] = frozenset(
    {"not_understood", "unclear_matter", "vented", "greeting", "human_question"}
)
# A way that ended so is told by this line.
LINE_AFTER: dict[e.ScenarioOutcome, str] = {
    "cancelled": "line.cancelled",
    "given_up": "line.given_up",
    "trouble": "line.trouble",
    "recalled": "line.recalled",
}


def entered(c: Conversation, event: e.ScenarioEntered, at: datetime) -> Conversation:
    """A way through a matter begins, on top of the one it interrupts."""
    below = c.frames
    if below and event.matter == below[-1].matter:
        below = on_top(below, returned="went")
    elif below:
        below = on_top(below, slots=c.slots, results=c.results)
    opening = next((frame.heard_from for frame in reversed(c.frames) if frame.matter == event.matter), None)
    frame = Frame(
        event.scenario,
        event.matter,
        event.intent,
        event.comes_back,
        heard_from=_beginning(c) if opening is None else opening,
        known=below[-1].known if below and event.matter == below[-1].matter else frozenset(),
    )
    known = any(matter.id == event.matter for matter in c.matters)
    waited = event.intent in c.waiting_matters and not known
    return replace(
        c,
        frames=(*(below if event.comes_back else below[:-1]), frame),
        matters=_reopened(c, event.matter)
        if known
        else (*c.matters, Matter(event.matter, event.scenario, event.intent)),
        to_settle=None,
        rewind=None,
        owed=(*c.owed, "line.and_also") if waited else c.owed,
        waiting_matters=tuple(intent for intent in c.waiting_matters if intent != event.intent),
    )


def _reopened(c: Conversation, matter: str) -> tuple[Matter, ...]:
    return tuple(replace(each, outcome=None) if each.id == matter else each for each in c.matters)


def _beginning(c: Conversation) -> int:
    """Return the number of the message a matter begins with: what led to nothing just before it belongs to it."""
    start = len(c.heard) - len(c.unanswered)
    while start and (taken := c.heard[start - 1].taken) is not None and taken.taken_as in LED_TO_NOTHING:
        start -= 1
    return start


def reached(c: Conversation, event: e.StepReached, at: datetime) -> Conversation:
    """The way stands at a step, whose words are owed now."""
    if not c.frames:
        return c
    visited = c.frames[-1].visited
    frames = on_top(
        c.frames,
        step=event.step,
        asked=0,
        misses=0,
        retold=0,
        given=frozenset(),
        returned=None,
        visited=visited if event.step in visited else (*visited, event.step),
        rewind=None,
    )
    return replace(c, frames=frames, owed=(*c.owed, f"{event.scenario}.{event.step}"), to_settle=None)


def left(c: Conversation, event: e.ScenarioLeft, at: datetime) -> Conversation:
    """A way ends; what it interrupted goes on, knowing what it knew."""
    matters = tuple(
        replace(matter, outcome=event.outcome) if matter.id == event.matter else matter for matter in c.matters
    )
    frames, owed, slots, results = c.frames[:-1], c.owed, c.slots, c.results
    if frames and frames[-1].matter == event.matter:
        frames = on_top(frames, known=frames[-1].known | c.frames[-1].known)
    elif frames:
        slots = MappingProxyType({**slots, **frames[-1].slots})
        results = MappingProxyType({**results, **frames[-1].results})
    if event.outcome in LINE_AFTER and LINE_AFTER[event.outcome] not in owed:
        owed = (*owed, LINE_AFTER[event.outcome])
    if frames and frames[-1].matter != event.matter and event.outcome in ("done", "cancelled"):
        owed = (*owed, "line.came_back")
    keeps = event.outcome in ("restarted", "handed_off", "left")
    return replace(
        c,
        frames=frames,
        matters=matters,
        slots=slots,
        results=results,
        owed=owed,
        to_settle=c.to_settle if keeps else None,
        waiting_matters=() if event.outcome == "restarted" else c.waiting_matters,
    )


def filled(c: Conversation, event: e.SlotFilled, at: datetime) -> Conversation:
    """Something is known."""
    frames = c.frames
    if frames:
        top = frames[-1]
        frames = on_top(frames, known=top.known | {event.slot}, given=top.given | {event.slot})
    filled = replace(c, slots=_with(c.slots, event.slot, event.value), frames=frames, to_settle=None)
    return _corrected(c, filled, event) if event.corrected else filled


def _corrected(c: Conversation, filled: Conversation, event: e.SlotFilled) -> Conversation:
    """What was looked up with the old value is no longer true, in the matter at hand and in those it interrupted."""
    old = c.slots.get(event.slot)
    untrue = {action for action, inputs in c.asked_with.items() if old in inputs.values()}

    def true_of(results: Mapping[str, Any]) -> Mapping[str, Any]:
        return MappingProxyType({action: result for action, result in results.items() if action not in untrue})

    frames = tuple(
        replace(
            frame,
            slots=_with(frame.slots, event.slot, event.value) if frame.slots.get(event.slot) == old else frame.slots,
            results=true_of(frame.results),
            rewind=event.slot,
        )
        for frame in filled.frames
    )
    return replace(
        filled,
        results=true_of(c.results),
        frames=frames,
        corrected=event.slot,
        rewind=None if frames else event.slot,
        owed=(*c.owed, "line.corrected"),
    )


def emptied(c: Conversation, event: e.SlotEmptied, at: datetime) -> Conversation:
    """Something is taken as unknown again."""
    return replace(c, slots=_without(c.slots, event.slot))


def called(c: Conversation, event: e.ActionCalled, at: datetime) -> Conversation:
    """A business system is asked."""
    return replace(c, open_action=event, asked_with=_with(c.asked_with, event.action, MappingProxyType(event.inputs)))


def returned(c: Conversation, event: e.ActionReturned, at: datetime) -> Conversation:
    """A business system answered. What nobody asked for is not listened to."""
    if c.open_action is None or c.open_action.key != event.key:
        return c
    frames = on_top(c.frames, returned=event.key) if c.frames else c.frames
    changed = replace(c, frames=frames, open_action=None)
    if event.problem:
        return replace(changed, problems=_with(c.problems, event.action, event.problem))
    return replace(
        changed,
        results=_with(c.results, event.action, MappingProxyType(event.outputs)),
        problems=_without(c.problems, event.action),
        done_now=(*c.done_now, event.action),
    )


def on_top(frames: tuple[Frame, ...], **changes: Any) -> tuple[Frame, ...]:
    """Return ``frames`` with the newest one changed."""
    return (*frames[:-1], replace(frames[-1], **changes))


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> Mapping[str, Any]:
    return MappingProxyType({**mapping, key: value})


def _without(mapping: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return MappingProxyType({name: value for name, value in mapping.items() if name != key})
