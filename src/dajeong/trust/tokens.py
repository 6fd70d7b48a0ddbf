"""Tokens such as ``[전화 1]`` that stand in a text where personal data stood."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from dajeong.conversation.reading import Language
from dajeong.conversation.token import PersonalDataKind, SealedValue, TokenFact
from dajeong.trust.personal_data import Found
from dajeong.trust.recognisers import checksums
from dajeong.trust.recognisers.spoken import SPOKEN_DIGITS

LABELS: dict[Language, dict[PersonalDataKind, str]] = {
    "ko": {
        "phone": "전화",
        "email": "이메일",
        "name": "이름",
        "address": "주소",
        "card": "카드",
        "account": "계좌",
        "resident_number": "주민번호",
        "foreigner_number": "외국인번호",
        "birth_date": "생년월일",
        "passport": "여권",
        "driver_license": "면허",
        "vehicle": "차량",
        "business_number": "사업자번호",
        "personal": "개인정보",
    },
    "en": {
        "phone": "phone",
        "email": "email",
        "name": "name",
        "address": "address",
        "card": "card",
        "account": "account",
        "resident_number": "resident number",
        "foreigner_number": "foreigner number",
        "birth_date": "birth date",
        "passport": "passport",
        "driver_license": "driver license",
        "vehicle": "vehicle",
        "business_number": "business number",
        "personal": "personal data",
    },
}
_EVERY_LABEL = "|".join(sorted({re.escape(label) for labels in LABELS.values() for label in labels.values()}))
TOKEN = re.compile(rf"\[(?:{_EVERY_LABEL}) [1-9]\d{{0,4}}\]")
# What a person may type to look like a token: other brackets, spaces and digits that read the same.
_LOOKALIKE = re.compile(rf"[\[［]\s*({_EVERY_LABEL})\s*(\d{{1,5}})\s*[\]］]")

_NUMERIC: frozenset[PersonalDataKind] = frozenset(
    {
        "phone",
        "card",
        "account",
        "resident_number",
        "foreigner_number",
        "birth_date",
        "business_number",
        "driver_license",
    }
)
_SPOKEN_EMAIL = (
    (re.compile(r"\s?(?:골뱅이|앳|＠|\(at\)|\[at\]|\sat\s)\s?", re.IGNORECASE), "@"),
    (re.compile(r"\s?(?:닷|쩜|점|\(dot\)|\[dot\]|\sdot\s)\s?", re.IGNORECASE), "."),
)


@dataclass(frozen=True, slots=True)
class Tokenised:
    """A text in which every piece of personal data is a token, and the facts of those tokens in order."""

    text: str
    facts: tuple[TokenFact, ...] = ()


def canonical(kind: PersonalDataKind, text: str) -> str:
    """Return one spelling per value, so that 010-1234-5678, +82 10 1234 5678 and 공일공… are the same phone.

    A masked number keeps its stars: two different cards with the same last four are not one value.
    """
    plain = unicodedata.normalize("NFKC", text)
    if kind in _NUMERIC:
        spoken = "".join(SPOKEN_DIGITS.get(c, c) for c in plain) if not re.search("[*xX●•]", plain) else plain
        digits = re.sub(r"[^\d*xX●•]", "", spoken)
        if kind == "phone":
            digits = re.sub(r"^(?:00)?820?(?=1[016789]|[2-7])", "0", digits)
        if digits:
            return f"number:{digits}"
    if kind == "email":
        for pattern, sign in _SPOKEN_EMAIL:
            plain = pattern.sub(sign, plain)
    return "text:" + re.sub(r"[\s,\-]", "", plain).casefold()


def valid(kind: PersonalDataKind, text: str) -> bool | None:
    """Return whether the check digits of a value hold, or None where that says nothing."""
    digits = _digits(kind, text)
    if kind == "card" and digits:
        return checksums.luhn(digits)
    if kind == "business_number" and len(digits) == 10:
        return checksums.business_number(digits)
    if kind in ("resident_number", "foreigner_number"):
        # Numbers issued since October 2020 carry no check digit, so a failed check proves nothing.
        return checksums.resident_number(digits) or None
    return None


def last_four(kind: PersonalDataKind, text: str) -> str | None:
    """Return the last four digits of a phone, card or account of at least eight digits, else None."""
    digits = canonical(kind, text).removeprefix("number:")
    if kind not in ("phone", "card", "account") or len(digits) < 8 or not digits[-4:].isdecimal():
        return None
    return digits[-4:]


def defuse(text: str) -> str:
    """Return ``text`` with everything that looks like a token in round brackets, so that nobody can forge one."""
    return _LOOKALIKE.sub(r"(\1 \2)", text)


def next_token(kind: PersonalDataKind, language: Language, taken: set[str]) -> str:
    """Return the first free token of a kind; numbers begin at 1 in each conversation."""
    label = LABELS[language][kind]
    number = 1
    while f"[{label} {number}]" in taken:
        number += 1
    return f"[{label} {number}]"


def fact(entry: SealedValue) -> TokenFact:
    """Return what may be known of a vault row."""
    return TokenFact(
        token=entry.token, kind=entry.kind, vault=entry.reference, valid=entry.valid, last_four=entry.last_four
    )


def replace(text: str, found: Sequence[Found], entries: Sequence[SealedValue]) -> str:
    """Return ``text`` with each find replaced by the token of the entry at the same place."""
    parts, at = [], 0
    for find, entry in zip(found, entries, strict=True):
        parts += [text[at : find.start], entry.token]
        at = find.end
    return "".join([*parts, text[at:]])


def _digits(kind: PersonalDataKind, text: str) -> str:
    number = canonical(kind, text).removeprefix("number:")
    return number if number.isdecimal() else ""
