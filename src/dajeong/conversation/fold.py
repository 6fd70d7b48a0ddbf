"""How each event changes a conversation: one small function an event kind, all pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dajeong.conversation import events as e
from dajeong.conversation.assignment import VersionAssigned
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.conversation import Conversation, Frame, Heard, Line, Matter
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.mood import mood_after

# A message taken so is answered by this line, before the matter goes on.
LINE_FOR: dict[e.TakenAs, str] = {
    "human_question": "line.human_question",
    "person_declined": "line.person_declined",
    "thanks": "line.thanks",
    "greeting": "line.greeting",
    "wait": "line.wait",
    "solved": "line.solved",
    "not_solved": "line.not_solved",
    "abuse": "line.abuse",
    "not_understood": "line.not_understood",
    "wrong_answer": "line.wrong_answer",
}
# Messages taken so led to nothing yet: a number in one of them is still good for the matter that follows.
LED_TO_NOTHING: frozenset[e.TakenAs] = frozenset({"not_understood", "unclear_matter", "greeting", "human_question"})
# Said about a conversation, not in it: no clock of the contact runs anew for it.
BESIDE = frozenset({"reading_corrected", "consent_given", "consent_withdrawn"})
RECENT = 12
LINE_AFTER: dict[e.ScenarioOutcome, str] = {
    "cancelled": "line.cancelled",
    "given_up": "line.given_up",
    "trouble": "line.trouble",
    "recalled": "line.recalled",
}


def fold(conversation_id: str, recorded: Iterable[e.Recorded]) -> Conversation:
    """Return the state of the conversation from all its events in order of version."""
    conversation = Conversation(conversation_id)
    for each in recorded:
        conversation = after(conversation, each.event, each.at)
    return conversation


def after(conversation: Conversation, event: e.Event, at: datetime) -> Conversation:
    """Return the conversation once ``event`` has happened at ``at`` (UTC)."""
    changed = _APPLY[event.kind](conversation, event, at)
    last_at = conversation.last_at if event.kind in BESIDE else at
    return replace(changed, version=conversation.version + 1, last_at=last_at)


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
    recent = _said(c, Line("customer", event.message, event.text, at))
    return replace(c, heard=(*c.heard, heard), recent=recent, time_passed=None, nudged=False)


def _understood(c: Conversation, event: e.MessageUnderstood, at: datetime) -> Conversation:
    heard = _changed(c.heard, event.message, reading=event.reading)
    # A button press carries no feeling of its own: the mood stays as it was.
    if any(each.choice for each in c.heard[-5:] if each.message == event.message):
        return replace(c, heard=heard)
    last = c.last_reply
    mood = mood_after(c.mood, event.reading, event.message, last.reply if last else None)
    return replace(c, heard=heard, mood=mood)


def _taken(c: Conversation, event: e.MessageTaken, at: datetime) -> Conversation:
    misses = c.not_understood_in_a_row
    # Several fragments at once are one thing we did not understand.
    again = any(each.taken is not None and each.taken.taken_as == event.taken_as for each in c.unanswered)
    if event.taken_as == "not_understood":
        misses += 0 if again else 1
    elif event.taken_as not in ("repeat", "wait", "unclear_matter"):
        misses = 0
    frames = c.frames
    if frames and event.taken_as == "wrong_answer" and not again:
        frames = _on_top(frames, misses=frames[-1].misses + 1)
    line = LINE_FOR.get(event.taken_as)
    owed = () if event.taken_as == "danger" else c.owed
    return replace(
        c,
        heard=_changed(c.heard, event.message, taken=event),
        to_settle=event,
        not_understood_in_a_row=misses,
        frames=frames,
        owed=(*owed, line) if line and line not in owed else owed,
        waiting_matters=(*c.waiting_matters, *(each for each in event.besides if each not in c.waiting_matters)),
    )


def _entered(c: Conversation, event: e.ScenarioEntered, at: datetime) -> Conversation:
    below = c.frames
    if below and event.matter == below[-1].matter:
        below = _on_top(below, returned="went")
    elif below:
        below = _on_top(below, slots=c.slots, results=c.results)
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


def _reached(c: Conversation, event: e.StepReached, at: datetime) -> Conversation:
    if not c.frames:
        return c
    visited = c.frames[-1].visited
    frames = _on_top(
        c.frames,
        step=event.step,
        asked=0,
        misses=0,
        given=frozenset(),
        returned=None,
        visited=visited if event.step in visited else (*visited, event.step),
        rewind=None,
    )
    return replace(c, frames=frames, owed=(*c.owed, f"{event.scenario}.{event.step}"), to_settle=None)


def _left(c: Conversation, event: e.ScenarioLeft, at: datetime) -> Conversation:
    matters = tuple(
        replace(matter, outcome=event.outcome) if matter.id == event.matter else matter for matter in c.matters
    )
    frames, owed, slots, results = c.frames[:-1], c.owed, c.slots, c.results
    if frames and frames[-1].matter == event.matter:
        frames = _on_top(frames, known=frames[-1].known | c.frames[-1].known)
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


def _filled(c: Conversation, event: e.SlotFilled, at: datetime) -> Conversation:
    frames = c.frames
    if frames:
        top = frames[-1]
        frames = _on_top(frames, known=top.known | {event.slot}, given=top.given | {event.slot})
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


def _emptied(c: Conversation, event: e.SlotEmptied, at: datetime) -> Conversation:
    return replace(c, slots=_without(c.slots, event.slot))


def _called(c: Conversation, event: e.ActionCalled, at: datetime) -> Conversation:
    return replace(c, open_action=event, asked_with=_with(c.asked_with, event.action, MappingProxyType(event.inputs)))


def _returned(c: Conversation, event: e.ActionReturned, at: datetime) -> Conversation:
    if c.open_action is None or c.open_action.key != event.key:
        return c
    frames = _on_top(c.frames, returned=event.key) if c.frames else c.frames
    changed = replace(c, frames=frames, open_action=None)
    if event.problem:
        return replace(changed, problems=_with(c.problems, event.action, event.problem))
    return replace(
        changed,
        results=_with(c.results, event.action, MappingProxyType(event.outputs)),
        problems=_without(c.problems, event.action),
        done_now=(*c.done_now, event.action),
    )


def _replied(c: Conversation, event: e.AssistantReplied, at: datetime) -> Conversation:
    spoken = dict(c.spoken)
    for place in event.spoke:
        spoken[place] = spoken.get(place, 0) + 1
    frames = c.frames
    if frames and f"{frames[-1].scenario}.{frames[-1].step}" in event.spoke:
        frames = _on_top(frames, asked=frames[-1].asked + 1)
    heard = c.heard
    for message in event.answers:
        heard = _changed(heard, message, answered=True)
    return replace(
        c,
        replies=(*c.replies, event),
        replied_at=at,
        # That an AI speaks here answers nothing, so nobody's words are read in its light.
        recent=c.recent if event.purpose == "notice" else _said(c, Line("assistant", event.reply, event.text, at)),
        heard=heard,
        frames=frames,
        owed=(),
        spoken=MappingProxyType(spoken),
        used=c.used | {(used.wording, used.variant) for used in event.wordings},
        to_settle=None,
        done_now=(),
        time_passed=None,
        nudged=c.nudged or event.purpose == "silence",
        person_offered_at=len(c.heard) if event.offers_person else c.person_offered_at,
    )


def _handoff(c: Conversation, event: e.HandoffRequested, at: datetime) -> Conversation:
    line = "line.danger" if event.reason == "danger" else "line.handoff"
    return replace(c, packet=event.packet, to_settle=None, waiting_matters=(), owed=(*c.owed, line))


def _holder(c: Conversation, event: e.HolderChanged, at: datetime) -> Conversation:
    return replace(c, holder=event.holder)


def _teammate_wrote(c: Conversation, event: e.TeammateWrote, at: datetime) -> Conversation:
    recent = _said(c, Line("teammate", event.message, event.text, at))
    return replace(c, heard=tuple(replace(each, answered=True) for each in c.heard), replied_at=at, recent=recent)


def _time_passed(c: Conversation, event: e.TimePassed, at: datetime) -> Conversation:
    return replace(c, time_passed=event)


def _survey(c: Conversation, event: e.SurveyAnswered, at: datetime) -> Conversation:
    return replace(c, survey_score=event.score, to_settle=None, owed=(*c.owed, "line.survey_thanks"))


def _closed(c: Conversation, event: e.ConversationClosed, at: datetime) -> Conversation:
    return replace(c, closed=True, time_passed=None)


def _playbook_changed(c: Conversation, event: e.PlaybookChanged, at: datetime) -> Conversation:
    return replace(c, playbook_version=event.playbook_version)


def _version_assigned(c: Conversation, event: VersionAssigned, at: datetime) -> Conversation:
    return replace(c, playbook_version=event.version)


def _reading_corrected(c: Conversation, event: ReadingCorrected, at: datetime) -> Conversation:
    return c


def _consent_given(c: Conversation, event: ConsentGiven, at: datetime) -> Conversation:
    return replace(c, consents=c.consents | {event.purpose})


def _consent_withdrawn(c: Conversation, event: ConsentWithdrawn, at: datetime) -> Conversation:
    return replace(c, consents=c.consents - {event.purpose})


def _forgotten(c: Conversation, event: e.CustomerForgotten, at: datetime) -> Conversation:
    return replace(c, forgotten=True)


def _said(c: Conversation, line: Line) -> tuple[Line, ...]:
    return (*c.recent, line)[-RECENT:]


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> Mapping[str, Any]:
    return MappingProxyType({**mapping, key: value})


def _without(mapping: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return MappingProxyType({name: value for name, value in mapping.items() if name != key})


def _on_top(frames: tuple[Frame, ...], **changes: Any) -> tuple[Frame, ...]:
    """Return ``frames`` with the newest one changed."""
    return (*frames[:-1], replace(frames[-1], **changes))


def _changed(heard: tuple[Heard, ...], message: str, **changes: Any) -> tuple[Heard, ...]:
    """Return ``heard`` with one message changed; it is nearly always among the newest, so search from there."""
    for number in range(len(heard) - 1, -1, -1):
        if heard[number].message == message:
            return (*heard[:number], replace(heard[number], **changes), *heard[number + 1 :])
    return heard


_APPLY: dict[str, Callable[[Conversation, Any, datetime], Conversation]] = {
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
    "version_assigned": _version_assigned,
    "reading_corrected": _reading_corrected,
    "consent_given": _consent_given,
    "consent_withdrawn": _consent_withdrawn,
    "customer_forgotten": _forgotten,
}
