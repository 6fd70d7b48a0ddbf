"""A try: somebody of the team plays the customer, and sees of every line what came of it and why."""

from typing import Literal

from pydantic import Field

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import AssistantReplied, StepReached
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import Holder
from dajeong.conversation.mood import TurningPoint
from dajeong.conversation.reading import Emotion, EmotionReading
from dajeong.conversation.transcript import MoodPoint, Transcript, TranscriptLine
from dajeong.playbook import Playbook
from dajeong.playbook.actions import Action
from dajeong.simulation.stage import Exchange
from dajeong.simulation.verdict import Unmet

MOST_OPENERS = 4
WhyStopped = Literal["no_button", "closed", "broke"]


class Place(Frozen):
    """A step of a scenario."""

    scenario: str
    step: str


class Came(Frozen):
    """What came of one line: as a transcript has it, the steps reached in order, and how the conversation stands after it.

    ``stands_at`` is None outside every scenario; ``knows`` are the slots by name.
    """

    lines: tuple[TranscriptLine, ...]
    steps: tuple[Place, ...]
    stands_at: Place | None
    knows: dict[str, str]
    holder: Holder
    closed: bool


class Stopped(Frozen):
    """The line, from 0, that could not be played, so that the rest was not: its button is not shown any more, the
    conversation was over, or the draft breaks there."""

    line: int
    why: WhyStopped


class Tried(Frozen):
    """A try from its beginning. ``opening`` is what we say first; ``came`` holds as many as could be played.

    ``scenarios``, ``intents`` and ``slots`` are titles by id, as the draft has them; ``openers`` are words to begin
    with.
    """

    opening: Came
    came: tuple[Came, ...]
    mood: tuple[MoodPoint, ...]
    turning_points: tuple[TurningPoint, ...]
    stopped: Stopped | None = None
    scenarios: dict[str, str] = Field(default_factory=dict)
    intents: dict[str, str] = Field(default_factory=dict)
    slots: dict[str, str] = Field(default_factory=dict)
    actions: dict[str, Action] = Field(default_factory=dict)
    openers: tuple[str, ...] = ()


class IfFelt(Frozen):
    """What would be answered to a customer who felt so."""

    emotion: Emotion
    replies: tuple[AssistantReplied, ...]
    stands_at: Place | None


class EveryFeeling(Frozen):
    """The answers to one line for each emotion side by side; ``read`` is how it was really read, ``strength`` how strong each is supposed to be."""

    line: int
    read: EmotionReading | None
    strength: float
    each: tuple[IfFelt, ...]


class Fault(Unmet):
    """What was expected of a line, from 0, and is not so any more."""

    line: int


class Told(Frozen):
    """A story as the draft tells it now: it holds when there is no fault and every line could be played."""

    title: str
    faults: tuple[Fault, ...]
    stopped: Stopped | None


def stands_at(c: Conversation) -> Place | None:
    """Return the step at which a conversation stands."""
    return Place(scenario=c.frame.scenario, step=c.frame.step) if c.frame and c.frame.step else None


def tried(told: Transcript, exchanges: list[Exchange], playbook: Playbook, stopped: Stopped | None) -> Tried:
    """Return the try of these exchanges, the opening first; ``told`` is the transcript of all of them."""
    came, after = [], 0
    for exchange in exchanges:
        until = exchange.conversation.version
        came.append(_came([line for line in told.lines if after < line.version <= until], exchange))
        after = until
    return Tried(
        opening=came[0],
        came=tuple(came[1:]),
        mood=told.mood,
        turning_points=told.turning_points,
        stopped=stopped,
        scenarios={id: each.title or id for id, each in playbook.scenarios.items()},
        intents={id: each.title or id for id, each in playbook.intents.items()},
        slots={id: each.title or id for id, each in playbook.slots.items()},
        actions=dict(playbook.actions),
        openers=_openers(playbook),
    )


def _openers(playbook: Playbook) -> tuple[str, ...]:
    """Return an example of each matter that has a scenario: words to begin with when nothing comes to mind."""
    begins = [intent for scenario in playbook.scenarios.values() for intent in scenario.intents]
    found = [playbook.intents[id].examples for id in dict.fromkeys(begins) if id in playbook.intents]
    return tuple(examples[0] for examples in found if examples)[:MOST_OPENERS]


def _came(lines: list[TranscriptLine], exchange: Exchange) -> Came:
    c = exchange.conversation
    return Came(
        lines=tuple(lines),
        steps=tuple(
            Place(scenario=each.event.scenario, step=each.event.step)
            for each in exchange.events
            if isinstance(each.event, StepReached)
        ),
        stands_at=stands_at(c),
        knows=dict(c.slots),
        holder=c.holder,
        closed=c.closed,
    )
