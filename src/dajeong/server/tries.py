"""What the demonstration pages of the examples look like, and sentences to try on them."""

from dataclasses import dataclass, replace

from dajeong.playbook import Playbook

# Of a team's own sentences so many are offered.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Try:
    """The page of one assistant: the business it plays, its colour (#rrggbb) and what a visitor might say."""

    brand: str
    line: str
    colour: str
    sentences: tuple[str, ...]


# By playbook; a playbook that is not here gets the page of its language.
TRIES: dict[str, Try] = {
    "parcel": Try(
        "다정마켓",
        "오늘 고른 마음을 내일 문 앞까지",
        "#1f6b5c",
        (
            "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ",
            "도대체 언제쯤 해결돼요?!",
            "주전자가 깨져서 왔어요. 주문번호는 DJ20261104예요",
            "상담 시간이 어떻게 돼요?",
            "사람이랑 이야기하고 싶어요",
        ),
    ),
    "telecom": Try(
        "다정텔레콤",
        "끊김 없이 이어지는 우리 집 인터넷",
        "#3b4fa0",
        (
            "이거 왜 이렇게 느려? 짜증 나!",
            "이번 달 요금이 왜 이렇게 많이 나왔죠?",
            "요금제 바꾸고 싶어요",
            "데이터 얼마나 남았어요?",
            "사람이랑 이야기하고 싶어요",
        ),
    ),
    "bank_card": Try(
        "Maeum Bank",
        "A card that is there when you need it",
        "#7a3b62",
        (
            "I lost my card and I'm really worried",
            "Why was my payment declined??",
            "There is a charge I don't recognise",
            "What is the yearly fee?",
            "Can I talk to a person?",
        ),
    ),
    "ko": Try("우리 가게", "무엇이든 편하게 물어보세요", "#1f6b5c", ("안녕하세요", "상담원과 이야기하고 싶어요")),
    "en": Try("Our shop", "Ask us anything", "#1f6b5c", ("Hello", "Can I talk to a person?")),
}


def look_of(playbook: Playbook) -> Try:
    """Return the page of a playbook: a team's own bears its title, and offers what its customers say first."""
    if playbook.name in TRIES:
        return TRIES[playbook.name]
    usual = TRIES[playbook.language]
    own = tuple(intent.examples[0] for intent in playbook.intents.values() if intent.examples)[:SHOWN]
    return replace(usual, brand=playbook.title or usual.brand, sentences=(*own, usual.sentences[-1]))
