"""The review of a whole reply: good ones pass, each finding says where and what instead, and it is quick."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation.reading import Language
from dajeong.language.finding import RULES, SEVERITY, advice
from dajeong.language.phrases import joined
from dajeong.language.promise import promises_in
from dajeong.language.review import review_words
from dajeong.language.speech_level import SpeechLevel

GOOD_POLITE = [
    "택배가 오늘까지 안 와서 걱정되셨죠. 지금 어디 있는지 바로 볼게요. 주문 번호를 알려 주시겠어요?",
    "많이 답답하셨겠어요. 어제저녁 8시부터 그 동네 인터넷이 끊겼어요. 오늘 오후 2시에 다시 열려요.",
    "카드가 갑자기 막혀 놀라셨죠. 해외에서 두 번 결제가 있어서 저희가 잠시 멈췄어요. 직접 쓰신 게 맞나요?",
    "기다려 주셔서 고마워요. 진료는 11월 24일(화) 오전 10시예요.\n\n- 신분증\n- 복용 중인 약\n\n두 가지를 가져오세요.",
    "안녕하세요, 지민 님! 저는 AI 상담원 다정이에요. 무엇을 도와드릴까요?",
    "아이템이 사라져서 속상하셨죠ㅠㅠ 우편함을 먼저 볼게요. 거기 없으면 사람 상담원을 연결해 드릴게요.",
    "죄송해요. 저희가 날짜를 잘못 알려 드렸어요. 맞는 날짜는 내일(11월 24일)이에요.",
    "주문 취소 / 주소 변경 / 상담원 연결",
    "이번 달 요금은 35,000원이에요. 지난달보다 3,000원 올랐는데, 할인이 끝나서 그래요.",
    "네, 잘 알겠어요. 집이 아니라 회사로 보내면 될까요?",
    "사람과 이야기하고 싶으시군요. 지금 상담원을 연결할게요. 3분쯤 걸려요.",
    "두 가지 중 어느 쪽이세요? ‘요금 확인’과 ‘요금제 변경’이 있어요.",
]
GOOD_FORMAL = [
    "안녕하세요. 다정은행 AI 상담원입니다. 무엇을 도와드리겠습니까?",
    "많이 놀라셨겠습니다. 결제는 한 번만 되었습니다. 두 번째 알림은 저희 쪽 오류입니다.",
    "죄송합니다. 배송이 이틀 늦었습니다. 지금 택배는 대전 물류센터에 있습니다.",
    "기다려 주셔서 감사합니다. 접수하신 진료는 오전 10시입니다. 10분 전에 와 주십시오.",
    "확인해 보겠습니다. 주문 번호 네 자리를 알려 주십시오.",
]
GOOD_ENGLISH = [
    "That must have been a shock. I can see two payments on Tuesday; the second one came from our system.",
    "I'm sorry your parcel is two days late. It is in Leeds now. Shall I change the address?",
    "Hello, I'm Dajeong, an AI assistant. What can I help you with?",
    "Thank you for waiting. Your card is active again, and your PIN is unchanged.",
    "You asked for a person. I'm connecting you now; it takes about three minutes.",
    "It makes sense that you are upset: you called twice and nobody answered.",
]


@pytest.mark.parametrize("text", GOOD_POLITE)
def test_a_good_reply_in_haeyo_gets_no_remark(text: str) -> None:
    assert review_words(text, language="ko", level="해요체") == ()


@pytest.mark.parametrize("text", GOOD_FORMAL)
def test_a_good_reply_in_hasipsio_gets_no_remark(text: str) -> None:
    assert review_words(text, language="ko", level="하십시오체") == ()


@pytest.mark.parametrize("text", GOOD_ENGLISH)
def test_a_good_english_reply_gets_no_remark(text: str) -> None:
    assert review_words(text, language="en") == ()


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("확인해 볼게요. 감사합니다.", "해요체", [("mixed_levels", "감사합니다.")]),
        ("확인해 볼게요. 감사합니다.", "하십시오체", [("mixed_levels", "확인해 볼게요.")]),
        ("확인했어요. 접수됐어요. 감사합니다.", None, [("mixed_levels", "감사합니다.")]),
        ("확인했습니다. 접수됐어요.", None, [("mixed_levels", "접수됐어요.")]),
        ("확인했습니다. 감사합니다.", "해요체", [("wrong_level", "확인했습니다."), ("wrong_level", "감사합니다.")]),
        ("확인했어요.", "하십시오체", [("wrong_level", "확인했어요.")]),
        ("확인했습니다.", None, []),
        ("안녕하세요. 확인했습니다.", "하십시오체", []),
        ("확인했어. 조금만 기다려 주세요.", "해요체", [("banmal", "확인했어.")]),
        ("환불은 사흘 걸린다. 알겠지?", None, [("banmal", "환불은 사흘 걸린다."), ("banmal", "알겠지?")]),
    ],
)
def test_the_sentence_in_another_level_is_named(
    text: str, level: SpeechLevel | None, expected: list[tuple[str, str]]
) -> None:
    assert [(one.rule, one.text) for one in review_words(text, language="ko", level=level)] == expected


def test_remarks_come_in_the_order_of_the_text() -> None:
    text = "금일 고객님이 주소를 잘못 입력하셔서 반송되어졌습니다. 불편을 드려 죄송합니다."
    found = review_words(text, language="ko", level="하십시오체")
    assert [one.rule for one in found] == ["jargon", "blame", "double_passive", "empty_formula"]
    assert [one.severity for one in found] == ["warning", "error", "warning", "warning"]


def test_a_team_may_forbid_words_of_its_own() -> None:
    (found,) = review_words("고객센터로 와 주세요.", language="ko", extra_jargon={"고객센터": "저희"})
    assert (found.rule, found.text, found.instead) == ("jargon", "고객센터", "저희")


def test_advice_says_what_to_write_in_both_languages() -> None:
    (found,) = review_words("금일 도착해요.", language="ko")
    assert "오늘" in found.advice
    assert found.advice == found.advice_in("ko") != found.advice_in("en")
    assert "오늘" in found.advice_in("en")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_severity_and_advice_in_both_languages(rule: str) -> None:
    assert SEVERITY[rule] in ("error", "warning")
    assert advice(rule, "ko", text="a", instead="b") != advice(rule, "en", text="a", instead="b")


@given(st.text(max_size=200), st.sampled_from(["ko", "en"]))
def test_any_text_can_be_reviewed_and_each_remark_quotes_it(text: str, language: Language) -> None:
    for one in review_words(text, language=language):
        assert text[one.start : one.end] == one.text
    for promise in promises_in(text, language):
        assert text[promise.start : promise.end] == promise.text


@pytest.mark.parametrize(
    "text",
    ["가" * 100_000, "a " * 50_000, "안 " * 50_000, "고객님 " * 30_000, "you " * 30_000, "(" * 50_000, "요. " * 30_000],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_very_long_text_takes_time_in_proportion(text: str, language: Language) -> None:
    started = time.process_time()
    review_words(text, language=language)
    promises_in(text, language)
    assert time.process_time() - started < 10


def test_a_reply_is_reviewed_within_a_millisecond() -> None:
    def cost(text: str, language: Language) -> float:
        started = time.process_time()
        for _ in range(20):
            review_words(text, language=language)
            promises_in(text, language)
        return (time.process_time() - started) / 20

    assert min(cost(GOOD_POLITE[2], "ko") for _ in range(20)) < 0.001
    assert min(cost(GOOD_ENGLISH[0], "en") for _ in range(20)) < 0.001


def test_every_english_phrase_must_begin_with_a_word() -> None:
    with pytest.raises(ValueError, match="word boundary"):
        joined([r"\bhurry", "act now"])


def test_phrases_are_cut_at_the_top_level_only() -> None:
    assert joined([r"\ba (?:b|c)\b|\bd[|]e"]) == r"\b(?:a (?:b|c)\b|d[|]e)"
