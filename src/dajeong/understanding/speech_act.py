"""What a customer does with a message: ask, request, agree, refuse, thank, greet, stop."""

import re

from dajeong.conversation.reading import SpeechAct
from dajeong.understanding.answer import read_answer
from dajeong.understanding.irony_rules import IRONY

_TAIL = re.compile(r"[\s.,!~^ㅋㅎㅠㅜ;:)\-♥♡👍🙏😊…]+$")
_HEAD = re.compile(r"^[\s.,!~…]+")

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
    r"(?!i\b|forget\b|never\b|stop\b|my\b|but\b|and\b|what\b|how\b|when\b|where\b|why\b|is\b|are\b|do\b(?! (?:it|that|so))|can\b|could\b)[a-z]+"
    r"(?:[\s,]+(?:it|that|this|them|me|us|him|her|so|through|ahead|on|up|now|then|over|away|please|to (?:a|an|the) (?:person|human|agent|"
    r"teammate|colleague)))*",
    re.IGNORECASE,
)
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
    # Thanks go first: "네 감사합니다" thanks, and agrees to nothing.
    for pattern, act in _SHORT:
        if pattern.fullmatch(short):
            return act
    if _YES_DO.fullmatch(short):
        return "yes"
    if (answer := read_answer(short)) is not None:
        return answer
    return _long_act(text, short)


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


_SHORT: tuple[tuple[re.Pattern[str], SpeechAct], ...] = ((_THANKS, "thanks"), (_GREETING, "greeting"))
