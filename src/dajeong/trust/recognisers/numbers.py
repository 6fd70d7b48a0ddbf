"""Our own patterns for numbers that the libraries miss: odd separators, foreign forms, masked cards, short births."""

import re
from collections.abc import Callable, Sequence

from dajeong.conversation.token import PersonalDataKind
from dajeong.trust.personal_data import Found
from dajeong.trust.recognisers.checksums import luhn
from dajeong.trust.recognisers.foreigners import resident_or_foreigner

_SEP = r"[\s.\-–—−ㅡ－·~)(/,]"
_DATE = r"(?:19|20)?\d{2}\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}일?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|\d{8}|\d{6}"
_YYMMDD = r"(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PLATE = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호"
# Syllables that are also counters or everyday endings ("10주 2025"): with a space they need a word for a vehicle.
_PLATE_SPACED = re.sub("[호주도로배조부구자사수오모]", "", _PLATE)
_REGION = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
_NO_COUNTER = r"(?![\d,]|\s?(?:원|년|개|점|건|명|번|월|호|동|mm|cm|kg|ml))"

_Check = Callable[[str], bool]
_MASK = re.compile(r"[*xX●•＊]")


def _digits(text: str) -> str:
    return "".join(str(int(c)) for c in text if c.isdecimal())


def _card(text: str) -> bool:
    digits = _digits(text)
    grouped_by_four = re.fullmatch(r"\d{4}(?:\D\d{4}){3}", text) is not None
    return digits[0] in "34569" and (grouped_by_four or (len(digits) >= 14 and luhn(digits)))


def _masked_card(text: str) -> bool:
    return len(_digits(text)) >= 4 and _MASK.search(text) is not None


def _international(text: str) -> bool:
    return 9 <= len(_digits(text)) <= 15


# Each row: kind, pattern (group "value" or the whole match), and what else must hold for the value.
_ROWS: tuple[tuple[PersonalDataKind, str, _Check | None], ...] = (
    ("phone", rf"(?<!\d)\(?01[016789](?:{_SEP}{{0,3}}\d){{7,8}}(?!\d|-\d)", None),
    ("phone", rf"(?<!\d)[0０]\s[1１]\s[016789０-９](?:{_SEP}{{1,3}}\d){{7,8}}(?!\d)", None),
    ("phone", rf"(?<!\d)\(?0(?:2|[3-6][1-5]|70|50\d?)\)?{_SEP}{{1,2}}\d{{3,4}}{_SEP}{{1,2}}\d{{4}}(?!\d|-\d)", None),
    ("phone", r"(?<![\d+])(?:\+|00)[1-9]\d{0,2}(?:[\s.\-]?\(?\d{1,4}\)?){2,5}(?!\d)", _international),
    ("phone", r"(?<![\d-])\(?[2-9]\d{2}\)?[\s.\-]\d{3}[.\-]\d{4}(?![\d-])", None),
    ("card", r"(?<![\d-])\d(?:[\s.\-]?\d){12,18}(?![\d-])", _card),
    ("card", r"(?<![\d*])(?:[\d*xX●•＊]{4}[\s.\-]?){2,3}[\d*xX●•＊]{3,4}(?![\d*])", _masked_card),
    (
        "resident_number",
        r"(?:뒷자리|뒤자리|뒷번호)\s?(?:7자리)?\s?(?:은|는|이|가|:)?\s?(?P<value>[1-8]\d{6})(?!\d)",
        None,
    ),
    ("resident_number", rf"(?<!\d){_YYMMDD}{_SEP}{{0,3}}[1-8][\d*xX●•]{{6}}(?![\d*])", None),
    ("birth_date", rf"(?<![\d-])(?P<value>{_YYMMDD})(?=\s?(?:년?생|일생|출생|태생))", None),
    ("birth_date", rf"(?<!\d)(?P<value>{_DATE})(?=\s?(?:년?생(?!산|활|각|수|겨|긴)|일생|출생|에\s?태어))", None),
    (
        "birth_date",
        r"(?:생년월일|생일|생년|출생일|태어난\s?날|앞자리|앞번호)(?:은|는|이|가|:|：)?\s{0,2}(?:[가-힣]{1,3}\s)?"
        rf"(?P<value>{_DATE})(?![\d-])",
        None,
    ),
    (
        "birth_date",
        rf"(?i:\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)\b)\W{{0,3}}(?:(?:is|on)\s)?(?P<value>{_DATE}"
        r"|\d{1,2}\s?[A-Z][a-z]{2,8}\.?,?\s\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?![\d-])",
        None,
    ),
    ("vehicle", rf"(?<!\d)(?:(?:{_REGION})\s?)?\d{{2,3}}[{_PLATE}]\d{{4}}{_NO_COUNTER}", None),
    ("vehicle", rf"(?<!\d)(?:(?:{_REGION})\s?)?\d{{2,3}}[{_PLATE_SPACED}]\s\d{{4}}{_NO_COUNTER}", None),
    (
        "vehicle",
        rf"(?:차량?|번호판|자동차)[가-힣]{{0,3}}\s{{0,2}}(?P<value>(?:(?:{_REGION})\s?)?\d{{2,3}}\s?[{_PLATE}]\s?\d{{4}})(?!\d)",
        None,
    ),
    ("personal", r"(?<![\d-])(?!000|666|9)\d{3}-\d{2}-\d{4}(?![\d-])", None),
)
_COMPILED = tuple((kind, re.compile(pattern), check) for kind, pattern, check in _ROWS)
_WORTH_LOOKING = re.compile(r"\d")


class Numbers:
    """Finds numbers by form: Korean and foreign phones, cards, births, vehicles, United States social security."""

    def find(self, text: str) -> Sequence[Found]:
        """Return the numbers of ``text``; nothing is asked of a resident number's check digit."""
        if not _WORTH_LOOKING.search(text):
            return ()
        found = []
        for kind, pattern, check in _COMPILED:
            group = "value" if "value" in pattern.groupindex else 0
            for match in pattern.finditer(text):
                if check is None or check(match[group]):
                    sort = resident_or_foreigner(kind, match[group])
                    found.append(Found(sort, match.start(group), match.end(group), match[group]))
        return found
