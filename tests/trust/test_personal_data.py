"""What is found, what is left alone, and what happens when a recogniser fails."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.trust.personal_data import Found, Scanner, settle
from tests.trust.parts import SCANNER


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("번호는 공일공에 이삼사오에 육칠팔구예요", "phone", "공일공에 이삼사오에 육칠팔구"),
        ("010 삼사오육 칠팔구공으로 주세요", "phone", "010 삼사오육 칠팔구공"),
        ("010)7788-9900 으로 문자 주세요", "phone", "010)7788-9900"),
        ("+82 10 5566 7788로 전화 주세요", "phone", "+82 10 5566 7788"),
        ("0 1 0 2 2 3 3 4 4 5 5 이에요", "phone", "0 1 0 2 2 3 3 4 4 5 5"),
        ("call me on (628) 555-0199", "phone", "(628) 555-0199"),
        ("메일은 haeun77골뱅이네이버 닷컴이에요", "email", "haeun77골뱅이네이버 닷컴"),
        ("write to lee.ann+shop@example.org", "email", "lee.ann+shop@example.org"),
        ("카드는 5409-12**-****-7788이에요", "card", "5409-12**-****-7788"),
        ("charged on 4242 4242 4242 4242 twice", "card", "4242 4242 4242 4242"),
        ("문 앞에 두세요 203동 1104호예요", "address", "203동 1104호"),
        ("please ship to 77 Cedar Hill Road, Leeds", "address", "77 Cedar Hill Road, Leeds"),
        ("생년월일 880214 확인해 주세요", "birth_date", "880214"),
        ("주민번호 880214-2345678로 가입했어요", "resident_number", "880214-2345678"),
        ("외국인등록번호는 910305-6345678이에요", "foreigner_number", "910305-6345678"),
        ("국민 123456-04-112233으로 환불해 주세요", "account", "123456-04-112233"),
        ("여권 M76543210으로 예약했어요", "passport", "M76543210"),
        ("차량번호 52러 7788이에요", "vehicle", "52러 7788"),
        ("이름은 강태오예요", "name", "강태오"),
        ("My name is Grace Miller and I wait", "name", "Grace Miller"),
    ],
)
def test_personal_data_is_found_whole_and_named(text: str, kind: str, value: str) -> None:
    [found] = SCANNER.find(text)
    assert (found.kind, found.text) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "주문번호 20261103-0004417 언제 와요?",
        "송장번호 683412340077 조회가 안 돼요",
        "39,900원인데 49900원이 결제됐어요",
        "2026년 11월 3일 14:20에 주문했어요",
        "2026-11-03에 샀는데 환불되나요",
        "모델명 WF24B9600KE 부품 있나요?",
        "갤럭시 SM-S928N 있어요?",
        "1588-1234는 왜 안 받아요",
        "080-123-4567 수신거부 됐나요",
        "8809123456789 이 상품 재입고돼요?",
        "배송지를 바꾸고 싶어요",
        "이름을 정확히 몰라요",
        "이름을 변경해 주세요",
        "남편이 대신 받아도 돼요?",
        "나이키 270 사이즈 있어요?",
        "한국어 상담 되나요?",
        "제주도까지 배송비 얼마예요?",
        "이 기사님 정말 친절하셨어요",
        "추천이라고 해서 샀는데 별로예요",
        "오배송입니다",
        "목도리입니다",
        "10시에서 12시 사이에 와 주세요",
        "포인트 10,000점이 사라졌어요",
        "My order A-10293 is late",
        "I'm Not happy, the total was $1,299.00",
        "Model X200-4411 does not turn on",
        "Is this Customer Service?",
    ],
)
def test_what_only_looks_like_personal_data_is_left_alone(text: str) -> None:
    assert SCANNER.find(text) == ()


class Pointing:
    """A recogniser that always points at the same places."""

    def __init__(self, *found: tuple[str, int, int]) -> None:
        self.found = found

    def find(self, text: str) -> Sequence[Found]:
        return [Found(kind, a, b, text[a:b]) for kind, a, b in self.found if b <= len(text)]  # type: ignore[arg-type]


class Failing:
    """A recogniser that breaks."""

    def find(self, text: str) -> Sequence[Found]:
        raise ValueError(text)


def test_of_overlapping_finds_the_longest_names_the_kind_and_all_are_covered() -> None:
    text = "가나다라마바사아자차"
    scanner = Scanner([Pointing(("name", 0, 4)), Pointing(("address", 2, 9))])
    assert scanner.find(text) == (Found("address", 0, 9, text[:9]),)


def test_a_number_swallowed_by_an_address_keeps_its_own_kind() -> None:
    text = "서울시 강남구 역삼동 800101-1234560"
    finds = settle([Found("address", 0, 18, text[:18]), Found("resident_number", 12, 26, text[12:])], text)
    assert [(f.kind, f.text) for f in finds] == [("address", "서울시 강남구 역삼동"), ("resident_number", text[12:])]


def test_a_failing_recogniser_hides_the_whole_text_and_is_reported_without_words() -> None:
    reports: list[tuple[str, str]] = []
    scanner = Scanner([Pointing(("name", 0, 3)), Failing()], report=lambda who, what: reports.append((who, what)))
    assert scanner.find("강태오 언제 와요") == (Found("personal", 0, 9, "강태오 언제 와요"),)
    assert reports == [("Failing", "ValueError")]


def test_the_repr_of_a_find_hides_the_words() -> None:
    assert "7788" not in repr(Found("phone", 0, 13, "010-7788-9900"))


def test_a_value_on_the_edge_of_two_windows_is_found_whole() -> None:
    for before in (1_790, 1_795, 1_800, 1_990, 1_995, 2_000):
        text = "가" * before + " 010-7788-9900 " + "나" * 500
        assert [f.text for f in SCANNER.find(text)] == ["010-7788-9900"]


def test_a_pattern_of_the_playbook_is_kept() -> None:
    text = "3333-0123-4567-8901 주문이요"
    assert SCANNER.find(text)
    assert SCANNER.find(text, [re.compile(r"3333(-\d{4}){3}")]) == ()


@pytest.mark.parametrize(
    "text", ["주문은 01077889900이에요", "카드번호 4242424242424242로 샀어요", "a.b12345678@example.org"]
)
def test_a_loose_pattern_of_the_playbook_does_not_let_plain_personal_data_through(text: str) -> None:
    assert SCANNER.find(text, [re.compile(r"\d{8,16}")])


def test_a_pattern_that_fits_a_piece_of_a_number_keeps_nothing() -> None:
    [found] = SCANNER.find("제 번호 010-7788-9900이에요", [re.compile(r"\d{4}-\d{4}")])
    assert found.text == "010-7788-9900"


@given(st.integers(0, 10**7 - 1), st.dates(), st.integers(1, 8), st.sampled_from(["-", " - ", "", "–"]))
def test_no_resident_number_needs_a_valid_check_digit(tail: int, born: object, century: int, between: str) -> None:
    number = f"{born:%y%m%d}{between}{century}{tail % 10**6:06d}"
    found = SCANNER.find(f"본인확인 주민번호 {number} 맞나요?")
    assert number in [f.text for f in found]


@given(st.text(max_size=300))
def test_finds_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    at = 0
    for found in SCANNER.find(text):
        assert at <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        at = found.end


def test_a_pattern_for_four_digits_does_not_let_a_card_in_groups_of_four_through() -> None:
    found = SCANNER.find("my card is 4111 1111 1111 1111", [re.compile(r"\b\d{4}\b")])
    assert [find.kind for find in found] == ["card"]
    assert SCANNER.find("it ends in 1111", [re.compile(r"\b\d{4}\b")]) == ()
