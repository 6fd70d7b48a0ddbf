"""A playbook says by its IANA name whose calendar and clock it keeps."""

import zoneinfo

import pytest

from dajeong.playbook import Playbook, load_playbook, review
from dajeong.playbook.timezones import nearest_timezone, timezones
from tests.playbook.samples import starter

NAMED = "name: sample\nlanguage: {language}\n{more}slots:\n  day: {{title: 날짜, type: date}}\n"


def playbook(language: str, more: str = "") -> Playbook:
    loaded = load_playbook({"playbook.yaml": NAMED.format(language=language, more=more)})
    assert loaded.playbook is not None, loaded.findings
    return loaded.playbook


def test_a_korean_playbook_lives_in_seoul_and_an_english_one_in_utc_until_it_says_where() -> None:
    assert playbook("ko").zone == "Asia/Seoul"
    assert playbook("en").zone == "UTC"
    assert playbook("en", "timezone: America/New_York\n").zone == "America/New_York"


@pytest.mark.parametrize("key", ["timezone", "표준시간대", "시간대"])
def test_the_time_zone_has_a_korean_key(key: str) -> None:
    assert playbook("ko", f"{key}: Europe/Berlin\n").zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Asia/Soul", "Asia/Seoul"),
        ("seoul", "Asia/Seoul"),
        ("America/Newyork", "America/New_York"),
        ("New York", "America/New_York"),
        ("한국", "Asia/Seoul"),
        ("KST", "Asia/Seoul"),
        # Nine hours on the wrong side of Greenwich.
        ("GMT+9", "Asia/Seoul"),
    ],
)
def test_an_unknown_time_zone_keeps_a_playbook_from_being_used_and_the_one_meant_is_named(
    written: str, meant: str
) -> None:
    loaded = load_playbook({"playbook.yaml": NAMED.format(language="ko", more=f"timezone: {written}\n")})
    assert loaded.playbook is None
    [found] = loaded.findings
    assert (found.rule, found.severity, found.line, found.column) == ("unknown_timezone", "error", 3, 11)
    assert meant in found.fix and nearest_timezone(written, "ko") == meant


@pytest.mark.parametrize(
    ("language", "slot", "more", "asked"),
    [
        ("en", "date", "", True),
        ("en", "time_range", "", True),
        ("en", "text", "", False),
        ("en", "date", "timezone: UTC\n", False),
        ("ko", "date", "", False),
    ],
)
def test_who_asks_for_days_or_times_is_asked_for_the_time_zone(
    language: str, slot: str, more: str, asked: bool
) -> None:
    text = NAMED.format(language=language, more=more).replace("type: date", f"type: {slot}")
    found = {each.rule for each in review({"playbook.yaml": text})}
    assert ("no_timezone" in found) == asked


def test_days_that_come_from_a_system_need_a_time_zone_too() -> None:
    files = starter("en")
    files["playbook.yaml"] = files["playbook.yaml"].replace("timezone: UTC\n", "")
    assert [(each.rule, each.severity) for each in review(files)] == [("no_timezone", "warning")]


def test_every_zone_opens_on_a_machine_without_a_zone_database() -> None:
    try:
        zoneinfo.reset_tzpath(to=())
        assert len(timezones()) > 400
        for name in timezones():
            assert zoneinfo.ZoneInfo.no_cache(name).key == name
    finally:
        zoneinfo.reset_tzpath()
