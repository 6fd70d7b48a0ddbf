"""One way of naming a day or a stretch of days, and the arithmetic that all of them share."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dajeong.understanding.entities.tense import Tense, tense_at

# How often a day named so comes round: "수요일", "25일", "12월 24일". Empty when only one day is meant.
Cycle = Literal["", "week", "month", "year"]
# First and last day; None where the stretch is open.
Stretch = tuple[date | None, date | None]
Resolve = Callable[[re.Match[str], date, Tense], date | Stretch | None]


@dataclass(frozen=True, slots=True)
class Said:
    """Days named at ``start`` to ``end`` of a text; one day when ``first`` and ``last`` are the same."""

    start: int
    end: int
    first: date | None
    last: date | None
    cycle: Cycle = ""
    feast: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern, what it means, and letters of which a text needs one for the pattern to be worth trying."""

    pattern: re.Pattern[str]
    resolve: Resolve
    needs: tuple[str, ...]
    cycle: Cycle = ""
    feast: bool = False


def form(pattern: str, resolve: Resolve, needs: str, cycle: Cycle = "", *, feast: bool = False) -> Form:
    """A form whose ``needs`` are words in one string; "#" stands for any digit."""
    return Form(re.compile(pattern, re.IGNORECASE), resolve, tuple(needs.split()), cycle, feast)


def find_days(text: str, today: date, forms: Iterable[Form]) -> list[Said]:
    """Everything that ``forms`` find, earlier forms first, never overlapping, in the order of the text."""
    low, found = text.lower(), list[Said]()
    digits = any(sign.isdigit() for sign in text)
    for each in forms:
        if not any(need in low if need != "#" else digits for need in each.needs):
            continue
        for match in each.pattern.finditer(text):
            start, end = match.span()
            if any(start < said.end and said.start < end for said in found):
                continue
            if (said := _said(each, match, today)) is not None:
                found.append(said)
    return sorted(found, key=lambda said: said.start)


def _said(each: Form, match: re.Match[str], today: date) -> Said | None:
    tense = tense_at(match.string, match.start(), match.end()) if each.cycle else "open"
    try:
        meant = each.resolve(match, today, tense)
    except (ValueError, OverflowError):
        return None
    if meant is None:
        return None
    first, last = meant if isinstance(meant, tuple) else (meant, meant)
    return Said(match.start(), match.end(), first, last, each.cycle, each.feast)


def next_from(said: Said, after: date) -> date | None:
    """The first day named as ``said`` that is not before ``after``; None when only one day can be meant."""
    day = said.first
    if day is None or not said.cycle:
        return None
    if said.cycle == "week":
        return after + timedelta(days=(day.weekday() - after.weekday()) % 7)
    step = 1 if said.cycle == "month" else 12
    months = (add_months(day, step * count) for count in range(-2, 4))
    return next((each for each in months if each >= after and each.day == day.day), None)


def last_before(said: Said, before: date) -> date | None:
    """The last day of the month named as ``said`` that is not after ``before``."""
    if said.first is None or said.cycle != "month":
        return None
    months = (add_months(said.first, -count) for count in range(-2, 4))
    return next((each for each in months if each <= before and each.day == said.first.day), None)


def nearest(options: Iterable[date], today: date, tense: Tense) -> date:
    """Of the days that may be meant the one that fits the tense; the closest one where the tense says nothing.

    Raises ValueError when there is none.
    """
    days = sorted(options)
    past, coming = [day for day in days if day <= today], [day for day in days if day >= today]
    if tense == "past" and past:
        return past[-1]
    if tense == "coming" and coming:
        return coming[0]
    return min(days, key=lambda day: abs((day - today).days))


def month_day(month: int, day: int, today: date, tense: Tense) -> date:
    """The day whose year nobody says. Raises ValueError for 30 February."""
    years = range(today.year - 1, today.year + 2)
    return nearest((date(year, month, day) for year in years if day <= month_length(year, month)), today, tense)


def day_of_month(day: int, today: date, tense: Tense) -> date:
    """The day whose month nobody says."""
    first = today.replace(day=1)
    months = [add_months(first, shift) for shift in (-2, -1, 0, 1, 2)]
    return nearest(
        (each.replace(day=day) for each in months if 0 < day <= month_length(each.year, each.month)), today, tense
    )


def weekday(target: int, today: date, tense: Tense) -> date:
    """The coming day of the week (0 is Monday), today included; after a verb of the past the last one, today excluded."""
    if tense == "past":
        return today - timedelta(days=(today.weekday() - target) % 7 or 7)
    return today + timedelta(days=(target - today.weekday()) % 7)


def week(today: date, shift: int) -> tuple[date, date]:
    """Monday and Sunday of the week ``shift`` weeks from this one."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def month(today: date, shift: int) -> tuple[date, date]:
    """First and last day of the month ``shift`` months from this one."""
    first = add_months(today.replace(day=1), shift)
    return first, first.replace(day=month_length(first.year, first.month))


def month_named(number: int, today: date, tense: Tense) -> tuple[date, date]:
    """First and last day of the month of that number: this one, the next one, or after a verb of the past the last one."""
    this = today.replace(day=1)
    years = (date(year, number, 1) for year in range(today.year - 1, today.year + 2))
    return month(nearest(years, this, "coming" if tense == "open" else tense), 0)


def nth_weekday(first: date, which: int, target: int) -> date:
    """The ``which``-th (-1: last) such day of the week in the month that begins with ``first``. Raises ValueError for a sixth."""
    days = range(1, month_length(first.year, first.month) + 1)
    matching = [first.replace(day=day) for day in days if first.replace(day=day).weekday() == target]
    if which > len(matching):
        raise ValueError("no such day")
    return matching[which if which < 0 else which - 1]


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last one of a shorter month. Raises ValueError beyond the calendar."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, month_length(year, index + 1)))


def month_length(year: int, number: int) -> int:
    """How many days the month has. Raises ValueError when there is no such month."""
    if not (1 <= number <= 12 and 1 <= year <= 9999):
        raise ValueError("no such month")
    return monthrange(year, number)[1]
