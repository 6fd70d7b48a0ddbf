"""Whether an acknowledgement names what happened, instead of being sorry in general."""

import re
from functools import lru_cache

from dajeong.wording.template import template
from dajeong.wording.values import Values

# What names the matter, as a noun and as what befell the customer.
MATTER_NAMES = ("matter", "happened")
_KOREAN_WORD = re.compile(r"[가-힣]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{2,}")
_SAYS_NOTHING = frozenset(
    ("the", "your", "was", "were", "has", "have", "been", "with", "that", "this", "for", "not", "and")
)


def names_matter(text: str, values: Values) -> bool:
    """Whether ``text``, a design or finished words, names the matter; True when there is none to name."""
    known = [str(values.get(name)) for name in MATTER_NAMES if values.get(name)]
    if not known or names_by_variable(text):
        return True
    low = text.lower()
    return any(stem in low for one in known for stem in _stems(one))


def names_by_variable(text: str) -> bool:
    """Whether a design names the matter by ``{matter}`` or ``{happened}``."""
    return any(name in MATTER_NAMES for name in template(text).names)


@lru_cache(maxsize=4096)
def _stems(words: str) -> frozenset[str]:
    # A Korean noun keeps its first two syllables whatever particle follows: 배송이, 배송을.
    korean = {word[:2] for word in _KOREAN_WORD.findall(words)}
    latin = {word.lower()[:5] for word in _LATIN_WORD.findall(words)} - _SAYS_NOTHING
    return frozenset(korean | latin or {words.lower()})
