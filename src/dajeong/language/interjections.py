"""Messages that are one interjection: a sigh that tells a feeling and no matter, or a sign that we were heard. Pure."""

import re

# Said beside a sigh or a nod, and neither by itself ("아니" alone is a no, "진짜?" a question).
_FILLER = r"아+|아니|야|와|이게|이거|정말|진짜로?|너무|참|좀|oh|just|so|well|really"
_SIGHS = (
    r"하|하아+|하참|허|허참|참나|나참|나\s?원(?:\s?참)?|에+휴+|에효+|어휴|아휴|휴+|후|아오+|아우|아놔|아이고|아이구|거참|아+\s?(?:진짜|정말)"
    r"|미치겠(?:네|다|어|네요|어요)|돌겠(?:네|다|네요|어요)|환장하겠네|(?:개|대)?짜증(?:나|난다|나네|나요|나네요|이네)?|열\s?받(?:아|네|는다|아요|네요)"
    r"|답답(?:해|하다|하네|해요|하네요)|속상(?:해|하다|하네|해요|하네요)|속\s?터(?:져|지네|진다)|어이가?\s?없(?:네|다|어|네요|어요)|기가\s?막히?(?:네|다|네요)"
    r"|황당(?:해|하다|하네|해요|하네요)|너무(?:하네|하다|해|하네요|해요|하시네요)|장난(?:하나|하냐|해요|하세요|치나|치세요)|뭐(?:야|예요|에요|하는\s?거야)"
    r"|힘들(?:다|어|네|어요|네요)|ㅠ+|ㅜ+"
    r"|u+gh+|a+rgh+|sigh|seriously|come on|for god'?s sake|unbelievable|i'?m (?:fuming|so (?:angry|upset|annoyed|frustrated))"
    r"|(?:this|it)(?:'s| is) (?:so |just )?(?:ridiculous|unbelievable|infuriating|annoying|frustrating|a joke)"
)
_NODS = (
    r"네+|넵|넹|예|응|음+|오+|오케이|오키|ㅇㅇ|ㅇㅋ|아하|그래요|그렇군요|그렇구나|그렇네요|그러네요|그런\s?거군요|알겠(?:어|어요|습니다)|알았(?:어|어요|습니다)"
    r"|확인했(?:어|어요|습니다)|이해했(?:어|어요|습니다)"
    r"|ok(?:ay)?|yes|yep|yeah|right|all ?right|sure|fine|noted|understood|got it|i see|ah|oh|i got it|makes sense"
)
# Nobody sighs or nods at greater length, in characters.
LONGEST = 60
_GAP = r"[\s.,!~…ㅎ^;:)(-]+"
_END = r"[\s.,!?~…ㅎㅠㅜ^;:)(-]*"


def _made_of(words: str, *, ending: str) -> re.Pattern[str]:
    one = rf"(?:(?:{_FILLER}){_GAP})*(?:{words})(?:{_GAP}(?:{words}|{_FILLER}))*"
    return re.compile(one + ending, re.IGNORECASE)


_ONLY_SIGHS = _made_of(_SIGHS, ending=_END)
_ONLY_NODS = _made_of(_NODS, ending=_END.replace("?", ""))
# A nod may be surprised ("아 그래요?"); others with a question mark ask to hear it again ("네?").
_SURPRISED = re.compile(rf"(?:(?:아+|오+|oh){_GAP})*(?:그래요|그렇군요|그런가요|really)[?!\s]*", re.IGNORECASE)


def only_sighs(text: str) -> bool:
    """Whether a message tells that something is amiss and nothing of what: "하 진짜", "짜증나네요", "ugh, seriously"."""
    return len(text) <= LONGEST and _ONLY_SIGHS.fullmatch(text.strip()) is not None


def only_nods(text: str) -> bool:
    """Whether a message says that ours was heard, and nothing else: "네", "아 그렇군요", "got it"."""
    said = text.strip()
    return len(said) <= LONGEST and any(nod.fullmatch(said) for nod in (_ONLY_NODS, _SURPRISED))
