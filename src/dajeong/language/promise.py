"""Finds what a reply promises, and tells an outcome from help given in this very conversation."""

import re
from dataclasses import dataclass
from typing import Literal

from dajeong.conversation.reading import Language
from dajeong.language.phrases import joined, straightened
from dajeong.language.sentences import Sentence, sentences

Kind = Literal["outcome", "help", "check", "handoff"]
Matter = Literal[
    "refund",
    "compensation",
    "exchange",
    "cancellation",
    "delivery",
    "callback",
    "repair",
    "change",
    "guarantee",
    "other",
]


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment: its kind, what it is about, and where it stands (``text`` is ``original[start:end]``)."""

    kind: Kind
    matter: Matter
    text: str
    start: int
    end: int


# -ㄹ게요, -겠습니다, 드릴 거예요, 드려요. Thanks, apologies and "알겠습니다" promise nothing.
_COMMITS = re.compile(
    r"(?:(?P<give>드릴게요|드릴께요|드리겠습니다|드리겠어요|드릴\s?거예요|드릴\s?겁니다|드릴\s?예정이에요"
    r"|드릴\s?예정입니다|드리도록\s?하겠습니다|드리도록\s?할게요)"
    r"|(?P<state>드려요|드립니다)"
    r"|(?P<plain>[가-힣](?:게요|께요|겠습니다|겠어요)))(?=[\s.!?~…,)\"'”’]|$|[^가-힣])"
)
_NOT_A_PROMISE = re.compile(
    r"(?:셨|았|었|였|했|됐|졌|렸|알|모르|죄송하|감사하|좋|괜찮으시|있|없|되|하시|으시|시|가능하|바라|부탁드리|그러|싶|감사|사과|부탁|축하"
    r"|말씀|문의|인사|환영|위로)\s?$"
)
_HELP = re.compile(
    r"(?:도와|안내(?:해|를)?|알려|설명(?:해|을)?|말씀(?:해)?|보여|추천(?:해)?|적어|정리(?:해)?|들려|읽어|골라"
    r"|찾아|답(?:변)?(?:해|을)|들을|여쭤\s?볼?|여쭐"
    r"|물을|소개(?:해)?|안내하|설명하|정리하|계산(?:해)?|비교(?:해)?)\s?$"
)
_CHECK = re.compile(
    r"(?:(?:확인|조회|점검|검토|파악|체크)(?:해|을|를|하|할)?|확인해\s?볼?|조회해\s?볼?|점검해\s?볼?|검토해\s?볼?"
    r"|알아\s?볼?|살펴\s?볼?|찾아\s?볼|들여다\s?볼"
    r"|여쭤\s?볼|물어\s?볼?|보|볼|봐)\s?$"
)
_HANDOFF = re.compile(
    r"(?:연결(?:해|을|하|할)?|넘겨|넘길|넘기|이어|바꿔|모셔|(?:상담[원사]|담당\S*|직원|동료|매니저|팀|부서|센터"
    r"|의료진|간호사)\S*\s(?:\S+\s)?(?:전달(?:해|하"
    r"|할)?|전해|부탁해))\s?$"
)
_WHO_TAKES_OVER = re.compile(r"상담[원사]|담당|직원|사람|매니저|동료|부서|팀|센터|의료진|간호사|선생님|기사")
_MATTERS: tuple[tuple[Matter, str], ...] = (
    ("refund", r"환불|돌려|환급|되돌려"),
    ("compensation", r"보상|배상|할인|쿠폰|적립|면제|감면|지급|포인트|사은품|빼|깎아|무료로|넣어"),
    ("exchange", r"교환|교체|바꿔|새\s?(?:상품|제품|것)"),
    ("cancellation", r"취소|해지|철회|정지|탈퇴|멈춰|막아"),
    ("callback", r"연락|전화|회신|답장|콜백|문자|메일|알림|알려|말씀"),
    ("delivery", r"배송|발송|재발송|보내|보낼|도착|출고|갖다|가져다|받으실|받아\s?보실"),
    ("repair", r"해결|복구|수리|고쳐|고칠|조치|처리|살려|방문|교정"),
    ("change", r"변경|수정|등록|반영|접수|예약|개통|충전|연장|삭제|입금|풀어|재설정|신청|설정|잡아|만들어|올려|낮춰"),
)  # fmt: skip
_MATTER: tuple[tuple[Matter, re.Pattern[str]], ...] = tuple(
    (matter, re.compile(pattern)) for matter, pattern in _MATTERS
)
_DOING = frozenset({"처리", "조치", "신청", "접수", "반영", "해결", "무료로"})
_LATER = re.compile(
    r"내일|모레|이따|나중|다음\s?주|이번\s?주|\d\s?(?:일|시간|분|시|주)\s?(?:까지|안에|이내|내에|뒤|후)|까지\s"
    r"|오늘\s?(?:안|중|저녁|오후)|나오는\s?대로"
    r"|되는\s?대로|확인되면|들어오면|빠른\s시일|조만간|하루\s?(?:안|이내)|영업일|대로\s"
)
# The time inside a clause of its own belongs to that clause: "내일 도착하는지 확인해 볼게요" is done now.
_CLAUSE_BEFORE = re.compile(
    r"^.*(?:[는은을할될올갈]지|[있하되오]게|도록|[하되오가있]는|예정인|(?:일정|방법|절차)[을도]|(?:날짜"
    r"|시각)[를도])\s(?!대로)"
)
_SURE = re.compile(
    r"(?:반드시|꼭|무조건|확실히|확실하게|틀림없이|100\s?%|절대)\s[가-힣\s\d]{0,16}(?:도착|받으실|받아\s?보실"
    r"|해결|환불|처리|배송|완료|됩니다|돼요|될\s거|보내|드리"
    r"|드릴|없을\s?거|없도록|지키|바로잡)"
    r"|보장(?:해|합|하|드|돼|됩)|책임지고|책임질|책임지겠|약속(?:해요|합니다|드려|드립|드릴|할게|하겠)"
    r"|(?:오늘|내일|모레|까지|안에|이내에|내에|월\s?\d+일에?)\s[가-힣\s\d]{0,14}(?:도착해요|도착합니다"
    r"|도착할\s?거예요|도착할\s?겁니다|받으실\s수\s있"
    r"|받아\s?보실\s수\s있|환불돼요|환불됩니다|환불될\s?거|입금돼요|입금됩니다|입금될\s?거|완료돼요|완료됩니다"
    r"|완료될\s?거|해결돼요|해결됩니다|해결될\s?거|처리돼요|처리됩니다"
    r"|처리될\s?거|복구돼요|복구됩니다|복구될\s?거)"
)
# A wish to the customer ("꼭 확인해 주세요"), a condition or a refusal is no promise.
_NOT_SURE = re.compile(
    r"주세요|주십시오|바랍니다|부탁|필요|보장(?:하지|해\s?드리지|은|할\s수|되지)|약속(?:드리지|하지|드릴\s수"
    r"|할\s수)|하셔야|하세요|않(?:아|습)|면\s|어려워|없어요|없습니다"
)

_EN_RULES: tuple[tuple[Kind, str], ...] = (
    ("handoff", r"\b(?:i|we)(?:'ll| will| can|'m| am|'re| are|'m going to| am going to)? (?:now )?(?:connect(?:ing)?"
    r"|transfer(?:ring)?|pass(?:ing)?|hand(?:ing)?|put(?:ting)?|bring(?:ing)?|get(?:ting)?) (?:you|this"
    r"|your \w+|in)\b[^.!?\n]{0,20}(?:\b(?:to|over|through|with|in|on)\b)[^.!?\n]{0,40}|\blet me (?:connect"
    r"|transfer|bring in|(?:pass|put|hand) (?:you|this|your|it over))\b[^.!?\n]*"),
    ("check", r"\b(?:i'll|i will|we'll|we will|let me|i'm going to)(?: now| just| quickly)? (?:check|look"
    r"|find out|see|have a look|take a look|pull up|review|investigate|verify)\b[^.!?\n]*"),
    ("help", r"\b(?:i'll|i will|we'll|we will|let me|i can|i'm going to)(?: now| just| gladly)? (?:help|show"
    r"|explain|walk|guide|tell|list|go through|give you (?:the|a) (?:steps|list|details|link)|answer|read"
    r"|suggest|point)\b[^.!?\n]*"),
    ("outcome", r"\b(?:i|we)(?:'ll| will| shall| are going to|'re going to|'m going to)(?: \w+ly| now| also"
    r"| have)? (?:refund|replace|resend|re-send|send|deliver|credit|compensate|reimburse|cancel|exchange|waive"
    r"|call|phone|ring|e-?mail|text|contact|get back|repair|fix|restore|resolve|solve|pay|issue|give you|add"
    r"|block|unblock|remove|change|update|book|reschedule|make sure|ensure|upgrade|extend|discount|return|ship"
    r"|process|reverse|take care)\b[^.!?\n]*"),
    ("outcome", r"\b(?:i|we) (?:can )?(?:promise|guarantee|assure|swear)\b[^.!?\n]*|\bguaranteed\b"
    r"|\byou have my word\b|\brest assured\b[^.!?\n]*"),
    ("outcome", r"\byou(?:'ll| will)(?: definitely| certainly| surely| soon)? (?:receive|get|be (?:refunded"
    r"|compensated|credited|contacted|called|reimbursed|charged nothing)|have (?:it|your|the)|hear)\b[^.!?\n]*"),
    ("outcome", r"\b(?:will|is going to) (?:definitely |certainly |surely |soon )?(?:be (?:refunded|delivered"
    r"|credited|replaced|resolved|fixed|cancelled|canceled|sent|shipped|restored|repaired|processed|completed"
    r"|waived|reversed|returned|with you)|arrive)\b[^.!?\n]*"),
    ("outcome", r"\b(?:someone|somebody|an? (?:agent|colleague|engineer|specialist|technician|advisor)|(?:my"
    r"|our) (?:team|colleague|manager))(?: will|'ll) (?:call|contact|phone|e-?mail|visit|get back|be in touch"
    r"|reach out|come)\b[^.!?\n]*"),
)  # fmt: skip
_EN = tuple((kind, re.compile(joined([pattern]))) for kind, pattern in _EN_RULES)
_EN_NEGATED = re.compile(
    r"\b(?:can't|cannot|can not|don't|do not|not|unable to|no|won't|never)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_EN_MATTER_WORDS: tuple[tuple[Matter, str], ...] = (
    ("refund", r"refund|reimburs|money back|reverse|your money|return the"),
    ("compensation", r"compensat|credit|voucher|discount|waive|free|bonus"),
    ("exchange", r"replac|exchang|new one"),
    ("cancellation", r"cancel|block|remove|stop"),
    ("callback", r"\bcall|phone|ring|e-?mail|text you|contact|get back|in touch|reach out|hear"),
    ("delivery", r"deliver|arriv|send|sent|resend|ship|parcel|package|with you"),
    ("repair", r"repair|fix|restor|resolv|solve|visit|engineer"),
    ("change", r"chang|updat|book|reschedul|add|extend|upgrad|process"),
)
_EN_MATTERS = tuple((matter, re.compile(pattern, re.IGNORECASE)) for matter, pattern in _EN_MATTER_WORDS)


def promises_in(text: str, language: Language) -> tuple[Promise, ...]:
    """What ``text`` commits us to, in order.

    Kinds: "help", "check" and "handoff" are kept by this very turn ("알려 드릴게요", "확인해 볼게요", "연결해
    드릴게요"); "outcome" needs an action or a person behind it: refund, compensation, exchange, cancellation,
    delivery date, callback, repair, change, or any guarantee. Help put off ("내일 알려 드릴게요", "확인되면 알려
    드릴게요") is a callback and so an outcome. Questions ("환불해 드릴까요?"), possibilities ("환불해 드릴 수 있어요"),
    conditions and refusals are not promises. ``matter`` says what the outcome is about, so that a guard can
    compare it with what the called action may promise.
    """
    find = _korean if language == "ko" else _english
    return tuple(promise for part in sentences(text) for promise in find(text, part))


def _korean(text: str, part: Sentence) -> list[Promise]:
    found: list[Promise] = []
    at = 0
    for match in _COMMITS.finditer(part.text):
        clause = part.text[at : match.end()]
        kind = _kind_of(part.text[at : match.start()], match)
        lead = len(clause) - len(clause.lstrip(" ,.!~"))
        start, at = part.start + at + lead, match.end()
        if kind is not None:
            words = text[start : part.start + match.end()]
            found.append(
                Promise(kind, _matter(words) if kind == "outcome" else "other", words, start, start + len(words))
            )
    if not any(one.kind == "outcome" for one in found):
        sure = _SURE.search(part.text)
        if sure and not part.text.rstrip().endswith("?") and not _NOT_SURE.search(part.text[sure.start() :]):
            matter = _matter(part.text)
            found.append(
                Promise("outcome", "guarantee" if matter == "other" else matter, part.text, part.start, part.end)
            )
    return found


def _kind_of(before: str, match: re.Match[str]) -> Kind | None:
    # -ㄹ게요 is fused with its stem: 보낼게요, 볼게요.
    head = before + match["plain"][0] if match["plain"] else before
    head = head.rstrip()
    if _NOT_A_PROMISE.search(head):
        return None
    if _HANDOFF.search(head) and (_WHO_TAKES_OVER.search(head) or "연결" in head[-6:] or "넘" in head[-3:]):
        return "handoff"
    own = _CLAUSE_BEFORE.sub("", head)
    if _CHECK.search(head):
        return "outcome" if _LATER.search(own) else "check"
    if _HELP.search(head):
        return None if match["state"] else ("outcome" if _LATER.search(own) else "help")
    if any(pattern.search(head[-12:]) for _, pattern in _MATTER) or (match["give"] and re.search(r"[가-힣]$", head)):
        return "outcome"
    return None


def _matter(words: str) -> Matter:
    # The last one named is what the verb does: "주소를 확인하고 환불해 드릴게요". Doing words name nothing themselves.
    last: tuple[int, Matter] = (-1, "other")
    for matter, pattern in _MATTER:
        for match in pattern.finditer(words):
            if match.start() > last[0] and (last[0] < 0 or match.group() not in _DOING):
                last = (match.start(), matter)
    return last[1]


def _english(text: str, part: Sentence) -> list[Promise]:
    if part.text.rstrip(" \"')").endswith("?"):
        return []
    found: list[Promise] = []
    straight = straightened(part.text)
    for kind, pattern in _EN:
        for match in pattern.finditer(straight):
            start, end = part.start + match.start(), part.start + match.end()
            if _EN_NEGATED.search(straight[: match.start()]) or any(o.start < end and start < o.end for o in found):
                continue
            words = text[start:end]
            found.append(Promise(kind, _english_matter(kind, words), words, start, end))
    return sorted(found, key=lambda one: one.start)


def _english_matter(kind: Kind, words: str) -> Matter:
    if kind != "outcome":
        return "other"
    for matter, pattern in _EN_MATTERS:
        if pattern.search(words):
            return matter
    return "guarantee" if re.search(r"promise|guarantee|assure|word", words, re.IGNORECASE) else "other"
