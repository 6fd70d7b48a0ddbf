"""Change is told in words when it is there, and not when it is chance."""

import random
from datetime import datetime, timedelta

import numpy as np
import pytest

from dajeong.conversation import Recorded
from dajeong.learning.drift import DriftReport, Observed, compare_windows, in_words, jensen_shannon, stability_index
from dajeong.learning.observing import position_at, unknown_share, watch_drift
from dajeong.storage import MemoryLog
from tests.learning.labelling.saying import read_as, reading
from tests.storage.telling import NOON, started, tell

DAY = timedelta(days=1)
SPANS = (NOON - 35 * DAY, NOON - 7 * DAY, NOON)


def observed(count: int, share: float, seed: int, *, each: int = 3, name: str = "c") -> list[Observed]:
    """``count`` conversations of ``each`` messages; all messages of one either have an intent or have none."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        kind = "none" if chance.random() < share else "found"
        rows += [Observed(f"{name}{seed}.{number}", NOON, {"intent": kind}, "light") for _ in range(each)]
    return rows


def compared(before: list[Observed], now: list[Observed]) -> DriftReport:
    return compare_windows(before, now, SPANS)


def test_a_large_change_is_told_in_words() -> None:
    report = compared(observed(200, 0.12, 1), observed(100, 0.40, 2))
    [shift] = report.shifts
    assert shift.changed and shift.chance < 0.05
    assert report.words[0].startswith("more messages without an intent: ") and " -> " in report.words[0]


def test_without_a_change_small_samples_do_not_cry_wolf() -> None:
    cried = sum(
        any(shift.changed for shift in compared(observed(60, 0.2, 2 * n), observed(30, 0.2, 2 * n + 1)).shifts)
        for n in range(60)
    )
    # At a chance of 5 % three of sixty are expected.
    assert cried <= 7


def test_the_messages_of_one_talkative_customer_are_not_a_change() -> None:
    now = observed(40, 0.1, 5)
    talker = [Observed("talker", NOON, {"intent": "none"}, "light") for _ in range(60)]
    assert not compared(observed(100, 0.1, 4), [*now, *talker]).shifts[0].changed


def test_too_few_conversations_are_said_to_be_too_few() -> None:
    report = compared(observed(100, 0.1, 1), observed(19, 0.9, 2))
    assert not report.enough and report.shifts == () and "19 now" in report.words[0]
    assert not compared([], []).enough


def test_another_reader_in_between_is_told() -> None:
    now = [Observed(each.conversation, each.at, each.kinds, "newer") for each in observed(50, 0.2, 2)]
    assert "reader changed" in compared(observed(100, 0.2, 1), now).words[-1]


def test_the_same_windows_give_the_same_report() -> None:
    windows = observed(80, 0.2, 1), observed(60, 0.3, 2)
    assert compared(*windows) == compared(*windows)


def test_index_and_distance_are_what_their_definitions_say() -> None:
    before, now = np.array([50.0, 50.0]), np.array([80.0, 20.0])
    assert float(stability_index(before, now)) == pytest.approx(0.3 * np.log(1.6) - 0.3 * np.log(0.4))
    assert float(stability_index(before, before)) == 0.0
    assert float(jensen_shannon(np.array([9.0, 0.0]), np.array([0.0, 9.0]))) == pytest.approx(1.0, abs=0.01)
    assert float(jensen_shannon(before, before * 3)) == 0.0


def test_words_name_what_changed_most() -> None:
    assert in_words("emotion", {"anger": 0.1, "neutral": 0.9}, {"anger": 0.25, "neutral": 0.75}) in (
        "more messages read as anger: 10 % -> 25 %",
        "fewer messages read as neutral: 90 % -> 75 %",
    )
    assert in_words("language", {"ko": 1.0, "en": 0.0}, {"ko": 0.6, "en": 0.4}).endswith("%")


async def week(log: MemoryLog, start: datetime, count: int, none: float, name: str) -> None:
    for number in range(count):
        at = start + number * timedelta(minutes=90)
        missed = number % 100 < none * 100
        taken_as = "not_understood" if missed else "matter"
        read = reading("frustration" if missed else "neutral", intent=None if missed else "parcel_late")
        await tell(log, f"{name}{number}", started(), at=at)
        await tell(log, f"{name}{number}", *read_as("m1", "택배가 언제 오는지 궁금해요", read, taken_as), at=at)
        # An order number has no intent and needs none.
        await tell(log, f"{name}{number}", *read_as("m2", "DJ20261101", reading(intent=None), "answer"), at=at)


async def test_the_log_is_read_between_two_moments_and_answers_that_need_no_intent_do_not_count() -> None:
    log = MemoryLog()
    await week(log, NOON - 60 * DAY, 50, 0.9, "old")
    await week(log, NOON - 20 * DAY, 100, 0.1, "before")
    await week(log, NOON - 6 * DAY, 80, 0.5, "now")
    report = await watch_drift(log, NOON)
    assert (report.before.conversations, report.now.conversations) == (100, 80)
    assert (report.before.messages, report.now.messages) == (200, 160)
    intent = next(shift for shift in report.shifts if shift.measure == "intent")
    assert intent.changed and intent.before["none"] == 0.1 and intent.now["none"] == 0.625
    assert "more messages without an intent: 10 % -> 62 %" in report.words


async def test_a_moment_is_found_in_the_log_without_reading_all_of_it() -> None:
    log = MemoryLog()
    for number in range(200):
        await tell(log, f"c{number}", started(), at=NOON + number * timedelta(minutes=1))
    read: list[int] = []

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(log, name)

        async def follow(self, after: int, *, limit: int) -> list[Recorded]:
            read.append(after)
            return await log.follow(after, limit=limit)

    assert await position_at(Counting(), NOON + timedelta(minutes=120)) == 120  # type: ignore[arg-type]
    assert len(read) <= 9
    assert await position_at(log, NOON - DAY) == 0
    assert await position_at(log, NOON + DAY) == 200
    assert await position_at(MemoryLog(), NOON) == 0


def test_letters_nobody_has_seen_are_counted() -> None:
    known = {"택배", "배가", "안녕"}.__contains__
    assert unknown_share("택배가", known) == 0.0
    assert unknown_share("쀍뛟", known) == 1.0
    assert unknown_share("!!", known) is None
