"""Which of the offered choices a customer means, typing slips and numbering included."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dajeong.understanding.features import to_jamo

_ORDINALS = (
    (r"첫\s?(?:번)?째|처음|first", 0),
    (r"두\s?번째|둘째|second", 1),
    (r"세\s?번째|셋째|third", 2),
    (r"네\s?번째|넷째|fourth", 3),
    (r"다섯\s?번째|fifth", 4),
)
_LAST = re.compile(r"마지막|맨\s?(?:끝|뒤|아래|밑)|last", re.IGNORECASE)
_NUMBER = re.compile(
    r"^\s*(?:저는\s?|전\s?|option\s|number\s|#)?(\d{1,2}|[①②③④⑤⑥⑦⑧⑨])\s?(?:번|번이?요|"
    r"번으?로)?[\s.!)요]*(?:(?:할게요|해\s?주세요|주세요|으로|요|please).*)?$",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"(?:으로|로|이요|요|할게요|할래요|해\s?주세요|주세요|부탁해요|부탁드려요|please|인데요|이에요|예요|입니다|거)+$",
    re.IGNORECASE,
)
_KEPT = re.compile(r"[^0-9a-z가-힣ㄱ-ㅎㅏ-ㅣ]+")
_ALIKE = 0.74
_LEAD = 0.08


def choose(text: str, options: Sequence[str]) -> int | None:
    """The index of the option ``text`` names: by its words, its number, its place, or nearly so; None when unclear."""
    if (numbered := _by_number(text, len(options))) is not None:
        return numbered
    said = _bare(text)
    if not said:
        return None
    bare = [_bare(option) for option in options]
    if said in bare:
        return bare.index(said)
    inside = [i for i, option in enumerate(bare) if option and option in said]
    inside = [i for i in inside if not any(i != j and bare[i] in bare[j] for j in inside)]
    if len(inside) == 1:
        return inside[0]
    if not inside and len(said) >= 2:
        inside = [
            i for i, option in enumerate(bare) if _without_politeness(said) and _without_politeness(said) in option
        ]
        if len(inside) == 1:
            return inside[0]
    if (placed := _by_place(text, len(options))) is not None:
        return placed
    return _nearly(said, bare)


def _by_number(text: str, count: int) -> int | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    number = "①②③④⑤⑥⑦⑧⑨".index(match[1]) + 1 if match[1] in "①②③④⑤⑥⑦⑧⑨" else int(match[1])
    return number - 1 if 1 <= number <= count else None


def _by_place(text: str, count: int) -> int | None:
    if _LAST.search(text):
        return count - 1 if count else None
    for pattern, index in _ORDINALS:
        if re.search(pattern, text, re.IGNORECASE) and index < count:
            return index
    return None


def _nearly(said: str, options: Sequence[str]) -> int | None:
    core = to_jamo(_without_politeness(said) or said)
    scored = sorted(
        ((_likeness(core, to_jamo(option)), -i) for i, option in enumerate(options) if option), reverse=True
    )
    if not scored or scored[0][0] < _ALIKE:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD:
        return None
    return -scored[0][1]


def _likeness(one: str, other: str) -> float:
    whole = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if len(one) <= len(other):
        return whole
    step = max(1, len(other) // 6)
    windows = (one[i : i + len(other)] for i in range(0, len(one) - len(other) + 1, step))
    return max([whole, *(SequenceMatcher(None, window, other, autojunk=False).ratio() for window in windows)])


def _without_politeness(bare: str) -> str:
    return _POLITE.sub("", bare)


def _bare(text: str) -> str:
    return _KEPT.sub("", text.lower())
