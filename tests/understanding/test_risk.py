"""Words of self-harm and danger."""

import pytest

from dajeong.understanding.risk import read_risk


@pytest.mark.parametrize(
    "text",
    [
        "죽고 싶어요",
        "그냥 죽고싶다",
        "살기 싫다",
        "살기가 싫어요 정말",
        "더 이상 살고 싶지 않아요",
        "뛰어내릴 거예요",
        "옥상에서 뛰어내리고 싶어요",
        "이 돈 못 받으면 저 죽어요 차라리 죽을래요",
        "자살하고 싶어요",
        "유서 써 놨어요",
        "살 이유가 없어요",
        "제가 없어지면 다 끝나겠죠 사라지고 싶어요",
        "한강 가야겠네요",
        "손목을 그었어요",
        "목을 매고 싶다",
        "극단적인 선택을 할 것 같아요 극단적 선택",
        "번개탄 샀어요",
        "kill myself",
        "I want to kill myself",
        "I want to die",
        "I don't want to live anymore",
        "thinking about suicide",
        "I want to end my life",
        "everyone would be better off dead without me, I mean me: better off dead",
        "I can't go on like this",
    ],
)
def test_words_of_self_harm_are_never_passed_over(text: str) -> None:
    assert read_risk(text)[0] == "self_harm"


@pytest.mark.parametrize(
    "text",
    [
        "다 불 질러버릴 거야",
        "찾아가서 다 죽여버린다",
        "칼 들고 찾아간다",
        "회사에 폭탄 설치했다",
        "남편이 때려요 무서워요",
        "충전기에서 불이 났어요",
        "배터리가 부풀더니 연기가 나요",
        "가스 냄새가 나요",
        "문 앞에 모르는 남자가 안 가고 있어요",
        "살려 주세요",
        "I will kill you all",
        "the charger caught fire",
        "there is smoke coming from the battery",
        "I can smell gas",
        "he is hitting me",
    ],
)
def test_words_of_danger_are_never_passed_over(text: str) -> None:
    assert read_risk(text)[0] == "danger"


@pytest.mark.parametrize(
    "text",
    [
        "배고파 죽겠어요",
        "짜증나 죽겠네",
        "더워 죽겠다",
        "답답해 죽겠어요",
        "불안해 죽겠어요",
        "궁금해서 죽을 것 같아요",
        "힘들어 죽겠네요",
        "폰이 죽었어요",
        "배터리가 금방 죽어요",
        "화분이 죽어서 왔어요",
        "요금 폭탄 맞았어요",
        "폭탄 세일 언제까지예요?",
        "화재보험 문의드려요",
        "칼배송 감사합니다",
        "식칼 세트 반품할게요",
        "번지점프 예약 취소하고 싶어요",
        "불나게 전화했어요",
        "번개탄 배송 언제 와요?",
        "인터넷이 죽었어요",
        "죽 한 그릇 시켰는데요",
        "전복죽고 배추죽 주문할게요",
        "번개장터",
        "배송 조회해 주세요",
        "this is killing me",
        "dead battery",
        "my phone is dead",
        "I'm dying to try it",
        "my fire tv won't turn on",
        "the delivery guy should be fired",
        "bath bomb set arrived broken",
        "this waiting kills me",
        "the line went dead",
    ],
)
def test_everyday_exaggeration_is_no_risk(text: str) -> None:
    assert read_risk(text) == ("none", None)


def test_the_words_that_show_the_risk_are_pointed_at() -> None:
    text = "돈도 없고 이제 살기 싫어요"
    risk, evidence = read_risk(text)
    assert risk == "self_harm"
    assert evidence is not None
    assert text[evidence.start : evidence.end] == evidence.text == "살기 싫"


def test_self_harm_goes_before_danger_when_both_are_named() -> None:
    assert read_risk("다 불 질러버리고 나도 죽고 싶어")[0] == "self_harm"
