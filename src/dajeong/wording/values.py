"""What the names in a design stand for: bound values as they are said in the plan's language."""

import contextlib
import datetime
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from dajeong.conversation.reading import Language
from dajeong.language import money
from dajeong.language.numbers import date
from dajeong.playbook.plan import Plan
from dajeong.playbook.playbook import Playbook

# The designer's own words, which are answerable for like the text around them; everything else is data.
DESIGNED_NAMES = ("matter", "happened", "persona.name", "hotline")
# What we read in the customer, for conditions only: no reply may quote its numbers.
_NEVER_SAID = frozenset(
    ("strength", "sure", "urgency", "fatigue", "abuse", "messages", "repeated", "anger_stays", "today", "language")
)
_YES_NO: dict[Language, tuple[str, str]] = {"ko": ("네", "아니요"), "en": ("yes", "no")}
_LAST_COMMA: dict[Language, str] = {"ko": ", ", "en": " and "}
_LONGEST_NUMBER = 30
# Forms of intervals, and of times -> what their ends are.
_STRETCHES = {"date_range": "date", "time": "time", "time_range": "time"}


class Values:
    """Name -> words, worked out when first asked for; None when there is nothing to say."""

    def __init__(self, plan: Plan, playbook: Playbook) -> None:
        self._bound: dict[str, Any] = {"persona.name": playbook.persona.name, "hotline": playbook.hotline}
        self._bound.update(plan.bindings)
        self._formats = plan.formats
        self._slots = playbook.slots
        self._language = playbook.language
        self._said: dict[str, str | None] = {}

    def get(self, name: str) -> str | None:
        """The words for ``name``: None when it is unbound, empty or blank."""
        if name not in self._said:
            self._said[name] = self._in_words(name)
        return self._said[name]

    def _in_words(self, name: str) -> str | None:
        value, form, today = self._bound.get(name), self._formats.get(name, ""), self._bound.get("today")
        if form == "choice" and name in self._slots:
            # The customer chose a label; the value behind it is ours.
            value = next((one.label for one in self._slots[name].options if one.value == value), value)
        return in_words(value, form, self._language, today=today if isinstance(today, datetime.date) else None)

    def designed(self) -> Mapping[str, str | None]:
        """The names whose words the designer wrote."""
        return {name: self.get(name) for name in DESIGNED_NAMES}

    def everything(self) -> tuple[str, ...]:
        """Every bound value, raw and in words: where a number in a reply may come from."""
        return tuple(
            f"{value} {self.get(name) or ''}"
            for name, value in self._bound.items()
            if value is not None and name not in _NEVER_SAID
        )


def in_words(value: Any, form: str, language: Language, *, today: datetime.date | None = None) -> str | None:
    """``value`` as people say it, by its format ("money:KRW", "date", "datetime", "date_range", "time", "time_range",
    "number", "yes_no", "list").

    Without a format the type decides. What does not fit its format is said as it is, never dropped: a system that
    answers "미정" for a date has said something. None for nothing: None, "", blanks, an empty list. When ``today`` is a
    moment with a time zone, other moments with one are said on its clock.
    """
    kind, _, currency = form.partition(":")
    if isinstance(value, list | tuple | set | frozenset):
        return _list([in_words(one, "" if kind == "list" else form, language, today=today) for one in value], language)
    if value is None or not str(value).strip():
        return None
    if isinstance(value, bool) or kind == "yes_no":
        return _yes_no(value, language)
    if kind in _STRETCHES:
        return _stretch(str(value), _STRETCHES[kind], language, today)
    if kind in ("date", "datetime") or isinstance(value, datetime.date):
        return _moment(value, kind, language, today)
    if kind in ("money", "number") and (number := _number(value)) is not None:
        return money(number, language, currency=currency or "KRW") if kind == "money" else _grouped(number)
    return str(value)


def _list(words: list[str | None], language: Language) -> str | None:
    said = [one for one in words if one]
    if len(said) < 2:
        return said[0] if said else None
    return ", ".join(said[:-1]) + _LAST_COMMA[language] + said[-1]


def _yes_no(value: Any, language: Language) -> str:
    yes, no = _YES_NO[language]
    if isinstance(value, bool):
        return yes if value else no
    low = str(value).strip().lower()
    if low in ("true", "yes", "y", "1", "네", "예"):
        return yes
    return no if low in ("false", "no", "n", "0", "아니요", "아니오") else str(value)


def _number(value: Any) -> Decimal | None:
    text = str(value).strip().replace(",", "")
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER else None


def _grouped(number: Decimal) -> str:
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,f}"


def _moment(value: Any, kind: str, language: Language, today: datetime.date | None) -> str:
    moment: Any = value
    if not isinstance(value, datetime.date):
        try:
            moment = datetime.datetime.fromisoformat(str(value).strip())
        except ValueError:
            return str(value)
    moment = _here(moment, today)
    day = moment.date() if isinstance(moment, datetime.datetime) else moment
    # Without a today the day is said as one far from it: with its weekday and without its year.
    said = date(day, language, _day_of(today) or datetime.date(day.year, 1 if day.month > 6 else 12, 15))
    has_time = isinstance(moment, datetime.datetime) and kind != "date"
    return f"{said}{_clock(moment, language)}" if has_time else said


def _here(moment: datetime.date, today: datetime.date | None) -> datetime.date:
    """A moment that names its offset, on the clock ``today`` is told by."""
    if (
        isinstance(moment, datetime.datetime)
        and moment.tzinfo
        and isinstance(today, datetime.datetime)
        and today.tzinfo
    ):
        # At the two ends of the calendar there is no other zone to go to.
        with contextlib.suppress(OverflowError):
            return moment.astimezone(today.tzinfo)
    return moment


def _stretch(value: str, kind: str, language: Language, today: datetime.date | None) -> str:
    """An interval of days or times, or one of them: "12월 3일(목)~12월 5일(토)", "오후 5시까지", "from 18:00"."""
    ends = [end if end == ".." else _end(end, kind, language, today) for end in value.split("/")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first == last:
        return value if len(ends) > 2 else first
    if first == "..":
        return f"{last}까지" if language == "ko" else f"until {last}"
    if last == "..":
        return f"{first}부터" if language == "ko" else f"from {first}"
    return f"{first}~{last}" if language == "ko" else f"{first} to {last}"


def _end(value: str, kind: str, language: Language, today: datetime.date | None) -> str:
    if kind == "date":
        return _moment(value, kind, language, today)
    try:
        # The end of the day has its own hour in ISO 8601, which Python's times have not.
        moment = datetime.time.fromisoformat("00:00" if value == "24:00" else value)
    except ValueError:
        return value
    if language == "ko" and moment.hour == moment.minute == 0:
        return "밤 12시"
    return value if language == "en" else _clock(moment, language).strip()


def _day_of(today: datetime.date | None) -> datetime.date | None:
    return today.date() if isinstance(today, datetime.datetime) else today


def _clock(moment: datetime.datetime | datetime.time, language: Language) -> str:
    if language == "en":
        return f", {moment:%H:%M}"
    half = "오전" if moment.hour < 12 else "오후"
    minutes = f" {moment.minute}분" if moment.minute else ""
    return f" {half} {moment.hour % 12 or 12}시{minutes}"
