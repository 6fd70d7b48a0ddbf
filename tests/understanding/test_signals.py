"""Signs in the words."""

import pytest

from dajeong.understanding.sign_rules import SIGN_NAMES
from dajeong.understanding.signals import find_signals


@pytest.mark.parametrize(
    ("text", "sign", "words"),
    [
        ("아직도 안 와요 ㅠㅠ", "tears", "ㅠㅠ"),
        ("도대체 언제 오나요", "doubt_word", "도대체"),
        ("언제 해결돼요?!", "exclaimed_question", "?!"),
        ("너어어무 느려요", "elongation", "어어"),
        ("sooooo slow", "elongation", "oooo"),
        ("벌써 세 번째 문의예요", "nth_time", "벌써 세 번째"),
        ("몇 번을 말해요", "nth_time", "몇 번을"),
        ("세 시간째 기다려요", "time_waited", "세 시간째"),
        ("소비자원에 알릴게요", "threat_to_report", "소비자원"),
        ("다시는 안 써요", "threat_to_leave", "다시는"),
        ("참 빨리도 해주시네요^^", "sarcasm", "빨리도"),
        ("빨리 좀 해주세요", "hurry", "빨리"),
        ("30분 뒤에 타야 해요", "deadline", "30분 뒤"),
        ("이제 지치네요", "worn_out", "지치"),
        ("왜 이렇게 느려", "rhetorical_question", "왜 이렇게"),
        ("THIS IS TERRIBLE", "shouting", "THIS IS TERRIBLE"),
        ("씨발 뭐야", "profanity", "씨발"),
        ("thanks for nothing", "sarcasm", "thanks for nothing"),
        ("I've been waiting for three hours", "time_waited", "been waiting"),
        ("이게 말이 돼요?", "rhetorical_question", "말이 돼"),
        ("휴우 알겠어요", "sigh", "휴우"),
        ("😡", "angry_face", "😡"),
    ],
)
def test_a_sign_is_found_and_pointed_at(text: str, sign: str, words: str) -> None:
    found = {item.sign: item for item in find_signals(text).evidence}
    assert sign in found
    item = found[sign]
    assert item.start is not None and item.end is not None
    assert text[item.start : item.end] == item.text
    assert words in item.text


@pytest.mark.parametrize(
    "text",
    [
        "배송 조회 어떻게 해요?",
        "요금제 종류 알려주세요",
        "주문 취소할게요",
        "시발점이 어디예요",
        "고양이 새끼 고양이 사료 있나요",
        "My SIM needs a new PIN",
        "ATM USB PDF",
        "Where can I see my bill?",
    ],
)
def test_a_plain_question_shows_no_sign(text: str) -> None:
    assert find_signals(text).evidence == ()


def test_a_sign_that_repeats_counts_once() -> None:
    assert find_signals("ㅠㅠ 어떡해 ㅠㅠ ㅠㅠㅠ").lean == find_signals("ㅠㅠ 어떡해").lean


def test_spans_stay_short_and_inside_the_text() -> None:
    text = "역시 대단한 회사답게 일주일이나 지나서야 답을 주시는군요 정말 훌륭하시네요~ " * 3
    for item in find_signals(text).evidence:
        assert item.start is not None and item.end is not None
        assert 0 < item.end - item.start <= 24


def test_profanity_is_abuse_and_politeness_is_not() -> None:
    assert find_signals("씨발 장난해?").abuse >= 0.7
    assert find_signals("죽여버린다").abuse >= 0.7
    assert 0.0 < find_signals("멍청한 봇이네").abuse < 0.7
    assert find_signals("정말 화가 납니다").abuse == 0.0


def test_every_sign_has_a_name_of_its_own() -> None:
    assert len(SIGN_NAMES) == len(set(SIGN_NAMES)) >= 35
