"""Numbers and e-mail addresses as people say them: 공일공 일이삼사, 골뱅이, "at" and "dot"."""

import re
from collections.abc import Sequence

from dajeong.conversation.token import PersonalDataKind
from dajeong.trust.personal_data import Found

SPOKEN_DIGITS = dict(zip("공영일이삼사오육륙칠팔구", "001234566789", strict=True))

_WORD = "[공영일이삼사오육륙칠팔구]"
_ANY = r"[\d공영일이삼사오육륙칠팔구]"
_PAUSE = r"(?:[\s.\-~,ㅡ]|다시|대시|에(?=\s?[\d공영일이삼사오육륙칠팔구])){0,3}"
_ENGLISH = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|(?:double|triple)\s\w+)"
_HOST = r"(?:네이버|지메일|다음|한메일|카카오|네이트|핫메일|구글|야후|아웃룩)"
_DOT = r"\s?(?:\.|닷|쩜|점|\(dot\)|\[dot\]|\sdot\s)\s?"

_ROWS: tuple[tuple[PersonalDataKind, re.Pattern[str]], ...] = (
    ("phone", re.compile(rf"(?<![가-힣\d])[0공영]\s?[1일]\s?[01공영일6-9육륙칠팔구](?:{_PAUSE}{_ANY}){{7,8}}(?!\d)")),
    ("personal", re.compile(rf"(?<![가-힣\d]){_WORD}(?:{_PAUSE}{_WORD}(?![에예]요|고|구요|라고|야|요)){{11,15}}")),
    ("phone", re.compile(rf"\b{_ENGLISH}(?:[\s,-]+{_ENGLISH}){{6,14}}\b", re.IGNORECASE)),
    (
        "email",
        re.compile(r"[A-Za-z0-9][\w.%+-]{0,63}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:\s?\.\s?[A-Za-z0-9-]{2,24}){1,4}", re.A),
    ),
    (
        "email",
        re.compile(
            rf"[\w.%+-]{{2,64}}\s?(?:골뱅이|앳|[@＠])\s?(?:{_HOST}|[A-Za-z][\w-]{{1,40}})(?:{_DOT}(?:[A-Za-z]{{2,6}}|컴|넷|씨오|케이알))*"
        ),
    ),
    (
        "email",
        re.compile(
            rf"\b[\w.%+-]{{2,64}}\s?(?:\(at\)|\[at\]|\sat\s)\s?[\w-]{{2,40}}(?:{_DOT}[A-Za-z]{{2,6}}){{1,3}}\b",
            re.A | re.IGNORECASE,
        ),
    ),
)
_WORTH_LOOKING = re.compile(
    rf"{_WORD}[^\w]?{_WORD}|골뱅이|앳|[@＠]|\bat\b|\(at\)|\[at\]|zero|\boh\b|\bone\b|two|three|four|five|six|seven|eight|nine",
    re.IGNORECASE,
)


class Spoken:
    """Finds phones, long numbers and e-mail addresses written as words."""

    def find(self, text: str) -> Sequence[Found]:
        """Return what is spelled out in ``text``, whole or mixed with digits."""
        if not _WORTH_LOOKING.search(text):
            return ()
        return [Found(kind, m.start(), m.end(), m[0]) for kind, pattern in _ROWS for m in pattern.finditer(text)]
