"""A troupe remembers what its customers say again and again, and hears it as it would have heard it anew."""

import re
from collections.abc import Sequence

import numpy as np

from dajeong.simulation.rehearsal.remembered import RememberedEncoder, RememberedScanner
from dajeong.trust import standard_scanner
from dajeong.understanding.encoder import InContext, Vectors


class Counting:
    """An encoder that counts how often it hears, and gives the lengths of what it heard."""

    name = "counting"

    def __init__(self) -> None:
        self.heard = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array([[len(text)] for text in texts], dtype=np.float32)

    def in_context(self, texts: Sequence[str], *, assistant: str, customer: str) -> InContext:
        self.heard += 1
        before = np.array([len(assistant), len(customer)], dtype=np.float32)
        return InContext(self.encode(texts), before, before)


def test_the_same_words_in_the_same_place_are_heard_once() -> None:
    behind = Counting()
    encoder = RememberedEncoder(behind)
    first = encoder.in_context(["아직 안 왔어요"], assistant="무엇을 도와드릴까요?", customer="")
    again = encoder.in_context(["아직 안 왔어요"], assistant="무엇을 도와드릴까요?", customer="")
    assert behind.heard == 1 and np.array_equal(first.vectors, again.vectors)


def test_the_same_words_after_other_words_or_in_other_parts_are_heard_anew() -> None:
    behind = Counting()
    encoder = RememberedEncoder(behind)
    asked = encoder.in_context(["네"], assistant="취소해 드릴까요?", customer="")
    told = encoder.in_context(["네"], assistant="", customer="아직 안 왔어요")
    encoder.in_context(["네", "네"], assistant="", customer="아직 안 왔어요")
    assert behind.heard == 3 and not np.array_equal(asked.felt, told.felt)


def test_a_remembered_text_hides_the_same_personal_data_and_what_may_stay_is_asked_for_each_time() -> None:
    text, order = "02-345-6789 맞나요", re.compile(r"02-\d{3}-\d{4}")
    plain, remembered = standard_scanner(), RememberedScanner(standard_scanner())
    for _ in range(2):
        assert remembered.find(text) == plain.find(text) != ()
        assert remembered.find(text, [order]) == plain.find(text, [order]) == ()
