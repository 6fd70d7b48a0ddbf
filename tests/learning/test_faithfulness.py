"""The measure of evidence itself: it must tell a reader that points at the right words from one that points anywhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from dajeong.conversation.reading import EMOTIONS, EmotionReading, Evidence, Reading
from dajeong.learning.evaluation import Sample
from dajeong.learning.faithfulness import faithfulness
from dajeong.understanding import Heard, IntentModel


class OneWordReader:
    """Is angry when a message holds "엉망", and points either at it or at the first letters."""

    name = "one-word"

    def __init__(self, points_well: bool) -> None:
        self._points_well = points_well

    def read(
        self,
        text: str,
        *,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        at = text.find("엉망")
        shares = dict.fromkeys(EMOTIONS, 0.02) | ({"anger": 0.82} if at >= 0 else {"neutral": 0.82})
        start = at if self._points_well else 0
        evidence = (Evidence(sign="word", toward="anger", text=text[start : start + 2], start=start, end=start + 2),)
        feeling = EmotionReading(dominant="anger" if at >= 0 else "neutral", group="against", scores=shares)
        return Reading(emotion=feeling, evidence=evidence if at >= 0 else ())


def samples(*texts: str) -> list[Sample]:
    return [Sample(str(i), text, "ko", "anger") for i, text in enumerate(texts)]


ANGRY = ("포장이 아주 엉망으로 왔어요", "어제 온 상자가 전부 엉망이에요", "배송도 안내도 엉망이네요 정말")


def test_words_that_carry_the_reading_matter_more_than_others() -> None:
    found = faithfulness(OneWordReader(points_well=True), samples(*ANGRY))
    assert found.messages == 3 and found.without_shown == pytest.approx(0.8)
    assert found.ratio > 2 and found.low <= found.ratio <= found.high


def test_words_that_carry_nothing_are_found_out() -> None:
    assert faithfulness(OneWordReader(points_well=False), samples(*ANGRY)).ratio < 1


def test_the_share_of_what_is_shown_is_counted_in_characters() -> None:
    found = faithfulness(OneWordReader(points_well=True), samples(*ANGRY))
    assert found.shown == pytest.approx(6 / sum(map(len, ANGRY)))


def test_a_message_read_as_no_feeling_is_left_out() -> None:
    assert faithfulness(OneWordReader(points_well=True), samples("배송 언제 오나요")).messages == 0
