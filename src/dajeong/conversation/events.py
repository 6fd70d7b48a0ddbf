"""Everything that can happen in a conversation, in the past tense. Kinds are never renamed."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from dajeong.conversation.assignment import VersionAssigned
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import HandoffReason, Holder, Packet
from dajeong.conversation.mood import Mood
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Evidence, Language, Reading
from dajeong.conversation.reply import Author, Choice, Expected, Promise, Purpose, Refusal, WordingUsed
from dajeong.conversation.token import TokenFact

# What a customer's message was taken as; the word the studio shows beside it.
TakenAs = Literal[
    "answer",
    "wrong_answer",
    "matter",
    "same_matter",
    "correction",
    "choice",
    "clarified",
    "cancel",
    "repeat",
    "restart",
    "person",
    "person_declined",
    "human_question",
    "danger",
    "thanks",
    "greeting",
    "solved",
    "not_solved",
    "survey",
    "wait",
    "acknowledged",
    "unclear_matter",
    "vented",
    "abuse",
    "not_understood",
]
# ``left``: the customer had moved on, and nothing needs saying about it.
ScenarioOutcome = Literal["done", "cancelled", "left", "handed_off", "given_up", "trouble", "recalled", "restarted"]
# Why a conversation is thought about again without a new message; ``answer`` is a turn still owed after a crash.
Why = Literal["answer", "silence", "close", "survey"]


class ConversationStarted(Frozen):
    """A customer opened a conversation on a channel; it keeps this playbook version."""

    kind: Literal["conversation_started"] = "conversation_started"
    channel: str
    customer: str
    playbook: str
    playbook_version: str
    language: Language


class CustomerWrote(Frozen):
    """A customer's message, its personal data already replaced by tokens. ``choice`` is set when a button was pressed."""

    kind: Literal["customer_wrote"] = "customer_wrote"
    message: str
    text: str
    tokens: tuple[TokenFact, ...] = ()
    choice: str | None = None


class MessageUnderstood(Frozen):
    """The reading of one message, and which models read it."""

    kind: Literal["message_understood"] = "message_understood"
    message: str
    reading: Reading
    reader: str
    intents: str = ""


class MessageTaken(Frozen):
    """How the message was heard in the light of the conversation.

    ``detail`` is the intent or slot meant and ``value`` what it was given; ``besides`` are further matters the same
    message names, taken up after this one.
    """

    kind: Literal["message_taken"] = "message_taken"
    message: str
    taken_as: TakenAs
    detail: str = ""
    value: str = ""
    besides: tuple[str, ...] = ()


class ScenarioEntered(Frozen):
    """A designed way through a matter began. ``comes_back``: the scenario below waits for its end."""

    kind: Literal["scenario_entered"] = "scenario_entered"
    scenario: str
    matter: str
    intent: str | None = None
    comes_back: bool = True


class StepReached(Frozen):
    """The conversation stands at this step now."""

    kind: Literal["step_reached"] = "step_reached"
    scenario: str
    step: str


class ScenarioLeft(Frozen):
    """The scenario ended, and how."""

    kind: Literal["scenario_left"] = "scenario_left"
    scenario: str
    matter: str
    outcome: ScenarioOutcome


class SlotFilled(Frozen):
    """We know something now. ``corrected``: the customer changed what we knew before."""

    kind: Literal["slot_filled"] = "slot_filled"
    slot: str
    value: str
    message: str | None = None
    corrected: bool = False


class SlotEmptied(Frozen):
    """We no longer take this as known."""

    kind: Literal["slot_emptied"] = "slot_emptied"
    slot: str


class ActionCalled(Frozen):
    """A business system is to be asked; on record before it is asked, with the key that makes a repeat harmless."""

    kind: Literal["action_called"] = "action_called"
    key: str
    action: str
    scenario: str
    step: str
    inputs: dict[str, Any] = Field(default_factory=dict)


class ActionReturned(Frozen):
    """What the business system answered. ``problem`` is None when all went well."""

    kind: Literal["action_returned"] = "action_returned"
    key: str
    action: str
    outputs: dict[str, Any] = Field(default_factory=dict)
    problem: Literal["failed", "timeout", "rubbish", "unknown"] | None = None
    tokens: tuple[TokenFact, ...] = ()


class AssistantReplied(Frozen):
    """A reply with everything later questions need: why these words, from which design, to which mood."""

    kind: Literal["assistant_replied"] = "assistant_replied"
    reply: str
    text: str
    author: Author
    purpose: Purpose
    moves: tuple[Move, ...] = ()
    policy: str | None = None
    matter: str | None = None
    scenario: str | None = None
    step: str | None = None
    # Steps whose words this reply speaks, in order.
    spoke: tuple[str, ...] = ()
    wordings: tuple[WordingUsed, ...] = ()
    persona: str = ""
    playbook_version: str = ""
    reader: str = ""
    answers: tuple[str, ...] = ()
    mood_before: Mood = Mood()
    evidence: tuple[Evidence, ...] = ()
    choices: tuple[Choice, ...] = ()
    expects: Expected | None = None
    offers_person: bool = False
    promises: tuple[Promise, ...] = ()
    refused: tuple[Refusal, ...] = ()
    language: Language = "ko"
    # How long the channel may show "typing" before the words, in milliseconds.
    typing_ms: int = 0


class HandoffRequested(Frozen):
    """The conversation is to go to a person, with everything they need."""

    kind: Literal["handoff_requested"] = "handoff_requested"
    reason: HandoffReason
    packet: Packet


class HolderChanged(Frozen):
    """Who holds the thread now."""

    kind: Literal["holder_changed"] = "holder_changed"
    holder: Holder
    teammate: str | None = None


class TeammateWrote(Frozen):
    """A person's reply; it takes the same road as every other word."""

    kind: Literal["teammate_wrote"] = "teammate_wrote"
    message: str
    text: str
    teammate: str
    tokens: tuple[TokenFact, ...] = ()


class TimePassed(Frozen):
    """A waiting time ran out; ``until`` is the moment that was waited for."""

    kind: Literal["time_passed"] = "time_passed"
    why: Why
    until: datetime


class SurveyAnswered(Frozen):
    """The customer's answer to the one question at the end, 1 (worst) to 5 (best)."""

    kind: Literal["survey_answered"] = "survey_answered"
    score: Annotated[int, Field(ge=1, le=5)]
    message: str | None = None


class ConversationClosed(Frozen):
    """The contact is over; a new message begins a new conversation."""

    kind: Literal["conversation_closed"] = "conversation_closed"
    reason: Literal["ended", "silence"]


class PlaybookChanged(Frozen):
    """The conversation moved to another playbook version because its own was recalled."""

    kind: Literal["playbook_changed"] = "playbook_changed"
    playbook_version: str


class CustomerForgotten(Frozen):
    """The customer's words were blanked; this mark stays."""

    kind: Literal["customer_forgotten"] = "customer_forgotten"
    reason: str = ""


Event = Annotated[
    ConversationStarted
    | CustomerWrote
    | MessageUnderstood
    | MessageTaken
    | ScenarioEntered
    | StepReached
    | ScenarioLeft
    | SlotFilled
    | SlotEmptied
    | ActionCalled
    | ActionReturned
    | AssistantReplied
    | HandoffRequested
    | HolderChanged
    | TeammateWrote
    | TimePassed
    | SurveyAnswered
    | ConversationClosed
    | PlaybookChanged
    | VersionAssigned
    | ReadingCorrected
    | ConsentGiven
    | ConsentWithdrawn
    | CustomerForgotten,
    Field(discriminator="kind"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class Recorded(Frozen):
    """An event in its place: ``version`` counts from 1 in its conversation, ``position`` orders the whole log."""

    conversation: str
    version: int
    at: datetime
    event: Event
    position: int = 0
