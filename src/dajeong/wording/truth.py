"""What a reply must own up to: that it comes from an AI, and where help in danger is found."""

import re

from dajeong.conversation.reading import Language

_SAYS_AI: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])|인공\s?지능"),
    "en": re.compile(r"\bAI\b|\bartificial intelligence\b"),
}
_CLAIMS_HUMAN: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?:저는|제가|저도|전)\s(?:진짜\s|실제\s|분명히?\s)?(?:사람|인간|직원|상담원|상담사)(?:이에요|입니다|이랍니다|이죠|이거든요|이\s?맞|인걸요|인데요)"
        r"|(?:사람|인간)\s(?:상담원|상담사|직원)(?:이에요|입니다|이\s?맞)"
        r"|(?:저는|제가|전)?\s?(?:AI|인공\s?지능|봇|챗봇|로봇|기계|프로그램)(?:이|가|은|는)?\s(?:아니에요|아닙니다|아니고|아니라|아니랍니다)"
    ),
    "en": re.compile(
        r"\bI(?:'m| am) (?:really |actually |definitely )?(?:a )?(?:real |live |actual )?(?:human|person|man|woman|employee)\b"
        r"|\bI(?:'m| am) not (?:a |an )?(?:AI|bot|chatbot|robot|machine|computer|program)\b",
        re.IGNORECASE,
    ),
}


def says_it_is_an_ai(text: str, language: Language) -> bool:
    """Whether the notice of AI is in ``text`` (AI 기본법 31조; EU AI Act article 50)."""
    return bool(_SAYS_AI[language].search(text))


def claims_to_be_human(text: str, language: Language) -> bool:
    """Whether ``text`` says that a person is writing, or denies that it is an AI."""
    straight = text.replace("’", "'") if language == "en" else text
    return bool(_CLAIMS_HUMAN[language].search(straight))
