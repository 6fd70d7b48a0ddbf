"""Signs in the words that tell how a customer feels: emoticons, stretched words, doubt, threats, hurry, sarcasm."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dajeong.conversation.reading import EMOTIONS, Emotion, Evidence
from dajeong.understanding.sign_rule import Rule
from dajeong.understanding.sign_rules import RULES

_LONGEST_SPAN = 24
_CAPITALS = re.compile(r"\b[A-Z]{3,}(?:[\s,'!?.]+[A-Z]{2,}\b)*")
_ACRONYMS = frozenset(
    "ATM PIN FAQ SIM USB GPS PDF UPS DHL USPS LTE SMS OTP APP NFC CVC CVV VIP URL QR SSD TV PC RAM HDMI USA IBAN ETA "
    "ASAP VAT KRW USD EUR BTS DVD CCTV EMS IOS WIFI EMAIL IMEI ESIM AI LOL OMG KTX SRT".split()
)


@dataclass(frozen=True, slots=True)
class Signals:
    """What the signs of a message add up to. ``lean`` is in the units of a logit; the others are added to 0-1 scales."""

    evidence: tuple[Evidence, ...] = ()
    lean: dict[Emotion, float] = field(default_factory=dict)
    strength: float = 0.0
    urgency: float = 0.0
    fatigue: float = 0.0
    abuse: float = 0.0

    @property
    def names(self) -> frozenset[str]:
        """The names of the signs that were found."""
        return frozenset(item.sign for item in self.evidence)


def find_signals(text: str) -> Signals:
    """All signs in ``text`` with code-point offsets into it. Each sign counts once, however often it stands there."""
    found = [(rule, match) for rule in RULES if (match := rule.find(text)) is not None]
    shouted = _shouting(text)
    evidence = [_evidence(rule, match.start(), match.end(), text) for rule, match in found]
    total = _add_up(rule for rule, _ in found)
    if shouted is not None:
        start, end = shouted
        evidence.append(
            Evidence(sign="shouting", toward="anger", text=text[start:end], start=start, end=end, weight=0.4)
        )
        total.lean["anger"] = total.lean.get("anger", 0.0) + 0.8
        total = replace(total, strength=total.strength + 0.2)
    return replace(total, evidence=tuple(evidence))


def _evidence(rule: Rule, start: int, end: int, text: str) -> Evidence:
    end = min(end, start + _LONGEST_SPAN)
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    weight = max([abs(w) for w in rule.lean.values()] + [rule.strength, rule.urgency, rule.fatigue, rule.abuse])
    return Evidence(
        sign=rule.sign, toward=rule.toward, text=text[start:end], start=start, end=end, weight=round(weight, 3)
    )


def _add_up(rules: Iterable[Rule]) -> Signals:
    lean: dict[Emotion, float] = {}
    strength = urgency = fatigue = abuse = 0.0
    counted: set[str] = set()
    for rule in rules:
        # Several spellings of one sign are several rules: they count once.
        if rule.sign in counted:
            continue
        counted.add(rule.sign)
        for emotion in EMOTIONS:
            if emotion in rule.lean:
                lean[emotion] = lean.get(emotion, 0.0) + rule.lean[emotion]
        strength += rule.strength
        urgency += rule.urgency
        fatigue += rule.fatigue
        abuse = max(abuse, rule.abuse)
    return Signals(lean=lean, strength=strength, urgency=urgency, fatigue=fatigue, abuse=abuse)


def _shouting(text: str) -> tuple[int, int] | None:
    letters = [c for c in text if c.isalpha() and c.isascii()]
    capitals = sum(c.isupper() for c in letters)
    for match in _CAPITALS.finditer(text):
        words = [w for w in re.findall(r"[A-Z]+", match.group()) if w not in _ACRONYMS and len(w) > 1]
        long_words = [w for w in words if len(w) >= 3]
        if len(long_words) >= 2 or (long_words and len(letters) >= 8 and capitals > 0.6 * len(letters)):
            return match.start(), min(match.end(), match.start() + _LONGEST_SPAN)
    return None
