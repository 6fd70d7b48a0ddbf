"""Dates as customers say them, absolute or relative, as ISO dates."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dajeong.understanding.numbers import ENGLISH_WORDS, NATIVE_WORDS, counted_number

_DAYS = {
    "오늘": 0, "금일": 0, "내일": 1, "낼": 1, "명일": 1, "모레": 2, "내일모레": 2, "낼모레": 2, "글피": 3, "어제": -1, "작일": -1, "어저께": -1,
    "그저께": -2, "그제": -2, "엊그제": -2, "엊그저께": -2, "그끄저께": -3, "today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1,
    "day after tomorrow": 2, "day before yesterday": -2,
}  # fmt: skip
_WORDS = "|".join(sorted(_DAYS, key=len, reverse=True))
_SPANS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "열흘": 10,
    "보름": 15,
    "일주일": 7,
    "한 달": 30,
    "한달": 30,
}
_WEEKDAY = {day: i for i, day in enumerate("월화수목금토일")}
_EN_WEEKDAY = {day: i for i, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTHS = {m: i + 1 for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_COUNT = rf"(?:\d{{1,3}}|{NATIVE_WORDS}|{ENGLISH_WORDS}|a|an)"
_BACK = ("전", "ago")

Resolve = Callable[[re.Match[str], date], date | None]


def find_dates(text: str, today: date) -> Iterator[tuple[int, int, date]]:
    """Every date in ``text`` as (start, end, date), earlier and longer ones first, never overlapping."""
    taken: list[tuple[int, int]] = []
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            try:
                found = resolve(match, today)
            except (ValueError, OverflowError):
                found = None
            if found is not None:
                taken.append((start, end))
                yield start, end, found


def _full(match: re.Match[str], today: date) -> date:
    return date(int(match[1]), int(match[2]), int(match[3]))


def _short_year(match: re.Match[str], today: date) -> date:
    return date(2000 + int(match[1]), int(match[2]), int(match[3]))


def _month_day(match: re.Match[str], today: date) -> date:
    return _nearest(int(match[1]), int(match[2]), today)


def _english_day(match: re.Match[str], today: date) -> date:
    parts = match.groupdict()
    month, day, year = _MONTHS[parts["m"][:3].lower()], int(parts["d"]), parts.get("y")
    return date(int(year), month, day) if year else _nearest(month, day, today)


def _nearest(month: int, day: int, today: date) -> date:
    """The year is not said: the one that puts the date closest to today is meant."""
    options = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    if not options:
        raise ValueError("no such day")
    return min(options, key=lambda option: abs((option - today).days))


def _word(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_DAYS[match[1].replace(" ", "") if match[1][0] > "z" else match[1].lower()])


def _counted(match: re.Match[str], today: date) -> date | None:
    count = 1 if match["n"].lower() in ("a", "an") else counted_number(match["n"])
    if count is None:
        return None
    unit = match["u"].lower()
    back = any(match["w"].lower().startswith(word) for word in _BACK)
    sign = -1 if back else 1
    if unit.startswith(("달", "개월", "month")):
        return _add_months(today, sign * count)
    days = {"일": 1, "주": 7, "day": 1, "wee": 7, "년": 365, "yea": 365}[unit[:3] if unit.isascii() else unit[0]]
    return today + timedelta(days=sign * count * days)


def _span(match: re.Match[str], today: date) -> date:
    sign = -1 if match[2] == "전" else 1
    return today + timedelta(days=sign * _SPANS[match[1]])


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError("no such month")


def _week_day(match: re.Match[str], today: date) -> date:
    shift = {"이번": 0, "금": 0, "다음": 1, "담": 1, "차": 1, "지난": -1, "저번": -1, "다다음": 2, "지지난": -2}[
        match[1]
    ]
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * shift + _WEEKDAY[match[2]])


def _bare_week_day(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=(_WEEKDAY[match[1]] - today.weekday()) % 7)


def _english_week_day(match: re.Match[str], today: date) -> date:
    which, target = (match[1] or "").lower(), _EN_WEEKDAY[match[2].lower()]
    ahead = (target - today.weekday()) % 7
    if which == "last":
        return today - timedelta(days=(today.weekday() - target) % 7 or 7)
    if which == "next":
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 + target)
    return today + timedelta(days=ahead)


def _month_shift(match: re.Match[str], today: date) -> date:
    shift = {"이번": 0, "다음": 1, "담": 1, "지난": -1, "저번": -1}[match[1]]
    return _add_months(today.replace(day=1), shift).replace(day=int(match[2]))


def _day_of_month(match: re.Match[str], today: date) -> date:
    day = int(match[1])
    near = [_add_months(today.replace(day=1), shift).replace(day=day) for shift in (0,)]
    return near[0]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], Resolve], ...] = (
    (_compiled(r"\b(20\d{2})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})(?:\s?일)?"), _full),
    (_compiled(r"(?<!\d)(\d{2})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일"), _short_year),
    (_compiled(r"(?<!\d)(\d{1,2})\s?월\s?(\d{1,2})\s?일"), _month_day),
    (_compiled(rf"\b(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>20\d{{2}}))?"), _english_day),
    (
        _compiled(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>20\d{{2}}))?"),
        _english_day,
    ),
    (_compiled(r"(다다음|지지난|이번|다음|담|지난|저번|금|차)\s?주\s?([월화수목금토일])요일"), _week_day),
    (_compiled(r"(이번|다음|담|지난|저번)\s?달\s?(\d{1,2})\s?일"), _month_shift),
    (
        _compiled(
            rf"(?<![0-9가-힣])(?P<n>{_COUNT})\s?(?P<u>일|주일|주|달|개월|년)\s?(?P<w>전|뒤|후|있다가)(?![가-힣]*화)"
        ),
        _counted,
    ),
    (_compiled(rf"\b(?P<n>{_COUNT})\s(?P<u>days?|weeks?|months?|years?)\s(?P<w>ago|from now|later)\b"), _counted),
    (_compiled(rf"\b(?P<w>in)\s(?P<n>{_COUNT})\s(?P<u>days?|weeks?|months?|years?)\b"), _counted),
    (_compiled(r"(하루|이틀|사흘|나흘|닷새|열흘|보름|일주일|한\s?달)\s?(전|뒤|후)"), _span),
    (
        _compiled(r"\b(?:(last|next|this|on)\s)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"),
        _english_week_day,
    ),
    (_compiled(r"(?<![가-힣])([월화수목금토일])요일"), _bare_week_day),
    (_compiled(r"\b(?:the\s)?(day after tomorrow|day before yesterday)\b"), _word),
    (_compiled(rf"(?<![가-힣A-Za-z])({_WORDS})(?![A-Za-z])"), _word),
    (_compiled(r"(?<![\d/.])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?![\d/])"), _month_day),
    (
        _compiled(
            r"(?<![\d월])\s?(?<!\d)([1-9]|[12]\d|3[01])\s?일(?=\s?(?:에|까지|날|자|부터|로|이요|이에요|"
            r"\s?(?:오전|오후)))"
        ),
        _day_of_month,
    ),
)
