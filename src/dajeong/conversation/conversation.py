"""The state of a conversation: the list of what happened, folded by one function."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from dajeong.conversation.consent import ConsentPurpose
from dajeong.conversation.events import ActionCalled, AssistantReplied, MessageTaken, ScenarioOutcome, TimePassed
from dajeong.conversation.handoff import Holder, Packet
from dajeong.conversation.mood import Mood
from dajeong.conversation.reading import Language, Reading

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Heard:
    """A customer message with its reading, once there is one."""

    message: str
    text: str
    at: datetime
    choice: str | None = None
    reading: Reading | None = None
    taken: MessageTaken | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, by whom, for those who read on from it."""

    by: Literal["customer", "assistant", "teammate"]
    id: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """Where one scenario stands. ``heard_from`` is the number of the message the matter began with.

    ``asked``, ``misses`` and ``retold`` count the questions at this step, the answers that did not fit and how often the
    matter was told again instead; ``known`` are the slots filled while this frame was on top, ``given`` those filled at
    this very step. ``returned`` is set once the action (its key) or the scenario called at this step has come back.
    ``visited`` are the steps reached so far. ``slots`` and ``results`` are what was known when another matter interrupted
    this one; it is known again on coming back.
    ``rewind`` is a corrected slot, until the frame has gone back to where it is used.
    """

    scenario: str
    matter: str
    intent: str | None
    comes_back: bool
    heard_from: int
    step: str | None = None
    asked: int = 0
    misses: int = 0
    retold: int = 0
    known: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    returned: str | None = None
    visited: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    results: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: NOTHING)
    rewind: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What the contact is or was about, and how it ended."""

    id: str
    scenario: str
    intent: str | None
    outcome: ScenarioOutcome | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything `decide` may know. Only the fold builds it; it is never changed in place."""

    id: str
    version: int = 0
    channel: str = ""
    customer: str = ""
    playbook: str = ""
    playbook_version: str = ""
    language: Language = "ko"
    started_at: datetime | None = None
    last_at: datetime | None = None
    heard: tuple[Heard, ...] = ()
    replies: tuple[AssistantReplied, ...] = ()
    replied_at: datetime | None = None
    # The newest things said by anybody, oldest first: what a message is read in the light of.
    recent: tuple[Line, ...] = ()
    mood: Mood = Mood()
    holder: Holder = "assistant"
    packet: Packet | None = None
    # The newest frame is last.
    frames: tuple[Frame, ...] = ()
    matters: tuple[Matter, ...] = ()
    slots: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    results: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: NOTHING)
    # What each action was asked with, by action name.
    asked_with: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: NOTHING)
    # The last action's problem, by action name, while it stands.
    problems: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    open_action: ActionCalled | None = None
    # Places whose words were not said yet: "scenario.step" or "line.name".
    owed: tuple[str, ...] = ()
    # The slot corrected last; ``rewind`` stands while no scenario is open, until the last one is opened again for it.
    corrected: str | None = None
    rewind: str | None = None
    # Actions that came back well since the last reply: what this reply may promise rests on them.
    done_now: tuple[str, ...] = ()
    # How often each place ("scenario.step", "line.name") has spoken, and which words were used.
    spoken: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    used: frozenset[tuple[str, str]] = frozenset()
    to_settle: MessageTaken | None = None
    # Matters named but not taken up yet (several in one message), as intent names.
    waiting_matters: tuple[str, ...] = ()
    not_understood_in_a_row: int = 0
    person_offered_at: int | None = None
    time_passed: TimePassed | None = None
    nudged: bool = False
    survey_score: int | None = None
    closed: bool = False
    # What the customer agreed to besides being answered; nothing said means no.
    consents: frozenset[ConsentPurpose] = frozenset()
    forgotten: bool = False

    @property
    def frame(self) -> Frame | None:
        """The scenario being played now."""
        return self.frames[-1] if self.frames else None

    @property
    def last_reply(self) -> AssistantReplied | None:
        """The newest reply, or None before the first."""
        return self.replies[-1] if self.replies else None

    @property
    def unread(self) -> Heard | None:
        """The oldest customer message without a reading."""
        return next((each for each in _newest_run(self.heard) if each.reading is None), None)

    @property
    def unanswered(self) -> tuple[Heard, ...]:
        """Customer messages no reply has answered yet, oldest first."""
        return tuple(each for each in _newest_run(self.heard) if not each.answered)

    @property
    def introduced(self) -> bool:
        """Whether the notice that this is an AI has been given."""
        return any(reply.purpose == "notice" for reply in self.replies[:2])


def _newest_run(heard: tuple[Heard, ...]) -> tuple[Heard, ...]:
    """Return the messages since the last answered one: the only ones that can still be open."""
    start = len(heard)
    while start and not heard[start - 1].answered:
        start -= 1
    return heard[start:]
