"""A message as numbers: normalised characters that remember where they stood, and their n-grams."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dajeong.understanding.language import TOKEN

MAX_CHARACTERS = 2_000
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_TOKEN_MARK = "\ue000"
_LONGEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Plain:
    """Normalised text; ``at[i]`` is the place of its i-th character in the original (code points)."""

    text: str
    at: tuple[int, ...]


def normalise(text: str) -> Plain:
    """Lower case, digits to 0, one kind of space, runs cut to three, personal-data tokens to one mark; at most 2,000 characters."""
    text = text[:MAX_CHARACTERS]
    tokens = {match.start(): match.end() for match in TOKEN.finditer(text)}
    kept: list[str] = [" "]
    at: list[int] = [0]
    run = 0
    skip_to = 0
    for place, character in _composed(text):
        if place < skip_to:
            continue
        if place in tokens:
            character, skip_to = _TOKEN_MARK, tokens[place]
        character = _one(character)
        run = run + 1 if character == kept[-1] else 1
        if run > (1 if character == " " else _LONGEST_RUN):
            continue
        kept.append(character)
        at.append(place)
    if kept[-1] != " ":
        kept.append(" ")
        at.append(max(0, len(text) - 1))
    return Plain("".join(kept), tuple(at))


def _composed(text: str) -> Iterator[tuple[int, str]]:
    """Characters with their place; decomposed Hangul (as some phones send it) is put together first."""
    if unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    start = 0
    for i in range(1, len(text) + 1):
        if i < len(text) and (unicodedata.combining(text[i]) or "\u1160" <= text[i] <= "\u11ff"):
            continue
        for character in unicodedata.normalize("NFC", text[start:i]):
            yield start, character
        start = i


# One letter says nothing about anybody, and messages are made of few different ones.
@lru_cache(maxsize=4_096)
def _one(character: str) -> str:
    if character.isspace():
        return " "
    if character.isdigit():
        return "0"
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def ngrams(plain: Plain, shortest: int, longest: int) -> Iterator[tuple[str, int]]:
    """Every character n-gram with its index in ``plain.text``; none that is only a space."""
    text = plain.text
    size = len(text)
    for n in range(shortest, longest + 1):
        for i in range(size - n + 1):
            piece = text[i : i + n]
            if piece != " ":
                yield piece, i


def to_jamo(text: str) -> str:
    """Hangul syllables taken apart ("배" -> "ㅂㅐ"), so that one wrong key changes one letter and not a whole syllable."""
    parts: list[str] = []
    for character in text:
        code = ord(character) - 0xAC00
        if 0 <= code < 11_172:
            parts += [_LEADS[code // 588], _VOWELS[code % 588 // 28], _TAILS[code % 28]]
        else:
            parts.append(character)
    return "".join(parts)
