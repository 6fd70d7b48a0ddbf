"""What looks like personal data and never is: representative numbers, dates, prices, named codes."""

import re

from dajeong.trust.recognisers.name_words import NOT_A_PERSON

_LABELLED = (
    r"주문|송장|운송장|배송|예약|쿠폰|상품|모델|제품|품번|접수|민원|관리|버전|오류|에러|시리얼|일련|제조|승인|거래|결제|바코드|"
    r"이벤트|프로모션|인증|코드|청구|문의|티켓|사건|ISBN|EAN|SKU"
)
_LABELLED_EN = (
    r"order|tracking|invoice|booking|reservation|model|serial|error|coupon|voucher|promo|ticket|case|reference|ref|"
    r"transaction|product|item|sku|isbn|barcode|part|version|confirmation"
)
_CODE = r"#?[A-Za-z]{0,5}[-#]?\d[A-Za-z\d]*(?:[-.]?[A-Za-z\d]+){0,5}"

ALWAYS_ALLOWED: tuple[re.Pattern[str], ...] = (
    # Representative numbers (15xx, 16xx, 18xx), toll-free numbers and short public numbers.
    re.compile(r"1[568]\d{2}\s?-\s?\d{4}|080-\d{3,4}-\d{4}|1(?:12|19|10|14|18|20|32|345|350|330|366|393|577|588)"),
    # Dates and times. A date of birth is found by its cue and is never kept by this.
    re.compile(r"(?:19|20)\d{2}\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}일?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?"),
    re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|\d{1,2}월\s?\d{1,2}일|\d{1,2}:\d{2}(?::\d{2})?"),
    # Money and amounts.
    re.compile(
        r"[$€£₩]\s?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:,\d{3})+|\d+\s?(?:원|만\s?원|천\s?원|점|포인트|마일|개월?|건|GB|MB|kg|cm|mm)"
    ),
    # Codes named by what they are: the name, at most a particle, the code.
    re.compile(
        rf"(?:{_LABELLED})\s?(?:번호|코드|No\.?|넘버|명)?\s?(?:은|는|이|가|를|:|：|\s)?\s?{_CODE}", re.IGNORECASE
    ),
    re.compile(rf"\b(?:{_LABELLED_EN})\s?(?:number|no\.?|code|id|#)?\s?(?:is|was|:|=)?\s?{_CODE}", re.IGNORECASE),
    # Korean barcodes (GS1 prefix 880) whose digits would be a birth in 2088.
    re.compile(r"880[1-9](?:0[1-9]|[12]\d|3[01])[3478]\d{6}"),
    re.compile(NOT_A_PERSON),
)
