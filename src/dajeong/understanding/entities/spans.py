"""Days and stretches of days as a slot takes them: "3일부터 5일까지", "추석 전에", "until Sunday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dajeong.understanding.entities.day_form import Said, find_days, last_before, next_from
from dajeong.understanding.entities.english_days import ENGLISH_FORMS
from dajeong.understanding.entities.feast_days import FEAST_FORMS
from dajeong.understanding.entities.korean_days import KOREAN_FORMS
from dajeong.understanding.entities.numbers import ENGLISH_WORDS, counted_number

_DAY = timedelta(days=1)
# "no later than on the " is the longest of the words that may stand before a day.
_REACH = 24
_FORMS = (*FEAST_FORMS, *KOREAN_FORMS, *ENGLISH_FORMS)
_TO = re.compile(r"\s?(?:부터|에서|[~∼〜–\-]|to|through|thru|until|till)\s?(?:the\s|on\s)?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and)\s(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_CLOSED = re.compile(r"\s?(?:까지|사이(?:에)?)")
_UNTIL = re.compile(r"\s?(?:까지|(?:안|내)(?:으?로|에)|이내|중으로)")
_FROM = re.compile(r"\s?부터")
_SINCE = re.compile(r"\s?이후")
_UP_TO = re.compile(r"\s?이전")
_BEFORE = re.compile(r"\s?(?:되기\s?)?전(?:에|까지|으?로|쯤)?(?:(?![가-힣])|(?=이?[요는도]))")
_AFTER = re.compile(
    r"\s?(?:끝나|지나|쇠|넘기)(?:고|면|서)|\s?(?:지난\s?)?(?:뒤|후)(?:에|로)?(?:(?![가-힣])|(?=이?[요는도]))"
)
_NOT = re.compile(r"\s?(?:이?\s?말고|은\s?안|는\s?안|아니고|아니라|빼고)")
_NIGHTS = re.compile(r"\s?(?:부터\s?)?(\d{1,2})박(?:\s?\d{1,2}일)?|\sfor\s(\d{1,2}|[a-z]+)\snights?\b", re.IGNORECASE)
_FOR = re.compile(
    rf"\s?부터\s?(?:(\d{{1,2}})\s?일|(이틀|사흘|나흘|일주일|열흘|보름))\s?(?:간|동안)|\sfor\s(\d{{1,2}}|{ENGLISH_WORDS}|a week)(?:\sdays)?\b",
    re.IGNORECASE,
)
_LENGTHS = {"이틀": 2, "사흘": 3, "나흘": 4, "일주일": 7, "열흘": 10, "보름": 15, "a week": 7}
_WORD_BEFORE = re.compile(
    r"\b(?:(until|till|by|through|no later than|up to)|(from|since|starting|as of)|(before|prior to)|(after)|(not))\s"
    r"(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Days:
    """What a text names: one day, a stretch, or a stretch with one open end whose bound may be the day that is wanted."""

    start: int
    end: int
    first: date | None
    last: date | None
    day: date | None = None

    @property
    def stretch(self) -> str | None:
        """The interval as in ISO 8601 with ".." for an open end, or None for a single day."""
        if self.first == self.last:
            return None
        return f"{self.first or '..'}/{self.last or '..'}"


def find_spans(text: str, today: date) -> Iterator[Days]:
    """Everything ``text`` says about days, in its order. A day that is named to be ruled out ("오늘 말고") is left out."""
    said = find_days(text, today, _FORMS)
    at = 0
    while at < len(said):
        joined = _joined(text, said[at], said[at + 1]) if at + 1 < len(said) else None
        at += 1 if joined is None else 2
        if joined is not None:
            yield joined
        elif not _ruled_out(text, said[at - 1]) and (days := _alone(text, said[at - 1])) is not None:
            yield days


def _joined(text: str, one: Said, other: Said) -> Days | None:
    """Two days with "부터", "~" or "to" between them as one stretch."""
    between, start = text[one.end : other.start], one.start
    opened = _BETWEEN.search(text, max(0, start - _REACH), start)
    if not (_TO.fullmatch(between) or (opened and _AND.fullmatch(between))):
        return None
    first, last = one.first, other.last
    if first is not None and (later := next_from(other, first)) is not None:
        last = later
    if other.cycle != "month" and last is not None and (earlier := last_before(one, last)) is not None:
        first = earlier
    if first is None or last is None or first > last:
        return None
    closing = _CLOSED.match(text, other.end)
    before = (
        opened
        or _WORD_BEFORE.search(text, max(0, start - _REACH), start)
        or _THE.search(text, max(0, start - _REACH), start)
    )
    return Days(before.start() if before else start, closing.end() if closing else other.end, first, last)


def _ruled_out(text: str, said: Said) -> bool:
    before = _WORD_BEFORE.search(text, max(0, said.start - _REACH), said.start)
    return bool(_NOT.match(text, said.end) or (before and before[5]))


def _alone(text: str, said: Said) -> Days | None:
    """One day or stretch with what stands before and behind it."""
    plain = Days(said.start, said.end, said.first, said.last)
    if said.first is None or said.last is None:
        return plain
    if (lasting := _lasting(text, said)) is not None:
        return lasting
    day = said.first if said.first == said.last else None
    plain = replace(plain, day=day)
    for pattern, bound in _BEHIND:
        if match := pattern.match(text, said.end):
            return _bounded(replace(plain, end=match.end()), said, bound)
    if match := _WORD_BEFORE.search(text, max(0, said.start - _REACH), said.start):
        bound = next(name for number, name in _WORDS.items() if match[number])
        return _bounded(replace(plain, start=match.start()), said, bound)
    return plain


def _bounded(days: Days, said: Said, bound: str) -> Days:
    """``days`` open on one side. Before and after a day leave the day itself out, so that it is no answer."""
    assert said.first is not None and said.last is not None
    if bound == "until":
        return replace(days, first=None, last=said.last)
    if bound == "from":
        return replace(days, first=said.first, last=None)
    if bound == "before":
        return replace(days, first=None, last=said.first - _DAY, day=None)
    if bound == "up to":
        return replace(days, first=None, last=said.last, day=None)
    # "3일 이후" counts the third, as the law and the dictionary do; nobody means the feast itself.
    first = said.first if bound == "since" and not said.feast else said.last + _DAY
    return replace(days, first=first, last=None, day=None)


def _lasting(text: str, said: Said) -> Days | None:
    """ "12월 3일부터 2박 3일", "오늘부터 3일간"."""
    if said.first is None or said.first != said.last:
        return None
    for pattern, less in ((_NIGHTS, 0), (_FOR, 1)):
        if (match := pattern.match(text, said.end)) is None:
            continue
        word = next(group for group in match.groups() if group).lower()
        if count := _LENGTHS.get(word) or counted_number(word):
            return Days(said.start, match.end(), said.first, said.first + timedelta(days=count - less))
    return None


_BEHIND: Sequence[tuple[re.Pattern[str], str]] = (
    (_UNTIL, "until"), (_FROM, "from"), (_SINCE, "since"), (_UP_TO, "up to"), (_BEFORE, "before"), (_AFTER, "after"),
)  # fmt: skip
_WORDS = {1: "until", 2: "from", 3: "before", 4: "after"}
