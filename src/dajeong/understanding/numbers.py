"""Amounts and numbers as customers write them, in one canonical form."""

import re
from decimal import Decimal, InvalidOperation

_DIGIT = {"영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_NATIVE = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열하나": 11, "열두": 12, "열둘": 12, "스무": 20, "스물": 20, "서른": 30,
}  # fmt: skip
NATIVE_WORDS = "|".join(sorted(_NATIVE, key=len, reverse=True))
_ENGLISH = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
ENGLISH_WORDS = "|".join(_ENGLISH)

_PIECE = r"(?:\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구십백천])"
WON = re.compile(
    rf"(?:{_PIECE}|만)(?:\s?(?:{_PIECE}|[십백천만억조]))*\s?원(?![가-힣]*(?:래|하|인|피|룸))|"
    rf"₩\s?\d[\d,]*|\d[\d,]*\s?(?:krw)\b",
    re.IGNORECASE,
)
# Without "원": "3만 5천" said for a price, unless something else is counted; in words only when nothing else is said.
_COUNTED = r"\s?(?:원|명|개|번|년|달|월|일|시간|시|분|초|걸음|보|대|장|권|병|건|마리|킬로|미터|화소|포인트|점|회|살|세|평|톤|km|kg|gb|mb|%|가지|피스|행|단|도)"
BARE_WON = re.compile(
    rf"(?<![\d.,\-A-Za-z가-힣])\d[\d,]*(?:\.\d+)?\s?[만억](?:\s?\d[\d,]*\s?[만천백십])*(?!\s?[\d억조]|{_COUNTED})|"
    r"(?<=^)\s*(?=\S*[만천백억])[일이삼사오육칠팔구십백천만억\s]{2,}?(?=(?:이?요|정도|쯤|이에요|예요|입니다|으로|짜리)?[\s.,!~]*(?:이?요)?$)",
    re.IGNORECASE,
)
# A price as tills print it. More digits, a unit or a version is no price.
BARE_PRICE = re.compile(
    r"(?<![\d.,\-/:A-Za-z])(?<!version )(?<!버전 )(?<!ver )(?<!ios )\d{1,3}(?:,\d{3})*\.\d{2}(?![\d\-/:%A-Za-z]|[.,]\d|\s?(?:%|gb|mb|km|cm|mm|kg|ml|inch|"
    r"percent|퍼센트|기가|메가|킬로|센티|미터|리터|버전|점))",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"(?:[$€£¥]|US\$)\s?\d[\d,]*(?:\.\d{1,2})?(?:\s?k\b)?|\d[\d,]*(?:\.\d{1,2})?\s?(?:dollars?|bucks|"
    r"euros?|pounds?|usd|eur|gbp|달러|유로|엔)\b",
    re.IGNORECASE,
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
    """The value of a counting word: "세", "열두", "3", "three"; None when it is none."""
    word = word.strip().lower()
    if word.isascii() and word.isdigit():
        return int(word)
    return _NATIVE.get(word, _ENGLISH.get(word))


def amount_value(text: str) -> str | None:
    """The amount as plain digits in its own currency: "3만5천원" -> "35000", "$1,250.50" -> "1250.50"; None when it is none."""
    if re.search(r"[$€£¥]|dollar|buck|euro|pound|usd|eur|gbp|달러|유로|엔", text, re.IGNORECASE):
        digits = re.search(r"\d[\d,]*(?:\.\d{1,2})?", text)
        if digits is None:
            return None
        value = digits.group().replace(",", "")
        try:
            return str(int(Decimal(value) * 1000)) if re.search(r"\dk\b", text, re.IGNORECASE) else value
        except InvalidOperation:
            return None
    if re.fullmatch(r"\s*\d[\d,]*\.\d{2}\s*", text):
        return plain_number(text.strip())
    won = korean_number(re.sub(r"[₩원]|krw", "", text, flags=re.IGNORECASE).strip())
    return None if won is None else str(won)
