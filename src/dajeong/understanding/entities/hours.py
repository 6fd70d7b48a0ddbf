"""Times and stretches of the day as a slot takes them: "10시에서 12시 사이", "저녁쯤", "after 6pm".

The parts of the day have the bounds of the Unicode CLDR day periods (ko, en). Where everyday Korean differs from it,
everyday Korean is followed: 새벽 begins at midnight, and 아침 is its own part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dajeong.understanding.entities.clock import Clock, find_clocks

_PARTS = {
    "새벽": (0, 6), "아침": (6, 9), "오전": (6, 12), "점심": (12, 14), "낮": (9, 18), "오후": (12, 18), "저녁": (18, 21), "밤": (21, 24),
    "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 21), "night": (21, 24), "lunchtime": (12, 14),
}  # fmt: skip
# A part of the day before a noun ("저녁밥", "새벽배송", "점심 도시락") is no time.
_PART = re.compile(
    r"(?<![가-힣])(새벽|아침|오전|점심|낮|오후|저녁|밤)(?:\s?(?:시간대?|때|쯤|께|경|중(?=에|으로)))?"
    r"(?=에|엔|이?요|이나|이면|까지|부터|(?:으로|로)(?=요|\s|$)|만(?=\s|$)|쯤|때|께|\s(?:일찍|늦게|이후|지나|전에|내내)|\s*[.,!?~)]|\s*$)|"
    r"\b(?:in|during)\sthe\s(morning|afternoon|evening|night)\b|\bat\s(night|lunchtime)\b|"
    r"\b(?:this|tomorrow|yesterday|today|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s(morning|"
    r"afternoon|evening|night)\b(?!\s(?:shift|show|flight|delivery))",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:쯤|경)?\s?(?:부터|에서|[~∼〜–\-]|to|till|until|through)\s?", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_CLOSED = re.compile(r"\s?(?:까지|사이(?:에)?)")
_UNTIL = re.compile(r"\s?까지|\s?안(?:에|으로)|\s?이내")
_FROM = re.compile(r"(?:쯤)?\s?부터")
_AFTER = re.compile(r"\s?(?:이후|넘어서|넘으면|지나서|지나면|(?:뒤|후)(?:에|로)?(?:(?![가-힣])|(?=이?[요는도])))")
_BEFORE = re.compile(r"\s?(?:이전|전(?:에|까지|으?로)?(?:(?![가-힣]|\s?화)|(?=이?[요는도])))")
_WORD_BEFORE = re.compile(
    r"\b(?:(until|till|by)|(from|since|starting)|(before)|(after|past|later than)|(between))\s(?:about\s|around\s)?$",
    re.IGNORECASE,
)
_DAY = 24 * 60
# "later than around " is the longest of the words that may stand before a time.
_REACH = 24
_BESIDE_A_DAY = 4


@dataclass(frozen=True, slots=True)
class Hours:
    """What a text names: a time, a stretch of the day in minutes, or a stretch whose bound may be the time wanted."""

    start: int
    end: int
    first: int | None
    last: int | None
    clock: Clock | None = None

    @property
    def stretch(self) -> str | None:
        """``HH:MM/HH:MM`` with ".." for an open end, or None for a single time."""
        if self.first == self.last:
            return None
        return f"{_written(self.first)}/{_written(self.last)}"


def find_hours(text: str, now: datetime) -> Iterator[Hours]:
    """Everything ``text`` says about times of day: first the times, then the parts of the day that stand by themselves."""
    clocks = find_clocks(text, now)
    at, taken = 0, list[tuple[int, int]]()
    while at < len(clocks):
        joined = _joined(text, clocks[at], clocks[at + 1]) if at + 1 < len(clocks) else None
        hours = joined or _alone(text, clocks[at])
        at += 1 if joined is None else 2
        if hours is not None:
            taken.append((hours.start, hours.end))
            yield hours
    for match in _PART.finditer(text):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            group = match.lastindex or 1
            first, last = (60 * hour for hour in _PARTS[match[group].lower()])
            # The day beside it ("tomorrow afternoon") is found by itself.
            start = match.start(group) if group == _BESIDE_A_DAY else match.start()
            yield _bounded(text, Hours(start, match.end(), first, last))


def _joined(text: str, one: Clock, other: Clock) -> Hours | None:
    """Two times with "부터", "~" or "to" between them as one stretch; what one of them leaves out, the other says."""
    between, before = text[one.end : other.start], _WORD_BEFORE.search(text, max(0, one.start - _REACH), one.start)
    if not (_TO.fullmatch(between) or (before and before[5] and _AND.fullmatch(between))) or other.half:
        return None
    first, last = one.minutes, other.minutes
    if not one.said and other.said:
        # "2-4pm" is all after noon, "10-2pm" is not.
        first = next((hour for hour in (last // 720 * 720 + first % 720, first % 720) if hour < last), first)
    elif not other.said:
        last = next((hour for hour in (last, last % 720, last % 720 + 720) if hour > first), last)
    # Only what was said so clearly goes on past midnight: "밤 10시부터 아침 6시까지".
    if first == last or (first > last > 0 and not (one.said and other.said)):
        return None
    closing = _CLOSED.match(text, other.end)
    start = before.start() if before else one.start
    return Hours(start, closing.end() if closing else other.end, first, last or _DAY)


def _alone(text: str, clock: Clock) -> Hours | None:
    if clock.half:
        return None
    return _bounded(text, Hours(clock.start, clock.end, clock.minutes, clock.minutes, clock))


def _bounded(text: str, hours: Hours) -> Hours:
    """``hours`` with one side open where the words around say so. Before and after a time leave it out as an answer."""
    for pattern, bound in _BEHIND:
        if match := pattern.match(text, hours.end):
            return _open(replace(hours, end=match.end()), bound)
    if (match := _WORD_BEFORE.search(text, max(0, hours.start - _REACH), hours.start)) and not match[5]:
        bound = next(name for number, name in _WORDS.items() if match[number])
        return _open(replace(hours, start=match.start()), bound)
    return hours


def _open(hours: Hours, bound: str) -> Hours:
    if bound == "until":
        return replace(hours, first=None)
    if bound == "from":
        return replace(hours, last=None)
    if bound == "before":
        return replace(hours, first=None, last=hours.first, clock=None)
    return replace(hours, first=hours.last, last=None, clock=None)


def _written(minutes: int | None) -> str:
    return ".." if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


_BEHIND: Sequence[tuple[re.Pattern[str], str]] = (
    (_UNTIL, "until"),
    (_FROM, "from"),
    (_BEFORE, "before"),
    (_AFTER, "after"),
)
_WORDS = {1: "until", 2: "from", 3: "before", 4: "after"}
