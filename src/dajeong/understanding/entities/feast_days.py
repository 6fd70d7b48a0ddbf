"""Days with a name, and what is said of them: "추석 전날", "설 연휴", "지난 크리스마스", "the day after Thanksgiving"."""

import re
from datetime import date, timedelta

from dajeong.understanding.entities.calendar import DAY, NAMED_DAY, free_days_around, named_day
from dajeong.understanding.entities.day_form import Form, Stretch, form, nearest
from dajeong.understanding.entities.tense import Tense

_AFTER_A_WORD = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word}\s)"
        for word in "on by for before after until till since over from around this last next".split()
    )
    + r"|(?<=\bthe\s)(?=[a-z]+\s(?:holidays?|break)\b))"
)
_YEARS = {"작년": -1, "지난해": -1, "올해": 0, "올": 0, "내년": 1}
_BESIDE = {"전날": -1, "다음날": 1, "이튿날": 1}
# What may follow: a feast before a noun ("추석 선물세트", "크리스마스 트리") is no date.
_USED = (
    r"(?=(?:에|엔|때|까지|부터|전|이후|이전|이?요|이?랑|하고|쯤|인데|은|는|도|예요|이에요|맞이|이나|(?:으로|로)(?=\s|$)|지나|쇠)"
    r"|\s(?:때|까지|부터|전|지나|지난|끝|쇠|이후|이전|동안|내내|쯤|날|후)|\s*[.,!?~)]|\s*$)"
)
# Longer than any stretch of days without work.
_LONGEST = timedelta(days=14)


def _pick(name: str, word: str, today: date, tense: Tense) -> date | None:
    """The day called ``name`` that is meant: the coming one, after a verb of the past the last one."""
    if word in _YEARS:
        return next(iter(named_day(name, today.year + _YEARS[word])), None)
    days = [day for year in range(today.year - 1, today.year + 2) for day in named_day(name, year)]
    if not days:
        return None
    return nearest(days, today, "past" if word == "지난" or tense == "past" else "coming")


def _korean(match: re.Match[str], today: date, tense: Tense) -> date | Stretch | None:
    word, name, stretch, beside = match[1] or "", match[2], match[3], re.sub(r"\s", "", match[4] or "")
    # Whoever speaks of the days off may be in the middle of them.
    day = _pick(name, word, today - _LONGEST if stretch else today, tense)
    if day is not None and stretch and tense != "past" and free_days_around(day)[1] < today:
        day = _pick(name, word, today, tense)
    if day is None or beside in _BESIDE:
        return None if day is None else day + _BESIDE[beside] * DAY
    return free_days_around(day) if stretch else day


def _english(match: re.Match[str], today: date, tense: Tense) -> date | None:
    return _pick(match[2], "지난" if (match[1] or "").lower() == "last" else "", today, tense)


def _beside(match: re.Match[str], today: date, tense: Tense) -> date | None:
    day = _pick(match[2], "", today, tense)
    return None if day is None else day + (-DAY if match[1].lower() == "before" else DAY)


_FEAST_NEEDS = (
    "설 추석 명절 구정 신정 날 절 석가 부처 초파 한가위 보름 크리스마스 성탄 할로윈 핼러윈 데이 블프 현충 새해 christmas thanksgiving "
    "friday new halloween chuseok seollal valentine boxing lunar buddha hangul cyber"
)
FEAST_FORMS: tuple[Form, ...] = (
    form(rf"\bthe\sday\s(before|after)\s({NAMED_DAY})\b", _beside, "before after", "year", feast=True),
    form(rf"(?<![가-힣A-Za-z])(?:(작년|지난해|지난|올해|올|이번|내년)\s?)?({NAMED_DAY})(?:\s?"
        rf"(연휴){_USED}|\s?(?:당일|(전날|다음\s?날|이튿날))|{_USED})", _korean, _FEAST_NEEDS, "year", feast=True),
    form(rf"{_AFTER_A_WORD}(?:(last|this|next)\s)?({NAMED_DAY})(?:\s(?:holidays?|break))?\b(?!\s(?:tree|"
        rf"lights?|gift|present|card|sale|deal|order|party|sweater)s?\b)", _english, _FEAST_NEEDS, "year", feast=True),
)  # fmt: skip
