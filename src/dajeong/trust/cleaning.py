"""Making a text safe to store and to show: one normal form, no invisible or direction-changing characters."""

import re
import unicodedata

from dajeong.errors import DajeongError

LONGEST_MESSAGE = 4_000
# Decomposed Korean needs up to three code points a syllable; beyond this no cleaning can bring it under the limit.
_HOPELESS = 4

_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_HARMFUL = re.compile(
    # Controls except tab and newline, lone surrogates, direction marks and overrides, invisible joiners and fillers.
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_FILLERS = re.compile(r"[\u115f\u1160\u3164\uffa0\u2800]")
_JOINER = "\u200d"
_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


class MessageTooLong(DajeongError):
    """The text is longer than a message may be."""

    code = "message_too_long"
    status = 413


class EmptyMessage(DajeongError):
    """Nothing is left of the text once invisible characters are gone."""

    code = "message_empty"
    status = 422


def clean(text: str) -> str:
    """Return ``text`` in NFC without control, direction and invisible characters; newline and tab stay.

    Removed are the characters Unicode Technical Report 36 warns of; a zero-width joiner stays inside an emoji, and
    at most two combining marks stay on one letter.
    """
    text = _FILLERS.sub(" ", _HARMFUL.sub("", _NEWLINES.sub("\n", text)))
    if _JOINER in text:
        text = "".join(c for i, c in enumerate(text) if c != _JOINER or _joins_emoji(text, i))
    return _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))


def clean_message(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """Return a message ready for intake. Raises ``MessageTooLong`` (413) and ``EmptyMessage`` (422)."""
    cleaned = clean(text).strip() if len(text) <= longest * _HOPELESS else ""
    if len(text) > longest * _HOPELESS or len(cleaned) > longest:
        raise MessageTooLong(f"The message is longer than {longest} characters. Send it in shorter parts.")
    if not cleaned:
        raise EmptyMessage("The message holds no visible characters. Send at least one.")
    return cleaned


def _joins_emoji(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(unicodedata.category(c) in ("So", "Sk", "Mn", "Sm") for c in around)
