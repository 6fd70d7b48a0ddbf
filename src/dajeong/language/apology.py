"""Whether words beg somebody's pardon: once in a reply it is meant, twice it is a form letter."""

import re

# "사과" alone is an apple too.
_PARDON = re.compile(r"죄송|송구|미안|사과(?:드|를 드|의 말)|\b(?:sorry|apolog(?:y|ies|i[sz]e))\b", re.IGNORECASE)


def begs_pardon(text: str) -> bool:
    """Whether a Korean or English text apologises."""
    return _PARDON.search(text) is not None
