"""One sign: pattern, what it speaks for, and how much."""

import re
from dataclasses import dataclass, field

from dajeong.conversation.reading import Emotion


@dataclass(frozen=True, slots=True)
class Rule:
    """One spelling of one sign. ``lean`` is in logits; ``strength``, ``urgency``, ``fatigue``, ``abuse`` on 0-1 scales.

    Where ``unless`` covers a part of what ``pattern`` found, it is not the sign.
    """

    sign: str
    toward: str
    pattern: re.Pattern[str]
    lean: dict[Emotion, float] = field(default_factory=dict)
    strength: float = 0.0
    urgency: float = 0.0
    fatigue: float = 0.0
    abuse: float = 0.0
    unless: re.Pattern[str] | None = None

    def find(self, text: str) -> re.Match[str] | None:
        """The first place of the sign in ``text``; None when it is not there."""
        if self.unless is None:
            return self.pattern.search(text)
        barred = [match.span() for match in self.unless.finditer(text)]
        return next(
            (m for m in self.pattern.finditer(text) if not any(m.start() < e and s < m.end() for s, e in barred)), None
        )


def rule(
    sign: str,
    toward: str,
    pattern: str,
    lean: dict[Emotion, float] | None = None,
    *,
    strength: float = 0.0,
    urgency: float = 0.0,
    fatigue: float = 0.0,
    abuse: float = 0.0,
    unless: str = "",
) -> Rule:
    """A rule from its patterns as written, upper and lower case alike."""
    barred = re.compile(unless, re.IGNORECASE) if unless else None
    return Rule(sign, toward, re.compile(pattern, re.IGNORECASE), lean or {}, strength, urgency, fatigue, abuse, barred)
