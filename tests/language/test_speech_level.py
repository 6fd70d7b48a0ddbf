"""Speech level: read from the ending, whatever hangs behind it."""

import pytest

from dajeong.language.speech_level import level_of, levels_in, mixes_levels

SAID = {
    "해요체": """
        확인해 볼게요.|도와드릴까요?|내일 도착해요|많이 놀라셨죠?|그렇군요|괜찮으세요?|주소를 알려 주세요|예정이고요.
        배송이 늦어졌네요ㅠㅠ|금방 될 거예요!|여기 있어요 :)|아직 접수 전이에요~|오래 걸리셨지요|제가 찾아볼게요^^
        전화드릴게요(평일 기준).|눌러 주세요 [주문 조회]|“취소할게요”|알려 드릴게요, 고객님.|여기를 봐 주세요 👉 https://shop.kr/a
        죄송해요|고마워요 😊|다정이에요|몇 시가 좋으세요?|그건 어려워요…|연락처는 1588-1234예요|확인해 주세요: 02-123-4567
        예약하셨나요?|그러시군요|됐어요|수술은 오전이에요 (공복 필요)|아이템은 우편함에 있어요|확인하세여|필요하신가요?
    """,
    "하십시오체": """
        확인해 보겠습니다.|그렇지 않습니다|내일 도착합니다|감사합니다:)|죄송합니다ㅠㅠ|무엇을 찾으십니까?|알려 주십시오
        접수되었습니다|기다려 주십시오.|고객님, 반갑습니다|처리했습니다만|눌러 주십쇼|상담원입니다 (평일)|맞습니까|예약하셨습니까?
        요금은 35,000원입니다|“취소하겠습니다.”|확인했습니다, 고객님.|오늘 진료는 끝났습니다 [다시 예약]|점검 중입니다…
    """,
    "반말": """
        확인했다|내일 온다|뭐가 필요해|알았어|고마워|괜찮아|기다려|그거 알아|취소할게|내가 볼게|도와줄까?|주문했니?
        그건 아니야|안 돼|이거 봐|확인해|전화해|걱정하지 마|먹었지|빨리 해|다시 해라|내일 갈래|재밌네 그거 있잖아|어디 있어?
        배송이 늦는다|문제가 있다|가능하다|몰라|미안|됐어|하지 마라|그랬구나
    """,
    "fragment": """
        네,|네.|안녕하세요|안녕하세요, 지민 님|안녕하세요!|주문 조회|배송지 변경|확인 필요|2일 소요|환불 완료|35,000원|VIP|010-1234-5678
        아니요|예약 취소하기|담당자|사용자 이해|피해|바다|어머니|언니?|고객 동의|서비스 개요|접수 완료됨|오늘 18시까지|가게|동네
        어서 오시기 바람|카메라|제품 하자|빨래|사이다|올해|Thank you.|😀|...|[전화 1]|분야|그래서|하니까|주소지|캐나다|양해|처리 중
    """,
}
TABLE = [
    (sentence.strip(), level)
    for level, lines in SAID.items()
    for line in lines.strip().splitlines()
    for sentence in line.split("|")
]


@pytest.mark.parametrize(("sentence", "level"), TABLE)
def test_the_ending_says_the_level(sentence: str, level: str) -> None:
    assert level_of(sentence) == level


@pytest.mark.parametrize(
    "text",
    [
        "많이 기다리셨죠. 확인해 보겠습니다.",
        "감사합니다:) 내일 연락드릴게요",
        "죄송합니다. 바로 확인할게요.",
        "확인했습니다, 바로 고쳐 볼게요.",
        "접수됐어요.\n내일 방문하겠습니다.",
        "네, 맞습니다! 그럼 진행할게요~",
        "안녕하세요. 무엇을 도와드릴까요? 말씀해 주십시오.",
        "주문이 취소되었습니다 ㅠㅠ 다시 주문하실 수 있어요",
    ],
)
def test_two_levels_in_one_reply_are_noticed(text: str) -> None:
    assert mixes_levels(text)


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요. 다정입니다. 무엇을 도와드릴까요?".replace("도와드릴까요?", "도와드리겠습니까?"),
        "안녕하세요, 지민 님! 반갑습니다. 주문을 확인하겠습니다.",
        "안녕하세요! 다정이에요. 무엇을 도와드릴까요?",
        "고마워요. 내일 봬요:)",
        "네, 알겠어요. 주문 번호를 알려 주세요.",
        "주문 조회 / 배송 조회 / 상담원 연결",
        '"빨리 와요"라고 적으신 메모를 전달했습니다.',
        "접수 완료. 내일 연락드리겠습니다.",
    ],
)
def test_one_level_with_a_greeting_or_labels_is_one_level(text: str) -> None:
    assert not mixes_levels(text)


def test_levels_stand_where_their_sentence_stands() -> None:
    text = "확인했습니다, 바로 고쳐 볼게요. 주문 조회"
    said = [(one.level, text[one.start : one.end]) for one in levels_in(text)]
    assert said == [("하십시오체", "확인했습니다,"), ("해요체", "바로 고쳐 볼게요."), ("fragment", "주문 조회")]
