"""Counted things: "두 개", "스물네 장", "어른 둘", "a dozen eggs"."""

import re
from collections.abc import Iterator

from dajeong.understanding.entities.numbers import ENGLISH_WORDS, NATIVE_WORDS, SINO_WORDS, counted_number

_UNIT = (
    r"개월?|명|분이?서|벌|장|매|켤레|박스|상자|병|봉지?|권|대|마리|인분|세트|건|통|회선|잔|판|그릇|팩|"
    r"ea|pcs|pieces?|items?|tickets?|boxes|people|units?"
)
_COUNTED = re.compile(
    rf"(?<![\d가-힣A-Za-z])(\d{{1,4}}|{NATIVE_WORDS}|{ENGLISH_WORDS})\s?({_UNIT})(?![가-힣]*(?:째|월)|[a-z])",
    re.IGNORECASE,
)
_PORTIONS = re.compile(rf"(?<![\d가-힣A-Za-z])({SINO_WORDS})\s?(인분|개월|인용|회)(?![가-힣]*째)")
# A number by itself counts when it ends so; "하나도", "둘 다", "하나하나" count nothing.
_ALONE = re.compile(
    r"(?<![가-힣])(하나|둘|셋|넷|다섯|여섯)(?=만|씩|이?요|이에요|예요|[\s.,!]|$)(?!\s?(?:다|중|같이|둘|셋|도|씩\s?하나)(?:\s|[가-힣]|$))"
)
_ENGLISH = re.compile(
    rf"\b((?!one\b)(?:{ENGLISH_WORDS})|\d{{1,3}})\sof\s(?=them|these|those|each)|"
    r"\b(a dozen|a couple of)\s(?=[a-z]{3})(?!days|weeks|months|hours|minutes|years|times|seconds)|"
    r"(?<![A-Za-z\d])(?:x\s?(\d{1,3})|(\d{1,3})\s?x)(?![A-Za-z\d])",
    re.IGNORECASE,
)
_DOZENS = {"a dozen": 12, "a couple of": 2}


def find_quantities(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Every counted thing as (start, end, end of the number, digits), never overlapping."""
    taken: list[tuple[int, int]] = []
    for pattern in (_COUNTED, _PORTIONS, _ALONE, _ENGLISH):
        for match in pattern.finditer(text):
            number = next(group for group in range(1, 5) if match[group]) if pattern is _ENGLISH else 1
            said = match[number].lower()
            value = _DOZENS.get(said) or counted_number(said)
            if value is not None and not any(match.start() < e and s < match.end() for s, e in taken):
                taken.append(match.span())
                yield match.start(), match.start() + len(match.group().rstrip()), match.end(number), str(value)
