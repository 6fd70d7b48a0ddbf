"""Whatever a customer writes, finding entities neither raises nor points beside the text."""

import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dajeong.dialogue.spelling import keys_of, slips
from dajeong.understanding.answer import read_answer
from dajeong.understanding.entities import find_entities
from tests.understanding.entities.table import rows

# Pieces of real messages put together at random reach further than random letters.
WORDS = sorted({word for row in rows() for word in row.text.split()})
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=6).map("".join),
    st.text(alphabet="0123456789-/.:~월일시분년 ", max_size=30),
)
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))
VALUES = {
    "date": r"\d{4}-\d\d-\d\d",
    "date_range": r"(?:\d{4}-\d\d-\d\d|\.\.)/(?:\d{4}-\d\d-\d\d|\.\.)",
    "time": r"[0-2]\d:[0-5]\d",
    "time_range": r"(?:[0-2]\d:[0-5]\d|\.\.)/(?:[0-2]\d:[0-5]\d|\.\.)",
    "amount": r"\d+(?:\.\d+)?",
    "number": r"\d+(?:\.\d+)?",
    "quantity": r"\d+",
}


@given(TEXTS, MOMENTS)
@example("9999년 12월 31일 이후", datetime(2026, 1, 1, tzinfo=UTC))
@example("२日 ١٢월 ٣일 ²개 ½", datetime(2026, 1, 1, tzinfo=UTC))
@example("99999999999999년 뒤 999개월 전", datetime(2026, 1, 1, tzinfo=UTC))
def test_no_text_raises_and_every_entity_stands_where_it_points(text: str, now: datetime) -> None:
    for entity in find_entities(text, {}, now):
        assert text[entity.start : entity.end] == entity.text != ""
        assert re.fullmatch(VALUES.get(entity.kind, r"\[.+\]"), entity.value), entity.kind


@given(TEXTS, MOMENTS)
def test_a_closed_stretch_of_days_never_ends_before_it_begins(text: str, now: datetime) -> None:
    for entity in (each for each in find_entities(text, {}, now) if each.kind == "date_range"):
        first, slash, last = entity.value.partition("/")
        if slash and ".." not in (first, last):
            assert first <= last


@given(TEXTS)
def test_any_text_is_an_answer_or_none(text: str) -> None:
    assert read_answer(text) in ("yes", "no", "cancel", None)


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_word_is_no_slip_away_from_itself_and_slips_are_counted(said: str, name: str) -> None:
    assert slips(name, name) == 0
    count = slips(said, name)
    assert count is None or 0 <= count <= 3
    assert (count != 0) or keys_of(said) == keys_of(name)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "일", "만 ", "3월 ", "오전 ", "월~", "5시$", "1일부터 ", "12.", "a ", "네 ", " "]
)
def test_a_text_made_to_be_slow_is_read_within_a_second(piece: str) -> None:
    text = (piece * 2000)[:2000]
    began = time.process_time()
    find_entities(text, {}, datetime(2026, 11, 23, tzinfo=UTC))
    read_answer(text)
    assert time.process_time() - began < 1.0
