"""What a customer does with a message."""

import pytest

from dajeong.understanding.speech_act import read_speech_act

ACTS = {
    "yes": (
        "네|넵|넹|네네|웅|응|ㅇㅇ|ㅇㅋ|그래요|그럼요|맞아요|네 맞아요|네, 맞습니다|좋아요|"
        "그렇게 해주세요|네!!|넵 ㅎㅎ|yes|yep|ok|sure|yes please|that's right|go ahead|"
        "응 연결해 줘|네 연결해 주세요|네, 취소해 주세요|어 그렇게 해 줘|네 그걸로 보내 주세요|그래 보내 줘|네 부탁드려요|"
        "yes, cancel it|sure send it over please|yeah go ahead and do it|yes connect me please"
    ),
    "no": (
        "아뇨|아니요|아니에요|ㄴㄴ|아니|괜찮아요|아뇨 괜찮아요|필요 없어요|no|nope|nah|no thanks|아니요, 괜찮습니다"
    ),
    "cancel": (
        "됐어요|됐습니다|아니 됐어요|취소요|취소할게요|그만할래요|그만할게요|그만|나중에 할게요|"
        "없던 걸로 해주세요|never mind|nvm|forget it|cancel that|아뇨 됐어요|"
        "됐어요 그냥 안 할래요|그냥 안 할래요|아 됐고 그냥 관둘래요|아니 됐어 그만할래|아니 취소해 줘|no thanks, never mind"
    ),
    "thanks": (
        "감사합니다|고마워요|네 감사합니다|감사해요~|ㄱㅅ|정말 고맙습니다!|thanks|thank you so much|"
        "thx|덕분에 잘 해결됐어요 감사합니다!"
    ),
    "greeting": ("안녕하세요|안녕|안녕하세요!|저기요|hi|hello|good morning|Hey there"),
    "question": (
        "배송 조회 어떻게 해요?|이거 언제 와요|영업시간이 어떻게 되나요|환불 되나요|얼마예요|"
        "몇 시까지 해요|Where is my order?|what time do you close|is breakfast included|"
        "배송비가 얼마인가요"
    ),
    "request": (
        "환불해 주세요|요금제 종류 알려주세요|주소를 바꾸고 싶어요|취소해 주실 수 있나요?|"
        "상담원 연결 부탁드립니다|Please cancel my order|can you check my bill?|"
        "I'd like to return this|빨리 보내줘요|네 배송 조회해 주세요|네 상담원 연결해 주세요"
    ),
    "rhetorical": (
        "도대체 언제쯤 해결돼요?!|이게 말이 돼요?|왜 이렇게 느려?|지금 장난해요?|"
        "언제까지 기다려야 돼요?|Are you kidding me?|how hard can it be?"
    ),
    "statement": (
        "어제 주문했어요|택배가 안 왔어요|카드를 잃어버렸어요|My card was stolen|yes my card was stolen|주문번호는 KR12345678이에요"
    ),
    "other": ("ㅠㅠ|...|😡😡|?!"),
}


@pytest.mark.parametrize(("act", "text"), [(act, text) for act, texts in ACTS.items() for text in texts.split("|")])
def test_the_act_of_a_message_is_read(act: str, text: str) -> None:
    assert read_speech_act(text) == act
