"""Everything of a message that a slot could take, in the order it stands there."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from dajeong.conversation.reading import Entity
from dajeong.errors import DajeongError
from dajeong.understanding.entities.amounts import find_amounts
from dajeong.understanding.entities.hours import find_hours
from dajeong.understanding.entities.numbers import plain_number
from dajeong.understanding.entities.quantities import find_quantities
from dajeong.understanding.entities.spans import find_spans
from dajeong.understanding.language import TOKEN

TOKEN_KINDS: dict[str, str] = {
    "전화": "phone", "이메일": "email", "이름": "name", "주소": "address", "카드": "card", "계좌": "account",
    "주민번호": "resident_number", "생년월일": "birth_date", "여권": "passport", "차량": "vehicle",
    "사업자번호": "business_number", "운전면허": "driver_license", "기타": "personal",
}  # fmt: skip
_ENGLISH_KINDS = frozenset(TOKEN_KINDS.values())
_NUMBER = re.compile(
    r"(?<![\d.,\-A-Za-z/:])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d\-/A-Za-z]|[.,:]\d|\s?(?:일|주|달|개월|년|시간|분|번|회)째)"
)
# Groups of digits that are read out one after the other name something; they count nothing.
_DIALLED = re.compile(r"(?<![\d.,])(?:\+?82\s?)?\d{1,4}(?:[ \-.]\d{3,4}){2,4}(?!\d)")


class BadPattern(DajeongError):
    """A playbook's entity pattern is no regular expression."""

    code = "bad_entity_pattern"
    status = 422


def find_entities(text: str, patterns: Mapping[str, str], now: datetime) -> tuple[Entity, ...]:
    """Entities in the order they stand, with canonical values (docs/concepts/entities.md says which).

    ISO dates, 24-hour times, intervals for stretches ("2026-11-03/2026-11-05", "../12:00"), plain digits for amounts and
    numbers, tokens as they are. ``now`` is the customer's own time. Raises BadPattern when a pattern of the playbook does
    not compile; nothing a customer may write makes it raise.
    """
    found: list[Entity] = []
    for kind, pattern in patterns.items():
        for match in _compiled(kind, pattern).finditer(text):
            if match.group():
                found.append(_entity(kind, _canonical(match.group()), text, match.start(), match.end()))
    found += [_token(text, match) for match in TOKEN.finditer(text) if _token_kind(match) is not None]
    taken = [(entity.start, entity.end) for entity in found]
    for reader in _READERS:
        for entity in reader(text, now):
            if not _overlaps(entity.start, entity.end, taken):
                found.append(entity)
        taken = [(entity.start, entity.end) for entity in found]
    taken += [match.span() for match in _DIALLED.finditer(text)]
    found += _plain_numbers(text, taken)
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end)))


def _days(text: str, now: datetime) -> Iterator[Entity]:
    for days in find_spans(text, now.date()):
        if days.day is not None:
            yield _entity("date", days.day.isoformat(), text, days.start, days.end)
        if (stretch := days.stretch) is not None:
            yield _entity("date_range", stretch, text, days.start, days.end)


def _hours(text: str, now: datetime) -> Iterator[Entity]:
    for hours in find_hours(text, now):
        if hours.clock is not None:
            yield _entity("time", hours.clock.value, text, hours.start, hours.end)
        if (stretch := hours.stretch) is not None:
            yield _entity("time_range", stretch, text, hours.start, hours.end)


def _amounts(text: str, now: datetime) -> Iterator[Entity]:
    for start, end, value, sure in find_amounts(text):
        yield _entity("amount", value, text, start, end)
        if not sure:
            # Nothing says that it is money: a slot for a number takes it as well.
            yield _entity("number", value, text, start, end)


def _quantities(text: str, now: datetime) -> Iterator[Entity]:
    for start, end, number_end, value in find_quantities(text):
        yield _entity("quantity", value, text, start, end)
        # A slot that asks for a number takes "세 개" as readily as "3".
        yield _entity("number", value, text, start, number_end)


def _plain_numbers(text: str, taken: list[tuple[int, int]]) -> Iterator[Entity]:
    for match in _NUMBER.finditer(text):
        if not _overlaps(match.start(), match.end(), taken):
            yield _entity("number", plain_number(match.group()), text, match.start(), match.end())


def _token_kind(match: re.Match[str]) -> str | None:
    name = match.group()[1:].rsplit(" ", 1)[0]
    return TOKEN_KINDS.get(name, name if name in _ENGLISH_KINDS else None)


def _token(text: str, match: re.Match[str]) -> Entity:
    return _entity(_token_kind(match) or "personal", match.group(), text, match.start(), match.end())


def _entity(kind: str, value: str, text: str, start: int, end: int) -> Entity:
    return Entity(kind=kind, value=value, text=text[start:end], start=start, end=end)


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < e and s < end for s, e in taken)


def _canonical(value: str) -> str:
    return value.upper() if value.isascii() else value


def without_patterns(text: str, patterns: Mapping[str, str]) -> str:
    """Return ``text`` without what the playbook's own patterns find: an order number says nothing of what is wanted."""
    for kind, pattern in patterns.items():
        text = _compiled(kind, pattern).sub(" ", text)
    return text


@lru_cache(maxsize=512)
def _compiled(kind: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise BadPattern(
            f"The pattern of entity '{kind}' is not a regular expression ({error}): correct it in the playbook."
        ) from error


_READERS: tuple[Callable[[str, datetime], Iterator[Entity]], ...] = (_days, _hours, _amounts, _quantities)
