"""What customers ask of the conversation itself."""

import pytest

from dajeong.understanding.wishes import asks_if_human, find_wishes

HUMAN = """
이 멍청한 기계야?
사람이에요?
사람이세요?
사람 맞아요?
사람인가요?
진짜 사람이에요?
혹시 사람이신가요
실제 사람이 답하는 건가요?
지금 사람이랑 얘기하는 거예요?
사람이 답변하는 거 맞나요?
상담원이세요?
상담사님이 직접 쓰는 거예요?
로봇이죠?
로봇인가요?
로봇이야?
너 로봇이지
너 봇이냐
봇이에요?
챗봇인가요?
챗봇이죠?
기계예요?
혹시 기계인가요
AI야?
AI예요?
AI인가요?
인공지능이에요?
인공지능이세요?
자동응답인가요?
자동으로 답하는 거예요?
AI가 답하는 거예요?
사람이야 로봇이야?
로봇 아니에요?
사람 아니죠?
기계랑 말하는 거야 사람이랑 말하는 거야? 너 사람이야?
정체가 뭐예요?
are you a bot?
are you human?
Are you a real person?
is this a bot
am I talking to a human?
am i chatting with a robot
you're a bot, right?
Is this an automated reply or a real person?
bot or human?
who am I talking to?
""".strip().splitlines()

NOT_HUMAN = """
이 멍청한 기계야
쓸모없는 챗봇아 됐고 빨리 처리나 해
사람이 받았대요
상담원분이 그랬어요
기사님이 사람 없다고 하고 갔어요
로봇청소기 환불해 주세요
이 로봇 장난감 몇 살부터예요?
모르는 사람이 택배를 가져갔어요
상담원이 안 알려줬어요
사람이 너무 많아요
AI 스피커 연결이 안 돼요
보내는 사람 이름을 바꾸고 싶어요
받는 사람이 부재중이었대요
어제 통화한 상담원 이름이 뭐예요?
직원 할인 되나요?
my robot vacuum is broken
is the person who delivers it insured?
the human resources form is missing
are you open on sunday?
are you able to refund it
""".strip().splitlines()

PERSON = """
상담원 연결
상담원 연결해 주세요
상담원이요
상담사 연결 부탁드려요
사람이랑 얘기할래요
사람하고 통화하고 싶어요
사람 불러주세요
사람 바꿔
직원 바꿔줘
직원분이랑 직접 통화하고 싶습니다
책임자 나오라고 하세요
매니저 연결해줘요
봇 말고 사람이요
챗봇 말고 상담원 연결해 달라고요
담당자랑 통화할 수 있을까요?
담당자 바꿔 주세요
전화 상담 받고 싶어요
그냥 사람 좀 연결해줘요
사람과 상담하고 싶습니다
상담원과 이야기하고 싶어요
talk to a human
I want to speak to an agent
agent please
Agent!
can I talk to a real person?
connect me to a representative
get me your manager
I need a human
transfer me to someone
let me speak with a supervisor
""".strip().splitlines()

NOT_PERSON = """
사람이에요?
상담원분이 그랬어요
상담원이랑 통화했는데 환불된다고 했어요
어제 직원하고 얘기했는데 아직도 그대로예요
직원 할인 되나요?
받는 사람 이름을 바꿔 주세요
상담 시간이 몇 시까지예요?
두 사람 예약할게요
I talked to a person yesterday and she promised a refund
the agent said it would arrive today
is there a manager discount
how do I change my name
배송 조회해 주세요
전화번호 바꾸고 싶어요
""".strip().splitlines()


@pytest.mark.parametrize("text", HUMAN)
def test_a_customer_who_doubts_that_a_person_answers_is_heard(text: str) -> None:
    assert asks_if_human(text)


@pytest.mark.parametrize("text", NOT_HUMAN)
def test_a_story_about_people_or_robots_is_no_doubt(text: str) -> None:
    assert not asks_if_human(text)


@pytest.mark.parametrize("text", PERSON)
def test_the_wish_for_a_person_is_heard(text: str) -> None:
    assert "person" in find_wishes(text)


@pytest.mark.parametrize("text", NOT_PERSON)
def test_speaking_of_a_person_is_not_asking_for_one(text: str) -> None:
    assert "person" not in find_wishes(text)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("다시 말해줘", "repeat"),
        ("뭐라고요?", "repeat"),
        ("네?", "repeat"),
        ("한 번 더 설명해 주세요", "repeat"),
        ("can you repeat that", "repeat"),
        ("처음부터 다시 할게요", "restart"),
        ("처음으로 돌아가 주세요", "restart"),
        ("start over", "restart"),
        ("아니 주문번호 1234였어요", "correct"),
        ("그게 아니라 어제 주문한 거요", "correct"),
        ("잘못 눌렀어요", "correct"),
        ("파란색 말고 검정으로요", "correct"),
        ("I meant the blue one", "correct"),
        ("no, it's AB12345678", "correct"),
        ("잠깐만요 새 주소는 [주소 2]예요 방금 건 틀린 거예요", "correct"),
        ("제가 틀리게 적었습니다. 내일이 맞습니다", "correct"),
        ("sorry, ignore that, 5583 is right", "correct"),
        ("please correct that to 6614", "correct"),
        ("잠시만요", "wait"),
        ("잠깐만요 찾아볼게요", "wait"),
        ("hold on", "wait"),
        ("one moment please", "wait"),
    ],
)
def test_what_is_asked_of_the_conversation_is_heard(text: str, wish: str) -> None:
    assert wish in find_wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "물어볼 때마다 처음부터 다시 설명하는 것도 힘드네요",
        "처음부터 정확한 날짜를 적으셨어야지요",
        "그 얘기를 다시 말씀드려야 하나요",
        "배송 조회 어떻게 해요?",
        "요금제 종류 알려주세요",
        "환불해 주세요",
        "네 맞아요",
        "아니요",
        "고마워요",
        "where is my order",
        "주문이 잘못 왔어요",
        "비밀번호를 다시 만들고 싶어요",
        "아니 이거 왜 이래요 어이없네요",
        "아 그럼 다음 주에나 오는 거네요",
        "요금제 바꿀게요",
        "배송 주소 수정할게요",
    ],
)
def test_an_ordinary_message_asks_nothing_of_the_conversation(text: str) -> None:
    assert find_wishes(text) == ()
