"""Numbers as customers write and say them: digits, Korean words of both kinds, English words, and mixtures."""

import re
from decimal import Decimal

_DIGIT = {"영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_NATIVE_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
_ONES = "|".join(sorted(_NATIVE_ONES, key=len, reverse=True))
_TENS = "|".join(_NATIVE_TENS)
NATIVE_WORDS = rf"(?:{_TENS})(?:{_ONES})?|스무|{_ONES}"
# "이십사", "삼십일": Sino-Korean up to 99, as days, floors and portions are counted.
SINO_WORDS = r"[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]"
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_ENGLISH_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ENGLISH_WORDS = (
    rf"(?:{'|'.join(_ENGLISH_TENS)})(?:[ -](?:{'|'.join(list(_ENGLISH)[1:10])}))?|"
    rf"{'|'.join(sorted(_ENGLISH, key=len, reverse=True))}"
)


def korean_number(text: str) -> int | None:
    """The value of a number in digits, Sino-Korean words or a mixture ("3만5천", "삼만 오천", "1억 2천만"); None when it is none."""
    text = text.replace(",", "").replace(" ", "")
    if not text:
        return None
    total = section = 0
    current: Decimal | None = None
    for piece in re.findall(r"\d+(?:\.\d+)?|\D", text):
        if piece[0].isdigit():
            current = Decimal(piece)
        elif piece in _DIGIT:
            current = Decimal(_DIGIT[piece]) if current is None else current * 10 + _DIGIT[piece]
        elif piece in _SMALL:
            section += int((Decimal(1) if current is None else current) * _SMALL[piece])
            current = None
        elif piece in _LARGE:
            whole = Decimal(section) + (current or 0)
            total += int((whole or Decimal(1)) * _LARGE[piece])
            section, current = 0, None
        else:
            return None
    return total + section + int(current or 0)


def plain_number(text: str) -> str:
    """A number without the commas between its thousands: "3,000" -> "3000"."""
    return text.replace(",", "")


def counted_number(word: str) -> int | None:
    """The value of a counting word: "세", "스물네", "삼십일", "3", "twenty-five"; None when it is none."""
    word = word.strip().lower()
    if word.isascii():
        return int(word) if word.isdigit() else _english(word)
    if word == "스무":
        return 20
    if word in _NATIVE_ONES:
        return _NATIVE_ONES[word]
    for tens, value in _NATIVE_TENS.items():
        if word.startswith(tens):
            rest = word[len(tens) :].strip()
            return value + _NATIVE_ONES[rest] if rest in _NATIVE_ONES else None if rest else value
    return korean_number(word) if re.fullmatch(SINO_WORDS, word) else None


def _english(word: str) -> int | None:
    first, _, rest = word.replace("-", " ").partition(" ")
    if first in _ENGLISH:
        return None if rest else _ENGLISH[first]
    if first not in _ENGLISH_TENS:
        return None
    return _ENGLISH_TENS[first] + _ENGLISH.get(rest, 0)
