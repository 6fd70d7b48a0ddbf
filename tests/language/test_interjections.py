"""A sigh tells that something is amiss, a nod that we were heard; neither says anything else."""

import pytest

from dajeong.language.interjections import only_nods, only_sighs


@pytest.mark.parametrize(
    "text",
    [
        "하 진짜", "하...", "하아", "에휴", "아 진짜", "아오 진짜 짜증나", "짜증나네요!!", "열받아", "미치겠네 진짜", "어이가 없네요",
        "장난하세요?", "뭐야 이게", "진짜 너무하네", "속상해요 ㅠㅠ", "ㅠㅠ", "휴... 힘들다", "Ugh.", "Oh come on, seriously?",
        "This is ridiculous!", "I'm so annoyed",
    ],
)  # fmt: skip
def test_a_sigh_is_heard_as_one(text: str) -> None:
    assert only_sighs(text) and not only_nods(text)


@pytest.mark.parametrize(
    "text",
    [
        "네",
        "네네",
        "아 네",
        "아 그렇군요",
        "알겠습니다.",
        "네 알겠어요~",
        "ㅇㅋ",
        "아 그래요?",
        "Okay, got it",
        "I see.",
    ],
)
def test_a_nod_is_heard_as_one(text: str) -> None:
    assert only_nods(text) and not only_sighs(text)


@pytest.mark.parametrize(
    "text",
    [
        "하하하", "ㅋㅋㅋ", "아니", "아니요", "진짜?", "네?", "택배 때문에 짜증나요", "힘들게 찾았어요", "네 그럼 환불해 주세요",
        "하 진짜 언제 와요", "짜증나 죽겠는데 환불해줘", "Is it okay?", "This is the order number", "So annoyed about the fee", "", "…",
    ],
)  # fmt: skip
def test_what_says_more_or_less_is_neither(text: str) -> None:
    assert not only_sighs(text) and not only_nods(text)
