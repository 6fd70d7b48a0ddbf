"""Finds wordings that sound like a form letter: translationese, doubled passives, honoured things, empty formulas.

Conventions, not law: 바른 국어 생활 and 쉬운 공공언어 쓰기 길잡이 (국립국어원) on translationese, doubled passives and
honorifics for things; 60 characters or 15 어절 per sentence is the house limit for chat on a phone, 25 words the limit
of GOV.UK.
"""

import re

from dajeong.conversation.reading import Language
from dajeong.language.finding import Finding, found
from dajeong.language.phrases import joined, straightened
from dajeong.language.sentences import FACES, Sentence

MAX_KOREAN_LETTERS = 60
MAX_KOREAN_WORDS = 15
MAX_ENGLISH_WORDS = 25

_TRANSLATIONESE: tuple[tuple[str, str], ...] = (
    (r"[가-힣]에\s의(?:해|하여)서?(?=\s)", "…가 …했어요 (누가 했는지를 주어로)"),
    (r"(?:로|으로)\s인(?:하여|해)서?(?=\s)", "…(이)라서, … 때문에"),
    (r"(?:함|과정|이용|사용|신청|처리|진행|결제|업무|확인|변경)에\s있어서?(?=\s|,)", "…할 때"),
    (r"(?:을|를)\s가지고\s(?:있[어습는으다]|계[시신십])", "…이 있어요"),
    (r"(?:하는|한|되는)\s것이\s(?:가능|불가능)(?:합|해|하)", "…할 수 있어요 / …할 수 없어요"),
    (r"(?:할|하실|해\s주실)\s것을\s(?:부탁|권장|요청|권고)", "…해 주세요"),
    (r"(?:을|를)\s필요로\s(?:하|합|해)", "…이 필요해요"),
    (r"(?:이|가)\s요구(?:되|됩|돼)", "…이 필요해요"),
    (r"중에\s있(?:습니다|어요|으며|는)", "…하고 있어요"),
    (r"(?:하|리|되|시|드리|있)도록\s하겠(?:습니다|어요)", "…할게요 / …하겠습니다"),
    (r"(?:주|하)시기\s바(?:랍니다|라요|라며)", "…해 주세요 / …해 주십시오"),
    (r"하고자\s(?:합니다|하오니|하시는|해요)", "…하려고 해요"),
    (r"에\s위치(?:하|해|한)", "…에 있어요"),
    (
        r"것으로\s(?:보입니다|확인됩니다|확인돼요|확인되었습니다|확인됐어요|판단됩니다|사료됩니다|예상됩니다"
        r"|판단돼요|예상돼요)",
        "…할 것 같아요 / …할 거예요",
    ),
    (r"에\s대한\s(?:[가-힣]+\s)?[가-힣]+(?:을|를)\s(?:진행|실시|수행)(?:하|해|할|합)", "…을 …해요"),
    (r"(?:문제|오류|장애|지연)(?:이|가)\s발생(?:되|됐|됩|된)", "…이 생겼어요"),
    (r"(?:에게|께)\s있어서?(?=\s)", "…에게는"),
    (r"(?:이|가)\s(?:빠르게\s|잘\s)?이루어(?:지|질|집|져)", "…해요"),
    (r"가장\s[가-힣]+\s것\s중(?:의)?\s하나", "아주 …해요"),
)
_DOUBLE_PASSIVE = re.compile(
    r"(?P<stem>되어|보여|쓰여|쓰이어|잊혀|불려|나뉘어|담겨|놓여|찢겨|닫혀|열려|묶여|잡혀|믿겨|읽혀|짜여|모여"
    r"|바뀌어|쌓여|섞여|막혀|걸려|팔려|잘려|눌려|적혀|끊겨|뜯겨|벗겨|빼앗겨|덮여|뽑혀|긁혀|꽂혀|뒤집혀|밟혀|박혀"
    r"|얽혀|갇혀|들려)"
    r"(?=지[는지고며면길기게던도]|진[다\s]|질\s|집니|졌|져[서야요도\s])"
)
_SINGLE_PASSIVE = {"되어": "돼요, 됐어요", "보여": "보여요", "잊혀": "잊혀요", "쓰여": "쓰여요", "나뉘어": "나뉘어요"}

_THINGS = (
    "상품|제품|음료|커피|메뉴|사이즈|색상|재고|배송비|배송|택배|요금|금액|가격|결제|카드|쿠폰|비밀번호|화면|버튼"
    "|서비스|이벤트|기기|유심|데이터|"
    "한도|예약|진료비|검사|결과|아이템|계정|환불|반품|주문|할인|혜택|주차|영수증|등록|물건|단말기|포인트|인터넷"
    "|번호|수수료|처방전|보험|통장"
)
_HONOURED: tuple[tuple[str, str], ...] = (
    (r"[가-힣](?<![서에])(?:이|가)?\s나오(?:셨|시었|십니)(?:습니다|어요|다|네요)", "나왔어요"),
    (r"(?:단종|품절|매진|마감|만료|종료|연체|적립|확정|완료|입고)되(?:셨|십니|셔|세요|시고|실\s)", "…됐어요"),
    (
        r"[\d천만백십]\s?(?:원|점|개|건)(?:이)?\s(?:되|나오|남으)(?:세요|십니|시고|시는데|셔|시네"
        r"|셨)",
        "…이에요, …남았어요",
    ),
    (
        rf"(?:{_THINGS})(?:이|가|은|는|도)\s(?:[가-힣\d,]+\s)?(?:나오|도착하|출발하|오|취소되|결제되|접수되"
        rf"|등록되|완료되|발송되|출고되|환불되|품절되|확인되"
        rf"|적용되|사용되|종료되|필요하|저렴하|비싸|되)"
        r"(?:셨|십니|세요|시고|시며|시네|신\s|실\s)",
        "나왔어요, 도착했어요 (‘-시-’ 없이)",
    ),
    (
        r"(?:결제|주문|취소|환불|접수|등록|적립|차감|배송|발송|출고|처리|승인|개통|충전|반품|교환|할인|적용"
        r"|인증)(?:이|가)?\s?되(?:셨|십니|세요|시고|시네)",
        "…됐어요",
    ),
    (
        r"(?:[\d천만백십]\s?원|무료|품절|매진|사은품|할인가|정가|신상품|기본\s?옵션)(?:이)?(?:십니|세요|시고|시며"
        r"|신데|시네|셔요)",
        "…이에요 / …입니다",
    ),
    (
        r"(?:재고|사이즈|색상|주차장|빈자리|여분)(?:이|가|은|는|도)\s(?:[가-힣\d]+\s)?(?:있으|없으|남으)(?:십니"
        r"|세요|시고|시며|셔요|시네)",
        "있어요, 없어요",
    ),
    (r"(?:말씀|문의|문의 사항|질문|궁금한 점)(?:이|가|은)?\s(?:계시|계십|계셨)", "있으시면"),
    (r"(?:오|앉으|누우|들어가|들어오|기다리|나가|가|벗으|일어나|주|하|서명하|눌러\s주|적어\s주)실게요", "…해 주세요"),
)

_MATTERLESS = (
    r"(?:네,?|예,?|아,?|고객님,?|먼저,?|우선,?|정말|진심으로|대단히|많은|큰|이용에|이용하시는\s?데|다시\s?한번"
    r"|거듭|저희|서비스|혹시|여러모로)"
)
_EMPTY_KO: tuple[tuple[str, str], ...] = (
    (
        rf"^(?:{_MATTERLESS}\s*)*(?:불편|심려|걱정|혼란)(?:을|를|함을|드려)?\s*(?:끼쳐\s?|드려서?\s?|드린\s?점\s?"
        rf"|드리게\s?되어\s?)+"
        r"(?:정말|진심으로|대단히|매우|너무|깊이)?\s*(?:죄송|사과|송구|미안)[가-힣\s]*$",
        "배송이 늦어져 기다리시게 했어요, 죄송해요",
    ),
    (
        rf"^(?:{_MATTERLESS}\s*)*(?:너그러운\s?|많은\s?)?양해(?:를|해)?\s?(?:부탁|바랍|바라|주시)[가-힣\s]*$",
        "왜 그런지와 언제 되는지",
    ),
    (r"(?:더\s?나은|더\s?좋은|최상의|최고의)\s서비스(?:로|를)\s(?:보답|제공|찾아)", "무엇을 고치는지"),
    (r"(?:항상|늘|언제나|앞으로도)?\s?최선을\s다(?:하겠|할게|하는)", "지금 하는 일"),
    (r"빠른\s시일\s(?:내|안)에|이른\s시일\s(?:내|안)에", "언제까지인지 (예: 11월 24일까지)"),
    (r"소중한\s(?:의견|고객님|말씀)[가-힣\s]{0,12}감사", "무엇이 도움이 됐는지"),
    (r"고객\s?만족을\s?위해", "무엇을 하는지"),
)
_EMPTY_EN: tuple[tuple[str, str], ...] = (
    (
        r"\binconvenience(?:s)?(?:\s(?:this|it|that)\s(?:may|might|has|have"
        r"|could)?\s?(?:have\s)?caused?(?:\syou)?)?\s*(?=[.!,]|$)",
        "sorry your parcel is two days late",
    ),
    (r"\bany inconvenience\b(?! caused by)", "name what went wrong"),
    (
        r"\byour (?:call|feedback|business|satisfaction|opinion) is (?:very |extremely )?(?:important"
        r"|valuable) to us",
        "(leave out)",
    ),
    (
        r"\bwe (?:truly |greatly |really )?(?:value|appreciate) your (?:business|feedback|patronage|loyalty)",
        "say what it helped with",
    ),
    (r"\b(?:do not|don't) hesitate to\b", "you can …"),
    (r"\bwe strive to\b", "say what you do"),
    (
        r"\b(?:thank you|thanks) for your (?:patience|understanding|cooperation)\s*(?=[.!]|$)",
        "say what they waited for",
    ),
    (r"\bas soon as possible\b|\bin a timely manner\b", "by when"),
)
_STIFF_EN: tuple[tuple[str, str], ...] = (
    (r"\b(?:has|have|had) been being\b", "was"),
    (r"\bit is (?:required|requested|advised|recommended) that you\b", "please"),
    (r"\byou are (?:kindly )?(?:requested|required|advised) to\b", "please"),
    (r"\bwe (?:would like to|wish to) inform you that\b", "(leave out)"),
    (r"\bshould you (?:require|have|wish|need|encounter)\b", "if you"),
    (r"\bthe undersigned\b", "I"),
    (r"\bis in the process of being\b", "is being"),
    (
        r"\bmake (?:a|an) (?:payment|cancellation|application|inquiry|enquiry) (?:of|for|to|about)\b",
        "pay, cancel, apply, ask",
    ),
)


def _compiled(table: tuple[tuple[str, str], ...], *, english: bool = False) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = [joined([pattern]) if english else pattern for pattern, _ in table]
    found_as = "|".join(f"(?P<p{number}>{row})" for number, row in enumerate(rows))
    return re.compile(found_as), tuple(instead for _, instead in table)


_KO_TABLES = (("translationese", *_compiled(_TRANSLATIONESE)), ("thing_honoured", *_compiled(_HONOURED)))
_EN_TABLES = (
    ("translationese", *_compiled(_STIFF_EN, english=True)),
    ("empty_formula", *_compiled(_EMPTY_EN, english=True)),
)
_EMPTY_PATTERN, _EMPTY_INSTEAD = _compiled(_EMPTY_KO)
# A web address or a variable of a template counts as one short word.
_ONE_WORD = re.compile(r"https?://\S+|www\.\S+|\{[\w.| ]+\}")
_TRAILING = re.compile(rf"(?:[\s.!?…~,]|{FACES})+$")


def stiffness_in(text: str, parts: tuple[Sentence, ...], language: Language) -> tuple[Finding, ...]:
    """Stiff wordings in ``text``, whose sentences are ``parts``: the rules translationese, double_passive,
    thing_honoured, empty_formula and too_long."""
    remarks: list[Finding] = []
    said = straightened(text) if language == "en" else text
    for rule, pattern, insteads in _KO_TABLES if language == "ko" else _EN_TABLES:
        for match in pattern.finditer(said):
            instead = insteads[int((match.lastgroup or "p0")[1:])]
            remarks.append(found(rule, text, *match.span(), language=language, instead=instead))
    if language == "ko":
        for match in _DOUBLE_PASSIVE.finditer(text):
            instead = _SINGLE_PASSIVE.get(match["stem"], f"{match['stem']}요")
            remarks.append(found("double_passive", text, *match.span(), language="ko", instead=instead))
        remarks.extend(_empty_in(text, parts))
    for part in parts:
        length = _length(part.text, language)
        if length:
            remarks.append(found("too_long", text, part.start, part.end, language=language, instead=length))
    return tuple(remarks)


def _empty_in(text: str, parts: tuple[Sentence, ...]) -> list[Finding]:
    remarks = []
    for part in parts:
        match = _EMPTY_PATTERN.search(_TRAILING.sub("", part.text))
        if match:
            instead = _EMPTY_INSTEAD[int((match.lastgroup or "p0")[1:])]
            start = part.start + match.start()
            remarks.append(
                found("empty_formula", text, start, part.start + match.end(), language="ko", instead=instead)
            )
    return remarks


def _length(sentence: str, language: Language) -> str:
    """How long, in words for the advice, or nothing when it is short enough; a web address or variable counts as one word."""
    if len(sentence) <= MAX_ENGLISH_WORDS:
        return ""
    said = _ONE_WORD.sub("링크가", sentence)
    words = len(said.split())
    if language == "en":
        return f"{words} words" if words > MAX_ENGLISH_WORDS else ""
    if len(said) > MAX_KOREAN_LETTERS:
        return f"{len(said)}자"
    return f"{words}어절" if words > MAX_KOREAN_WORDS else ""
