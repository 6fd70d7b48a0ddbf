"""Sentences of our own to look ahead with: one for each emotion, about whatever a playbook is about."""

from dajeong.conversation.reading import Emotion, Language

SENTENCES: dict[Language, dict[Emotion, str]] = {
    "ko": {
        "anger": "어떻게 일을 이렇게 할 수가 있어요? 정말 화가 납니다!",
        "frustration": "설명대로 했는데도 안 돼요. 진짜 답답하네요.",
        "disappointment": "오래 믿고 썼는데 이번에는 정말 실망했어요.",
        "distrust": "된다고 했다가 안 된다고 했다가, 그 말을 어떻게 믿죠?",
        "anxiety": "이러다 잘못되는 건 아니겠죠? 자꾸 걱정이 돼서 잠이 안 와요.",
        "sadness": "부모님 드리려고 한 건데 이렇게 돼서 너무 속상해요.",
        "gratitude": "지난번에 자세히 알려 주셔서 정말 고마웠어요! 이번에는 이것 좀 봐 주시겠어요?",
        "satisfaction": "써 보니까 정말 마음에 들어요. 다음에도 여기서 할게요!",
        "confusion": "안내대로 했는데 무슨 말인지 모르겠어요. 뭘 먼저 눌러야 하는 거예요?",
        "neutral": "이건 어떻게 하면 되나요?",
    },
    "en": {
        "anger": "How could you let this happen? I am absolutely furious!",
        "frustration": "I did everything it says and it still won't work. So annoying.",
        "disappointment": "I expected much better from you. I'm really disappointed.",
        "distrust": "You said it was sorted last time and it wasn't. Why should I believe you now?",
        "anxiety": "What if something has gone wrong? I'm worried and I can't stop checking.",
        "sadness": "It was meant for my mum and now it's ruined. I'm so sad about it.",
        "gratitude": "Thank you so much for your help last time! Could you look at this one too?",
        "satisfaction": "I'm really happy with how this works, it's great! How do I go on from here?",
        "confusion": "I read the instructions twice and I'm confused. Which one is mine?",
        "neutral": "Can you tell me where it is now?",
    },
}
