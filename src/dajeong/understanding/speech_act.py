"""What a customer does with a message: ask, request, agree, refuse, thank, greet, stop."""

import re
from collections.abc import Sequence

from dajeong.conversation.reading import SpeechAct
from dajeong.understanding.irony_rules import IRONY

_TAIL = re.compile(r"[\s.,!~^ㅋㅎㅠㅜ;:)\-♥♡👍🙏😊…]+$")
_HEAD = re.compile(r"^[\s.,!~…]+")

_YES = re.compile(
    r"(?:네|넵|넹|넴|네엥|넷|예|예예|네네|넵넵|넨|웅|응|응응|어|어어|엉|ㅇㅇ|ㅇㅋ|ㅇ|ㅇㅋㅇㅋ|오케이|오키|옙|옛|그래|그래요|그럼요|그렇죠|"
    r"그렇습니다|그러죠|"
    r"그렇게 ?해 ?(?:주세요|줘요?|주십시오)|그걸로 ?(?:해 ?주세요|할게요|해 ?줘)?|맞아요?|맞습니다|맞네요|맞음|맞아|맞는데요|네 ?맞(?:아요|습니다)|"
    r"좋아요?|좋습니다|좋죠|"
    r"당연(?:하죠|히요|하지)|물론(?:이죠|입니다|이요)?|부탁(?:드려요|드립니다|해요)|해 ?주세요|해 ?줘요?|진행(?:해 ?주세요|할게요|요)|"
    r"할게요|그럴게요|알겠(?:어요|습니다)|"
    r"콜|고고|ㄱㄱ|"
    r"yes|yeah|yep|yup|ya|sure|ok|okay|k|of course|right|correct|that'?s (?:right|correct)|exactly|"
    r"go ahead|please do|sounds good|absolutely|definitely|do it|yes please)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:아니|아니요|아니오|아뇨|아뇨아뇨|아닙니다|아니에요|아니예요|아냐|아니야|ㄴㄴ|ㄴ|노|노노|놉|아닌데요|아닌데|싫어요?|싫습니다|괜찮아요?|괜찮습니다|괜찮아여|"
    r"안 ?할래요?|안 ?해요|안 ?할게요|필요 ?없어요?|필요 ?없습니다|틀렸어요|그거 ?아니에요|아직(?:이요|요)?|아직 ?아니요|별로요?|"
    r"no|nope|nah|no thanks?|no,? thank you|not really|not yet|i don'?t (?:want|need) (?:to|it|that)|"
    r"that'?s (?:not right|wrong)|wrong|negative|i'?m (?:good|fine|ok))",
    re.IGNORECASE,
)
_CANCEL = re.compile(
    r"(?:(?:아니 ?|아뇨 ?|그냥 ?|에이 ?|이제 ?|아 ?)?(?:됐어요|됐습니다|됐어|됐다|됐네요|됐고요?|"
    r"관둘게요|관두죠|관둬요?|그만|그만요|그만할래요?|그만할게요|그만하고 ?싶어요|그만둘게요|"
    r"그만둘래요|그만해요?|"
    r"취소|취소요|취소할게요|취소할래요?|취소해 ?주세요|취소해 ?줘|취소해요|안 ?할래요? ?그냥|그냥 ?(?:안 ?할래요?|안 ?할게요|말래요?|말게요)|관둘래요?|"
    r"나중에 ?할게요|다음에 ?할게요|담에 ?할게요|나중에요|없던 ?(?:일|걸)로 ?(?:해 ?주세요|할게요|"
    r"해요)|"
    r"하지 ?마세요|하지 ?말아 ?주세요|안 ?물어볼게요)|"
    r"(?:oh |ok |just )?(?:never ?mind|nvm|forget (?:it|about it|that)|cancel(?: (?:it|that|this))?|"
    r"stop(?: (?:it|this))?|quit|leave it|i'?ll do it later|maybe later|i changed my mind))",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:네 ?|넵 ?|아 ?|오 ?|정말 ?|진짜 ?|너무 ?|아이고 ?|와 ?|해결됐어요 ?|"
    r"알겠습니다 ?)*(?:감사(?:합니다|해요|드려요|드립니다|했습니다|함다|요|염)|고마워요?|고맙습니다|"
    r"고마웠어요|땡큐|ㄱㅅ|ㄱㅅㄱㅅ|수고하세요|수고하셨(?:어요|습니다)|"
    r"(?:many |ok |okay |great |perfect )?thank(?:s| you)(?: (?:so much|very much|a lot|again|"
    r"for your help|for the help))?|thx|ty|cheers|much appreciated)",
    re.IGNORECASE,
)
_THANKS_IN = re.compile(
    r"(?:덕분에|정말|너무|진짜|잘\s?\S+(?:어서|아서|해서|줘서|셔서))[^?]*(?:감사|고마|고맙)|(?:서|"
    r"셔서)\s?(?:정말\s?|너무\s?)?(?:감사|고마|고맙)|thank(?:s| you)[^?]*(?:help|so much|quick|"
    r"for (?!nothing))",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:안녕|안녕하세요|안녕하십니까|안뇽|안녕하세여|하이|하이요|헬로|반가워요?|반갑습니다|저기요|여보세요|계세요|계신가요|수고하십니다|"
    r"좋은 ?(?:아침|오후|저녁)(?:이에요|입니다)?|"
    r"hi|hello|hey|hi there|hello there|hey there|good (?:morning|afternoon|evening)|greetings|anyone (?:there|here))",
    re.IGNORECASE,
)
# "네 연결해 주세요", "yes, send it": the yes to what was offered, said with its verb. A thing of its own makes it a new wish.
_YES_DO = re.compile(
    r"(?:네|넵|넹|넴|예|응|웅|어|엉|그래요?|좋아요?|맞아요|ㅇㅇ|오케이|콜)[\s,.!~]+"
    r"(?:(?:그렇게|그걸로|그거로|바로|지금|얼른|빨리|그냥|꼭|좀|다시|먼저|일단|그럼|제발)\s?){0,3}"
    r"(?:[가-힣]{1,4}(?:해|아|어|여|와|워|내|꿔|겨|쳐|춰|려|켜|써|둬|줘))\s?(?:줘요?|주세요|주십시오|주실래요|달라고요|줄래요?|주시면 돼요)|"
    r"(?:네|넵|넹|넴|예|응|웅|어|엉|그래요?|좋아요?)[\s,.!~]+(?:(?:그렇게|그걸로|바로|지금|얼른|꼭)\s?){0,2}"
    r"(?:부탁(?:해요?|드려요|드립니다|드릴게요)|진행할게요|할게요|주세요|해요|하죠|합시다)|"
    r"(?:yes|yeah|yep|yup|sure|ok|okay|absolutely|right)[\s,.!]+(?:please[\s,]+)?(?:go ahead(?: and)?[\s,]+)?"
    r"(?!i\b|my\b|but\b|and\b|what\b|how\b|when\b|where\b|why\b|is\b|are\b|do\b(?! (?:it|that|so))|can\b|could\b)[a-z]+"
    r"(?:[\s,]+(?:it|that|this|them|me|us|him|her|so|through|ahead|on|up|now|then|over|away|please|to (?:a|an|the) (?:person|human|agent|"
    r"teammate|colleague)))*",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:그냥|근데|아|음|저|이제|진짜|정말|뭐|에이|아이|그럼|일단|well|just|um|oh|then|please|actually)", re.IGNORECASE
)
_MOST_WORDS = 4
_RHETORICAL = tuple(rule.pattern for rule in IRONY if rule.sign == "rhetorical_question")
_DOUBT = re.compile(r"도대체|대체\s?(?:언제|왜|뭐|무슨|어떻|어디)|on earth|what the (?:hell|heck)", re.IGNORECASE)
_REQUEST = re.compile(
    r"(?:주세요|주십시오|줘요?|주실래요|주시겠|주실\s?수|주시면|줄래요?|달라|부탁|바랍니다|바래요|"
    r"하고\s?싶|받고\s?싶|싶어요|싶습니다|싶은데|하려고|할래요|할게요|해라|하십시오|으세요|해봐요?|"
    r"원해요|원합니다|필요해요|필요합니다)"
    r"[\s.!~?ㅠㅜㅋㅎ요^]*(?:$|[.!?,\n])|(?:주세요|부탁드|바랍니다|주실\s?수\s?있)|"
    r"\bplease\b|\b(?:can|could|would|will) you\b|\bi(?:'d| would) like\b|\bi (?:want|need) (?:to|a|"
    r"an|my|you|the|it|help)\b|^(?:cancel|refund|send|show|give|tell|change|help|fix|check|book|block|"
    r"stop|transfer|connect)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|(?:까요|나요|ㄴ가요|인가요|는가요|은가요|던가요|을까|ㄹ까|습니까|ㅂ니까|합니까|됩니까|입니까|"
    r"인지요|는지요|은지요|건가요|거예요|건지|되나|하나|인가|죠|어때요?|얼마예요|얼마에요|뭐예요|"
    r"뭐에요|뭐야|언제예요|언제야|어디예요|어디야)[\s.!~ㅠㅜㅋㅎ^]*$|"
    r"(?:언제|어디|어떻게|어떤|무슨|뭐|왜|얼마|몇|누가|무엇)[^.!?\n]{0,25}(?:요|죠|까|니|냐|지|나|가|돼|와|해|야|음|함)[\s.!~ㅠㅜ^]*$|"
    r"^(?:what|when|where|which|who|why|how|is|are|was|were|do|does|did|can|could|will|would|should|have|has|am|may)\b",
    re.IGNORECASE,
)


def read_speech_act(text: str) -> SpeechAct:
    """The act of the whole message. Short answers are read as answers; a thank-you inside a question stays a question."""
    bare = _TAIL.sub("", _HEAD.sub("", text)).strip()
    if not bare:
        return "other"
    short = re.sub(r"\s+", " ", bare)
    for pattern, act in _SHORT:
        if pattern.fullmatch(short):
            return act
    if _YES_DO.fullmatch(short):
        return "yes"
    if (act_of := _answer_in_parts(short)) is not None:
        return act_of
    return _long_act(text, short)


def _answer_in_parts(short: str) -> SpeechAct | None:
    """ "네, 맞아요" is one yes; "아뇨 됐어요" and "됐어요 그냥 안 할래요" stop; "네 감사합니다" is a yes said politely."""
    words = [word for word in re.split(r"[,.!\s]+", short) if word]
    acts: list[SpeechAct] = []
    while words:
        taken = _longest_answer(words)
        if taken is not None:
            act, size = taken
            acts.append(act)
        elif _FILLER.fullmatch(words[0]):
            size = 1
        else:
            return None
        words = words[size:]
    if not acts:
        return None
    return "cancel" if "cancel" in acts else acts[0]


def _longest_answer(words: Sequence[str]) -> tuple[SpeechAct, int] | None:
    """The answer that the first words make, the longest first, and how many they are."""
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        if (act := _short_act(" ".join(words[:size]))) is not None:
            return act, size
    return None


def _long_act(text: str, short: str) -> SpeechAct:
    if not re.search(r"[0-9A-Za-z가-힣]", text):
        return "other"
    asks = bool(_QUESTION.search(text.strip()))
    if any(pattern.search(text) for pattern in _RHETORICAL) and (asks or "왜" in text):
        return "rhetorical"
    if asks and _DOUBT.search(text):
        return "rhetorical"
    if _REQUEST.search(short):
        return "request"
    if asks:
        return "question"
    if _THANKS_IN.search(text):
        return "thanks"
    return "statement"


def _short_act(part: str) -> SpeechAct | None:
    part = part.strip()
    return next((act for pattern, act in _SHORT if pattern.fullmatch(part)), None)


_SHORT: tuple[tuple[re.Pattern[str], SpeechAct], ...] = (
    (_CANCEL, "cancel"),
    (_YES, "yes"),
    (_NO, "no"),
    (_THANKS, "thanks"),
    (_GREETING, "greeting"),
)
