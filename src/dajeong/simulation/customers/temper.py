"""How a made-up customer bears things: what makes anger and worry grow, what takes them away, and when they leave.

Appraisals after Scherer (2001) as service research uses them: delay, repetition and blame are unfair and obstruct the
goal; acknowledgement and progress answer them. The numbers are the project's own, set before any playbook was tuned
with them and frozen by a fingerprint in the tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Share

# The moves that answer each feeling; heard for the first time they count in full.
_SOOTHES: Mapping[str, frozenset[Move]] = {
    "anger": frozenset(("acknowledge", "apologise", "own", "validate")),
    "worry": frozenset(("acknowledge", "reassure", "validate", "inform")),
}
# A feeling this strong wants to be met before anything else.
WANTS_MEETING = 0.4
# Somebody who goes this angry goes in anger, whatever they say.
SOUR = 0.6


class Feelings(Frozen):
    """How strongly a customer feels, 0-1."""

    anger: Share = 0.0
    worry: Share = 0.0

    @property
    def strongest(self) -> float:
        """The stronger of the two."""
        return max(self.anger, self.worry)


class Temper(Frozen):
    """Numbers of a temper, 0-1 unless told.

    What a thing adds: ``delay`` for each minute of waiting, ``repetition`` when asked or told the same again,
    ``blame``, ``misheard`` when not understood or led elsewhere, ``unmet`` when a strong feeling is passed over.
    ``grows`` says how much of that is anger, the rest worry. What is taken away, as a share of what is felt:
    ``met`` by acknowledgement, ``moved_on`` by progress. ``patience`` counts replies in a row without progress.
    """

    patience: Annotated[int, Field(ge=1, le=30)]
    delay: Share
    repetition: Share
    blame: Share
    misheard: Share
    unmet: Share
    grows: Share
    met: Share
    moved_on: Share
    asks_person_at: Share
    leaves_at: Share


def _temper(
    patience: int, hurts: str, *, grows: float, soothed: tuple[float, float], person: float, leaves: float
) -> Temper:
    delay, repetition, blame, misheard, unmet = map(float, hurts.split())
    return Temper(
        patience=patience,
        delay=delay,
        repetition=repetition,
        blame=blame,
        misheard=misheard,
        unmet=unmet,
        grows=grows,
        met=soothed[0],
        moved_on=soothed[1],
        asks_person_at=person,
        leaves_at=leaves,
    )


# Name -> patience, then delay, repetition, blame, misheard and unmet.
TEMPERS: Mapping[str, Temper] = {
    "patient": _temper(7, ".05 .08 .25 .08 .05", grows=0.4, soothed=(0.35, 0.40), person=0.95, leaves=0.98),
    "gentle": _temper(6, ".04 .08 .30 .08 .06", grows=0.2, soothed=(0.40, 0.40), person=0.95, leaves=0.98),
    "ordinary": _temper(5, ".10 .15 .35 .12 .10", grows=0.6, soothed=(0.30, 0.35), person=0.85, leaves=0.95),
    "hurried": _temper(4, ".30 .20 .30 .18 .04", grows=0.7, soothed=(0.10, 0.45), person=0.80, leaves=0.92),
    "anxious": _temper(6, ".15 .15 .40 .15 .15", grows=0.2, soothed=(0.35, 0.30), person=0.80, leaves=0.97),
    "quick_to_anger": _temper(4, ".20 .25 .50 .15 .15", grows=0.9, soothed=(0.30, 0.30), person=0.80, leaves=0.93),
    "weary": _temper(3, ".10 .25 .35 .18 .12", grows=0.5, soothed=(0.30, 0.35), person=0.70, leaves=0.93),
    "distrustful": _temper(5, ".12 .20 .45 .15 .12", grows=0.7, soothed=(0.15, 0.40), person=0.65, leaves=0.93),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a customer noticed in what came back: seconds waited, moves heard for the first time, and what hurt or helped."""

    waited: float = 0.0
    fresh: frozenset[Move] = frozenset()
    repeated: bool = False
    blamed: bool = False
    misheard: bool = False
    progress: bool = False


def felt_after(feelings: Feelings, temper: Temper, noticed: Noticed) -> Feelings:
    """Return how somebody of ``temper`` feels after what they ``noticed``."""
    met = {feeling: bool(noticed.fresh & moves) for feeling, moves in _SOOTHES.items()}
    main: Literal["anger", "worry"] = "anger" if feelings.anger >= feelings.worry else "worry"
    hurt = temper.delay * noticed.waited / 60
    hurt += temper.repetition * noticed.repeated + temper.blame * noticed.blamed + temper.misheard * noticed.misheard
    hurt += temper.unmet * (feelings.strongest >= WANTS_MEETING and not met[main] and not noticed.progress)
    anger = (
        _soothed(feelings.anger, temper, met["anger"] and not noticed.blamed, noticed.progress) + hurt * temper.grows
    )
    worry = _soothed(feelings.worry, temper, met["worry"], noticed.progress) + hurt * (1 - temper.grows)
    # Worry that is not heard turns into anger; blame is never only worrying.
    if noticed.blamed:
        anger += temper.blame * (1 - temper.grows) / 2
    return Feelings(anger=min(anger, 1.0), worry=min(worry, 1.0))


def _soothed(felt: float, temper: Temper, met: bool, progress: bool) -> float:
    return felt * (1 - temper.met * met) * (1 - temper.moved_on * progress)
