"""Characters that remember where they stood."""

import unicodedata

from dajeong.understanding.features import MAX_CHARACTERS, ngrams, normalise, to_jamo
from dajeong.understanding.heard import Heard
from dajeong.understanding.language import detect_language


def test_every_character_knows_its_place_in_the_original() -> None:
    text = "아 ㅋㅋㅋㅋㅋㅋ  진짜 3번째 [전화 1]로 OK"
    plain = normalise(text)
    assert len(plain.text) == len(plain.at)
    assert all(0 <= place < len(text) for place in plain.at)
    assert text[plain.at[plain.text.index("진")]] == "진"
    assert "ㅋㅋㅋㅋ" not in plain.text and "0번째" in plain.text and "ok" in plain.text
    assert "전화" not in plain.text


def test_decomposed_hangul_reads_like_composed_hangul() -> None:
    composed = "배송이 늦어요"
    assert normalise(unicodedata.normalize("NFD", composed)).text == normalise(composed).text


def test_a_very_long_message_is_cut() -> None:
    assert len(normalise("가나다라 " * 50_000).text) <= MAX_CHARACTERS + 2


def test_ngrams_cover_all_lengths_and_no_lone_space() -> None:
    pieces = [piece for piece, _ in ngrams(normalise("배 송"), 1, 3)]
    assert "배" in pieces and "배 송" in pieces and " " not in pieces


def test_hangul_comes_apart_into_its_letters() -> None:
    assert to_jamo("환불!") == "ㅎㅘㄴㅂㅜㄹ!"


def test_the_language_is_told_by_its_letters() -> None:
    assert detect_language("iPhone 15 Pro Max 256GB Black 언제 와요") == "ko"
    assert detect_language("where is my order [전화 1]") == "en"
    assert detect_language("ㅇㅇ") == "ko"
    assert detect_language("네") == "ko"


def test_a_message_without_letters_keeps_the_language_of_the_conversation() -> None:
    history = [Heard(by="customer", text="hello"), Heard(by="assistant", text="안녕하세요")]
    assert detect_language("12345", history) == "en"
    assert detect_language("😡") == "ko"
