"""A text becomes pairs of syllables and whole words, and a query what a text must have of them."""

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


@given(st.text(max_size=80))
def test_whatever_is_typed_is_taken(text: str) -> None:
    assert all(each and all(each) for each in sought(text))
    assert 0.0 <= share_found(text, sought(text)) <= 1.0


@given(st.text(alphabet="가나다라마바사아자차카타파하 각난", min_size=1, max_size=12).filter(str.strip))
def test_a_text_of_nouns_is_found_by_itself(text: str) -> None:
    assert share_found(f"{text}.", sought(f"{text}.")) > 0.0
