"""How each event changes a conversation: one small function an event kind, all pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dajeong.conversation import events as e
from dajeong.conversation import matters
from dajeong.conversation.assignment import VersionAssigned
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.conversation import Conversation, Heard, Line
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.mood import mood_after

# A message taken so is answered by this line, before the matter goes on.
LINE_FOR: dict[e.TakenAs, str] = {
    "human_question": "line.human_question",
    "person_declined": "line.person_declined",
    "thanks": "line.thanks",
    "greeting": "line.greeting",
    "wait": "line.wait",
    "acknowledged": "line.acknowledged",
    "solved": "line.solved",
    "not_solved": "line.not_solved",
    "abuse": "line.abuse",
    "not_understood": "line.not_understood",
    "wrong_answer": "line.wrong_answer",
}
# Said about a conversation, not in it: no clock of the contact runs anew for it.
BESIDE = frozenset({"reading_corrected", "consent_given", "consent_withdrawn"})
RECENT = 12


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
        frames = matters.on_top(frames, misses=frames[-1].misses + 1)
    if frames and event.taken_as == "same_matter" and not again:
        frames = matters.on_top(frames, retold=frames[-1].retold + 1)
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


def _replied(c: Conversation, event: e.AssistantReplied, at: datetime) -> Conversation:
    spoken = dict(c.spoken)
    for place in event.spoke:
        spoken[place] = spoken.get(place, 0) + 1
    frames = c.frames
    if frames and f"{frames[-1].scenario}.{frames[-1].step}" in event.spoke:
        frames = matters.on_top(frames, asked=frames[-1].asked + 1)
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
    "scenario_entered": matters.entered,
    "step_reached": matters.reached,
    "scenario_left": matters.left,
    "slot_filled": matters.filled,
    "slot_emptied": matters.emptied,
    "action_called": matters.called,
    "action_returned": matters.returned,
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
