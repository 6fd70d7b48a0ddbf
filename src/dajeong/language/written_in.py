"""Tells whether a text is written in Korean or in English, by its letters."""

import re

from dajeong.conversation.reading import Language
from dajeong.language.links import LINK

_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]")
# Letters of an address or of a variable's name are no words.
_NO_WORDS = re.compile(rf"\{{[^{{}}\n]*\}}|{LINK.pattern}", re.IGNORECASE)
# Below this many letters ("OK", "VIP") there is no telling a language.
_FEW_LETTERS = 12
_ENOUGH = 0.3


def is_written_in(text: str, language: Language) -> bool:
    """Whether ``text`` is written in ``language``. A few Latin letters may stand in a Korean text by themselves; Hangul in an English one may not."""
    words = _NO_WORDS.sub(" ", text)
    hangul, latin = len(_HANGUL.findall(words)), len(_LATIN.findall(words))
    if hangul + latin < _FEW_LETTERS:
        return language == "ko" or hangul == 0
    share = hangul / (hangul + latin)
    return share >= _ENOUGH if language == "ko" else share < _ENOUGH
