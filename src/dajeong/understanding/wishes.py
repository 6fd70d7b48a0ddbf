"""What a customer asks of the conversation itself: a person, a repeat, a new start, a correction, a moment."""

import re

from dajeong.conversation.reading import Wish

_WHO = r"(?:상담원|상담사|상담\s?직원|상담\s?매니저|직원|사람|담당자|책임자|관리자|매니저|팀장|점장|인간|휴먼|실무자|윗사람|윗분|상급자)"
_PERSON = re.compile(
    rf"{_WHO}(?:분|님)?\s?(?:이랑|랑|하고|과|와|한테|에게|으로|로|을|를|좀|이|분)?\s?(?:직접\s?|바로\s?|좀\s?|빨리\s?|다시\s?|한테\s?|전화로\s?)*"
    r"(?:연결(?!했|됐|되었|된|해줬|해\s?줬|이?\s?끊)|바꿔|통화(?!했|된|됐|하다|할\s?때)|"
    r"얘기\s?(?:하고|할|좀|해|하게)|이야기\s?(?:하고|할|좀|하게)|대화\s?(?:하고|할|하게)|"
    r"상담\s?(?:하고|할|받|가능|해|좀|원|요|으로|하게)|불러|호출|돌려|나오라|말하고|말씀\s?(?:나누|"
    r"드리고)|"
    r"문의하고\s?싶|물어보고\s?싶|주세요|대줘|대주|데려|찾아|필요|원해|원합|부탁|어딨|어디\s?(?:있|계)|계(?:세요|신가요)|없(?:어요|나요|습니까)\s?\?)|"
    rf"(?:봇|로봇|기계|ai|인공지능|챗봇|자동\s?응답|너|자동)\s?(?:이랑|하고)?\s?(?:말고|대신|아닌|싫)[^.!?]{{0,10}}{_WHO}|"
    r"(?:봇|로봇|기계|ai|인공지능|챗봇)\s?(?:이?랑|하고|과|와)\s?(?:더\s?|이제\s?)?(?:얘기|이야기|말|대화|상담)\s?(?:하기|하는\s?거|하고\s?싶지)\s?(?:도\s?)?(?:싫|않|안)|"
    rf"^\s*(?:그냥\s?|빨리\s?|제발\s?|아니\s?|진짜\s?|(?:아\s?)?몰라요?\s?|(?:다\s?|이제\s?)?(?:됐|되었)고\s?)*{_WHO}(?:분|님)?(?:이?요|좀요|좀|으로요?)?[\s.!~?ㅠㅜ]*$|"
    r"(?:전화|통화)(?:로)?\s?(?:상담|연결|하고\s?싶|해\s?주세요|좀\s?주세요|주세요)|유선\s?상담|직접\s?통화|"
    r"(?:talk|speak|chat|connect|transfer|put|get|escalate|pass|hand)\b[^.!?]{0,25}\b(?:human|person|"
    r"agent|representative|rep|someone|somebody|manager|supervisor|operator|advis[oe]r|people|"
    r"staff)\b|"
    r"\b(?:real|actual|live|human)\s(?:person|human|agent|being|representative|people|support|"
    r"operator|assistance|help)\s?(?:please|now|!|$)|"
    r"\b(?:i|we)\s?(?:want|need|would like|'d like|prefer|demand)\s(?:to see\s)?(?:an?\s|the\s|some\s|"
    r"your\s)?(?:real |actual |live |human )?(?:human|person|agent|representative|rep|manager|"
    r"supervisor|operator|someone real)\b|"
    r"^\s*(?:an? )?(?:human|agent|representative|rep|operator|live agent|real person|person|"
    r"supervisor|manager)(?:,? ?please|,? ?now|!)?[\s.!]*$|\bcall me\b|speak with someone",
    re.IGNORECASE,
)
# A story about a person met earlier is not a wish for one now.
_PERSON_TOLD = re.compile(
    rf"{_WHO}(?:분|님)?(?:이랑|랑|하고|과|와|한테|에게)?\s?(?:어제|아까|방금|지난번|전에)?\s?(?:통화|얘기|"
    rf"이야기|상담|연결|대화|말)(?:을|이)?\s?(?:했|됐|받았|하다가|됐는데|할\s?때|하고\s?나서|되었)|"
    r"(?:talked|spoke|spoken|chatted|was (?:connected|transferred)|got (?:transferred|connected)) (?:to|with)?",
    re.IGNORECASE,
)
_REPEAT = re.compile(
    # Not what the customer does or did themselves: "다시 설명하는 것도 힘드네요", "다시 말씀드릴게요".
    r"다시\s?(?:한\s?번\s?)?(?:말|알려|설명|얘기|보여|안내|보내)(?!씀?\s?(?:하는|하고|하라|하려|하기|해야|했|할\s?힘|드리|드려|드릴))\s?(?:해|씀|주|줘)?|"
    r"한\s?번\s?더\s?(?:말|알려|설명|얘기|보여|안내)|뭐라(?:고요|고\s?하셨|고\s?했|구요|고)\s?\??|"
    r"^\s*(?:네|예|응|뭐|엥|잉)\s?\?+\s*$|못\s?(?:들었|봤|알아들|알아먹|이해했)|방금\s?(?:뭐|무슨)|"
    r"\b(?:repeat|say) (?:that|it|this)(?: again)?\b|come again\??|^\s*(?:pardon|sorry|what|"
    r"huh)\s?\?+\s*$|what did you (?:just )?say|didn'?t (?:catch|get|hear) that|once more please|"
    r"can you repeat",
    re.IGNORECASE,
)
_RESTART = re.compile(
    r"처음부터\s?(?:다시\s?)?(?:시작|할게|할래|하고\s?싶|하자|할까|해\s?(?:줘|주|보|요)|부탁|가자|갈게|요\b|[.!~\s]*$)|"
    r"처음으로\s?(?:돌아|가|갈)|다시\s?시작|새로\s?시작|리셋|초기화\s?해|첫\s?(?:화면|"
    r"단계)(?:으)?로|start(?:ing)? (?:over|again|from (?:the )?(?:beginning|scratch))|\brestart\b|"
    r"from the (?:top|beginning)|begin again|back to the start",
    re.IGNORECASE,
)
_CORRECT = re.compile(
    r"^\s*(?:아|앗|아차|어|엇|잠깐만?|잠시만요|아니|아뇨|아니요|아니아니|죄송|"
    r"미안)[,.!~\s]+(?:[^?]{0,30})(?:였어요|였네요|이었어요|였습니다|이었습니다|아니라|말고|잘못)|"
    r"^\s*(?:앗|아차|엇|아니|아뇨|아니요|아니아니)[,.!~\s]+(?:[^?]{0,30})(?:이에요|예요|인데요|입니다|이요|로\s?해|로\s?바꿔)|"
    r"그게\s?아니(?:라|고|구)|그거\s?말고|(?:그|저|이)?게?\s?아니라\s|말고\s?(?:\S+)(?:로|으로|요|"
    r"이요|이에요|예요)|잘못\s?(?:말|썼|적|입력|눌|보냈|얘기|알려|쳤)|정정|오타(?:예요|에요|네요|났|"
    r"입니다|였)|고칠게요|다시\s?(?:적|쓸|입력|알려\s?드릴)|"
    r"제가\s?틀렸(?!나|[^.]{0,4}\?)|틀리게\s?(?:적|썼|말|입력)|(?:방금|아까)\s?[^.?!]{0,8}틀린|^\s*(?:아|앗|어)\s?틀렸|^\s*아니\s\S+\s?(?:이거|그거)였|"
    r"\bi meant?\b|\bignore (?:that|the last|my last)\b|\bcorrect (?:that|it) to\b|\bscratch that\b|^\s*(?:no wait|wrong)\b[.,! ]+\S*\d|"
    r"\bactually[, ]+(?:it'?s|it is|the|my|that|no)\b|\bi (?:mis(?:typed|spoke)|"
    r"made a (?:mistake|typo)|typed? (?:it )?wrong)\b|\bcorrection\b|^\s*no[, ]+(?:it'?s|the|my|"
    r"i said|not|i mean)\b|\bnot that one\b|\bthat'?s not what i\b|\bwrong (?:number|one|"
    r"order)\b[^?]*\bit'?s\b",
    re.IGNORECASE,
)
_WAIT = re.compile(
    r"^\s*(?:아\s?|네\s?|앗\s?)*(?:잠시만|잠깐|잠깐만|잠만|기다려|잠시)(?:요|여|"
    r"용)?(?:[\s,.!~]+(?:기다려\s?(?:주세요|줘요?|봐요?)|찾아\s?(?:볼게요|보고요)|"
    r"확인(?:해)?\s?(?:볼게요|하고요)|볼게요|요)|\s?만요)?[\s.!~ㅎㅋㅠ]*$|"
    r"(?:잠시|잠깐|조금)만?\s?(?:기다려\s?(?:주|줘|봐)|있어\s?(?:봐|보))|확인(?:해|하고)\s?(?:볼게요|"
    r"올게요|오겠|말씀)|찾아\s?(?:볼게요|보고\s?(?:올|말)|올게요)|금방\s?(?:올게요|찾)|"
    r"\b(?:one|just a|give me a|hold on a|wait a) (?:sec(?:ond)?|moment|minute|min)\b|^\s*(?:hold on|"
    r"hang on|wait|brb)\b[\s.!,]*(?:please)?[\s.!]*$|let me (?:check|look|find)",
    re.IGNORECASE,
)
_HUMAN = re.compile(
    r"(?:혹시\s?|지금\s?|너\s?|넌\s?|당신(?:은)?\s?|그쪽(?:은)?\s?|여기\s?|이거\s?|이건\s?|"
    r"상대(?:방)?(?:이|가|은)?\s?|답변\s?(?:하시는|해주는|하는)\s?(?:분|게|거)(?:이|가|은)?\s?)*"
    r"(?:진짜\s?|정말\s?|실제\s?|그냥\s?|설마\s?|살아\s?있는\s?)*(?:사람|인간|로봇|봇|챗봇|기계|"
    r"에이아이|\bai|인공지능|컴퓨터|자동\s?응답|프로그램|지피티|챗지피티|gpt|상담원|상담사|"
    r"직원)(?:분)?\s?"
    r"(?:이에요|이예요|예요|에요|이세요|세요|이신가요|신가요|인가요|인가|인거죠|인\s?거죠|인\s?건가요|"
    r"이죠|죠|이지|지요|지|입니까|이야|야|이니|니|이냐|냐|임|맞아요|맞나요|맞죠|맞아|맞습니까|인지|"
    r"아니에요|아니예요|아니야|아닌가요|아니죠|아니지|이여|맞으세요|맞으시죠|"
    r"이었어요)\s?[?!~ㅋㅎㅠ.]*\s?(?:$|아니면|말고|,|\?)|"
    r"(?:사람|인간|상담원|상담사|직원)(?:분|님)?(?:이|가|께서)?\s?(?:직접\s?|실제로\s?|"
    r"지금\s?)*(?:답(?:변|장)?\s?(?:하|해|주)|대답|쓰는|쓰고|치는|치고|응대|"
    r"상담)\S{0,6}\s?(?:있는\s?)?(?:거|건|겁|중|나요|인가요|까)\S{0,5}(?:\s?맞\S{0,4})?[?!~.]*\s*$|"
    r"(?:사람|인간)(?:이랑|하고|과|한테)\s?(?:지금\s?)?(?:얘기|말|대화|채팅|상담)\S{0,4}\s?(?:하는|하고\s?있는|중인)\s?(?:거|건|겁)\S{0,5}[?~.]*\s*$|"
    r"(?:자동|기계(?:가|로)?|로봇이|봇이|ai가|ai로|인공지능이)\s?(?:으로\s?)?(?:답|대답|응답|말|얘기|"
    r"쓰)\S{0,6}\s?(?:거|건|겁|나요|인가요|까)\S{0,5}[?~.]*\s*$|(?:사람|로봇|봇|ai|"
    r"기계)\S{0,3}\s?(?:아니면|혹은|이냐)\s?(?:사람|로봇|봇|ai|기계|인공지능)|"
    r"정체가\s?뭐|"
    r"\b(?:are|r|is) (?:you|u|this|it|there)\b[^.!?]{0,20}\b(?:human|bot|robot|chat ?bot|ai|a\.i\.|"
    r"machine|real (?:person|human)|real|person|computer|automated|chatgpt|gpt|"
    r"program)\b(?! (?:account|card|problem|issue|charge))|"
    r"\b(?:am i|are we) (?:talking|speaking|chatting|texting) (?:to|with) (?:an? )?(?:real |actual |"
    r"live )?(?:human|bot|robot|person|machine|ai|computer|someone|chat ?bot)\b|"
    r"\byou'?re (?:an? |just an? |not an? )?(?:bot|robot|machine|ai|chat ?bot|human|"
    r"real person)\b[^.]*\?|\b(?:human|person) or (?:an? )?(?:bot|robot|machine|ai)\b|\b(?:bot|robot|"
    r"ai) or (?:an? )?(?:human|person|real)\b|who am i (?:talking|speaking) to",
    re.IGNORECASE,
)
_HUMAN_NOT = re.compile(
    # An insult asks nothing.
    r"(?:멍청한|멍청이|바보|바보\s?같은|병신\s?같은|쓸모\s?없는|답답한|빌어먹을|망할|놈의|썩을)\s?(?:기계|로봇|봇|챗봇|ai|인공지능)(?:야|아|가|들아)?(?![가-힣?])|"
    r"(?:사람|상담원|직원|상담사)(?:분)?(?:이|가)\s?\S*(?:받았|그랬|했|갔|왔|말했|안내했|알려줬)|(?:로봇|챗봇|ai)\s?(?:청소기|장난감|스피커|카메라|키트)|"
    r"(?:로봇\s?청소기|청소\s?로봇)|(?:이|그|저|어떤|모르는|다른|아는|같은|무슨|사는|받는|받은|보낸|"
    r"주문한|훔친|쓰는|쓴)\s?사람(?:이|인|예|은)|사람이?\s?(?:없|많|있)|사람\s?(?:인지|이름)",
    re.IGNORECASE,
)


def find_wishes(text: str) -> tuple[Wish, ...]:
    """The wishes in ``text``, a person first: that one is always honoured."""
    found: list[Wish] = []
    if _PERSON.search(text) and not (_PERSON_TOLD.search(text) and not _now(text)):
        found.append("person")
    for pattern, wish in _OTHERS:
        if pattern.search(text):
            found.append(wish)
    return tuple(found)


def asks_if_human(text: str) -> bool:
    """Whether the customer wants to know if a person or a machine is answering."""
    return bool(_HUMAN.search(text)) and not _HUMAN_NOT.search(text)


def _now(text: str) -> bool:
    return bool(
        re.search(r"(?:연결|바꿔|불러)\s?(?:해\s?)?(?:주|줘|요|달|부탁)|싶|please|want to|let me", text, re.IGNORECASE)
    )


_OTHERS: tuple[tuple[re.Pattern[str], Wish], ...] = (
    (_REPEAT, "repeat"),
    (_RESTART, "restart"),
    (_CORRECT, "correct"),
    (_WAIT, "wait"),
)
