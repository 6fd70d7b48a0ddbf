"""Says which office words a reply should swap for plain ones.

The Korean table follows the refinements of 국립국어원 (다듬은 말; 쉬운 공공언어 쓰기 길잡이), narrowed to words a
customer meets in service replies; the English one follows public plain-language guidance (plainlanguage.gov,
GOV.UK words to avoid). A tenant adds words of its own with ``extra``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from dajeong.conversation.reading import Language
from dajeong.language.finding import Finding, found
from dajeong.language.phrases import straightened

# Nouns and adverbs: only where a particle, a blank or the end follows, so 당사자 and 금일봉 are left alone.
NOUNS_KO: dict[str, str] = {
    "익일": "다음 날", "익월": "다음 달", "익년": "다음 해", "익영업일": "다음 영업일", "금일": "오늘",
    "명일": "내일", "작일": "어제", "전일": "전날", "당월": "이번 달", "금월": "이번 달", "금년": "올해",
    "금번": "이번", "금회": "이번", "금차": "이번", "차기": "다음", "차회": "다음번", "추후": "나중에",
    "차후": "다음에", "향후": "앞으로", "기발송": "이미 보낸", "기결제": "이미 결제한", "기안내": "이미 안내한",
    "당사": "저희", "폐사": "저희", "당점": "저희 매장", "당행": "저희 은행", "귀사": "고객님 회사",
    "본건": "이 일", "제반": "여러", "일체": "모두", "소정의": "정해진", "필히": "꼭", "가급적": "되도록",
    "조속히": "빨리", "불가피하게": "어쩔 수 없이", "부득이하게": "어쩔 수 없이", "부득이": "어쩔 수 없이",
    "여하한": "어떤", "유관부서": "담당 부서", "유관 부서": "담당 부서", "별첨": "따로 붙인 것",
    "오기재": "잘못 적은 것", "미수령": "받지 못함", "리드타임": "걸리는 시간",
    "에스컬레이션": "담당 부서로 넘기기", "클레임": "불만", "컴플레인": "불만", "해피콜": "확인 전화",
    "콜백": "다시 거는 전화", "오분류": "다른 지역으로 잘못 보냄", "간선상차": "물류센터 사이 이동",
    "간선하차": "물류센터 도착", "간선 상차": "물류센터 사이 이동", "간선 하차": "물류센터 도착",
    "수취인": "받는 분", "우천시": "비가 오면", "우천 시": "비가 오면", "귀책": "잘못", "폐문부재": "문이 잠기고 아무도 없음",
    "미집하": "택배사가 아직 받지 않음", "여신": "대출", "부보": "보험 가입", "연번": "번호", "성료": "잘 마침",
}  # fmt: skip
# Nouns that take 하다, 되다, 드리다: the plain word is a verb.
VERBS_KO: dict[str, str] = {
    "송부": "보내다", "회신": "답하다", "회송": "돌려보내다", "기재": "적다", "기입": "적다", "수령": "받다",
    "수취": "받다", "날인": "도장을 찍다", "교부": "내주다", "지참": "가져오다", "구비": "갖추다",
    "숙지": "알아 두다", "통보": "알리다", "고지": "알리다", "개시": "시작하다", "도래": "다가오다",
    "소요": "걸리다", "누락": "빠지다", "기인": "때문이다", "감안": "생각하다", "상회": "넘다", "하회": "못 미치다",
    "징구": "받다", "추심": "받아 내다", "차감": "빼다", "예치": "맡기다", "불입": "넣다", "내방": "찾아오다",
    "내원": "병원에 오다", "인입": "들어오다", "이관": "넘기다", "이첩": "넘기다", "집하": "택배사가 받다",
    "소명": "설명하다", "제고": "높이다", "도모": "꾀하다", "첨언": "덧붙이다", "양지": "알다", "요망": "바라다",
    "상이": "다르다", "미비": "모자라다", "재고지": "다시 알리다", "득": "얻다",
}  # fmt: skip
# Words that mean something else nearby (상기시키다, 유선 인터넷, 하기 싫다, 반려동물, 사료): each with its own neighbourhood.
_SPECIAL_KO: tuple[tuple[str, str], ...] = (
    (r"상기(?=의|와|\s(?!시|하|되))", "위"),
    (r"하기(?=의\s|와\s?같|\s(?:내용|사항|링크|주소|번호|연락처|양식|서류|절차))", "아래"),
    (r"유선(?=으로|상|\s(?:상으로|연락|안내|문의|통화|상담|확인))", "전화"),
    (r"귀하(?=의|께|는|가|\s)", "고객님"),
    (r"차주(?=에|까지|부터|중|\s(?:중|월|화|수|목|금|토|일|초|말))", "다음 주"),
    (r"금주(?=에|까지|부터|중|\s(?:중|월|화|수|목|금|토|일|내))", "이번 주"),
    (r"익(?=\s?영업일)", "다음"),
    (r"당해(?=\s)", "그"),
    (r"사료(?=됩|되어|된다|되오)", "생각하다"),
    (r"반려(?=하|되|됐|됩|해\s?드)", "돌려보내다"),
    (r"시정(?=하|조치|해\s)", "고치다"),
    (r"불가(?=합|하|함|한\s|입니다|예요|해요|$|[.!])", "할 수 없다"),
    (r"상담[사원]\s?배정", "상담원 연결"),
    (r"만전을\s기", "꼼꼼히 챙기다"),
    (r"양지(?=\s?(?:바라|바랍|부탁))", "알아 두다"),
    (r"동\s건(?=은|이|에|의|\s)", "이 일"),
)
_JOSA = (
    r"(?=$|[^가-힣]|(?:을|를|이|가|은|는|에|의|로|으로|과|와|도|만|부터|까지|께|나|이나|라|이라|입|예|이에|중"
    r"|내)(?:$|[^가-힣]|[가-힣]))"
)
# 양지 alone is a sunny place, 득 alone a gain, 제고 may be 재고 misspelt: they need their verb.
_VERB_ENDS = (
    r"(?=\s?(?:하[는여시신실고지면기려셔셨세도]|합|한(?!테)|할|함|해|했|되[는어었고면지]|된|될|됨|됐|됩|돼"
    r"|드[리립려렸]"
    r"|받[으았아]|바랍|바라|부탁|예정|요망)|\s시"
    r"|\s후|을|를)"
)
_NEEDS_VERB = frozenset(
    {"양지", "득", "도모", "상이", "기인", "상회", "하회", "소명", "미비", "감안", "도래", "고지", "집하"}
)

JARGON_EN: dict[str, str] = {
    "pursuant to": "under", "kindly be advised": "(leave out)", "please be advised": "(leave out)",
    "kindly": "please", "utilize": "use", "utilise": "use", "utilization": "use",
    "ticket escalation": "passing this to a specialist", "escalate your ticket": "pass this to a specialist",
    "escalate the ticket": "pass this to a specialist", "escalate this ticket": "pass this to a specialist",
    "at your earliest convenience": "when you can", "in the event that": "if", "prior to": "before",
    "subsequent to": "after", "in order to": "to", "with regard to": "about", "with regards to": "about",
    "in regards to": "about", "regarding the aforementioned": "about this", "aforementioned": "this",
    "herewith": "with this", "herein": "here", "hereby": "(leave out)", "heretofore": "until now",
    "forthwith": "now", "henceforth": "from now on", "commence": "start", "terminate": "end", "remit": "pay",
    "remittance": "payment", "furnish": "give", "ascertain": "find out", "endeavour to": "try to",
    "endeavor to": "try to", "facilitate": "help", "expedite": "speed up", "pertaining to": "about",
    "in lieu of": "instead of", "notwithstanding": "despite", "as per": "as in", "per our records": "we see",
    "per your request": "as you asked", "enclosed please find": "here is", "attached please find": "here is",
    "due to the fact that": "because", "for the purpose of": "to", "in accordance with": "by",
    "in respect of": "about", "inasmuch as": "because", "it has come to our attention": "we noticed",
    "we are in receipt of": "we have", "do the needful": "do this", "revert back": "reply",
    "revert to you": "reply to you", "touch base": "talk", "circle back": "reply", "going forward": "from now on",
    "rectify": "fix", "remediate": "fix", "procure": "get", "requisite": "needed", "in perpetuity": "for good",
    "outage event": "outage", "impacted users": "people affected", "end user": "you", "end-user": "you",
    "onboarding journey": "first steps", "touchpoint": "contact", "SLA": "the time we promised",
    "backend": "our system", "tier 2": "a specialist", "tier two": "a specialist", "L2 team": "a specialist",
    "RMA": "return", "churn": "leaving", "deprecate": "retire", "deprecated": "retired",
    "chargeback case": "card dispute", "beneficiary": "the person you pay", "debit balance": "amount you owe",
    "in arrears": "late", "disbursement": "payment",
}  # fmt: skip
_UPPER_ONLY = frozenset({"SLA", "RMA"})


def _any_of(words: Mapping[str, str] | frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_KO = re.compile(
    rf"(?<![가-힣])(?:(?:{_any_of(NOUNS_KO)}){_JOSA}"
    rf"|(?:{_any_of(tuple(word for word in VERBS_KO if word not in _NEEDS_VERB))})(?:{_VERB_ENDS}|{_JOSA})"
    rf"|(?:{_any_of(_NEEDS_VERB)})(?={_VERB_ENDS})(?!을|를)"
    + "".join(f"|(?P<s{number}>{pattern})" for number, (pattern, _) in enumerate(_SPECIAL_KO))
    + ")"
)
_PLAIN_KO = {**NOUNS_KO, **VERBS_KO}
_EN = re.compile(rf"\b(?:{_any_of(tuple(word.lower() for word in JARGON_EN))})(?:s|d|ed|ing)?\b")
_PLAIN_EN = {word.lower(): plain for word, plain in JARGON_EN.items()}


def jargon_in(text: str, language: Language, extra: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """The office words in ``text``, in order, each with its plain word in ``instead``.

    ``extra`` maps words of the tenant (a persona's forbidden words) to what to say; in Korean they match at
    the start of a word, whatever particle follows, in English as whole words.
    """
    remarks = [
        found("jargon", text, start, end, language=language, instead=plain)
        for start, end, plain in (_korean(text) if language == "ko" else _english(text))
    ]
    for word, plain in (extra or {}).items():
        for match in _extra_pattern(word).finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in remarks):
                remarks.append(found("jargon", text, *match.span(), language=language, instead=plain))
    return tuple(sorted(remarks, key=lambda one: one.start))


def plain_words(language: Language) -> Mapping[str, str]:
    """Every stiff word that is known by itself, with its plain one; a Korean verb's noun has the verb in its plain form."""
    return _PLAIN_KO if language == "ko" else JARGON_EN


def _korean(text: str) -> list[tuple[int, int, str]]:
    hits = []
    for match in _KO.finditer(text):
        name = match.lastgroup
        plain = _SPECIAL_KO[int(name[1:])][1] if name else _PLAIN_KO[match.group()]
        hits.append((*match.span(), plain))
    return hits


def _english(text: str) -> list[tuple[int, int, str]]:
    hits = []
    for match in _EN.finditer(straightened(text)):
        words, written = match.group(), text[match.start() : match.end()]
        plain = next((_PLAIN_EN[cut] for cut in _stems(words) if cut in _PLAIN_EN), None)
        if plain and not (written.islower() and words.upper() in _UPPER_ONLY):
            hits.append((*match.span(), plain))
    return hits


def _stems(words: str) -> tuple[str, ...]:
    return (
        words,
        words.removesuffix("s"),
        words.removesuffix("d"),
        words.removesuffix("ed"),
        words.removesuffix("ing"),
    )


@lru_cache(maxsize=512)
def _extra_pattern(word: str) -> re.Pattern[str]:
    if re.search("[가-힣]", word):
        return re.compile(rf"(?<![가-힣]){re.escape(word)}")
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", re.IGNORECASE)
