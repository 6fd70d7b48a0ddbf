"""Which of our languages a message is written in, from its letters alone."""

import re
from collections.abc import Sequence

from dajeong.conversation.reading import Language
from dajeong.understanding.heard import Heard

TOKEN = re.compile(r"\[[A-Za-z가-힣_ ]{1,20} \d+\]")
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣᄀ-ᇿ]")
_LATIN = re.compile(r"[A-Za-z]")
# Product names bring Latin letters into Korean sentences ("iPhone 15 Pro Max 언제 와요"), hardly ever the other way round.
_HANGUL_SHARE = 0.15


def detect_language(text: str, history: Sequence[Heard] = ()) -> Language:
    """The language of ``text``; without any letters, that of the customer's last message that had some, else Korean."""
    own = _letters_say(text)
    if own is not None:
        return own
    for heard in reversed(history):
        if heard.by == "customer" and (earlier := _letters_say(heard.text)) is not None:
            return earlier
    return "ko"


def _letters_say(text: str) -> Language | None:
    bare = TOKEN.sub(" ", text)
    hangul = len(_HANGUL.findall(bare))
    latin = len(_LATIN.findall(bare))
    if hangul + latin == 0:
        return None
    return "ko" if hangul >= _HANGUL_SHARE * (hangul + latin) else "en"
