"""What people write for people keeps its sense and loses everybody's personal data."""

import pytest

from dajeong.trust.masking import masked


def test_the_same_number_is_the_same_token_and_another_is_another() -> None:
    said = "010-2345-6789로 걸었는데 안 받고, 010 2345 6789가 아니라 010-9876-5432래요"
    assert masked(said, "ko") == "[전화 1]로 걸었는데 안 받고, [전화 1]가 아니라 [전화 2]래요"


def test_tokens_that_stand_there_stay_and_their_numbers_are_not_used_again() -> None:
    assert masked("[전화 1]은 그대로, 메일은 haru@example.com", "ko") == "[전화 1]은 그대로, 메일은 [이메일 1]"
    assert masked("[phone 1] and 010-2345-6789", "en") == "[phone 1] and [phone 2]"


@pytest.mark.parametrize("text", ["", "배송이 늦는 날엔 먼저 알려 주면 어떨까요?", "3,000원은 비싸다고 하셨어요"])
def test_a_text_without_personal_data_stays_as_it_is(text: str) -> None:
    assert masked(text, "ko") == text
