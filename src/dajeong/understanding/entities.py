"""What a slot could take: the playbook's own patterns, personal-data tokens, dates, times, amounts, quantities."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from dajeong.conversation.reading import Entity
from dajeong.errors import DajeongError
from dajeong.understanding.dates import find_dates
from dajeong.understanding.language import TOKEN
from dajeong.understanding.numbers import (
    BARE_PRICE,
    BARE_WON,
    MONEY,
    NATIVE_WORDS,
    WON,
    amount_value,
    counted_number,
    plain_number,
)

TOKEN_KINDS: dict[str, str] = {
    "전화": "phone", "이메일": "email", "이름": "name", "주소": "address", "카드": "card", "계좌": "account",
    "주민번호": "resident_number", "생년월일": "birth_date", "여권": "passport", "차량": "vehicle",
    "사업자번호": "business_number", "운전면허": "driver_license", "기타": "personal",
}  # fmt: skip
_ENGLISH_KINDS = frozenset(TOKEN_KINDS.values())
_UNIT = (
    r"개월?|명|분이?서|벌|장|매|켤레|박스|상자|병|봉지?|권|대|마리|인분|세트|건|통|회선|잔|판|그릇|팩|"
    r"ea|pcs|pieces?|items?|tickets?|boxes|people|units?"
)
_QUANTITY = re.compile(
    rf"(?<![\d가-힣A-Za-z])(\d{{1,4}}|{NATIVE_WORDS})\s?({_UNIT})(?![가-힣]*(?:째|월))", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\d.,\-A-Za-z/:])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d\-/:A-Za-z]|[.,]\d)")
# Groups of digits that are read out one after the other name something; they count nothing.
_DIALLED = re.compile(r"(?<![\d.,])(?:\+?82\s?)?\d{1,4}(?:[ \-.]\d{3,4}){2,4}(?!\d)")
_TIME = re.compile(
    rf"(오전|오후|아침|저녁|밤|낮|새벽)?\s?(?<![\d가-힣])(\d{{1,2}}|{NATIVE_WORDS})\s?시(?!간|작|장|청|"
    rf"켜|키|스)\s?(?:(\d{{1,2}})\s?분|(반))?|\b(\d{{1,2}})(?::(\d{{2}}))?\s?([ap])\.?m\b\.?|"
    rf"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)",
    re.IGNORECASE,
)


class BadPattern(DajeongError):
    """A playbook's entity pattern is no regular expression."""

    code = "bad_entity_pattern"
    status = 422


def find_entities(text: str, patterns: Mapping[str, str], now: datetime) -> tuple[Entity, ...]:
    """Entities in the order they stand. Values are canonical: ISO dates, 24-hour times, digits for amounts, tokens as they are.

    Raises BadPattern when a pattern of the playbook does not compile.
    """
    found: list[Entity] = []
    for kind, pattern in patterns.items():
        for match in _compiled(kind, pattern).finditer(text):
            if match.group():
                found.append(_entity(kind, _canonical(match.group()), text, match.start(), match.end()))
    found += [_token(text, match) for match in TOKEN.finditer(text) if _token_kind(match) is not None]
    taken = [(entity.start, entity.end) for entity in found]
    for reader in (_dates, _times, _amounts, _quantities):
        for entity in reader(text, now):
            if not _overlaps(entity.start, entity.end, taken):
                found.append(entity)
        taken = [(entity.start, entity.end) for entity in found]
    taken += [match.span() for match in _DIALLED.finditer(text)]
    found += _plain_numbers(text, taken)
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end)))


def _dates(text: str, now: datetime) -> list[Entity]:
    return [_entity("date", day.isoformat(), text, start, end) for start, end, day in find_dates(text, now.date())]


def _amounts(text: str, now: datetime) -> list[Entity]:
    found = []
    for pattern in (MONEY, WON):
        for match in pattern.finditer(text):
            if (value := amount_value(match.group())) is not None:
                found.append(_entity("amount", value, text, match.start(), match.end()))
    taken = [(entity.start, entity.end) for entity in found]
    for pattern in (BARE_PRICE, BARE_WON):
        for match in pattern.finditer(text):
            value = amount_value(match.group())
            if value is not None and not _overlaps(match.start(), match.end(), taken):
                start = match.end() - len(match.group().lstrip())
                end = match.start() + len(match.group().rstrip())
                # Nothing says that it is money: a slot for a number takes it as well.
                found += [_entity(kind, value, text, start, end) for kind in ("amount", "number")]
    return found


def _quantities(text: str, now: datetime) -> list[Entity]:
    found = []
    for match in _QUANTITY.finditer(text):
        if (value := counted_number(match[1])) is not None:
            found.append(_entity("quantity", str(value), text, match.start(), match.end()))
            # A slot that asks for a number takes "세 개" as readily as "3".
            found.append(_entity("number", str(value), text, match.start(1), match.end(1)))
    return found


def _times(text: str, now: datetime) -> list[Entity]:
    found = []
    for match in _TIME.finditer(text):
        if (value := _clock(match)) is not None:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(_entity("time", value, text, start, match.end()))
    return found


def _clock(match: re.Match[str]) -> str | None:
    if match[8]:
        return f"{int(match[8]):02d}:{match[9]}"
    if match[5]:
        hour = int(match[5]) % 12 + (12 if match[7].lower() == "p" else 0)
        minute = int(match[6] or 0)
    else:
        counted = counted_number(match[2])
        if counted is None:
            return None
        hour, minute = counted, 30 if match[4] else int(match[3] or 0)
        if match[1] in ("오후", "저녁", "밤", "낮") and hour < 12 and not (match[1] == "낮" and hour in (10, 11)):
            hour += 12
    return f"{hour:02d}:{minute:02d}" if 0 <= hour <= 24 and 0 <= minute < 60 else None


def _plain_numbers(text: str, taken: list[tuple[int, int]]) -> list[Entity]:
    found = []
    for match in _NUMBER.finditer(text):
        if not _overlaps(match.start(), match.end(), taken):
            found.append(_entity("number", plain_number(match.group()), text, match.start(), match.end()))
    return found


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
