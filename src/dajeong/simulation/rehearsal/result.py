"""What came of one made-up customer: how it ended, what can be said of it, and the conversation in short."""

from typing import Literal

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Emotion, Share
from dajeong.conversation.reply import Purpose
from dajeong.simulation.customers.meeting import Leaving
from dajeong.simulation.customers.temper import Feelings

VerdictName = Literal[
    "goal_reached",
    "turns_taken",
    "mood_end",
    "left_in_anger",
    "asked_twice",
    "promised_without_action",
    "forbidden_move",
    "language",
    "speech_level",
    "personal_data_echoed",
    "way_to_person",
    "unbroken",
    "feeling_passed_over",
    "words_refused",
]
Judged = Literal["passed", "failed", "unsure"]


class Verdict(Frozen):
    """One thing that is judged of a conversation. ``why`` is a word of `reasons.py`; ``event`` the version it hangs on."""

    name: VerdictName
    judged: Judged
    why: str
    event: int | None = None
    detail: str = ""


class Said(Frozen):
    """One line of the conversation. ``anger`` and ``worry`` are the customer's own, after hearing it or while writing it.

    Of the customer: ``acts`` are what they meant, ``emotion`` how they were read. Of ours: how the reply was designed.
    ``waited``: the customer kept silent until this was said.
    """

    version: int
    by: Literal["customer", "assistant"]
    text: str
    anger: Share
    worry: Share
    at: float
    acts: tuple[str, ...] = ()
    choice: str | None = None
    emotion: Emotion | None = None
    moves: tuple[Move, ...] = ()
    policy: str | None = None
    purpose: Purpose | None = None
    spoke: tuple[str, ...] = ()
    waited: bool = False


class Result(Frozen):
    """One rehearsed conversation. ``turns`` are the customer's messages, ``seconds`` pass on the virtual clock.

    ``steps`` are all scenario.step reached, in order; ``stood_at`` the last one before the customer left.
    """

    number: int
    customer: str
    seed: int
    leaving: Leaving
    turns: int
    seconds: float
    began: Feelings
    ended: Feelings
    mood_began: float
    mood_ended: float
    reached: bool
    steps: tuple[str, ...]
    stood_at: str | None
    events: int
    verdicts: tuple[Verdict, ...]
    lines: tuple[Said, ...]

    def judged(self, name: VerdictName) -> Judged:
        """Return how one thing was judged."""
        return next(verdict.judged for verdict in self.verdicts if verdict.name == name)

    @property
    def failed(self) -> tuple[Verdict, ...]:
        """What failed."""
        return tuple(verdict for verdict in self.verdicts if verdict.judged == "failed")

    @property
    def left_unhelped(self) -> bool:
        """Whether they went without what they came for, and not into a person's hands."""
        return self.judged("goal_reached") != "passed" and self.leaving != "to_person"
