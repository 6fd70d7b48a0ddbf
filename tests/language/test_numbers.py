"""Amounts and dates are said the way people say them."""

import datetime
from decimal import Decimal

import pytest

from dajeong.language.numbers import date, money

TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("value", "language", "currency", "said"),
    [
        (35000, "ko", "KRW", "35,000원"),
        (0, "ko", "KRW", "0원"),
        (-2500, "ko", "KRW", "-2,500원"),
        (Decimal("12.50"), "ko", "USD", "12.50달러"),
        (1200, "ko", "CHF", "1,200 CHF"),
        (35000, "en", "KRW", "₩35,000"),
        (Decimal("12.5"), "en", "GBP", "£12.50"),
        (Decimal("12.00"), "en", "USD", "$12"),
        (1234567, "en", "EUR", "€1,234,567"),
        (-40, "en", "GBP", "-£40"),
        (1200, "en", "CHF", "CHF 1,200"),
        (Decimal("99.6"), "en", "JPY", "¥100"),
    ],
)
def test_an_amount_is_said_in_its_currency(value: int | Decimal, language: str, currency: str, said: str) -> None:
    assert money(value, language, currency=currency) == said  # type: ignore[arg-type]


def test_a_float_is_no_amount_of_money() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        money(0.1, "ko")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "ko", "en"),
    [
        ("2026-11-23", "오늘(11월 23일)", "today (23 November)"),
        ("2026-11-24", "내일(11월 24일)", "tomorrow (24 November)"),
        ("2026-11-25", "모레(11월 25일)", "Wednesday 25 November"),
        ("2026-11-22", "어제(11월 22일)", "yesterday (22 November)"),
        ("2026-11-30", "11월 30일(월)", "Monday 30 November"),
        ("2027-01-03", "2027년 1월 3일(일)", "Sunday 3 January 2027"),
    ],
)
def test_a_day_is_said_as_seen_from_today(day: str, ko: str, en: str) -> None:
    when = datetime.date.fromisoformat(day)
    assert date(when, "ko", TODAY) == ko
    assert date(when, "en", TODAY) == en
