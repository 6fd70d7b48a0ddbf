"""A head is learned once for the same examples, and anew for others or another encoder."""

from dajeong.understanding import TrainedReader
from dajeong.understanding.learned import learned_intents

EXAMPLES = {"refund": ("환불해 주세요", "돈을 돌려받고 싶어요"), "late": ("택배가 안 와요", "배송이 너무 늦어요")}


def test_the_same_examples_are_learned_once() -> None:
    first = learned_intents(EXAMPLES, None)
    assert learned_intents({name: list(texts) for name, texts in EXAMPLES.items()}, None) is first


def test_one_example_more_is_learned() -> None:
    more = {**EXAMPLES, "late": (*EXAMPLES["late"], "언제 도착해요?")}
    assert learned_intents(more, None) is not learned_intents(EXAMPLES, None)


def test_another_encoder_learns_for_itself(reader: TrainedReader) -> None:
    assert learned_intents(EXAMPLES, reader.encoder) is not learned_intents(EXAMPLES, None)
    assert learned_intents(EXAMPLES, reader.encoder) is learned_intents(EXAMPLES, reader.encoder)


def test_no_more_heads_are_kept_than_somebody_works_on() -> None:
    first = learned_intents(EXAMPLES, None)
    for number in range(10):
        learned_intents({**EXAMPLES, f"more_{number}": ("하나", "둘")}, None)
    assert learned_intents(EXAMPLES, None) is not first
