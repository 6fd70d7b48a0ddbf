"""Days as Koreans name them: "글피", "다음 주 화요일", "이달 말", "보름 뒤", "시월 삼일", "3영업일 안에"."""

import re
from datetime import date, timedelta

from dajeong.understanding.entities.calendar import business_days_from
from dajeong.understanding.entities.day_form import (
    Form,
    Stretch,
    add_months,
    day_of_month,
    form,
    month,
    month_day,
    month_named,
    nth_weekday,
    week,
    weekday,
)
from dajeong.understanding.entities.numbers import NATIVE_WORDS, SINO_WORDS, counted_number
from dajeong.understanding.entities.tense import Tense

_DAYS = {
    "오늘": 0, "금일": 0, "내일": 1, "낼": 1, "명일": 1, "익일": 1, "모레": 2, "내일모레": 2, "낼모레": 2, "글피": 3, "그글피": 4, "어제": -1,
    "어제께": -1, "작일": -1, "어저께": -1, "어젯밤": -1, "간밤": -1, "그저께": -2, "그제": -2, "엊그제": -2, "엊그저께": -2, "그끄저께": -3, "그끄제": -3,
}  # fmt: skip
_WORDS = "|".join(sorted(_DAYS, key=len, reverse=True))
_COUNTS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15, "일주일": 7,
}  # fmt: skip
_WEEKDAYS = "월화수목금토일"
_WEEKDAY = rf"([{_WEEKDAYS}])(?:요일|욜)"
_WEEKS = {
    "이번": 0, "금": 0, "다음": 1, "담": 1, "차": 1, "다다음": 2, "다음다음": 2, "지난": -1, "저번": -1, "지지난": -2, "저저번": -2,
}  # fmt: skip
_WEEK = rf"({'|'.join(sorted(_WEEKS, key=len, reverse=True))})\s?주"
_MONTHS = {"이번달": 0, "이달": 0, "당월": 0, "다음달": 1, "담달": 1, "내달": 1, "지난달": -1, "저번달": -1}
_MONTH = r"(이번\s?달|이달|당월|다음\s?달|담\s?달|내달|지난\s?달|저번\s?달)"
_YEARS = {"재작년": -2, "작년": -1, "지난해": -1, "올해": 0, "금년": 0, "내년": 1}
_SINO_MONTHS = {
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "유": 6,
    "육": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
    "시": 10,
    "십": 10,
    "십일": 11,
    "십이": 12,
}
_SINO_DAY = r"((?:이십|삼십|십)[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])\s?일"
_NTH = {
    "첫": 1,
    "첫째": 1,
    "첫번째": 1,
    "둘째": 2,
    "두번째": 2,
    "셋째": 3,
    "세번째": 3,
    "넷째": 4,
    "네번째": 4,
    "마지막": -1,
}
# A number of days is no day: "3일째", "3일 동안", "3일 걸려요".
_NO_DAY = r"(?!\s?(?:째|동안|간\b|간은|정도|걸|소요|치|이내|안|만에|뒤|후|차|분))"
# The weekday that is said with a date is no second one.
_PAREN = r"(?:\s?\([월화수목금토일]\)|\s?[월화수목금토일]요일)?"
# What may follow a word so short that it begins others: "주" (주문, 주소), "달" (달라).
_BREAK = r"(?=$|[\s.,!?~)]|에|까지|부터|중|안|내|쯤|이나|이요|이에|이면|로|도|는|요|만|께|엔)"
_HERE = r"(?<![가-힣0-9])"


def _iso(match: re.Match[str], today: date, tense: Tense) -> date:
    return date(int(match[1]), int(match[2]), int(match[3]))


def _short_year(match: re.Match[str], today: date, tense: Tense) -> date:
    return date(2000 + int(match[1]), int(match[2]), int(match[3]))


def _year_word(match: re.Match[str], today: date, tense: Tense) -> date:
    return date(today.year + _YEARS[match[1]], int(match[2]), int(match[3]))


def _month_day(match: re.Match[str], today: date, tense: Tense) -> date:
    return month_day(int(match[1]), int(match[2]), today, tense)


def _sino_month_day(match: re.Match[str], today: date, tense: Tense) -> date:
    return month_day(_SINO_MONTHS[match[1]], counted_number(match[2]) or 0, today, tense)


def _days_joined(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    """ "3~5일", "12월 3~5일"."""
    start, end = int(match[2]), int(match[3])
    first = month_day(int(match[1]), start, today, tense) if match[1] else day_of_month(start, today, tense)
    last = day_of_month(end, first, "coming")
    return first, last


def _dots_joined(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first = month_day(int(match[1]), int(match[2]), today, tense)
    return first, month_day(int(match[3]), int(match[4]), first, "coming")


def _shifted_month(match: re.Match[str]) -> int:
    return _MONTHS[re.sub(r"\s", "", match[1])]


def _month_shift_day(match: re.Match[str], today: date, tense: Tense) -> date:
    day = counted_number(match[2])
    return month(today, _shifted_month(match))[0].replace(day=day or 0)


def _end_of_month(match: re.Match[str], today: date, tense: Tense) -> date:
    if match[1] is not None:
        return month(today, _shifted_month(match))[1]
    return month_named(int(match[2]), today, tense)[1]


def _part_of_month(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    first, last = (
        month(today, _shifted_month(match)) if match[1] is not None else month_named(int(match[2]), today, tense)
    )
    if match[3] == "초":
        return first, first.replace(day=10)
    return (first.replace(day=11), first.replace(day=20)) if match[3] == "중순" else (first.replace(day=21), last)


def _whole_month(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    return month(today, _shifted_month(match)) if match[1] is not None else month_named(int(match[2]), today, tense)


def _nth_of_month(match: re.Match[str], today: date, tense: Tense) -> date:
    first = (month(today, _shifted_month(match)) if match[1] is not None else month_named(int(match[2]), today, tense))[
        0
    ]
    return nth_weekday(first, _NTH[re.sub(r"\s", "", match[3])], _WEEKDAYS.index(match[4]))


def _week_day(match: re.Match[str], today: date, tense: Tense) -> date:
    return week(today, _WEEKS[match[1]])[0] + timedelta(days=_WEEKDAYS.index(match[2]))


def _week_days(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    """ "월~수", "다음 주 월~수"."""
    first = _week_day(match, today, tense) if match[1] else weekday(_WEEKDAYS.index(match[2]), today, tense)
    return first, weekday(_WEEKDAYS.index(match[3]), first, "coming")


def _row_of_days(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    """ "다음 주 월화수", "금토일"."""
    row = [_WEEKDAYS.index(letter) for letter in re.sub("요일|욜", "", match[2])]
    first = week(today, _WEEKS[match[1]])[0] + timedelta(days=row[0]) if match[1] else weekday(row[0], today, tense)
    return first, first + timedelta(days=len(row) - 1)


def _week_of_month(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    """The first week ends with the first Sunday; the last one begins with the last Monday."""
    first, last = _whole_month(match, today, tense)
    assert first is not None and last is not None
    which = _NTH[re.sub(r"\s", "", match[3])]
    monday = week(last, 0)[0] if which < 0 else week(first, which - 1)[0]
    return max(monday, first), min(monday + timedelta(days=6), last)


def _whole_year(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    year = today.year + _YEARS[match[1]]
    return date(year, 1, 1), date(year, 12, 31)


def _plain_week_day(match: re.Match[str], today: date, tense: Tense) -> date:
    if match[1] and match[1].startswith(("지난", "저번")):
        tense = "past"
    return weekday(_WEEKDAYS.index(match[2]), today, tense)


def _weekend(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    shift = _WEEKS[match[1]] if match[1] else -1 if tense == "past" and today.weekday() < 5 else 0
    monday, sunday = week(today, shift)
    return monday + timedelta(days=5), sunday


def _week(match: re.Match[str], today: date, tense: Tense) -> Stretch:
    return week(today, _WEEKS[match[1]])


def _word(match: re.Match[str], today: date, tense: Tense) -> date:
    return today + timedelta(days=_DAYS[re.sub(r"\s", "", match[1])])


def _moved(today: date, count: int, unit: str) -> date:
    """``today`` moved by ``count`` days, weeks, months or years."""
    if unit.startswith(("달", "개월", "년", "해")):
        return add_months(today, count * (12 if unit.startswith(("년", "해")) else 1))
    return today + timedelta(days=count * (7 if unit.startswith("주") else 1))


def _ago_or_ahead(match: re.Match[str], today: date, tense: Tense) -> date | Stretch | None:
    number, unit, word = match["n"], match["u"], match["w"]
    count = _COUNTS.get(number) if unit is None else counted_number(number)
    if count is None:
        return None
    if word.startswith(("안", "이내", "내")):
        return None, _moved(today, count, unit or "일")
    return _moved(today, -count if word == "전" else count, unit or "일")


def _recent(match: re.Match[str], today: date, tense: Tense) -> Stretch | None:
    count = counted_number(match[1])
    return None if count is None else (_moved(today, -count, match[2]), today)


def _business(match: re.Match[str], today: date, tense: Tense) -> date | Stretch | None:
    count = counted_number(match[1] or match[2])
    if not count:
        return None
    word = match[3]
    day = business_days_from(today, -count if word == "전" else count)
    return (None, day) if word.startswith(("안", "이내", "내")) else day


def _next_business(match: re.Match[str], today: date, tense: Tense) -> date:
    return business_days_from(today, 1)


_COUNT = rf"\d{{1,3}}|{NATIVE_WORDS}|{SINO_WORDS}"
_WHEN = r"(?P<w>전(?![가-힣]*화)|뒤|후(?!기)|있다가|안(?:에|으?로)|이내|내(?:에|로))"
KOREAN_FORMS: tuple[Form, ...] = (
    form(rf"(?<!\d)(20\d{{2}})\s?[-./년]\s?(\d{{1,2}})\s?[-./월]\s?(\d{{1,2}})(?!\d)(?:\s?일|\.)?{_PAREN}", _iso, "20"),
    form(r"(?<![\dA-Za-z\-])(20[1-4]\d)(0[1-9]|1[0-2])([0-3]\d)(?![\dA-Za-z\-])", _iso, "20"),
    form(rf"(?<![\d./])(\d{{2}})\s?년\s?(\d{{1,2}})\s?월\s?(\d{{1,2}})\s?일{_PAREN}", _short_year, "년"),
    form(r"(?<![\d./])(?<!버전 )(?<![a-z]\s)(?<![a-z])(2\d)([./])(\d{1,2})\2(\d{1,2})(?![\d./])",
         lambda m, t, x: date(2000 + int(m[1]), int(m[3]), int(m[4])), "#"),
    form(r"(작년|지난해|올해|금년|내년|재작년)\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일", _year_word, "년 해"),
    form(rf"(?<!\d)(?:(\d{{1,2}})\s?월\s?)?(?<!\d)(\d{{1,2}})\s?일?\s?[~∼\-–]\s?(\d{{1,2}})\s?일{_NO_DAY}", _days_joined, "일", "year"),
    form(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\s?[~∼–]\s?(\d{1,2})\.\s?(\d{1,2})(?![\d.]|\s?(?:%|[a-z]|"
        r"만|천|억|킬로|센티|배|점|도|리터|인치))", _dots_joined, ".", "year"),
    form(rf"(?<!\d)(\d{{1,2}})\s?월\s?(\d{{1,2}})\s?일{_PAREN}", _month_day, "월", "year"),
    form(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.?\s?\([월화수목금토일]\)", _month_day, "(", "year"),
    form(r"(?<![\d.])(\d{1,2})\.\s(\d{1,2})\.(?!\d)", _month_day, ".", "year"),
    form(rf"(?<![\d/.])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?![\d/]){_PAREN}", _month_day, "/", "year"),
    form(rf"{_HERE}(십일|십이|[일이삼사오유육칠팔구시십])\s?월\s?{_SINO_DAY}", _sino_month_day, "월", "year"),
    form(rf"(?:{_MONTH}|(?<!\d)(\d{{1,2}})\s?월)\s?(첫\s?번째|첫째|첫|둘째|두\s?번째|셋째|세\s?번째|"
        rf"넷째|네\s?번째|마지막)\s?(?:주\s?)?{_WEEKDAY}", _nth_of_month, "요일 욜", "year"),
    form(rf"(?:{_MONTH}|(?<!\d)(\d{{1,2}})\s?월)\s?(첫\s?번?째|둘째|두\s?번째|셋째|세\s?번째|넷째|"
        rf"네\s?번째|마지막)\s?주(?!말){_BREAK}", _week_of_month, "주", "year"),
    form(rf"{_HERE}(올해|금년|내년|작년){_BREAK}(?!\s?(?:\d|[가-힣]+월))", _whole_year, "해 년"),
    form(r"(?<!\d)(\d{1,2})월\s?(\d{1,2})(?=[\s.,!?]|$)(?!\s?(?:[~∼\-–]|개|명|만|일))", _month_day, "월", "year"),
    form(rf"(?:{_MONTH}|(?<!\d)(\d{{1,2}})\s?월)\s?(?:마지막\s?날|말일|말)(?![가-힣]*씀)", _end_of_month, "말 마지막", "year"),
    form(rf"{_HERE}(?:월말|말일)(?!고사)", lambda m, t, x: month(t, 0)[1], "월말 말일"),
    form(rf"{_HERE}연말(?!정산)", lambda m, t, x: date(t.year, 12, 31), "연말"),
    form(rf"{_MONTH}\s?(\d{{1,2}}|{SINO_WORDS})\s?일", _month_shift_day, "달 월"),
    form(rf"(?:{_MONTH}|(?<!\d)(\d{{1,2}})\s?월)\s?(초|중순|하순)", _part_of_month, "초 순", "year"),
    form(rf"(?:{_WEEK}\s?|{_HERE})([{_WEEKDAYS}])(?:요일|욜)?\s?[~∼\-–]\s?([{_WEEKDAYS}])(?:요일|욜)?(?![가-힣]*\d)", _week_days, "~ ∼ - –", "week"),
    form(rf"{_WEEK}\s?([{_WEEKDAYS}])(?=$|[\s.,!~]|에|로|이?요(?!일))", _week_day, "주"),
    form(rf"(?:{_WEEK}\s?|{_HERE}(?=\S{{3}}))((?:월화수?|화수목?|수목금?|목금토?|금토일?|토일|"
        rf"월화수목금?|화수목금)(?:요일|욜)?)(?=\s|에|중|다|$)", _row_of_days, "월화 화수 수목 목금 금토 토일", "week"),
    form(rf"{_WEEK}\s?{_WEEKDAY}", _week_day, "요일 욜"),
    form(rf"(돌아오는|오는|지난번?|저번|이번)\s?{_WEEKDAY}", _plain_week_day, "요일 욜", "week"),
    form(rf"{_HERE}(?<!매주 )(?<!매달 )(?<!격주 )(?<!매주)(){_WEEKDAY}(?!마다|날?마다)", _plain_week_day, "요일 욜", "week"),
    form(rf"(?:{_WEEK}|{_HERE}주)말(?!마다|농장|[가-힣]*부부)", _weekend, "주말", "week"),
    form(rf"{_WEEK}{_BREAK}", _week, "주"),
    form(rf"{_HERE}(?:(다음)\s?영업일|익영업일)", _next_business, "영업일"),
    form(r"(?<!\d)(\d{1,2})\s?영업일()\s?(전|뒤|후|이후|안에|이내|내에?)", _business, "영업일"),
    form(r"()영업일\s?(?:기준(?:으로)?)?\s?(\d{1,2})일\s?(전|뒤|후|이후|안에|이내|내에?)", _business, "영업일"),
    form(rf"{_HERE}(?:최근|지난)\s?({_COUNT})\s?(일|주|개월|달|년)(?!\s?차)", _recent, "최근 지난"),
    form(rf"{_HERE}(?P<n>{_COUNT})\s?(?P<u>일|주일|주|달|개월|년)\s?(?:정도\s?|쯤\s?)?{_WHEN}", _ago_or_ahead, "전 뒤 후 있다가 내 안"),
    form(rf"{_HERE}(?P<n>{'|'.join(_COUNTS)})(?P<u>(?!))?\s?(?:정도\s?|쯤\s?)?{_WHEN}", _ago_or_ahead, "전 뒤 후 있다가 내 안"),
    form(rf"{_HERE}(?!낼(?:게|래|거|것|테|라|려|까(?!지)|\s?(?:수|때|거|건)))({_WORDS})(?![A-Za-z]|"
        rf"야|서야|오늘|채움|의\s?(?:집|날씨))", _word, "오늘 일 낼 젯밤 간밤 모레 글피 어제 어저 그제 저께 그끄"),
    form(rf"(?<![\d월.,])(?<!월 )(?<!\d[~∼-])(\d{{1,2}})\s?일(?:날|자)?{_NO_DAY}(?=\s?(?:에|까지|부터|"
        rf"로|이요|이에요|이나|이고|쯤|오전|오후|도|은|이후|이전|전에|사이)|[\s.,!?]*$)",
         lambda m, t, x: day_of_month(int(m[1]), t, x), "일", "month"),
    form(rf"{_HERE}(?=[이삼]?십){_SINO_DAY}(?=\s?(?:에|까지|부터|날|이?요|이에요|오전|오후)|[\s.,!?]*$)",
         lambda m, t, x: day_of_month(counted_number(m[1]) or 0, t, x), "일", "month"),
    form(rf"(?:{_MONTH}|(?<!\d)(\d{{1,2}})\s?월){_BREAK}(?!\s?\d)", _whole_month, "달 월", "year"),
)  # fmt: skip
