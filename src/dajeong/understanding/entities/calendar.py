"""Days that have a name: Korean holidays with their lunar dates and substitutes, days of giving, the feasts of English speakers.

The dates of Korean public holidays come from `holidays` (MIT), which knows substitute and temporary holidays; it is
loaded when the first message needs it (about half a second), and each year is made once.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
# As `holidays` calls them -> as customers do. Spaces inside a name may be missing.
_PUBLIC: dict[str, tuple[str, ...]] = {
    "Korean New Year": ("설날", "구정", "seollal", "lunar new year", "korean new year"),
    "Chuseok": ("추석", "한가위", "chuseok"),
    "Buddha's Birthday": ("부처님 오신 날", "석가탄신일", "초파일", "buddha's birthday"),
}
# (month, day), the same every year.
_FIXED: dict[str, tuple[int, int]] = {
    "새해 첫날": (1, 1), "신정": (1, 1), "new year's day": (1, 1), "발렌타인데이": (2, 14), "밸런타인데이": (2, 14), "valentine's day": (2, 14),
    "삼일절": (3, 1), "3.1절": (3, 1), "화이트데이": (3, 14), "근로자의 날": (5, 1), "노동절": (5, 1), "어린이날": (5, 5), "어버이날": (5, 8),
    "스승의 날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15), "개천절": (10, 3), "한글날": (10, 9), "hangul day": (10, 9),
    "핼러윈": (10, 31), "할로윈": (10, 31), "halloween": (10, 31), "빼빼로데이": (11, 11), "크리스마스 이브": (12, 24), "성탄 전야": (12, 24),
    "christmas eve": (12, 24), "크리스마스": (12, 25), "성탄절": (12, 25), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
_RECKONED = ("정월 대보름", "대보름", "thanksgiving", "black friday", "블랙프라이데이", "블프", "cyber monday")
# Of the two great feasts whichever is meant: "명절 전에".
_EITHER = "명절"
# "설" by itself begins many words (설명, 설치, 설정): only what follows makes it the feast.
_SHORT = r"설(?=\s?(?:연휴|당일|전날|쇠|명절)|에(?:\s|$)|\s(?:전|지나|다음))"
_NAMES = sorted((*_FIXED, *(name for names in _PUBLIC.values() for name in names), *_RECKONED, _EITHER), key=len)
NAMED_DAY = (
    "|".join(re.escape(name).replace(r"\ ", r"\s?").replace("'", "[’']?") for name in reversed(_NAMES)) + f"|{_SHORT}"
)
_KNOWN_AS = {name.replace(" ", ""): name for name in _NAMES}
_PUBLIC_OF = {alias: public for public, aliases in _PUBLIC.items() for alias in aliases} | {"설": "Korean New Year"}


@lru_cache(maxsize=512)
def named_day(name: str, year: int) -> tuple[date, ...]:
    """The day(s) called ``name`` in ``year``, as NAMED_DAY matches them; none when the calendar does not know it."""
    bare = re.sub(r"\s", "", name.lower()).replace("’", "'")
    known = _KNOWN_AS.get(bare) or _KNOWN_AS.get(re.sub(r"(?<=[a-z])s(day|eve|birthday)$", r"'s\1", bare), bare)
    if known in _FIXED:
        return (date(year, *_FIXED[known]),)
    if known == _EITHER:
        return (*_public("Korean New Year", year), *_public("Chuseok", year))
    if known in _PUBLIC_OF:
        return _public(_PUBLIC_OF[known], year)
    if known in ("대보름", "정월 대보름"):
        # The fifteenth of the first lunar month, which begins with the new year.
        return tuple(day + 14 * DAY for day in _public("Korean New Year", year))
    after = {"black friday": 1, "블랙프라이데이": 1, "블프": 1, "cyber monday": 4, "thanksgiving": 0}.get(known)
    return () if after is None else (_thanksgiving(year) + after * DAY,)


def free_days_around(day: date) -> tuple[date, date]:
    """The first and last of the days without work that ``day`` stands in: holidays, their substitutes and weekends."""
    first = last = day
    while not is_business_day(first - DAY):
        first -= DAY
    while not is_business_day(last + DAY):
        last += DAY
    return first, last


def is_business_day(day: date) -> bool:
    """Whether people in Korea work on ``day``."""
    return day.weekday() < 5 and day not in _korean(day.year)


def business_days_from(day: date, count: int) -> date:
    """The business day ``count`` (1 or more, or -1 or less) of them after (before) ``day``."""
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day):
            day += step
    return day


def _public(name: str, year: int) -> tuple[date, ...]:
    return tuple(day for day, names in _korean(year).items() if name in names)


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


@lru_cache(maxsize=64)
def _korean(year: int) -> Mapping[date, tuple[str, ...]]:
    from holidays.countries.south_korea import SouthKorea

    # Two feasts may fall on one day: "Chuseok; National Foundation Day".
    # The library gives its countries no types.
    days = SouthKorea(years=year, language="en_US")  # type: ignore[no-untyped-call]
    return {day: tuple(names.split("; ")) for day, names in days.items()}
