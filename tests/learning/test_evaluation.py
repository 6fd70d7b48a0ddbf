"""Figures, their intervals, and the comparison of two versions, on readings whose quality is known."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Emotion, EmotionReading, Reading
from dajeong.learning.evaluation import Evaluation, Outcomes, Sample, compare, evaluate, read_samples
from dajeong.learning.evaluation.bootstrap import METRICS, calibration_error, drawn, interval
from dajeong.learning.evaluation.evaluation import figures_of
from dajeong.learning.evaluation.outcomes import outcomes_of
from dajeong.learning.evaluation.sample import fingerprint_of
from dajeong.understanding import TrainedReader

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def sample(number: int, emotion: Emotion = "anger", **more: object) -> Sample:
    return Sample(f"r{number}", f"말 {number}", "ko", emotion, **more)  # type: ignore[arg-type]


def reading(emotion: Emotion, share: float = 0.6, *, sure: bool = True, strength: float = 0.5) -> Reading:
    felt = EmotionReading(
        dominant=emotion, group=GROUP_OF[emotion], scores={emotion: share}, sure=sure, strength=strength
    )
    return Reading(emotion=felt)


def outcomes(wanted: Sequence[Emotion], read: Sequence[Emotion], shares: Sequence[float] | None = None) -> Outcomes:
    given = shares or [0.6] * len(read)
    return outcomes_of(
        [sample(number, emotion) for number, emotion in enumerate(wanted)],
        [reading(emotion, share) for emotion, share in zip(read, given, strict=True)],
    )


def of(found: Outcomes, *, words: bool = False) -> Evaluation:
    return evaluate(found, version="v", reader="light-1@x", on="rows", at=NOON, words=words)


def test_figures_count_what_was_read_right() -> None:
    figures = figures_of(
        outcomes(["anger", "anger", "frustration", "neutral"], ["anger", "frustration", "frustration", "gratitude"])
    )
    assert figures.rows == 4
    assert figures.accuracy.value == 0.5
    assert figures.group_accuracy.value == 0.75
    # F1 of anger 2/3, of frustration 2/3, of neutral 0; gratitude is in no row.
    assert figures.macro_f1.value == pytest.approx(4 / 9, abs=1e-3)
    # Of anger half is read so, of frustration all, of neutral nothing; read as anger, frustration and gratitude: 1, 1/2, 0.
    assert figures.macro_recall == pytest.approx(0.5) and figures.macro_precision == pytest.approx(0.5)
    assert figures.neutral_kept == 0.0 and figures.feeling_missed == 0.0


def test_an_interval_holds_its_figure_and_shrinks_with_more_rows() -> None:
    wide, narrow = (figures_of(outcomes(["anger"] * (2 * n), ["anger", "neutral"] * n)).accuracy for n in (10, 400))
    for found in (wide, narrow):
        assert found.low <= found.value == 0.5 <= found.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 3
    # Half right of 800: the binomial interval is 0.5 +- 0.035.
    assert narrow.high - narrow.low == pytest.approx(0.07, abs=0.01)


def test_a_dozen_rows_all_right_do_not_prove_perfection() -> None:
    perfect, hopeless = (figures_of(outcomes(["anger"] * 12, [read] * 12)).accuracy for read in ("anger", "neutral"))
    # Wilson's interval for 12 of 12 and 0 of 12.
    assert (perfect.value, perfect.high) == (1.0, 1.0) and perfect.low == pytest.approx(0.757, abs=0.001)
    assert (hopeless.value, hopeless.low) == (0.0, 0.0) and hopeless.high == pytest.approx(0.243, abs=0.001)


def test_the_calibration_error_is_the_distance_of_share_and_truth_over_bins_of_equal_size() -> None:
    sure_of_itself = outcomes(["anger"] * 100, ["anger", "neutral"] * 50, [0.9] * 100)
    assert float(calibration_error(sure_of_itself, np.ones((1, 100)))[0]) == pytest.approx(0.4)
    chance = np.random.default_rng(1)
    shares = chance.uniform(0.2, 1.0, 4000)
    right = chance.uniform(size=4000) < shares
    honest = outcomes(["anger"] * 4000, ["anger" if each else "neutral" for each in right], shares.tolist())
    found = interval(calibration_error, honest, drawn(4000))
    assert found.value < 0.03 and found.low <= found.value <= found.high
    assert np.bincount(honest.bins).tolist() == [400] * 10


def test_the_same_rows_give_the_same_report_whatever_was_drawn_before() -> None:
    found = outcomes(["anger", "neutral"] * 20, ["anger", "anger"] * 20)
    assert of(found) == of(found)


def test_confusion_counts_every_row_once_and_classes_show_precision_and_recall() -> None:
    found = of(outcomes(["anger"] * 3 + ["neutral"], ["anger", "anger", "neutral", "anger"]))
    assert sum(sum(row) for row in found.confusion) == 4 == sum(sum(row) for row in found.group_confusion)
    anger, neutral = EMOTIONS.index("anger"), EMOTIONS.index("neutral")
    assert found.confusion[anger][neutral] == 1 and found.confusion[neutral][anger] == 1
    by_name = {each.name: each for each in found.emotions}
    for found_part in (by_name["anger"].precision, by_name["anger"].recall):
        assert found_part is not None and found_part.value == pytest.approx(2 / 3, abs=1e-3)
        assert found_part.low < found_part.value < found_part.high
    assert by_name["sadness"].precision is None and by_name["sadness"].recall is None
    assert len(found.emotions) == 10 and len(found.groups) == 4


def test_the_worst_mistakes_come_first_and_words_only_where_they_may_be_shown() -> None:
    found = outcomes(["anger"] * 4, ["frustration", "neutral", "neutral", "anger"], [0.99, 0.5, 0.8, 0.9])
    hidden = of(found)
    # Another group leads to another kind of reply, so a sure mistake inside the group comes after them.
    assert [each.id for each in hidden.mistakes] == ["r2", "r1", "r0"]
    assert all(each.text is None and not each.before for each in hidden.mistakes)
    shown = of(found, words=True)
    assert shown.mistakes[0].text == "말 2"


def test_slices_are_told_by_who_speaks_how_and_after_what() -> None:
    rows = [sample(n, voice=frozenset({"haeyo", "gyeongsang"}), flags=frozenset({"sarcasm"})) for n in range(20)]
    rows += [sample(n, voice=frozenset({"banmal"}), history=(("assistant", "네."),)) for n in range(20, 40)]
    read = [reading("neutral")] * 20 + [reading("anger")] * 20
    found = of(outcomes_of(rows, read))
    by_name = {(each.dimension, each.name): each for each in found.slices}
    assert by_name["dialect", "gyeongsang"].accuracy.value == 0.0 and by_name["dialect", "gyeongsang"].lower
    assert by_name["manner", "sarcasm"].rows == 20
    assert by_name["context", "after other messages"].accuracy.value == 1.0
    assert not by_name["speech level", "banmal"].lower
    assert ("length", "up to 10 characters") in by_name


def test_scales_are_measured_only_where_somebody_labelled_them() -> None:
    rows = [sample(0, strength=1.0), sample(1)]
    figures = figures_of(outcomes_of(rows, [reading("anger", strength=0.4)] * 2))
    assert figures.off == {"strength": 0.6}


def test_a_version_that_reads_clearly_better_is_called_better() -> None:
    wanted: list[Emotion] = ["anger"] * 200
    before = outcomes(wanted, ["neutral"] * 100 + ["anger"] * 100)
    now = outcomes(wanted, ["anger"] * 160 + ["neutral"] * 40)
    found = compare(before, now, against="old", version="new")
    verdicts = {each.metric: each.verdict for each in found.differences}
    assert verdicts["accuracy"] == verdicts["group_accuracy"] == "better"
    by = next(each.by for each in found.differences if each.metric == "accuracy")
    assert by.value == pytest.approx(0.3)
    assert 0.0 < by.low < by.value < by.high
    assert (found.mended, found.broken) == (100, 40)
    assert all(flip.text is None for flip in found.flips) and len(found.flips) == 140
    back = compare(now, before, against="new", version="old")
    assert {each.metric: each.verdict for each in back.differences}["accuracy"] == "worse"


def test_two_rows_of_difference_show_nothing() -> None:
    wanted: list[Emotion] = ["anger"] * 100
    before = outcomes(wanted, ["anger"] * 60 + ["neutral"] * 40)
    now = outcomes(wanted, ["anger"] * 62 + ["neutral"] * 38)
    assert all(
        each.verdict == "no difference shown"
        for each in compare(before, now, against="a", version="b").differences
        if each.metric == "accuracy"
    )


def test_a_smaller_calibration_error_is_better() -> None:
    wanted: list[Emotion] = ["anger"] * 200
    read: list[Emotion] = ["anger", "neutral"] * 100
    boastful, honest = outcomes(wanted, read, [0.95] * 200), outcomes(wanted, read, [0.5] * 200)
    found = compare(boastful, honest, against="a", version="b")
    verdicts = {each.metric: each.verdict for each in found.differences}
    assert verdicts == {
        "accuracy": "no difference shown",
        "group_accuracy": "no difference shown",
        "macro_f1": "no difference shown",
        "calibration_error": "better",
    }
    assert set(verdicts) == set(METRICS)


def test_versions_are_compared_on_the_same_rows_only() -> None:
    with pytest.raises(ValueError, match="same rows"):
        compare(outcomes(["anger"], ["anger"]), outcomes(["neutral"], ["anger"]), against="a", version="b")


def test_a_fingerprint_tells_any_change_and_no_order() -> None:
    rows = [sample(n, voice=frozenset({"haeyo", "young", "typos"})) for n in range(5)]
    assert fingerprint_of(rows) == fingerprint_of(rows[::-1])
    assert fingerprint_of(rows) != fingerprint_of(rows[1:])
    assert fingerprint_of(rows) != fingerprint_of([*rows[1:], sample(0, "neutral", voice=rows[0].voice)])


def test_a_sample_is_read_as_a_running_server_reads_it() -> None:
    reader = TrainedReader.load(vectors=False)
    seen: list[tuple[int, int]] = []
    rows = [
        Sample("a", "또요?", "ko", "anger", (("customer", "배송이 안 와요"), ("assistant", "내일 꼭 보내 드릴게요."))),
        Sample("b", "감사합니다 덕분에 잘 해결됐어요", "ko", "gratitude"),
    ]
    found = read_samples(reader, rows, now=NOON, progress=lambda done, of: seen.append((done, of)))
    assert EMOTIONS[found.guess[1]] == "gratitude" and found.right[1]
    assert 0.0 < found.share[1] <= 1.0 and seen == [(2, 2)]
