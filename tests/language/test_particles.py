"""Particles: right after any word that may be put in."""

import pytest
import tossi  # type: ignore[import-untyped,unused-ignore]
from hypothesis import given
from hypothesis import strategies as st

from dajeong.language.particles import attach, last_sound, resolve_particles

HANGUL = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8)

ATTACHED = """
    택배 을 택배를|상품 을 상품을|주문번호1234 을 주문번호1234를|1230 을 1230을|7 으로 7로|6 으로 6으로|1 으로 1로|10000 으로 10000으로
    VIP 을 VIP를|LTE 이 LTE가|ATM 은 ATM은|URL 으로 URL로|SMS 으로 SMS로|QR 으로 QR로|5kg 을 5kg을|2L 을 2L를|10GB 은 10GB는|3% 이 3%가
    [전화1] 으로 [전화1]로|[전화2] 이 [전화2]가|35,000원 을 35,000원을|₩35,000 을 ₩35,000을|$30 은 $30는|£12.50 이 £12.50가
    '환불' 을 '환불'을|“취소” 는 “취소”는|지민(고객) 이 지민(고객)이|나무(tree) 은 나무(tree)는|서울 으로 서울로|부산 으로 부산으로|대구 으로 대구로
    Gmail 으로 Gmail로|Google 은 Google은|Apple 이 Apple이|Facebook 을 Facebook을|Netflix 를 Netflix를|iPhone 이 iPhone이|server 가 server가
    email 로 email로|chat 을 chat을|app 이 app이|support 을 support를|Nike 와 Nike와|web 을 web을|link 을 link를|online 으로 online으로|basic 은 basic은
    사과 과/와 사과와|귤 과(와) 귤과|다정 이에요 다정이에요|나무 이에요/예요 나무예요|VIP (이)라 VIP라|회원 (이)라 회원이라|11월24일(화) 은 11월24일(화)은
    36℃ 을 36℃를|ㅋ 을 ㅋ을|ㅏ 가 ㅏ가|ㄹ 으로 ㄹ로|고객님!! 은 고객님!!은|배송… 을 배송…을|😊지민😊 이 😊지민😊이|1등급 으로 1등급으로|A4 을 A4를
"""
ROWS = [tuple(row.split()) for line in ATTACHED.strip().splitlines() for row in line.strip().split("|")]


@pytest.mark.parametrize(("word", "particle", "expected"), ROWS)
def test_a_word_gets_its_particle(word: str, particle: str, expected: str) -> None:
    assert attach(word, particle) == expected


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("주문번호 1234을(를) 찾았어요", "주문번호 1234를 찾았어요"),
        ("지민이(가) 받았어요", "지민이 받았어요"),
        ("택배은(는) 오늘 와요", "택배는 오늘 와요"),
        ("운동화과(와) 양말와(과) 모자", "운동화와 양말과 모자"),
        ("서울(으)로 보냈고 부산(으)로도 보냈어요", "서울로 보냈고 부산으로도 보냈어요"),
        ("카드을/를 쓰셨네요", "카드를 쓰셨네요"),
        ("환불이/가 끝났어요", "환불이 끝났어요"),
        ("요금은/는 그대로예요", "요금은 그대로예요"),
        ("VIP(이)라서 할인돼요", "VIP라서 할인돼요"),
        ("회원(이)라면 무료예요", "회원이라면 무료예요"),
        ("담당자는 지민(이)에요", "담당자는 지민이에요"),
        ("담당자는 수지(이)에요", "담당자는 수지예요"),
        ("상품은 모자이에요/예요.", "상품은 모자예요."),
        ("어제는 휴일(이)었어요", "어제는 휴일이었어요"),
        ("어제는 휴무(이)었어요", "어제는 휴무였어요"),
        ("[전화 1](으)로 전화했어요", "[전화 1]로 전화했어요"),
        ("35,000원을(를) 돌려 드렸어요", "35,000원을 돌려 드렸어요"),
        ("“환불”을(를) 눌러 주세요", "“환불”을 눌러 주세요"),
        ("쿠폰(5%)이(가) 있어요", "쿠폰(5%)이 있어요"),
        ("지민 님이(가) 오셨어요", "지민 님이 오셨어요"),
        ("사과(이)나 배(이)나 좋아요", "사과나 배나 좋아요"),
        ("5kg(이)라서 무거워요", "5kg이라서 무거워요"),
    ],
)
def test_a_writers_notation_is_settled_by_the_word_before(written: str, read: str) -> None:
    assert resolve_particles(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "어른/아이/가족 요금이 있어요",
        "을(를)은 조사예요",
        "전화(02-123-4567)로 연락 주세요",
        "주/야간 모두 열려요",
        "대상은 (이) 카드예요",
        "https://shop.kr/a/b?x=(1)",
        "가격 1/2 할인",
        "漢字을(를) 읽어요",
    ],
)
def test_what_is_no_notation_or_cannot_be_read_is_left_alone(text: str) -> None:
    assert resolve_particles(text) == text


def test_a_word_that_cannot_be_read_keeps_the_notation() -> None:
    assert attach("漢字", "을") == "漢字을(를)"
    assert attach("漢字", "로") == "漢字(으)로"


def test_a_particle_without_two_forms_is_refused() -> None:
    with pytest.raises(ValueError, match="two forms"):
        attach("택배", "에서")


@given(HANGUL, st.sampled_from(["을", "이", "은", "과"]))
def test_hangul_words_agree_with_tossi(word: str, particle: str) -> None:
    assert attach(word, particle) == tossi.postfix(word, particle)


@given(HANGUL)
def test_direction_agrees_with_tossi(word: str) -> None:
    assert attach(word, "으로") == tossi.postfix(word, "으로")


@given(HANGUL, st.sampled_from(["을(를)", "은(는)", "이(가)", "과(와)", "(으)로", "을/를"]))
def test_attaching_and_resolving_are_the_same(word: str, notation: str) -> None:
    assert resolve_particles(f"{word}{notation} 봐요") == f"{attach(word, notation)} 봐요"


@given(st.text(max_size=50))
def test_resolving_twice_changes_nothing_more(text: str) -> None:
    once = resolve_particles(text)
    assert resolve_particles(once) == once


@given(st.text(max_size=20))
def test_any_text_can_be_asked_for_its_sound(text: str) -> None:
    assert last_sound(text) in (None, 0, 1, 8)
