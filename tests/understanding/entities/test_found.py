"""What a slot could take."""

from datetime import datetime

import pytest

from dajeong.understanding.entities import TOKEN_KINDS, BadPattern, find_entities

PATTERNS = {"order_number": r"[A-Z]{2}\d{8}"}


def values(text: str, kind: str, now: datetime) -> list[str]:
    return [entity.value for entity in find_entities(text, PATTERNS, now) if entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("오늘 주문했어요", "2026-11-23"),
        ("어제 도착했어요", "2026-11-22"),
        ("그저께 샀어요", "2026-11-21"),
        ("엊그제 받았는데요", "2026-11-21"),
        ("내일까지 필요해요", "2026-11-24"),
        ("모레 갈게요", "2026-11-25"),
        ("내일모레 출국이에요", "2026-11-25"),
        ("3일 전에 결제했어요", "2026-11-20"),
        ("이틀 전에 시켰어요", "2026-11-21"),
        ("사흘 뒤에 오세요", "2026-11-26"),
        ("일주일 전 주문이요", "2026-11-16"),
        ("2주 뒤로 미뤄 주세요", "2026-12-07"),
        ("한 달 전에 가입했어요", "2026-10-23"),
        ("다음 주 화요일에 와 주세요", "2026-12-01"),
        ("이번주 금요일이요", "2026-11-27"),
        ("지난주 토요일에 받았어요", "2026-11-21"),
        ("수요일에 갈게요", "2026-11-25"),
        ("11월 3일에 주문했어요", "2026-11-03"),
        ("1월 5일로 바꿔 주세요", "2027-01-05"),
        ("2026년 12월 24일 체크인이요", "2026-12-24"),
        ("2026-12-24", "2026-12-24"),
        ("2026.12.24에요", "2026-12-24"),
        ("12/24 도착이요", "2026-12-24"),
        ("다음 달 5일에 빠져나가요", "2026-12-05"),
        ("25일까지 와야 해요", "2026-11-25"),
        ("yesterday", "2026-11-22"),
        ("three days ago", "2026-11-20"),
        ("in 2 weeks", "2026-12-07"),
        ("next Tuesday", "2026-12-01"),
        ("last Friday", "2026-11-20"),
        ("on Wednesday please", "2026-11-25"),
        ("Nov 3rd", "2026-11-03"),
        ("3 November 2026", "2026-11-03"),
        ("the day after tomorrow", "2026-11-25"),
    ],
)
def test_a_day_is_understood_however_it_is_said(text: str, day: str, now: datetime) -> None:
    assert values(text, "date", now) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "배송 조회해 주세요",
        "2월 31일",
        "13월 40일",
        "3일째 기다려요",
        "오늘도 화가 나요"[2:],
        "1588-1234",
        "may I ask something",
    ],
)
def test_what_is_no_day_is_not_taken_for_one(text: str, now: datetime) -> None:
    assert values(text, "date", now) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3만5천원 결제했어요", "35000"),
        ("35,000원이요", "35000"),
        ("3만 5천 원", "35000"),
        ("오천원", "5000"),
        ("만원", "10000"),
        ("삼만 오천원", "35000"),
        ("2백만원 보냈어요", "2000000"),
        ("1억 2천만원", "120000000"),
        ("1.5만원", "15000"),
        ("₩12,900", "12900"),
        ("$20", "20"),
        ("I paid $1,250.50", "1250.50"),
        ("30 dollars", "30"),
        ("100달러", "100"),
        ("2,500 dollars", "2500"),
        ("$14.99", "14.99"),
        ("14.99", "14.99"),
        ("yeah, 14.99:)", "14.99"),
        ("it was 1,014.99", "1014.99"),
        ("3만 5천", "35000"),
        ("5만 정도요", "50000"),
        ("오만원", "50000"),
        ("삼만 오천이요", "35000"),
    ],
)
def test_an_amount_becomes_plain_digits(text: str, amount: str, now: datetime) -> None:
    assert values(text, "amount", now) == [amount]


@pytest.mark.parametrize(
    "text", ["병원 예약이요", "회원 탈퇴", "직원 바꿔줘", "지원금", "만원인 지하철이요", "이 원인이 뭐예요"]
)
def test_a_word_that_ends_like_money_is_none(text: str, now: datetime) -> None:
    assert values(text, "amount", now) == []


@pytest.mark.parametrize(
    "text", ["오만 가지 생각", "3만 5천명", "10만 포인트", "5.25kg", "12.50%", "버전 17.10", "1만 보"]
)
def test_what_counts_something_else_is_no_amount(text: str, now: datetime) -> None:
    assert values(text, "amount", now) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("3,000", "3000"), ("1,250,000 정도", "1250000"), ("14.99", "14.99"), ("3만 5천", "35000"), ("270이요", "270")],
)
def test_a_number_is_read_without_its_commas(text: str, number: str, now: datetime) -> None:
    assert values(text, "number", now) == [number]


@pytest.mark.parametrize("text", ["010 1234 5678", "02 123 4567", "1234 5678 9012 3456", "+82 10 1234 5678"])
def test_digits_read_out_in_groups_count_nothing(text: str, now: datetime) -> None:
    assert find_entities(text, {}, now) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [("두 개 주세요", "2"), ("3개요", "3"), ("세 명이요", "3"), ("티셔츠 열두 장", "12"), ("2 tickets", "2")],
)
def test_a_counted_thing_is_a_quantity_and_a_number(text: str, count: str, now: datetime) -> None:
    assert values(text, "quantity", now) == [count]
    assert values(text, "number", now) == [count]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("오후 3시에 와 주세요", "15:00"),
        ("오전 10시 반", "10:30"),
        ("14:30", "14:30"),
        ("저녁 일곱 시", "19:00"),
        ("at 3pm", "15:00"),
        ("9:15 am", "09:15"),
    ],
)
def test_a_time_of_day_is_read_on_24_hours(text: str, clock: str, now: datetime) -> None:
    assert values(text, "time", now) == [clock]


def test_the_playbooks_own_pattern_goes_first(now: datetime) -> None:
    found = find_entities("주문번호 kr20391847 어디쯤이에요?", PATTERNS, now)
    assert [(entity.kind, entity.value, entity.text) for entity in found] == [
        ("order_number", "KR20391847", "kr20391847")
    ]


@pytest.mark.parametrize(("korean", "kind"), TOKEN_KINDS.items())
def test_a_token_of_personal_data_binds_as_it_is(korean: str, kind: str, now: datetime) -> None:
    for name in (korean, kind):
        token = f"[{name} 2]"
        assert values(f"제 것은 {token}이에요", kind, now) == [token]
    assert values(f"[{korean} 2]", "number", now) == []


def test_entities_stand_where_they_point(now: datetime) -> None:
    text = "어제 3만원 주고 산 KR20391847 두 개, 번호는 [전화 1]"
    found = find_entities(text, PATTERNS, now)
    assert {entity.kind for entity in found} == {"date", "amount", "order_number", "quantity", "number", "phone"}
    assert all(text[entity.start : entity.end] == entity.text for entity in found)


def test_a_pattern_that_is_none_says_which_and_what_to_do(now: datetime) -> None:
    with pytest.raises(BadPattern, match="order_number"):
        find_entities("안녕", {"order_number": "["}, now)


@pytest.mark.parametrize("text", ["네", "네 맞아요", "몇 시에 열어요?", "한 번 더요", "두고 갔어요", "이 상품이요"])
def test_a_word_that_sounds_like_a_number_counts_nothing(text: str, now: datetime) -> None:
    assert find_entities(text, PATTERNS, now) == ()
