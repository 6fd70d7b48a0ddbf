"""Days as English speakers name them: "next Tuesday", "a fortnight ago", "the first Monday of December"."""

import re
from datetime import date, timedelta

from dajeong.understanding.entities.calendar import business_days_from
from dajeong.understanding.entities.day_form import (
    Form,
    Stretch,
    add_months,
    day_of_month,
    form,
    month,
    month_day,
    month_named,
    nth_weekday,
    week,
    weekday,
)
from dajeong.understanding.entities.numbers import ENGLISH_WORDS, counted_number
from dajeong.understanding.entities.tense import Tense

_DAYS = {
    "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tomorow": 1, "yesterday": -1, "day after tomorrow": 2,
    "day before yesterday": -2,
}  # fmt: skip
_WORDS = "|".join(sorted(_DAYS, key=len, reverse=True))
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_LONG = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# "sat", "sun", "wed" and "mon" are words and names: short forms only of those that are not, or joined with another.
_WEEKDAY = rf"({_LONG}|tues|thurs?|fri)(?!\.com)\b"
_SHORT = rf"({_LONG}|mon|tues?|wed|thurs?|fri|sat|sun)"
# "Fri 27 Nov" names one day, not two.
_WEEKDAY_FIRST = rf"(?:(?:{_LONG}|mon|tues?|wed|thurs?|fri|sat|sun),?\s)?"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b(?:\.(?=\s?\d))?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?!\d|:|\s?[ap]\.?m\b)"
_YEAR = r"(?:,?\s(20\d{2}))?"
_DASH = r"\s?[-–~]\s?"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_SHIFT = {"next": 1, "this": 0, "the": 0, "last": -1, "past": -1}
_COUNT = rf"(\d{{1,3}}|{ENGLISH_WORDS}|an?|a couple(?: of)?|a few)"
_UNIT = r"(days?|weeks?|fortnights?|months?|years?)"


def _number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _index(name: str) -> int:
    return _WEEKDAYS.index(name[:3].lower())


def _dated(number: int, day: int, year: str | None, today: date, tense: Tense) -> date:
    return date(int(year), number, day) if year else month_day(number, day, today, tense)


def _month_first(match: re.Match[str], today: date, tense: Tense) -> date:
    return _dated(_number(match[1]), int(match[2]), match[3], today, tense)


def _day_first(match: re.Match[str], today: date, tense: Tense) -> date:
    return _dated(_number(match[2]), int(match[1]), match[3], today, tense)


def _month_first_days(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first = _dated(_number(match[1]), int(match[2]), match[4], today, tense)
    return first, first.replace(day=int(match[3]))


def _day_first_days(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first = _dated(_number(match[3]), int(match[1]), match[4], today, tense)
    return first, first.replace(day=int(match[2]))


def _slashes(match: re.Match[str], today: date, tense: Tense) -> date:
    """Month first as in America, unless that is no month."""
    one, two, year = int(match[1]), int(match[2]), int(match[3])
    return date(year, two, one) if one > 12 else date(year, one, two)


def _month_of(match: re.Match[str], shift: int, name: int, today: date, tense: Tense) -> tuple[date, date]:
    if match[shift]:
        return month(today, _SHIFT[match[shift].lower()])
    return month_named(_number(match[name]), today, tense)


def _nth_of_month(match: re.Match[str], today: date, tense: Tense) -> date:
    return nth_weekday(_month_of(match, 3, 4, today, tense)[0], _NTH[match[1].lower()], _index(match[2]))


def _end_of_month(match: re.Match[str], today: date, tense: Tense) -> date:
    return _month_of(match, 1, 2, today, tense)[1]


def _part_of_month(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first, last = _month_of(match, 2, 3, today, tense)
    if match[1].lower() == "early":
        return first, first.replace(day=10)
    return (
        (first.replace(day=11), first.replace(day=20)) if match[1].lower() == "mid" else (first.replace(day=21), last)
    )


def _week_day(match: re.Match[str], today: date, tense: Tense) -> date:
    which, target = (match[1] or "").lower(), _index(match[2])
    if which == "last":
        return weekday(target, today, "past")
    if which == "next":
        return week(today, 1)[0] + timedelta(days=target)
    return weekday(target, today, "coming" if which == "this" else tense)


def _week_days(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first = weekday(_index(match[1]), today, tense)
    return first, weekday(_index(match[2]), first, "coming")


def _week_or_month(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    shift, unit = _SHIFT[match[1].lower()], match[2].lower()
    if unit == "month":
        return month(today, shift)
    monday, sunday = week(today, shift)
    return (monday + timedelta(days=5), sunday) if unit == "weekend" else (monday, sunday)


def _word(match: re.Match[str], today: date, tense: Tense) -> date:
    return today + timedelta(days=_DAYS[match[1].lower()])


def _count(word: str) -> int | None:
    low = word.lower()
    return 1 if low in ("a", "an") else 2 if low.startswith("a couple") else counted_number(low)


def _moved(today: date, count: int, unit: str) -> date:
    low = unit.lower()
    if low.startswith(("month", "year")):
        return add_months(today, count * (12 if low.startswith("year") else 1))
    return today + timedelta(days=count * (14 if low.startswith("fort") else 7 if low.startswith("week") else 1))


def _ago(match: re.Match[str], today: date, tense: Tense) -> date | None:
    count = _count(match[1])
    return None if count is None else _moved(today, -count if match[3].lower().startswith("ago") else count, match[2])


def _in(match: re.Match[str], today: date, tense: Tense) -> date | Stretch | None:
    count = _count(match[2])
    if count is None:
        return None
    day = _moved(today, count, match[3])
    if match[1].lower() in ("in", "within"):
        return (None, day) if match[1].lower() == "within" else day
    return today, day


def _week_of(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    return week(month_day(_number(match[1]), int(match[2]), today, tense), 0)


def _last_few(match: re.Match[str], today: date, tense: Tense) -> Stretch | None:
    count = _count(match[1])
    return None if count is None else (_moved(today, -count, match[2]), today)


def _week_from(match: re.Match[str], today: date, tense: Tense) -> date:
    start = today + timedelta(days=_DAYS[match[1].lower()]) if match[1] else weekday(_index(match[2]), today, "coming")
    return start + timedelta(days=7)


def _business(match: re.Match[str], today: date, tense: Tense) -> date | Stretch | None:
    count = _count(match[2])
    if not count:
        return None
    word = (match[1] or match[3] or "").lower()
    day = business_days_from(today, -count if word == "ago" else count)
    return (None, day) if word == "within" else day


ENGLISH_FORMS: tuple[Form, ...] = (
    form(rf"\bthe\sweek\sof\s{_MONTH}\s{_DAY}", _week_of, "week of", "year"),
    form(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d{2})(?![\d/])", _slashes, "/"),
    form(rf"\b(first|second|third|fourth|last|1st|2nd|3rd|4th)\s{_WEEKDAY}\s(?:of|in)\s(?:(next|this|"
        rf"the|last)\smonth|{_MONTH})", _nth_of_month, "day", "year"),
    form(rf"\b(?:the\s)?(?:very\s)?(?:end|last day)\sof\s(?:(the|this|next|last)\smonth|{_MONTH})", _end_of_month, "of", "year"),
    form(rf"\b(early|mid|late)[ -](?:(next|this|last)\smonth|{_MONTH})", _part_of_month, "early mid late", "year"),
    form(rf"\b{_MONTH}\s(\d{{1,2}})(?:st|nd|rd|th)?{_DASH}{_DAY}{_YEAR}", _month_first_days, "#", "year"),
    form(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?{_DASH}{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}", _day_first_days, "#", "year"),
    form(rf"\b{_WEEKDAY_FIRST}{_MONTH}\s(?:the\s)?{_DAY}{_YEAR}", _month_first, "#", "year"),
    form(rf"\b{_WEEKDAY_FIRST}{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}", _day_first, "#", "year"),
    form(rf"\b{_SHORT}{_DASH}{_SHORT}\b", _week_days, "- – ~", "week"),
    form(rf"\b{_WEEKDAY_FIRST}the\s(\d{{1,2}})(?:st|nd|rd|th)(?!\s(?:time|of|one|order|item|floor|"
        rf"day))", lambda m, t, x: day_of_month(int(m[1]), t, x), "#", "month"),
    form(rf"\ba\sweek\sfrom\s(?:(today|tomorrow)|{_WEEKDAY})", _week_from, "week"),
    form(rf"\b(?:(last|next|this|on|coming)\s)?{_WEEKDAY}", _week_day, "day tues thu fri", "week"),
    form(rf"\b(on|next|last|this|by)\s{_SHORT}\b(?!\s(?:cream|screen))", _week_day, "mon tue wed thu fri sat sun", "week"),
    form(r"\b(?:(next|following))\s(?:business|working)\sday\b", lambda m, t, x: business_days_from(t, 1), "day"),
    form(rf"\b(?:(in|within)\s)?{_COUNT}\s(?:business|working)\sdays?(?:\s(from now|later|ago))?\b", _business, "business working"),
    form(rf"\b{_COUNT}\s{_UNIT}\s(ago(?:\stoday)?|from now|from today|later)\b", _ago, "ago from later"),
    form(rf"\b(in|within|(?:over|for|during) the next)\s{_COUNT}\s{_UNIT}\b", _in, "in next"),
    form(rf"\b(?:the\s)?(?:last|past)\s{_COUNT}\s{_UNIT}\b", _last_few, "last past"),
    form(r"\bthe\s(\d{1,2})(?:st|nd|rd|th)\sof\s(next|this|"
        r"last)\smonth", lambda m, t, x: month(t, _SHIFT[m[2].lower()])[0].replace(day=int(m[1])), "month"),
    form(r"\b(next|this|last)\s(weekend|week|month)\b(?!\s(?:pass|ticket|plan))", _week_or_month, "week month"),
    form(rf"\b(?:the\s)?({_WORDS})(?!['’]s\b|[a-z])", _word, "day night tm tom"),
    form(rf"\bin\s{_MONTH}(?!\s\d)", lambda m, t, x: month_named(_number(m[1]), t, x), "in ", "year"),
)  # fmt: skip
