"""What a customer does rather than says: asking again, writing in bursts, coming back after a promise."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from dajeong.conversation.reading import Evidence
from dajeong.understanding.heard import Heard
from dajeong.understanding.signals import Signals

_BURST = timedelta(seconds=10)
_BURST_AT = 3
_SAME_AT = 0.5
_LONG_GAP = timedelta(minutes=30)
_LOOK_BACK = 8
_PROMISE = re.compile(
    r"(?:해|알려|연락|안내|처리|보내|확인해)\s?드리겠|드릴게요|될\s?예정|도착할|처리할게요|we(?:'ll|"
    r" will)|i(?:'ll| will)|by (?:today|tomorrow)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"[^0-9a-z가-힣]+")


def find_behaviour(text: str, history: Sequence[Heard], now: datetime) -> Signals:
    """Signs of behaviour with no place in the text (``start`` is None). ``history`` is oldest first, without this message."""
    evidence: list[Evidence] = []
    strength = urgency = fatigue = 0.0
    own = [heard for heard in history if heard.by == "customer"][-_LOOK_BACK:]
    if (times := _asked_before(text, own)) > 0:
        evidence.append(_sign("same_request_again", "fatigue", 0.3))
        strength, fatigue, urgency = strength + 0.12 * times, fatigue + 0.25 * times, urgency + 0.1
    recent = sum(1 for heard in own if timedelta(0) <= _since(heard.at, now) <= _BURST)
    if recent + 1 >= _BURST_AT:
        evidence.append(_sign("burst_of_messages", "urgency", 0.3))
        strength, urgency = strength + 0.1, urgency + 0.3
    if _comes_back_after_promise(history, now):
        evidence.append(_sign("back_after_promise", "distrust", 0.2))
        fatigue, urgency = fatigue + 0.15, urgency + 0.1
    return Signals(
        evidence=tuple(evidence),
        strength=min(strength, 0.4),
        urgency=min(urgency, 0.5),
        fatigue=min(fatigue, 0.6),
    )


def similarity(one: str, other: str) -> float:
    """How alike two messages are, 0-1: Dice coefficient of their letter pairs, spaces and punctuation left out."""
    a, b = _pairs(one), _pairs(other)
    if not a or not b:
        return 0.0
    return 2.0 * len(a & b) / (len(a) + len(b))


def _asked_before(text: str, own: Sequence[Heard]) -> int:
    if len(_KEPT.sub("", text.lower())) < 5:
        return 0
    return min(3, sum(1 for heard in own if similarity(text, heard.text) >= _SAME_AT))


def _comes_back_after_promise(history: Sequence[Heard], now: datetime) -> bool:
    last = next((heard for heard in reversed(history) if heard.by != "customer"), None)
    return last is not None and bool(_PROMISE.search(last.text)) and _since(last.at, now) >= _LONG_GAP


def _since(at: datetime | None, now: datetime) -> timedelta:
    """How long ago; negative when it is not known (no time, or a time without the zone the clock has)."""
    if at is None or (at.tzinfo is None) != (now.tzinfo is None):
        return -_BURST
    return now - at


def _pairs(text: str) -> set[str]:
    bare = _KEPT.sub("", text.lower())
    return {bare[i : i + 2] for i in range(len(bare) - 1)}


def _sign(name: str, toward: str, weight: float) -> Evidence:
    return Evidence(sign=name, toward=toward, weight=weight)
