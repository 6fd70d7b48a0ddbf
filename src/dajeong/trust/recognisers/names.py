"""Names of people where the sentence says that they are names. The weakest kind: see docs/concepts/personal-data.md."""

import re
from collections.abc import Iterator, Sequence

from dajeong.trust.personal_data import Found
from dajeong.trust.recognisers.name_words import (
    COMMON_SURNAMES,
    FREQUENT_GIVEN_NAMES,
    GIVEN_SYLLABLES,
    NOT_NAMES,
    SURNAMES,
    TWO_SYLLABLE_SURNAMES,
)

_TWO = "|".join(TWO_SYLLABLE_SURNAMES)
_FULL = rf"(?:(?:{_TWO})[{GIVEN_SYLLABLES}]{{1,2}}|[{SURNAMES}][{GIVEN_SYLLABLES}]{{2}})"
_SHORT = rf"(?:{_FULL}|[{SURNAMES}][{GIVEN_SYLLABLES}])"
_NO_HANGUL = r"(?![가-힣])"
_COPULA = r"(?:이?라고|이라는|입니다|이에요|예요|이예요|에요|인데요?|이고요?|이구요?|고요|구요|이며|이요|요|임|이야|야)"
_PARTICLE = r"(?:이|가|은|는|을|를|의|으로|로|한테|에게|께서?|앞으로|이름으로|님|씨|\s(?:님|씨|고객|앞으로))"
_END = rf"(?={_COPULA}|{_PARTICLE}(?:{_COPULA})?{_NO_HANGUL}|님|씨|{_NO_HANGUL})"
_ROLE = (
    r"(?:이름|성함|성명|실명|명의자?|예금주|수령인|수취인|받는\s?(?:사람|분)|보내는\s?(?:사람|분)|주문자|입금자|"
    r"가입자|예약자|신청자)명?"
)
_KIN = (
    r"(?:시?어머니|시?아버지|엄마|아빠|남편|아내|와이프|신랑|아들|딸|누나|언니|오빠|동생|할머니|할아버지|친구|"
    r"장모님?|장인어른|사위|며느리|조카|이모|고모|삼촌|대리인|동거인|본인|명의자)"
)
_JOB = r"(?:대리|과장|차장|부장|팀장|실장|주임|매니저|상담[사원]|기사|이사|원장)님"
_ENGLISH_NAME = r"[A-Z][a-z]+(?:[ '’-][A-Z][a-z]+|\s[A-Z]\.)"
_CALLED = "|".join(FREQUENT_GIVEN_NAMES)
_LOCAL_PHONE = r"(?:\+?82[\s.\-]?10|01[016789])[\s.\-)]?\d{3}"

_KOREAN = (
    # "이름은 …", "예금주 …": the role, at most a word of kinship, the name.
    re.compile(rf"{_ROLE}(?:이|가|은|는|을|를)?\s?[:：]?\s?(?:{_KIN}\s?)?(?P<name>{_FULL}){_END}"),
    re.compile(rf"(?:이름|성함|성명|예금주|수령인)\s?[:：]\s?(?P<name>{_SHORT}){_END}"),
    # "저 …인데요", "저는 …입니다", "제가 …라고 하는데"
    re.compile(rf"(?:^|(?<=[\s,.!?~]))(?:저는|전|저|제가|저희는)\s(?P<name>{_FULL})(?={_COPULA})"),
    re.compile(rf"(?:안녕하세요|안녕하십니까|여보세요|네)[,.!~]?\s(?P<name>{_FULL})(?={_COPULA})"),
    # Whoever says "저는 …라고 해요" or "제 이름은 …예요" names a person, Korean or not.
    re.compile(r"저는\s(?!아니라)(?P<name>[가-힣]{2,7}?)이?라고\s?(?:합니다|해요|하는데|하고|불러)"),
    re.compile(
        r"(?:제|저의|내)\s(?:이름|성함)은\s(?!그대로|그게|뭐|아니)(?P<name>[가-힣]{2,7}?)(?:입니다|이에요|예요|이고|인데|이라고|라고)"
    ),
    re.compile(rf"{_KIN}\s?[(,]?\s?(?P<name>{_FULL})(?=\)|{_PARTICLE}|{_COPULA})"),
    re.compile(rf"(?<![가-힣])(?P<name>{_FULL})\s?(?:님|씨)(?![가-힣]*번호)"),
    re.compile(rf"(?<![가-힣])(?P<name>[{COMMON_SURNAMES}]{_JOB[:-1]})(?=님)"),
    re.compile(rf"(?<![가-힣])(?P<name>[김박최정강조윤임서신권황송류홍문양손배허][ ]{_JOB[:-1]})(?=님)"),
    # A full name that is the whole clause ("배수지입니다"), or that stands beside a number of its owner.
    re.compile(
        rf"(?:^|(?<=[\s,.!?:/])|(?<=\d\s))(?P<name>{_FULL})(?=입니다|이라고|라고\s?(?:합니다|해요|하는데)|인데요?(?:\s|,|$))"
    ),
    re.compile(rf"(?<![가-힣])(?P<name>{_FULL})(?=\s?[,/·(]?\s?{_LOCAL_PHONE})"),
    re.compile(rf"\d{{3}}[\d-]*\s?[,/(]?\s?(?P<name>{_FULL})(?=\)|{_COPULA}|{_PARTICLE}|\s*$|[.,!?\n])"),
    re.compile(
        rf"(?<![가-힣])(?P<name>(?:{_CALLED}))(?=이(?:가|는|랑|한테|도|네|를|의)(?:\s|$)|\s?(?:님|씨)(?![가-힣]))"
    ),
)
_ENGLISH = (
    re.compile(
        r"\b(?i:my name is|my name['’]s|name is|name:|full name|recipient|cardholder|account holder)[:,]?\s+"
        rf"(?P<name>{_ENGLISH_NAME}{{0,3}}|[A-Z][a-z]+)\b"
    ),
    re.compile(
        r"\b(?i:this is|i am|i['’]m|it['’]s|behalf of|name|addressed to|wife|husband|son|daughter|mother|father)\s+"
        rf"(?P<name>{_ENGLISH_NAME}(?:[ '’-][A-Z][a-z]+)?)\b"
    ),
    re.compile(
        r"\b(?i:my name is)\s+(?P<name>(?!(?:wrong|mis|not|on|still|spel|incorrect|in|the|missing|different)\w*\b)[a-z]{2,}"
        r"(?:\s(?!and\b|but\b|from\b|with\b|i\b|my\b)[a-z]{2,})?)\b"
    ),
    re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+(?P<name>[A-Z][a-z]+(?:[ '’-][A-Z][a-z]+){0,2})\b"),
    re.compile(r"(?P<name>\b[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,3})(?=이?라고|입니다|이에요|예요|님|씨|인데요)"),
    re.compile(rf"(?P<name>\b{_ENGLISH_NAME})(?=\s?[/,|]\s?(?:\+\d|\(?\d{{3}}|[\w.]+@))"),
    re.compile(
        r"(?:^|\n)(?i:best|regards|sincerely|thanks|cheers|best regards|kind regards)[,!]?\s*\n\s*"
        r"(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s*$"
    ),
)
_NOT_ENGLISH_NAMES = re.compile(
    r"\b(?:Customer|Service|Support|Card|Bank|Order|Account|Street|Black|Friday|Not|Very|Still|Really|Monday|Tuesday|"
    r"Wednesday|Thursday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|"
    r"December|Team|Premium|Gold|Platinum|Apple|Google|Samsung|Visa|Please|Hello|Dear|The|My|Your)\b"
)
_HANGUL = re.compile(r"[가-힣]{2}")
_CAPITAL = re.compile(r"[A-Z][a-z]|[Mm]y name is")


class Names:
    """Finds Korean and Latin-script names by the words around them."""

    def find(self, text: str) -> Sequence[Found]:
        """Return names that a cue announces; a bare foreign name is not found."""
        return [Found("name", start, end, text[start:end]) for start, end in _spans(text)]


def looks_like_a_name(text: str) -> bool:
    """Say whether a whole field value has the form of a person's name."""
    value = text.strip()
    if re.fullmatch(_FULL, value):
        return value not in NOT_NAMES
    return re.fullmatch(r"[A-Z][a-z]+(?:[ '’-][A-Z][a-z]+){1,3}", value) is not None and not _NOT_ENGLISH_NAMES.search(
        value
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if _HANGUL.search(text):
        for pattern in _KOREAN:
            for match in pattern.finditer(text):
                # "추천이라고" is a noun and its copula; hardly anybody's name ends in 이.
                noun = match["name"].endswith("이") and text.startswith("라고", match.end("name"))
                if match["name"] not in NOT_NAMES and not noun:
                    yield match.span("name")
    if _CAPITAL.search(text):
        for pattern in _ENGLISH:
            for match in pattern.finditer(text):
                if not _NOT_ENGLISH_NAMES.search(match["name"]):
                    yield match.span("name")
