"""Whether the words around a day tell of what was or ask for what is to come."""

import re
from typing import Literal

Tense = Literal["past", "coming", "open"]

# Korean has its verb behind; a clause further on is another matter.
_REACH = 28
_REACH_EN = 80
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_END = re.compile(r"[.!?~\n,;]|(?<=[요다죠까])\s")
_DOUBLE_S = 20
_PRESENT = frozenset("있겠")
_COMING_KO = re.compile(
    r"주세요|주십|줘|게요|래요|예정|까지|바꿔|될까|할까|가능|싶|해야|와야|하려|부탁|돼요\?|되나요|됩니까|가요|올\s|갈\s"
)
_PAST_EN = re.compile(
    r"\b(?:was|were|did|didn't)\b|"
    r"\b(?:i|we|it|you|they|she|he|that|who|parcel|package|order|driver|nothing|nobody|someone)\s(?:have\s|had\s|already\s|just\s|only\s)*"
    r"(?:bought|paid|got|came|sent|went|made|told|said|left|broke|stopped|(?!need|want)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_BOOKED = re.compile(r"예약|약속")
_COMING_EN = re.compile(
    r"\b(?:please|can|could|will|would|want|need|by|until|till|must|should|shall|have to|like to|works?|fine)\b|'ll\b",
    re.IGNORECASE,
)
_CLOSE_EN = re.compile(r"\b(since|for|by|until|till)\s(?:the\s|next\s|this\s)?$", re.IGNORECASE)
_CLAUSE_EN = re.compile(r"[.!?;\n]|\b(?:but|so)\b")


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the clause in which the day at ``start`` to ``end`` stands."""
    behind = _END.split(text[end : end + _REACH], maxsplit=1)[0]
    # "현충일에 예약했어요": what was done is the booking, the day is yet to come.
    if any(_is_past(letter) for letter in behind) and not _BOOKED.search(behind):
        return "past"
    if _COMING_KO.search(behind):
        return "coming"
    if not _LATIN.search(text):
        return "open"
    before, after = text[max(0, start - _REACH_EN) : start], text[end : end + _REACH_EN]
    clause = _CLAUSE_EN.split(before)[-1] + " " + _CLAUSE_EN.split(after, maxsplit=1)[0]
    # "booked for Monday" is still to come, "broken since Monday" is not.
    if close := _CLOSE_EN.search(before):
        return "past" if close[1].lower() == "since" else "coming"
    if _PAST_EN.search(clause):
        return "past"
    return "coming" if _COMING_EN.search(clause) else "open"


def _is_past(letter: str) -> bool:
    """Whether a syllable ends in ㅆ as verbs of the past do (샀, 했, 었), which 있 and 겠 do as well."""
    return "가" <= letter <= "힣" and (ord(letter) - ord("가")) % 28 == _DOUBLE_S and letter not in _PRESENT
