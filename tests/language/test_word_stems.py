"""What of a Korean word stays when it is inflected: every form of a word begins with one of its stems."""

import pytest

from dajeong.language.word_stems import word_stems


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("취소했어요", "취소하고"),
        ("끊겨요", "끊기네요"),
        ("느려요", "느린데"),
        ("고장났어요", "고장난"),
        ("기다렸는데", "기다리고"),
        ("받았어요", "받아서"),
        ("늦게", "늦어요"),
        ("왔어요", "온다더니"),
        ("어려워요", "어렵네요"),
        ("어렵습니다", "어려워서"),
        ("몰라요", "모르겠어요"),
        ("모르겠어요", "몰랐네요"),
        ("배송은", "배송이"),
        ("비밀번호를", "비밀번호가"),
        ("불량이에요", "불량"),
        ("결제됐는데", "결제가"),
        ("찢어졌어요", "찢어져"),
        ("환불받고", "환불"),
    ],
)
def test_a_form_of_a_word_finds_another(word: str, other: str) -> None:
    assert any(other.startswith(stem) for stem in word_stems(word)), (word_stems(word), other)


@pytest.mark.parametrize("word", ["해지", "재고", "문의", "한도", "기기", "바지", "속도", "해외"])
def test_a_noun_of_two_syllables_is_left_whole(word: str) -> None:
    assert word_stems(word) == {word}


@pytest.mark.parametrize(
    ("word", "other"), [("취소했어요", "취업"), ("끊겨요", "끊임"), ("왔어요", "갔어요"), ("느려요", "느낌")]
)
def test_another_word_is_not_taken_for_a_form_of_it(word: str, other: str) -> None:
    assert not any(other.startswith(stem) for stem in word_stems(word))


def test_a_word_always_begins_with_one_of_its_own_stems_unless_it_is_irregular() -> None:
    for word in (
        "가",
        "요",
        "서요",
        "힣힣힣",
        "안녕하세요",
        "고고고",
        "이에요",
        "합니다",
        "나요",
        "화나요",
        "기사님들이",
    ):
        stems = word_stems(word)
        assert all(stems), word
        assert any(word.startswith(stem) for stem in stems), word
