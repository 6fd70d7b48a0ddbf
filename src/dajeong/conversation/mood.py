"""How the customer has felt over the conversation: level, slope, turning points, and what we said before each."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion, Group, Reading, Share

Trend = Literal["rising", "steady", "falling"]

# A new message weighs a little more than everything before it: people remember the last thing said.
NEWEST_WEIGHT = 0.6
# Smaller changes than this are noise of the reading, not a turn of the mood.
TURN_SIZE = 0.35
MANY_TURNING_POINTS = 20


class TurningPoint(Frozen):
    """A message at which the mood turned, and the reply that came before it (None: before we had said anything)."""

    message: str
    before: float
    now: float
    after_reply: str | None = None


class Mood(Frozen):
    """The mood after the newest reading. ``level`` and ``slope`` are valence, -1 (against) to 1 (content)."""

    emotion: Emotion = "neutral"
    group: Group = "other"
    strength: Share = 0.0
    sure: bool = True
    level: Annotated[float, Field(ge=-1.0, le=1.0)] = 0.0
    slope: Annotated[float, Field(ge=-2.0, le=2.0)] = 0.0
    lowest: Annotated[float, Field(ge=-1.0, le=1.0)] = 0.0
    readings: int = 0
    # Customer messages in a row read as against us; and how strong the first of that row was.
    against_in_a_row: int = 0
    against_since_strength: Share = 0.0
    turning_points: tuple[TurningPoint, ...] = ()

    @property
    def trend(self) -> Trend:
        """Whether the customer is feeling better (rising), worse (falling) or the same."""
        if self.slope > TURN_SIZE / 2:
            return "rising"
        return "falling" if self.slope < -TURN_SIZE / 2 else "steady"

    @property
    def anger_stays(self) -> bool:
        """Two messages in a row against us, the second no weaker than the first: time to offer a person."""
        return self.against_in_a_row >= 2 and self.strength >= self.against_since_strength - 0.1


def mood_after(mood: Mood, reading: Reading, message: str, after_reply: str | None) -> Mood:
    """Return the mood once ``reading`` of ``message`` is known; ``after_reply`` is our last reply before it."""
    felt = reading.emotion
    if mood.readings == 0:
        level, slope = felt.valence, 0.0
    else:
        level = (1 - NEWEST_WEIGHT) * mood.level + NEWEST_WEIGHT * felt.valence
        slope = level - mood.level
    against = felt.group == "against"
    turns = mood.turning_points
    if mood.readings and abs(slope) >= TURN_SIZE:
        turn = TurningPoint(message=message, before=round(mood.level, 3), now=round(level, 3), after_reply=after_reply)
        turns = (*turns, turn)[-MANY_TURNING_POINTS:]
    return Mood(
        emotion=felt.dominant,
        group=felt.group,
        strength=felt.strength,
        sure=felt.sure,
        level=round(level, 4),
        slope=round(slope, 4),
        lowest=min(mood.lowest, round(level, 4)),
        readings=mood.readings + 1,
        against_in_a_row=mood.against_in_a_row + 1 if against else 0,
        against_since_strength=(mood.against_since_strength if mood.against_in_a_row else felt.strength)
        if against
        else 0.0,
        turning_points=turns,
    )
