"""Which intents steal from each other: each example is read by a head that never saw it."""

import pytest

from dajeong.learning.intent_check import MANY_EXAMPLES, MOST_ROUNDS, ROUNDS_OF_MANY, Written, check_intents
from dajeong.learning.intent_sentence import DraftHead
from dajeong.understanding import TrainedReader

LATE = (
    "택배가 아직 안 와요",
    "배송이 너무 늦어요",
    "주문한 물건이 늦게 와요",
    "택배가 늦어지네요",
    "배송이 왜 이렇게 늦나요",
)
REFUND = ("환불해 주세요", "돈 돌려주세요", "결제한 금액 환불받고 싶어요", "환불 신청할게요", "환불 되나요")
HOURS = (
    "상담 시간이 언제예요",
    "몇 시까지 전화할 수 있나요",
    "상담 몇 시에 시작해요",
    "주말에도 상담하나요",
    "상담 운영 시간 알려 주세요",
)
# The same wish under two names, as it happens when two people write one playbook.
TWIN = ("택배가 여태 안 와요", "배송이 참 늦어요", "주문한 상품이 늦게 와요", "택배가 늦네요", "배송이 왜 늦나요")


def written(**intents: tuple[str, ...]) -> dict[str, Written]:
    return {name: Written(name.replace("_", " "), texts) for name, texts in intents.items()}


def test_two_intents_that_say_the_same_are_found_and_others_are_left_in_peace() -> None:
    found = check_intents(written(late=LATE, refund=REFUND, hours=HOURS, delayed=TWIN), None)
    worst = found.overlaps[0]
    assert {worst.one, worst.two} == {"late", "delayed"} and worst.taken and worst.given
    assert all("refund" not in (each.one, each.two) or each.taken + each.given <= 1 for each in found.overlaps)
    assert found.measured == 20 and found.right is not None and found.right < 0.9


def test_without_the_twin_the_same_examples_are_known() -> None:
    clear = check_intents(written(late=LATE, refund=REFUND, hours=HOURS), None)
    blurred = check_intents(written(late=LATE, refund=REFUND, hours=HOURS, delayed=TWIN), None)
    assert clear.right_of["late"] > blurred.right_of["late"]


def test_a_stray_example_is_named_with_the_intent_that_takes_it() -> None:
    stray = "환불 신청하고 돈 돌려받고 싶어요"
    found = check_intents(written(late=(*LATE, stray), refund=REFUND, hours=HOURS), None)
    [weak] = [each for each in found.weak if each.text == stray]
    assert (weak.intent, weak.number, weak.nearest) == ("late", 5, "refund") and weak.confidence > weak.own
    assert [(each.one, each.two, each.given) for each in found.overlaps if each.given] == [("late", "refund", 1)]


def test_an_example_is_not_read_by_a_head_that_saw_it() -> None:
    """A sentence like no other of its intent is known only to a head that was trained on it."""
    odd = "나비가 훨훨 날아오르는 봄날"
    intents = written(late=(*LATE, odd), refund=REFUND)
    assert odd in [each.text for each in check_intents(intents, None).weak]
    assert DraftHead.trained(intents, None).explain(odd).intent == "late"


def test_too_few_examples_are_told_and_not_measured() -> None:
    found = check_intents(written(late=LATE, refund=REFUND[:2]), None)
    assert found.too_few == ("refund",) and found.measured == len(LATE)


@pytest.mark.parametrize("intents", [{}, {"late": LATE}, {"late": LATE, "refund": ()}])
def test_one_intent_alone_steals_from_nobody(intents: dict[str, tuple[str, ...]]) -> None:
    found = check_intents(written(**intents), None)
    assert found.right is None and not found.overlaps and not found.weak


@pytest.mark.parametrize(("count", "heads"), [(MOST_ROUNDS * 2 + 3, MOST_ROUNDS), (MANY_EXAMPLES, ROUNDS_OF_MANY)])
def test_a_large_intent_costs_no_more_heads_than_are_allowed(
    monkeypatch: pytest.MonkeyPatch, count: int, heads: int
) -> None:
    from dajeong.learning import intent_check

    many = tuple(f"{n}번째 택배가 아직 안 와요" for n in range(count))
    trained = []
    train = intent_check.train_intents
    monkeypatch.setattr(intent_check, "train_intents", lambda *own: trained.append(1) or train(*own))
    found = check_intents(written(late=many, refund=REFUND), None)
    assert len(trained) == heads and found.measured == len(many) + len(REFUND)


def test_the_same_examples_always_get_the_same_answer() -> None:
    intents = written(late=LATE, refund=REFUND, hours=HOURS, delayed=TWIN)
    assert check_intents(intents, None) == check_intents(intents, None)


def test_a_sentence_is_explained_by_its_nearest_examples_and_its_words() -> None:
    reader = TrainedReader.load()
    head = DraftHead.trained(written(late=LATE, refund=REFUND, hours=HOURS), reader.encoder)
    text = "어제 산 것 환불은 되나요"
    said = head.explain(text)
    assert said.intent == "refund" and said.about >= said.threshold and said.ranked[0].intent == "refund"
    assert said.near[0].intent == "refund" and said.near[0].likeness > said.near[-1].likeness
    strongest = said.deciding[0]
    assert text[strongest.start : strongest.end] == "환불은" and strongest.weight > 0.1


def test_an_example_is_nearest_to_itself() -> None:
    near = DraftHead.trained(written(late=LATE, refund=REFUND), None).explain(REFUND[3]).near[0]
    assert (near.intent, near.number, near.text) == ("refund", 3, REFUND[3]) and near.likeness > 0.99


@pytest.mark.parametrize("text", ["", "   ", "ㅋ", "😀", "가" * 300, "[전화 1]"])
def test_any_sentence_can_be_tried_on_any_draft(text: str) -> None:
    for intents in ({}, {"late": LATE}, {"late": LATE, "refund": REFUND}):
        said = DraftHead.trained(written(**intents), None).explain(text)
        assert said.intent is None or said.intent in intents
