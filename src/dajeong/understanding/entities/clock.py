"""Times of day as customers say them: "오후 3시 반", "세시 십오분", "half past three", "in two hours"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dajeong.understanding.entities.numbers import ENGLISH_WORDS, NATIVE_WORDS, SINO_WORDS, counted_number

# Hours without a half of the day that people mean after noon; from seven on they are taken as they are said.
_AFTERNOON = range(1, 7)
_LATE = {"오후", "저녁"}
_HOURS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time named at ``start`` to ``end``; ``said`` when the half of the day was named or could not be mistaken."""

    start: int
    end: int
    minutes: int
    said: bool = True
    # "2" in "2~4시" or "2-4pm": a number that is a time only beside another one.
    half: bool = False

    @property
    def value(self) -> str:
        """24-hour ``HH:MM``."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"


_KOREAN = re.compile(
    rf"(?:(오전|오후|아침|저녁|밤|낮|점심|새벽)(?:에)?\s?)?(?<![\d가-힣:])(?<!오전 )?((?<!\d)\d{{1,2}}|{NATIVE_WORDS})\s?시"
    rf"(?!간|작|장|청|켜|키|스|리|험|즌|세|도)(?:\s?(\d{{1,2}}|{SINO_WORDS})\s?분|\s?(반)(?![가-힣]*[품납]))?"
)
_KOREAN_GLUED = re.compile(
    rf"(오전|오후|아침|저녁|밤|낮|새벽)\s?(\d{{1,2}}|{NATIVE_WORDS})\s?시(?!간)(?:\s?(\d{{1,2}}|{SINO_WORDS})\s?분|\s?(반))?"
)
_COLON = re.compile(
    r"(?:(오전|오후|밤|새벽|낮|저녁|아침|\b[ap]\.?m\.?)\s?)?(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(?:\s?([ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(rf"\b(\d{{1,2}}|{_HOURS})\s?([ap])\.?m\b\.?", re.IGNORECASE)
_PAST = re.compile(
    rf"(?<![\d.])\b(half|(?:a\s)?quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)\s(?:minutes\s)?(past|to)\s(\d{{1,2}}|{_HOURS})\b(?:\s?([ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_OCLOCK = re.compile(rf"\b(\d{{1,2}}|{_HOURS})\s?o['’]?\s?clock\b(?:\s?([ap])\.?m\b\.?)?", re.IGNORECASE)
# "seven in the evening", "7 tonight": the word for the day beside it stays for the day.
_PARTED = re.compile(
    rf"\b(\d{{1,2}}|{_HOURS})(?:\so['’]?clock)?\s(?:in\sthe\s(morning|afternoon|evening)|(?:(tonight)|at\snight)\b)|\b(\d{{1,2}})ish\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b({_HOURS})[ -](thirty|fifteen|forty[ -]five|twenty|ten)\b(?!\s(?:\w+s|percent)\b)", re.IGNORECASE
)
_AT = re.compile(
    rf"\b(?:at|around|about|after|before|until|till|by|past)\s(\d{{1,2}}|{_HOURS})(?=\s*(?:$|[.,!?;](?!\d))|"
    rf"\s(?:please|or|on|today|tomorrow|tonight|sharp|is|works|would)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![가-힣])(정오|자정)(?![가-힣]*보)|\b(noon|midday|midnight)\b", re.IGNORECASE)
_NAMES = {"정오": 720, "자정": 0, "noon": 720, "midday": 720, "midnight": 0}
_AHEAD = re.compile(
    rf"(?<![\d가-힣])(\d{{1,3}}|{NATIVE_WORDS}|{SINO_WORDS})\s?(시간|분)\s?(?:정도\s?|쯤\s?)?(?:(반)\s?)?(전(?![가-힣]*화)|뒤|후(?!기)|있다가)|"
    rf"\b(?:(in)\s)?(?:(half)\s)?(an?|\d{{1,3}}|{ENGLISH_WORDS})\s(hour|minute|min)s?(?(5)|\s(ago|from now|later))\b",
    re.IGNORECASE,
)
# The first of "2~4시", "2시~4시", "2-4pm", "between 2 and 4 pm": a bare number before a time.
_LONE = re.compile(
    r"(?:(?<!\d)(?:(오전|오후)\s?)?(?<![\d:./])(\d{1,2})\s?(?=[~∼–-]\s?\d{1,2}\s?(?:시|[ap]\.?m|:\d\d))|"
    r"\b(?:between|from)\s(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s(?:and|to|till|until)\s))",
    re.IGNORECASE,
)


def find_clocks(text: str, now: datetime) -> list[Clock]:
    """Every time of day in the order of the text, never overlapping; numbers that are a time only beside another one too."""
    found: list[Clock] = []
    digits = any(sign.isdigit() for sign in text)
    for needs, pattern, resolve in _FORMS:
        if not (("#" in needs and digits) or any(need in text.lower() for need in needs)):
            continue
        for match in pattern.finditer(text):
            clock = resolve(match, now)
            if clock is not None and not any(clock.start < other.end and other.start < clock.end for other in found):
                found.append(clock)
    return sorted(found, key=lambda clock: clock.start)


def _clock(
    match: re.Match[str], half: str | None, hour: int | None, minute: int | None, *, digits: str = ""
) -> Clock | None:
    """The time of ``hour`` and ``minute`` in the named half of the day ("오후", "pm", "밤" ...)."""
    if hour is None or minute is None or not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    # "15시", "09:05" and "0시" leave no doubt.
    said = half is not None or hour > 12 or hour == 0 or digits.startswith("0")
    if half is None:
        hour += 12 if not said and hour in _AFTERNOON else 0
    else:
        hour = _in_half(half, hour)
    return Clock(start, match.end(), hour % 24 * 60 + minute, said)


def _in_half(half: str, hour: int) -> int:
    """``hour`` on 24 hours."""
    low = half.lower().replace(".", "")
    if hour > 12:
        return hour
    if low in ("오전", "아침", "새벽", "am", "a"):
        return hour % 12
    if low == "밤":
        # Night ends the day and begins the next: eleven is before midnight, one behind it.
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if low in ("낮", "점심"):
        return hour if hour in (10, 11, 12) else hour + 12
    return hour % 12 + 12


def _korean(match: re.Match[str], now: datetime) -> Clock | None:
    minute = 30 if match[4] else counted_number(match[3]) if match[3] else 0
    return _clock(match, match[1], counted_number(match[2]), minute)


def _colon(match: re.Match[str], now: datetime) -> Clock | None:
    return _clock(match, match[1] or match[4], int(match[2]), int(match[3]), digits=match[2])


def _english(match: re.Match[str], now: datetime) -> Clock | None:
    return _clock(match, match[2], counted_number(match[1]), 0)


def _past(match: re.Match[str], now: datetime) -> Clock | None:
    word, hour = match[1].lower(), counted_number(match[3])
    part = 30 if word == "half" else 15 if word.endswith("quarter") else counted_number(word)
    clock = _clock(match, match[4], hour, 0)
    if clock is None or part is None or part >= 60:
        return None
    minutes = clock.minutes + (part if match[2].lower() == "past" else -part)
    return Clock(clock.start, clock.end, minutes % (24 * 60), clock.said)


def _spoken(match: re.Match[str], now: datetime) -> Clock | None:
    return _clock(match, None, counted_number(match[1]), counted_number(match[2].replace("-", " ")))


def _parted(match: re.Match[str], now: datetime) -> Clock | None:
    if match[4]:
        return _clock(match, None, int(match[4]), 0)
    half = "am" if (match[2] or "").lower() == "morning" else "pm"
    clock = _clock(match, half, counted_number(match[1]), 0)
    return replace(clock, end=match.end(1)) if clock is not None and match[3] else clock


def _oclock(match: re.Match[str], now: datetime) -> Clock | None:
    return _clock(match, match[2], counted_number(match[1]), 0)


def _at(match: re.Match[str], now: datetime) -> Clock | None:
    clock = _clock(match, None, counted_number(match[1]), 0)
    return None if clock is None else Clock(match.start(1), match.end(), clock.minutes, clock.said)


def _named(match: re.Match[str], now: datetime) -> Clock:
    return Clock(match.start(), match.end(), _NAMES[match.group().lower()])


def _ahead(match: re.Match[str], now: datetime) -> Clock | None:
    unit, back = (match[2] or match[8]).lower(), (match[4] or match[9] or "") in ("전", "ago")
    low = (match[1] or match[7]).lower()
    count = 1 if low in ("a", "an") else counted_number(low)
    if count is None:
        return None
    minutes = count * (60 if unit in ("시간", "hour") else 1)
    minutes = minutes // 2 if match[6] else minutes + (30 if match[3] else 0)
    at = now + timedelta(minutes=-minutes if back else minutes)
    return Clock(match.start(), match.end(), at.hour * 60 + at.minute)


def _lone(match: re.Match[str], now: datetime) -> Clock | None:
    number = 2 if match[2] else 3
    clock = _clock(match, match[1], counted_number(match[number]), 0)
    start = match.start() if number == 2 else match.start(3)
    end = match.end(number)
    return None if clock is None else Clock(start, end, clock.minutes, clock.said, half=True)


_FORMS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str], datetime], Clock | None]], ...] = (
    (("시간", "분", "hour", "min"), _AHEAD, _ahead),
    (("시",), _KOREAN_GLUED, _korean),
    (("시",), _KOREAN, _korean),
    ((":",), _COLON, _colon),
    (("am", "pm", "a.m", "p.m"), _ENGLISH, _english),
    (("past", "to "), _PAST, _past),
    (("in the", "night", "ish"), _PARTED, _parted),
    (("clock",), _OCLOCK, _oclock),
    (("t",), _WORDS, _spoken),
    (("정오", "자정", "noon", "mid"), _NAMED, _named),
    (("at ", "around", "about", "after", "before", "til", "by ", "past"), _AT, _at),
    (("#", "between", "from"), _LONE, _lone),
)
