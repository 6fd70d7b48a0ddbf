"""Where somebody lives: the parts of an address that the libraries miss, and English addresses."""

import re
from collections.abc import Sequence

from dajeong.trust.personal_data import Found

_PROVINCE = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
    r"|충청[남북]|전라[남북]|경상[남북])(?:특별자치시|특별자치도|특별시|광역시|시|도)?"
)
_DISTRICT = r"(?:[가-힣]{2,4}시\s)?(?:[가-힣]{2,3}[구군]|[중동서남북]구|[가-힣]{2,3}시)"
_STREET = r"[가-힣\d]{1,9}(?:대로|로|길|동|읍|면|리|가)(?:\s?\d{1,3}번?길)?"
_LOT = r"(?:\s?\d{1,5}(?:-\d{1,4})?(?:번지)?)"
_ESTATE = r"[가-힣A-Za-z\d]{2,14}(?:아파트|빌라|오피스텔|맨션|주공|타운|하이츠|빌|팰리스|자이|푸르지오|힐스테이트|캐슬)"
_FLAT = r"제?(?:\d{1,4}|[A-Za-z가-하])동\s?(?:\d{1,3}층\s?)?제?\d{1,5}호"
_ROAD = "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Square|Sq|Terrace|Close"
_UNIT = r"(?:,?\s+(?:Apt|Apartment|Unit|Suite|Ste|Flat|Floor|#)\.?\s*[\w-]{1,6})"
_TOWN = r"(?:,\s*(?![A-Z]{2}\s+\d)[A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+){0,2})"
_CODE = r"(?:,?\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?|,?\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})"

_PATTERNS = (
    # From the district down to the flat: every part but the flat may be missing.
    re.compile(
        rf"(?<![가-힣\d])(?:{_PROVINCE}\s)?(?:{_DISTRICT}\s)?(?:{_STREET}{_LOT}?,?\s)?(?:{_ESTATE},?\s?)?{_FLAT}"
    ),
    # A district and a street or lot number, without a flat.
    re.compile(
        rf"(?<![가-힣])(?:{_PROVINCE}\s)?{_DISTRICT}\s(?:[가-힣]{{1,5}}[읍면]\s)?{_STREET}{_LOT}(?!\d|원)(?:,?\s\d{{1,3}}층)?"
    ),
    re.compile(rf"(?<![가-힣]){_ESTATE}\s\d{{2,4}}동(?:\s?\d{{1,5}}호)?"),
    re.compile(
        rf"\b\d{{1,5}}[A-Z]?,?\s+(?:[NSEW]\.?\s+)?(?:[A-Z][a-z]+\s+){{1,3}}(?:{_ROAD})\b\.?{_UNIT}?{_TOWN}{{0,2}}{_CODE}?"
    ),
    re.compile(r"\bP\.?\s?O\.?\s?Box\s+\d{1,6}\b", re.IGNORECASE),
)
_WORTH_LOOKING = re.compile(r"\d")
_PARTS_OF_A_HOME = 3


def pins_a_home(text: str) -> bool:
    """Say whether an address is more than a region: it holds a number or at least three parts ("제주도" does not)."""
    return _WORTH_LOOKING.search(text) is not None or len(text.split()) >= _PARTS_OF_A_HOME


class Places:
    """Finds streets and flats; a district alone ("강남역 근처") tells nobody's home and stays."""

    def find(self, text: str) -> Sequence[Found]:
        """Return address parts that hold a number."""
        if not _WORTH_LOOKING.search(text):
            return ()
        return [Found("address", m.start(), m.end(), m[0]) for pattern in _PATTERNS for m in pattern.finditer(text)]
