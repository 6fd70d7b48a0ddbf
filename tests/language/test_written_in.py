"""A text is in the language its words are in; addresses and names of variables are no words."""

import pytest

from dajeong.conversation.reading import Language
from dajeong.language.written_in import is_written_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "택배가 오늘 저녁에 도착해요."),
        ("ko", "OK"),
        ("ko", "iPhone 15 Pro는 내일 보내 드릴게요."),
        ("ko", "여기에서 보실 수 있어요: https://parcel.example/track/a-rather-long-address-of-a-page"),
        ("ko", "{order_number} {arrival_window | date} 도착"),
        ("ko", ""),
        ("en", "Your parcel arrives this evening."),
        ("en", "{주문번호}: on its way"),
        ("en", "Your 김치 (kimchi) arrives this evening."),
    ],
)
def test_a_text_is_in_its_own_language(language: Language, text: str) -> None:
    assert is_written_in(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "Your parcel arrives this evening."),
        ("ko", "Your parcel arrives this evening. {주문번호} {도착_예정_시각}"),
        ("en", "택배가 오늘 저녁에 도착해요."),
        ("en", "네, 알겠어요"),
    ],
)
def test_a_text_in_the_other_language_is_told(language: Language, text: str) -> None:
    assert not is_written_in(text, language)
