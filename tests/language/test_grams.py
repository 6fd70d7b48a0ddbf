"""A text becomes pairs of syllables and whole words, and a query what a text must have of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.language.grams import MOST_GRAMS, grams, share_found, sought


def test_korean_becomes_pairs_and_other_words_stay_whole() -> None:
    assert set(grams("환불 원해요. Refund #204-18")) == {
        *("환불", "불", "불ㆍ원", "원해", "해요", "요"),
        *("refund", "204", "18"),
    }


def test_a_sign_between_words_keeps_them_apart_and_a_space_does_not() -> None:
    assert "불ㆍ원" in grams("환불  원해요")
    assert "불ㆍ원" not in grams("환불. 원해요")


def test_tokens_of_personal_data_are_left_out() -> None:
    assert grams("[카드 번호 2]") == ()


def test_the_same_word_in_another_writing_is_the_same() -> None:
    assert grams("ＲＥＦＵＮＤ") == grams("refund")
    assert grams("환불") == grams("환불")


def test_a_text_without_end_takes_up_no_more_than_its_share() -> None:
    endless = "".join(chr(0xAC00 + number % 11_172) + chr(0xAC00 + number * 7 % 11_172) for number in range(60_000))
    assert len(grams("\n".join(endless[start : start + 50] for start in range(0, len(endless), 50)))) == MOST_GRAMS


def test_a_line_that_has_all_that_is_sought_counts_more_than_one_that_has_a_part() -> None:
    wanted = sought("배송 언제 와요")
    assert share_found("배송이 언제 오나요", wanted) == 1.0
    assert 0.0 < share_found("배송이 늦네요", wanted) < 1.0
    assert share_found("감사합니다", wanted) == 0.0


# What somebody types, lines that have the word in some form, and lines that only look so.
VERBS = {
    "왔는데": (
        "언제쯤 오나요 / 온다던 날이 지났어요 / 내일 올까요 / 아직 안 와서요 / 기사님이 오셨어요 / 온 게 맞아요 / 올 거라면서요 / 안 옵니다 / 오고 있대요",
        "오늘 주문했어요 / 와이파이가 느려요 / 온라인으로 샀어요 / 올해 바꿨어요 / 친구와 쓰려고요 / 오류가 떠요 / 옵션을 고를게요 / 오래 걸려요",
    ),
    "갔어요": (
        "어디로 가나요 / 그냥 간다고 했어요 / 제가 갈게요 / 매장에 가서 물었어요",
        "가격이 얼마예요 / 가입했어요 / 감사합니다 / 시간이 없어요 / 가능할까요 / 간단하네요",
    ),
    "봤어요": (
        "화면을 보면 나와요 / 사진으로 볼 수 있어요 / 한번 봐 줄래요",
        "보험을 들었어요 / 본인이에요 / 봄에 샀어요 / 봉투가 없어요",
    ),
    "샀는데": (
        "지난주에 산 거예요 / 하나 더 살게요 / 비싸게 사서 아까워요",
        "사이즈가 작아요 / 사람을 불러 줘요 / 산뜻해요 / 상담사 바꿔요",
    ),
    "써요": ("쿠폰을 썼어요 / 언제까지 쓸 수 있어요 / 쓰고 있던 번호예요", "쓰레기가 왔어요 / 썩은 사과예요"),
    "열어요": (
        "상자를 열었더니 비었어요 / 문을 여는데 안 돼요 / 뚜껑을 열면 새요",
        "연락이 없어요 / 여기로 와요 / 이번에도요 / 여러 번 말했어요",
    ),
    "들었어요": ("그런 말은 못 들어 봤어요 / 안내를 듣고 왔어요", "데이터가 없어요 / 단말기예요 / 답이 없네요"),
    "입었어요": ("한 번 입고 빨았어요 / 입어 보니 커요", "이불이에요 / 인터넷입니다 / 입금했어요"),
    "적어서": ("양이 적네요 / 주소를 잘못 적었어요", "적립금이 없어요 / 쿠폰이 적용돼요"),
    "추워요": ("방이 춥네요 / 추운 데 서 있었어요", "추가로 샀어요 / 추천해 줘요"),
    "많아요": ("너무 많이 나왔어요 / 많은데요", "만원이에요"),
    "깨진": ("유리가 깨져 왔어요 / 깨졌더라고요", "깨끗해요"),
    "온다": ("오늘 오는 거죠 / 안 왔어요", "온라인 주문이에요"),
    "오나요": ("오늘 오는 거죠 / 안 왔어요", "오전에 전화 줘요"),
}


@pytest.mark.parametrize("query", VERBS)
def test_a_verb_of_one_syllable_is_found_in_its_forms_and_not_in_words_that_begin_like_it(query: str) -> None:
    wanted = sought(query)
    forms, others = (lines.split(" / ") for lines in VERBS[query])
    assert [line for line in forms if share_found(line, wanted) < 1.0] == []
    assert [line for line in others if share_found(line, wanted) == 1.0] == []


@given(st.text(max_size=80))
def test_whatever_is_typed_is_taken(text: str) -> None:
    assert all(each and all(each) for each in sought(text))
    assert 0.0 <= share_found(text, sought(text)) <= 1.0


@given(st.text(alphabet="가나다라마바사아자차카타파하 각난", min_size=1, max_size=12).filter(str.strip))
def test_a_text_of_nouns_is_found_by_itself(text: str) -> None:
    assert share_found(f"{text}.", sought(f"{text}.")) > 0.0
