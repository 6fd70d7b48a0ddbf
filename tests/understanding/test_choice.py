"""Choosing from what was offered."""

import pytest

from dajeong.understanding import choose

PLANS = ("5G 프리미엄", "5G 라이트", "LTE 알뜰", "시니어 요금제")
SIZES = ("Small", "Medium", "Large")


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("5G 프리미엄", 0),
        ("5g라이트요", 1),
        ("알뜰이요", 2),
        ("시니어 요금제로 할게요", 3),
        ("시니어요금재요", 3),
        ("프리미업이요", 0),
        ("2번이요", 1),
        ("3", 2),
        ("첫번째요", 0),
        ("마지막 거요", 3),
        ("두 번째 걸로 해주세요", 1),
        ("LTE 알뜰로 바꾸고 싶어요", 2),
        ("라이트", 1),
    ],
)
def test_an_offered_choice_is_recognised(text: str, index: int) -> None:
    assert choose(text, PLANS) == index


@pytest.mark.parametrize("text", ["", "5G", "잘 모르겠어요", "9번", "아무거나요", "상담원 연결해 주세요", "!!!"])
def test_an_unclear_choice_is_not_guessed(text: str) -> None:
    assert choose(text, PLANS) is None


@pytest.mark.parametrize(("text", "index"), [("medium please", 1), ("Lrage", 2), ("the first one", 0), ("option 3", 2)])
def test_english_choices_are_recognised(text: str, index: int) -> None:
    assert choose(text, SIZES) == index


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose("1번", ()) is None
