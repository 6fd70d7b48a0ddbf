"""Yes, no and cancel in the ways customers say them; what is done counts more than the word it begins with."""

import re
from collections.abc import Sequence
from typing import Literal

Answer = Literal["yes", "no", "cancel"]
# What one piece of an answer is. "agree" and "refuse" say what is to be done ("할게요", "안 할게요") and outweigh
# interjections: "네 안 할게요" is a no, "아니요, 해 주세요" a yes. "mild" refuses politely, but only by itself.
Piece = Literal["yes", "no", "but", "agree", "refuse", "mild", "cancel", "filler"]

_CUTE = re.compile(r"(?<=[가-힣])(?:용|욤|염|여|욥|욧|유)(?=\s|$)")
_STRETCHED = re.compile(r"(?<=[가-힣])[ㅏ-ㅣㅇㅁㅋ]+(?=\s|$)|[~^]+")
_SPLIT = re.compile(r"[,.!\s]+")
_MOST_WORDS = 6

_YES = (
    r"네에*|네[넹네]+|넵+|넹+|넴|네?엡|네엥|넷|예+|예예|넨|웅+|응+|어+|엉|ㅇㅇ+|ㅇㅋ(?:ㅇㅋ)?|ㅇ|ㅇㅈ|"
    r"오케이?요?|오키(?:도키)?|옙|옛|넵넵요?|네요|예압|"
    r"yes+|yeah+|yea|ye|yep|yup|ya|sure(?: thing)?|ok(?:ay)?|k|yes please|no problem|of course|absolutely|definitely"
)
# A bare "아니" only begins what follows: "아니 네", "아니 그걸로요".
_BUT = r"아니"
_NO = r"아니[요오]|아뇨|아뇽|아녀|아뇨아뇨|아니아니|ㄴㄴ+|ㄴ|노+|놉|no+|nope|nah|no thanks?|no,? thank you|negative"
_AGREE = (
    r"그래요?|그럼요|그렇죠|그[쵸죠치]|그렇습니다|그렇네요|그러[죠세시]요?|그러시죠|그럽시다|그럴게요|"
    r"그렇게 ?(?:해 ?(?:주세요|줘요?|주십시오)|하[죠시]?죠?|할게요|요|합시다|하시면 ?(?:됩니다|돼요))|"
    r"그[거걸게](?:로|으로) ?(?:해 ?(?:주세요|줘요?)|할게요|할래요|요|부탁(?:해요|드려요|드립니다))|"
    r"그[거걸]로|그[거게] ?(?:예요|에요|맞아요|맞습니다)|그게 ?(?:좋겠네요|좋아요|맞아요)|"
    r"맞(?:아요?|습니다|네요|음|는데요|죠|구요)|좋(?:아요?|습니다|죠|네요|겠네요|겠어요|을 ?것 ?같아요)|"
    r"당연(?:하죠|히요|하지|합니다)|당근(?:이죠|이지)?|물론(?:이죠|입니다|이요)?|"
    r"(?:잘 ?)?부탁(?:드려요|드립니다|해요|할게요|드릴게요)|(?:진행|접수|동의|확정|신청)?(?:해 ?(?:주세요|"
    r"줘요?|주십시오|주라|주시면 ?(?:돼요|됩니다|감사하겠습니다|감사해요|좋겠어요|좋겠습니다))|할게요|할래요|하겠습니다|합니다|하죠|합시다)|"
    r"진행(?:요|이요)?|동의|알겠(?:어요|습니다)|콜|고고|ㄱㄱ|안 ?될 ?거 ?없죠|나쁘지 ?않(?:네요|아요)|"
    r"right|correct|exactly|that'?s (?:right|correct|fine|it)|go (?:ahead|for it)|please do|sounds (?:good|"
    r"great|fine)(?: to me)?|do (?:it|that)|that works|that would be (?:great|nice|lovely|fine|perfect)|"
    r"works for me|why not|fine (?:by|with) me|let'?s do (?:it|that)|i (?:do|would|agree)|i'd like that|"
    r"be my guest|i guess so|perfect|(?:i|it|they|he|she) (?:did|does|is|has|have)"
)
_DO = r"(?:하|그러|취소하|바꾸|보내|진행하|연결하|걸|건드리|손대)지"
_REFUSE = (
    r"아닙니다|아니(?:에요|예요|야|고요?|구요|라고요|라요|거든요|죠)|아냐|아닌데요?|싫(?:어요?|습니다|은데요?|다|네요)|"
    r"안 ?(?:할래요?|해요|할게요|하겠습니다|하죠|할래|할게|합니다|돼요 ?안 ?돼|바꿔요|사요|써요|받아요|원해요|필요해요)|"
    r"안 ?(?:돼요|됩니다|되는데요|되네요)|(?:아직 ?)?안 ?(?:했어요|됐어요|했습니다)|"
    r"제가 ?(?:직접 ?)?(?:할게요|알아볼게요|찾아볼게요|해 ?볼게요)|그럴 ?필요(?:가|는|까지는?)? ?없(?:어요|"
    r"습니다)|안 ?(?:해|하셔|그러셔|해 ?주셔|보내 ?주셔|바꿔 ?주셔|가|와)도 ?(?:돼요?|됩니다|되는데요?|"
    r"괜찮(?:아요|습니다))|안 ?[가-힣]{1,3}(?:게요|래요)|"
    rf"{_DO} ?(?:마세요|마요|마|말아 ?(?:주세요|줘요?|요)|마십시오|말죠|맙시다|않을게요|않겠습니다)|말아 ?주세요|"
    r"(?:그냥 ?|그대로 ?)?(?:놔|내버려 ?|냅|나)?(?:두세요|둬요?|둘게요|두십시오)|필요(?:가|는)? ?없(?:어요?|습니다|는데요?|을 ?것 ?같아요)|"
    r"틀렸(?:어요|습니다|네요)|아직(?:이요|요|은요)?|아직 ?아니(?:요|에요)|별로(?:요|예요|에요)?|다른 ?거(?:예요|에요|요|입니다)|"
    r"전혀(?:요| ?아니에요)?|사양(?:할게요|하겠습니다)|거절(?:할게요|합니다)|"
    r"not (?:really|yet|now|today|at all|necessary|this time)|(?:i )?don'?t (?:want|need) (?:to|it|"
    r"that|this|one)|i'?d rather not|(?:please )?don'?t(?: do (?:it|that))?|"
    r"that'?s (?:not right|wrong)|wrong|no (?:way|need)|i don'?t think so|absolutely not|"
    r"not (?:this|that) one|(?:i|it|that|they|he|she) (?:isn'?t|is not|doesn'?t|didn'?t|hasn'?t|haven'?t|don'?t|wasn'?t)|i'?m (?:good|fine|ok)"
)
_MILD = r"괜찮(?:아요?|습니다|아)|괜찮"
_CANCEL = (
    r"(?:다 ?)?됐(?:어요?|습니다|다|네요|고요?|음|구요|거든요)|관[둘두](?:게요|죠|래요?)|관둬요?|(?:그냥 ?)?(?:끊을게요|나갈게요|그냥 갈게요)|"
    r"그만(?:요|할래요?|할게요|하고 ?싶어요|하죠|합시다|둘게요|둘래요|해요?|하겠습니다)?|"
    r"취소(?:요|할게요|할래요?|해 ?(?:주세요|줘요?)|해요|하겠습니다|합니다|하죠)?|(?:그냥|"
    r"걍) ?(?:안 ?할(?:래요?|게요)|말(?:래요?|게요)|안 ?해요)|안 ?할(?:래요?|게요) ?그냥|"
    r"(?:나중에|다음에|담에|이따가?|내일) ?(?:다시 ?)?(?:할게요|올게요|할래요|하죠|연락(?:드릴|할)게요)|"
    r"나중에요|다음에요|없던 ?(?:일|걸)로 ?(?:해 ?(?:주세요|줘요?)|할게요|해요|하죠)|"
    r"(?:다시 ?)?(?:생각|고민)(?:을|만)? ?(?:좀 ?)?(?:더 ?)?(?:해 ?)?(?:보고|볼게요)(?: ?(?:다시 ?)?(?:올게요|"
    r"연락(?:드릴|할)게요|할게요))?|안 ?물어볼게요|"
    r"never ?mind|nvm|forget (?:it|about it|that)|cancel(?: (?:it|that|this))?|stop(?: (?:it|this))?|let'?s stop(?: here)?|quit|leave it|"
    r"(?:i'?ll )?(?:do it later|come back(?: later)?|think about it|try again later)|maybe later|i changed my mind|let me think about it"
)
_FILLER = (
    r"그냥|걍|근데|아+|음+|저|이제|진짜|정말|뭐|에이|아이|그럼|일단|ㄹㅇ|그건|그거요?|이거|그게|그렇게|"
    r"굳이|저는|전|글쎄요?|혹시|역시|와|오|앗|아이고|에|"
    r"(?:정말 ?|너무 ?)?(?:감사(?:합니다|해요|드려요|드립니다)|고마워요?|고맙습니다)|수고하세요|죄송(?:해요|합니다)|미안(?:해요|합니다)|that'?s all|"
    r"well|just|um+|uh|oh|then|please|actually|thanks?|thank you|so|really"
)
# Every syllable that ends in ㅆ, as verbs of the past do; 겠 speaks of what is to come.
_DONE = "".join(letter for code in range(0xAC00 + 20, 0xD7A4, 28) if (letter := chr(code)) != "겠")
_HAPPENED = re.compile(rf"[가-힣]{{0,4}}[{_DONE}](?:어요?|습니다|죠)")
_NEGATED = re.compile(r"(?:안|못)[가-힣]{1,4}(?:어요|습니다|아요|해요)$|없(?:어요?|습니다)$")
_PATTERNS: tuple[tuple[str, Piece], ...] = (
    (_CANCEL, "cancel"),
    (_REFUSE, "refuse"),
    (_AGREE, "agree"),
    (_MILD, "mild"),
    (_YES, "yes"),
    (_NO, "no"),
    (_BUT, "but"),
    (_FILLER, "filler"),
)
_PIECES = tuple((re.compile(pattern, re.IGNORECASE), piece) for pattern, piece in _PATTERNS)


def read_answer(text: str) -> Answer | None:
    """What ``text`` answers when it is nothing but an answer; None for every other message and for "네 아니요"."""
    if "?" in text:
        return None
    bare = _CUTE.sub("요", _STRETCHED.sub("", text.replace("’", "'")).strip())
    words = [word for word in _SPLIT.split(bare) if word]
    pieces: list[Piece] = []
    while words:
        taken = _longest(words)
        if taken is None:
            return _with_a_verb(pieces, words)
        piece, size = taken
        pieces.append(piece)
        words = words[size:]
    return _together(pieces)


def _with_a_verb(pieces: Sequence[Piece], words: Sequence[str]) -> Answer | None:
    """ "네 받았어요" and "네 못 받았어요": after a yes or no, one short verb of what has happened or has not."""
    said = {piece for piece in pieces if piece != "filler"}
    if len(words) > 2 or said not in ({"yes"}, {"no"}):
        return None
    if words[0] in ("안", "못") or (len(words) == 1 and _NEGATED.match(words[0])):
        return "no"
    return "yes" if said == {"yes"} and len(words) == 1 and _HAPPENED.fullmatch(words[0]) else None


def _longest(words: Sequence[str]) -> tuple[Piece, int] | None:
    """The piece that the first words make, the longest first, and how many they are."""
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        part = " ".join(words[:size])
        for pattern, piece in _PIECES:
            if pattern.fullmatch(part):
                return piece, size
    return None


def _together(pieces: Sequence[Piece]) -> Answer | None:
    """One answer out of its pieces."""
    if "cancel" in pieces:
        return "cancel"
    deeds = [piece for piece in pieces if piece in ("agree", "refuse")]
    if deeds:
        return "yes" if deeds[-1] == "agree" else "no"
    said = {piece for piece in pieces if piece in ("yes", "no")}
    if len(said) == 1:
        return "yes" if "yes" in said else "no"
    if said:
        return None
    return "no" if "mild" in pieces or "but" in pieces else None
