"""Says amounts and dates the way people do: 35,000원, 내일(11월 24일), £12.50."""

import datetime
from decimal import Decimal

from dajeong.conversation.reading import Language

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "KRW": "₩", "JPY": "¥"}
_KOREAN_NAMES = {"KRW": "원", "USD": "달러", "GBP": "파운드", "EUR": "유로", "JPY": "엔"}
_NO_CENTS = frozenset({"KRW", "JPY"})
_NEAR_KO = {-2: "그저께", -1: "어제", 0: "오늘", 1: "내일", 2: "모레"}
_NEAR_EN = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def money(value: int | Decimal, language: Language, *, currency: str = "KRW") -> str:
    """An amount in whole units of ``currency`` (ISO 4217): "35,000원", "₩35,000", "£12.50", "CHF 1,200".

    A fraction is shown in cents, or not at all where the currency has none. Floats are refused with
    ``TypeError``: 0.1 + 0.2 is no amount of money.
    """
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise TypeError("An amount of money must be an int or a Decimal.")
    whole = currency in _NO_CENTS or value == int(value)
    number = f"{abs(Decimal(value)):,.0f}" if whole else f"{abs(Decimal(value)):,.2f}"
    minus = "-" if value < 0 else ""
    if language == "ko":
        name = _KOREAN_NAMES.get(currency)
        return f"{minus}{number}{name}" if name else f"{minus}{number} {currency}"
    sign = _SIGNS.get(currency)
    return f"{minus}{sign}{number}" if sign else f"{minus}{currency} {number}"


def date(day: datetime.date, language: Language, today: datetime.date) -> str:
    """A day as said on ``today``: near days by name ("내일(11월 24일)", "tomorrow (24 November)"), others with
    the weekday ("11월 30일(월)", "Monday 30 November"), another year with its number."""
    distance = (day - today).days
    if language == "ko":
        plain = f"{day.month}월 {day.day}일"
        if distance in _NEAR_KO:
            return f"{_NEAR_KO[distance]}({plain})"
        year = f"{day.year}년 " if day.year != today.year else ""
        return f"{year}{plain}({'월화수목금토일'[day.weekday()]})"
    plain = f"{day.day} {_MONTHS_EN[day.month - 1]}"
    if distance in _NEAR_EN:
        return f"{_NEAR_EN[distance]} ({plain})"
    year = f" {day.year}" if day.year != today.year else ""
    return f"{_WEEKDAYS_EN[day.weekday()]} {plain}{year}"
