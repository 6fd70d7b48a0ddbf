"""Finds numbers, amounts and links in words that come from nowhere."""

import re
from collections.abc import Iterable

from dajeong.language.links import LINK

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
# Amounts in words say as much as amounts in digits: 삼만 이천 원, twenty dollars.
_SPOKEN = re.compile(
    r"(?:[일이삼사오육칠팔구]?[십백천만억]\s?)+[일이삼사오육칠팔구]?\s?(?:원|퍼센트|프로)(?![가-힣]*인)"
    r"|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b[\w\s-]{0,12}"
    r"\b(?:won|dollars?|euros?|pounds?|percent)\b",
    re.IGNORECASE,
)


def unbound_numbers(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Numbers and amounts of ``text`` that stand in none of ``sources``; 32,000 and 32000 are the same number."""
    heap = tuple(sources)
    known = {_plain(number) for source in heap for number in _NUMBER.findall(source)}
    found = [number for number in _NUMBER.findall(text) if _plain(number) not in known]
    return (*found, *(spoken for spoken in _SPOKEN.findall(text) if not any(spoken in source for source in heap)))


def unbound_links(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Web and mail addresses of ``text`` that stand in none of ``sources``."""
    heap = tuple(source.lower() for source in sources)
    return tuple(
        link for link in LINK.findall(text) if not any(link.lower().rstrip(".,!?)") in source for source in heap)
    )


def _plain(number: str) -> str:
    plain = number.replace(",", "")
    return plain.lstrip("0") or "0"
