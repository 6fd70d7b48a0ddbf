"""Which of the days, times and amounts of a message fill a slot."""

from datetime import UTC, datetime

import pytest

from dajeong.conversation.conversation import Heard
from dajeong.conversation.reading import Reading
from dajeong.dialogue.answers import named_in, value_for
from dajeong.playbook.slot import Slot, SlotType
from dajeong.understanding.entities import find_entities
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def heard(text: str) -> Heard:
    return Heard("m", text, MONDAY, reading=Reading(entities=find_entities(text, {}, MONDAY)))


def slot(kind: SlotType) -> Slot:
    return Slot(name="wanted", title="원하는 것", type=kind)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("date", "12월 3일이요", "2026-12-03"),
        ("date", "12월 3일부터요", "2026-12-03"),
        ("date", "금요일까지요", "2026-11-27"),
        ("date_range", "12월 3일부터 5일까지요", "2026-12-03/2026-12-05"),
        ("date_range", "추석 전에요", "../2027-09-14"),
        ("date_range", "12월 3일이요", "2026-12-03/2026-12-03"),
        ("date_range", "12월 3일부터요", "2026-12-03/.."),
        ("time", "오후 3시요", "15:00"),
        ("time_range", "2시에서 4시 사이요", "14:00/16:00"),
        ("time_range", "오후 3시요", "15:00/15:00"),
        ("time_range", "저녁에요", "18:00/21:00"),
        ("amount", "3만5천원이요", "35000"),
        ("amount", "49900", "49900"),
        ("amount", "2개에 5천원이요", "5000"),
        ("number", "두 개요", "2"),
    ],
)
def test_an_answer_fills_the_slot_that_was_asked_for(kind: SlotType, text: str, value: str) -> None:
    assert value_for(slot(kind), heard(text)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "12월 3일부터 5일까지요"),
        ("date", "이번 주말이요"),
        ("date", "다음 주요"),
        ("date", "추석 전에요"),
        ("time", "2시에서 4시 사이요"),
        ("time", "저녁에요"),
        ("time", "6시 이후에요"),
    ],
)
def test_a_stretch_is_no_answer_where_one_day_or_time_is_wanted(kind: SlotType, text: str) -> None:
    assert value_for(slot(kind), heard(text)) is None


@pytest.mark.parametrize(
    ("kind", "text"), [("amount", "아니 3개요"), ("date_range", "12월 3일이요"), ("time_range", "3시요")]
)
def test_what_nobody_asked_for_must_be_of_the_slots_own_kind(kind: SlotType, text: str) -> None:
    assert value_for(slot(kind), heard(text), asked=False) is None


@pytest.mark.parametrize("kind", ["date", "date_range", "time", "time_range", "amount", "number"])
def test_a_day_or_an_amount_told_in_passing_fills_nothing(kind: SlotType) -> None:
    assert named_in(slot(kind), heard("12월 3일부터 5일까지 오후 3시에 3만원 주고 두 개 샀어요")) is None


VISIT = """
title: 방문
matter: 방문
intents: [came_broken]
steps:
  - ask: day
    say: ["언제 찾아갈까요?"]
    again: ["하루만 골라 주시겠어요?"]
  - ask: hours
    say: ["몇 시쯤이 편하세요?"]
  - say: ["{day} {hours}에 찾아갈게요."]
  - end: true
"""


def visit() -> Play:
    slots = "slots:\n  day: {title: 날짜, type: date}\n  hours: {title: 시간대, type: time_range}\n"
    files = with_files(scenarios__broken=VISIT)
    files["playbook.yaml"] = files["playbook.yaml"].replace("slots:\n", slots)
    return Play(load(files))


def says(play: Play, text: str) -> str:
    [reply] = play.say(text, read(entities=find_entities(text, {}, MONDAY)))
    return reply.text


def test_whoever_names_several_days_is_asked_for_one_and_hours_may_stay_open() -> None:
    play = visit()
    play.say("깨졌어요", read("came_broken"))
    assert "하루만 골라" in says(play, "다음 주 월요일부터 수요일까지 다 괜찮아요")
    assert "몇 시쯤" in says(play, "그럼 화요일이요")
    says(play, "오후 2시에서 4시 사이요")
    assert play.state.slots["day"] == "2026-11-24"
    assert play.state.slots["hours"] == "14:00/16:00"


def test_a_time_is_corrected_like_a_day() -> None:
    play = visit()
    play.say("깨졌어요", read("came_broken"))
    says(play, "금요일이요")
    says(play, "2시에서 4시 사이요")
    text = "아니 3시부터 5시까지로 바꿀게요"
    play.say(text, read(wishes=("correct",), entities=find_entities(text, {}, MONDAY)))
    assert play.state.slots["hours"] == "15:00/17:00"
