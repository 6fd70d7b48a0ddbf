"""Telling resident numbers from foreigner numbers: they differ in the seventh digit."""

import re

from dajeong.conversation.token import PersonalDataKind

_FOREIGNER = re.compile(r"\d{6}\D{0,3}[5-8]")


def resident_or_foreigner(kind: PersonalDataKind, text: str) -> PersonalDataKind:
    """Return ``foreigner_number`` for a resident number whose seventh digit is 5 to 8, else the kind as it is."""
    if kind == "resident_number" and _FOREIGNER.match(text):
        return "foreigner_number"
    return kind
