"""Tells 해요체 from 하십시오체 and 반말 by how a sentence ends."""

import re
from dataclasses import dataclass
from typing import Literal

from dajeong.language.sentences import Sentence, sentences

SpeechLevel = Literal["해요체", "하십시오체"]
Level = Literal["해요체", "하십시오체", "반말", "fragment"]


@dataclass(frozen=True, slots=True)
class LevelledSentence:
    """A sentence, or a clause closed by a comma, with the level its ending shows."""

    text: str
    start: int
    end: int
    level: Level


# What is hung behind the ending and says nothing about the level: "(평일 기준)", "[주문 조회]", ", 지민 님".
_HANGING = re.compile(
    r"(?:[(\[「『【<][^()\[\]「」『』【】<>]*[)\]」』】>][^가-힣]*|,\s*[가-힣]{0,10}\s?님(?:[^가-힣]*))$"
)
_NOT_HANGUL = re.compile(r"[^가-힣]+$")
_GREETING = re.compile(r"(?:^|[\s,.!~])안녕하세요$|^(?:네|예|아니요|아니오|아뇨|천만에요|여보세요)$")
_FORMAL = re.compile(r"(?:십시오|십시요|십쇼|(?P<b>[가-힣])(?:니다만?|니까))$")
_POLITE = re.compile(r"(?:[요죠]|[세네해예데]여)$")
# Nouns that end like a polite sentence.
_NOUN_YO = re.compile(r"(?:필요|수요|개요|중요|주요|소요|동요|강요|요요|민요|(?:^|\s)가요)$")
_CLAUSE_END = re.compile(r"(?<=[요죠다까]),(?=\s)")

_NAMED_VERBS = (
    "확인|말|전화|연락|부탁|취소|신청|주문|결제|미안|가능|필요|사용|이용|선택|입력|시작|생각|걱정|처리|해결|안내"
    "|진행|등록|"
    "설정|변경|접수|문의|조회|환불|교환|반품|발송|배송|도착|예약|추천|궁금|답답|중요|편|행복|사랑|조심|포함|당연"
    "|못|안|그렇게|다시|빨리"
)
_FAMILIAR = re.compile(
    rf"(?:(?:^|[\s,])(?:\S*(?:{_NAMED_VERBS}))\s?해"
    r"|(?:줘|봐|돼|몰라|맞아|좋아|싫어|괜찮아|고마워|미안|알아|그래|기다려|어려워|쉬워|놔|잖아|거든|더라|구나"
    r"|는군|겠군)"
    r"|지\s?(?:마|말아|말자)|(?:거|뭐|이|아니|어디|누구|언제)야"
    r"|(?:해|하거|가거|와|봐|줘|지\s?마|먹어|있어|적어|눌러)라|(?:[어아해]\s?보|같이\s?가)자|ㅂ시다|안녕)$"
)
_NOT_FAMILIAR = re.compile(r"(?:판다|베란다|사이다|우간다|빨래|[두세한]\s갈래|미안마|이야기|아이야)$")
_NOUN_NI = re.compile(r"(?:어머니|언니|머니|비키니|미니|아니|주니|지니)$")
_DA_STEMS = frozenset("하되이니크싶같렵쉽르좋많않")


def _coda(syllable: str) -> int:
    """Index of the final consonant, 0 for none; the order of Unicode's Hangul block."""
    return (ord(syllable) - 0xAC00) % 28 if "가" <= syllable <= "힣" else 0


_N, _NJ, _NH, _L, _LH, _B, _BS, _SS, _H = 4, 5, 6, 8, 15, 17, 18, 20, 27


def level_of(sentence: str) -> Level:
    """The speech level the ending of one sentence shows.

    "fragment" is everything without a level: noun phrases, button labels, memo endings (-함, -음, -기),
    "네,", and by convention the fixed greeting "안녕하세요", which stands in texts of both levels.
    "감사합니다" and "죄송합니다" do count as 하십시오체: whoever writes 해요체 writes "고마워요", "죄송해요".
    Levels after 표준 언어 예절 (국립국어원, 2011); the tests are surface endings, because morphological
    analysers mislabel "감사합니다:)" and "예정이고요.".
    """
    words = _bare(sentence)
    if not words or _GREETING.search(words):
        return "fragment"
    formal = _FORMAL.search(words)
    if formal and (formal["b"] is None or _coda(formal["b"]) == _B):
        return "하십시오체"
    if _POLITE.search(words):
        return "fragment" if _NOUN_YO.search(words) else "해요체"
    return "반말" if _is_familiar(words, asked="?" in sentence[-4:]) else "fragment"


def _bare(sentence: str) -> str:
    words = sentence
    for _ in range(3):
        shorter = _HANGING.sub("", words)
        if shorter == words or not shorter.strip():
            break
        words = shorter
    return _NOT_HANGUL.sub("", words)


def _is_familiar(words: str, *, asked: bool) -> bool:
    if _NOT_FAMILIAR.search(words):
        return False
    if _FAMILIAR.search(words):
        return True
    last, before = words[-1], words[-2:-1]
    coda = _coda(before) if before else 0
    if last == "다":
        return coda in (_SS, _BS, _N, _NJ, _NH, _LH, _H) or before in _DA_STEMS
    if coda in (_SS, _BS) and last in "어네니냐지나군고":
        return last != "고"
    if coda == _L and last in "게께까래걸":
        return True
    return asked and last in "니냐" and bool(before.strip()) and not _NOUN_NI.search(words)


def levels_in(text: str) -> tuple[LevelledSentence, ...]:
    """Every sentence of ``text`` with its level; a clause closed like a sentence before a comma counts too."""
    return levels_of(sentences(text))


def levels_of(parts: tuple[Sentence, ...]) -> tuple[LevelledSentence, ...]:
    """As ``levels_in``, for a text that has been cut already."""
    found: list[LevelledSentence] = []
    for part in parts:
        start = 0
        cuts = [match.end() for match in _CLAUSE_END.finditer(part.text)] if "," in part.text else []
        for end in (*cuts, len(part.text)):
            clause = part.text[start:end]
            lead = len(clause) - len(clause.lstrip())
            found.append(
                LevelledSentence(clause.strip(), part.start + start + lead, part.start + end, level_of(clause))
            )
            start = end
    return tuple(found)


def mixes_levels(text: str) -> bool:
    """Whether 해요체 and 하십시오체 stand side by side."""
    return len({one.level for one in levels_in(text)} & {"해요체", "하십시오체"}) > 1
