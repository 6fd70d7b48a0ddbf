"""Sentences: where they end, where they do not, and offsets that give the text back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.language.sentences import sentences

CUT = [
    ("많이 기다리셨죠. 지금 확인해 볼게요.", ["많이 기다리셨죠.", "지금 확인해 볼게요."]),
    ("어떤 걸 도와드릴까요? 골라 주세요!", ["어떤 걸 도와드릴까요?", "골라 주세요!"]),
    ("네… 알겠어요… 잠시만요", ["네…", "알겠어요…", "잠시만요"]),
    ("첫째 줄\n둘째 줄\n\n셋째 줄", ["첫째 줄", "둘째 줄", "셋째 줄"]),
    ("고마워요:) 내일 봬요", ["고마워요:)", "내일 봬요"]),
    ("속상하셨죠 ㅠㅠ 바로 볼게요", ["속상하셨죠 ㅠㅠ", "바로 볼게요"]),
    ("반가워요~ 다정이에요", ["반가워요~", "다정이에요"]),
    ("도착했어요.확인해 주세요.", ["도착했어요.", "확인해 주세요."]),
    ("요금은 3.5% 올랐어요. 다음 달부터예요.", ["요금은 3.5% 올랐어요.", "다음 달부터예요."]),
    ("2026. 11. 24. 화요일에 와요. 오전이에요.", ["2026. 11. 24. 화요일에 와요.", "오전이에요."]),
    ("11. 24.(화)에 방문해 주세요.", ["11. 24.(화)에 방문해 주세요."]),
    (
        "https://shop.kr/a?x=1!b 에서 볼 수 있어요. 고마워요.",
        ["https://shop.kr/a?x=1!b 에서 볼 수 있어요.", "고마워요."],
    ),
    ("주소는 https://shop.kr/track. 확인해 주세요.", ["주소는 https://shop.kr/track.", "확인해 주세요."]),
    ("[전화 1. 집]으로 전화했어요. 받으셨나요?", ["[전화 1. 집]으로 전화했어요.", "받으셨나요?"]),
    ('"안 와요. 왜요?"라고 하셨어요. 확인할게요.', ['"안 와요. 왜요?"라고 하셨어요.', "확인할게요."]),
    ("1. 설정을 열어요.\n2. 끄고 켜요.", ["1. 설정을 열어요.", "2. 끄고 켜요."]),
    ("Mr. Lee called. We will answer.", ["Mr. Lee called.", "We will answer."]),
    ("It costs $3.50 a month. That is all.", ["It costs $3.50 a month.", "That is all."]),
    (
        "Come at 9 a.m. tomorrow. Bring a card, e.g. your ID.",
        ["Come at 9 a.m. tomorrow.", "Bring a card, e.g. your ID."],
    ),
    ('She wrote "it broke." Then she called.', ['She wrote "it broke."', "Then she called."]),
    ("정말요?! 놀라셨겠어요.", ["정말요?!", "놀라셨겠어요."]),
    ("기다려 주세요... 거의 됐어요.", ["기다려 주세요...", "거의 됐어요."]),
    ("접수 번호는 1234예요. 5분이면 돼요.", ["접수 번호는 1234예요.", "5분이면 돼요."]),
    ("고마워요 😊 또 오세요", ["고마워요 😊", "또 오세요"]),
    ("", []),
    ("  \n \t", []),
    ("...", ["..."]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_text_is_cut_where_a_reader_would_pause(text: str, expected: list[str]) -> None:
    assert [one.text for one in sentences(text)] == expected


@given(
    st.text(alphabet=st.sampled_from(list('가요다. !?…\n1[전화]:)ㅠ~a."“”(https://)-,')), max_size=60)
    | st.text(max_size=60)
)
def test_offsets_give_the_text_back_and_gaps_are_blank(text: str) -> None:
    at = 0
    for one in sentences(text):
        assert one.text == text[one.start : one.end] == one.text.strip() != ""
        assert not text[at : one.start].strip()
        at = one.end
    assert not text[at:].strip()


@given(
    st.lists(st.sampled_from(["확인해 볼게요.", "왜 그런가요?", "고맙습니다!", "Thank you."]), min_size=1, max_size=6)
)
def test_sentences_put_together_come_apart_the_same(parts: list[str]) -> None:
    assert [one.text for one in sentences(" ".join(parts))] == parts
