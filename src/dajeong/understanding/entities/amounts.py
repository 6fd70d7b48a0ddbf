"""Amounts of money as plain digits in their own currency."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dajeong.understanding.entities.numbers import ENGLISH_WORDS, counted_number, korean_number, plain_number

# Possessive ("++", "*+"): a long row of digits that is no amount after all must not be tried in every division.
_PIECE = r"(?:\d[\d,]*+(?:\.\d++)?|[일이삼사오육칠팔구십백천])"
_WON = re.compile(
    rf"(?<![가-힣\d,])(?:{_PIECE}|만)(?:\s?(?:{_PIECE}|[십백천만억조]))*+\s?원(?!래|[하한할해했합]|인(?!데|가)|[피룸장서금본산두])|"
    rf"(?<![가-힣])영\s?원|(?:₩|\bkrw)\s?\d[\d,]*|(?<![\d,])\d[\d,]*+\s?(?:krw|won)\b",
    re.IGNORECASE,
)
# Without "원": "3만 5천" said for a price, unless something else is counted; in words only when nothing else is said.
_COUNTED = (
    r"\s?(?:원|명|개|번|년|달|월|일|시간|시|분|초|걸음|보|대|장|권|병|건|마리|킬로|미터|화소|"
    r"포인트|점|회|살|세|평|톤|km|kg|gb|mb|%|가지|피스|행|단|도)"
)
_BARE_WON = re.compile(
    rf"(?<![\d.,\-A-Za-z가-힣])\d[\d,]*(?:\.\d+)?\s?(?:[천백]\s?)?[만억](?:\s?\d[\d,]*\s?[만천백십])*(?!\s?[\d억조]|\s?얼마|{_COUNTED})|"
    r"(?<=^)\s*(?=\S*[만천백억])[일이삼사오육칠팔구십백천만억\s]{2,}?(?=(?:이?요|정도|쯤|이에요|예요|입니다|으로|짜리)?[\s.,!~]*(?:이?요)?$)",
    re.IGNORECASE,
)
# A price as tills print it. More digits, a unit or a version is no price.
_BARE_PRICE = re.compile(
    r"(?<![\d.,\-/:A-Za-z])(?<!version )(?<!버전 )(?<!ver )(?<!ios )\d{1,3}(?:,\d{3})*\.\d{2}(?![\d\-/%A-Za-z~∼(]|"
    r"[.,:]\d|\s?(?:%|gb|mb|km|cm|mm|kg|ml|inch|"
    r"percent|퍼센트|기가|메가|킬로|센티|미터|리터|버전|점))",
    re.IGNORECASE,
)
_HUNDREDS = r"(?:a|one|two|three|four|five|six|seven|eight|nine)\shundred"
_FOREIGN = r"dollars?|bucks|euros?|pounds?|usd|eur|gbp|달러|유로|엔"
_MONEY = re.compile(
    rf"(?:[$€£¥]|US\$|\b(?:usd|eur|gbp)\s)\s?\d[\d,]*(?:\.\d{{1,2}})?(?:\s?k\b)?|(?<![\d,])\d[\d,]*+(?:\.\d{{1,2}})?\s?(?:{_FOREIGN})\b|"
    rf"\b(?:{_HUNDREDS}|{ENGLISH_WORDS})\s(?:dollars?|bucks|euros?|pounds?)\b|(?<![\d.])\d{{1,2}}\s?cents?\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"\b(?:({_HUNDREDS})|({ENGLISH_WORDS}))\s", re.IGNORECASE)


def find_amounts(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Every amount as (start, end, digits, whether anything says that it is money)."""
    taken: list[tuple[int, int]] = []
    for pattern, sure in ((_MONEY, True), (_WON, True), (_BARE_PRICE, False), (_BARE_WON, False)):
        for match in pattern.finditer(text):
            start = match.end() - len(match.group().lstrip())
            end = match.start() + len(match.group().rstrip())
            value = amount_value(match.group())
            if value is not None and not any(start < e and s < end for s, e in taken):
                taken.append((start, end))
                yield start, end, value, sure


def amount_value(text: str) -> str | None:
    """The amount as plain digits in its own currency: "3만5천원" -> "35000", "$1,250.50" -> "1250.50"; None when it is none."""
    if re.search(rf"[$€£¥]|cents?|{_FOREIGN}", text, re.IGNORECASE):
        return _foreign(text)
    if re.fullmatch(r"\s*[\d,]*\d\.\d{2}\s*", text):
        return plain_number(text.strip())
    won = korean_number(re.sub(r"[₩원]|krw|won", "", text, flags=re.IGNORECASE).strip())
    return None if won is None else str(won)


def _foreign(text: str) -> str | None:
    if spoken := _SPOKEN.match(text):
        first = (spoken[1] or spoken[2]).split()[0].lower()
        counted = counted_number(spoken[2]) if spoken[2] else 100 * (counted_number(first) or 1)
        return None if counted is None else str(counted)
    digits = re.search(r"\d[\d,]*(?:\.\d{1,2})?", text)
    if digits is None:
        return None
    value = digits.group().replace(",", "")
    try:
        if re.search(r"\dk\b", text, re.IGNORECASE):
            return str(int(Decimal(value) * 1000))
        return str(Decimal(value) / 100) if re.search("cent", text, re.IGNORECASE) else value
    except InvalidOperation:
        return None
