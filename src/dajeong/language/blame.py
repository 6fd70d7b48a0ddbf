"""Finds words that put the fault on the customer.

Convention from service recovery: an account of what happened keeps the customer out of the subject of the fault
(Goffman's face-work; Brown and Levinson 1987 on face-threatening acts). "입력하신 주소로 보냈는데 되돌아왔어요" says
as much as "고객님이 주소를 잘못 입력하셔서".
"""

import re

from dajeong.conversation.reading import Language
from dajeong.language.finding import Finding, found
from dajeong.language.phrases import joined, straightened

_WHO = r"(?:고객님|회원님|손님|본인|환자분|이용자분?)"
# "고객님 잘못이 아니에요" takes blame away, "안 와서 답답하셨죠" is empathy.
_NOT_AT_ALL = r"(?![^.!?\n]{0,14}(?:아니|아닙|아녜|아닌|없|지\s?않))"
# A slip that is forgiven in the same breath: "고객님이 잘못 누르셨어도 괜찮아요".
_FORGIVEN = r"(?![^.!?\n]{0,30}(?:괜찮|라도|셔도|더라도|어도|묻지|탓하지|다면|으면|걱정))"
_NO_PITY = r"(?![^.!?\n]{0,24}(?:답답|힘드|속상|걱정|놀라|당황|불편하셨|난감|번거로우셨|애타|많이\s기다))"
# The customer's deed named together with the harm it did.
_TO_HARM = (
    r"(?=[^.!?\n]{0,26}(?:못\s?[했하됐]|안\s?(?:됐|돼|되|됩)|않|어려|어렵|없|늦|취소|반송|정지|끊|잠[겼기]"
    r"|막[혔혀]|거절|지연|실패|불가|생긴|생겼"
    r"|고장|파손|문제|힘들))"
)
_DEED = (
    r"(?:입력|누르|눌러|선택|적으|적어|기재|신청|주문|알고|아시|이해|보내|등록|보셨|보고|사용|이용|조작|계산|설정"
    r"|고르|전달|기입|결제|접수|체크)"
)
_CAUSE = r"(?:셔서|셨기\s?때문|신\s탓|셨네요|셨습니다|셨어요|셨잖|신\s거예요|신\s것\s같|셨으니|셨는데요|신\s바람에)"

_KO = re.compile(
    "|".join((
        rf"잘못\s?{_DEED}[가-힣]{{0,3}}\s?[계두놓]?{_CAUSE}{_NOT_AT_ALL}",
        rf"잘못\s?(?:입력|선택|신청|주문|등록|이해|사용|이용|조작|설정|기재|전달|결제|접수|체크"
        rf"|계산)(?:을\s)?하?{_CAUSE}",
        rf"{_WHO}(?:이|께서|께선|은|는|의|이\s직접|\s측)?\s?(?:[가-힣]+\s){{0,3}}(?:잘못|실수|부주의|과실|착오"
        rf"|책임|귀책|탓|불찰)(?!된|\s?(?:배송"
        rf"|보낸|나간|청구|안내|들어|온\s)){_NOT_AT_ALL}{_FORGIVEN}(?=이[에죠지라고며]|으로|입니|예요|예|로"
        rf"|하셔서|하셨|하신|\s?때문"
        rf"|\s?[가-힣]+(?:셔서|셨|신\s(?:것|거|탓|바람))|\s?[.!?]|$)",
        rf"{_WHO}\s?(?:때문에|때문이)",
        r"부주의(?:로|하셔|하신|하셨|한\s)",
        rf"(?<![가-힣])안\s(?!되|돼|오|나오|들어오|보이)[가-힣]{{1,5}}(?:셔서|셨기\s?때문|신\s탓"
        rf"|신\s바람에){_NO_PITY}",
        rf"안\s해\s?(?:주셔서|주셨기|주신\s탓|놓으셔서|두셔서){_NO_PITY}",
        rf"지\s않으(?:셔서|셨기\s?때문|신\s탓){_NO_PITY}",
        r"(?:제대로|잘|꼼꼼히|끝까지|자세히|똑바로)\s(?:[가-힣]+\s)?(?:읽어|확인해|들어|보셨|읽으셨|확인하셨"
        r"|들으셨|살펴)(?:\s?보)?(?:시면\s(?:아|나와|있)"
        r"|셨으면|셨다면|셨어야|셨으면은)",
        r"제대로\s(?:읽어|보|확인해|들어)\s?(?:보)?(?:시면|세요|셨)",
        r"(?:미리|먼저|진작|그때|사전에|빨리|처음부터)\s(?:[가-힣]+\s){0,2}[가-힣]*셨(?:어야|으면|다면|더라면)",
        r"[가-힣]셨어야(?:\s?(?:해요|합니다|했|하는|죠|지요|돼요|됩니다|됐|되는)|[.!?]|$)",
        r"(?:이미|아까|분명히?|여러\s?번|몇\s?번(?:이나|을)?|계속|누차|수차례|방금|앞서"
        r"|전에도)\s?(?:[가-힣]+\s){0,2}(?:말씀|안내|설명"
        r"|고지)\s?(?:해\s?)?드렸(?:잖|는데|다시피|지\s?않|듯이|습니다만|을\s?텐데|었)",
        r"(?:말씀|안내|설명)\s?(?:해\s?)?드렸(?:잖아요|다시피|지\s?않았)",
        r"[가-힣]셨잖(?:아요|습니까)",
        r"왜\s(?:이제야?|진작|안|여태|미리)\s?[가-힣\s]{0,12}(?:셨어요|셨나요|셨죠|셨습니까|으세요|하세요|오셨)",
        r"다른\s(?:분|고객님)들은\s(?:다|모두|잘)\s?(?:잘\s)?[가-힣]+(?:는데|거든|세요|십니다)",
        r"(?:그것도|그걸|아직도)\s(?:모르|몰라)(?:셨|세요|시)",
        r"(?:약관|안내문|공지|설명서|주의\s?사항)(?:을|를|에|도)?\s[가-힣\s]{0,10}(?:안|못)\s(?:읽|보)으?셨",
            rf"{_WHO}(?:이|께서|께선|은|는)\s(?:[가-힣\d]+\s){{0,5}}[가-힣]{{1,6}}(?:셔서|셨기\s?때문에?"
            rf"|셨으니까?){_TO_HARM}{_NO_PITY}",
            rf"(?:어기|넘기|잊으|깜빡하|빠뜨리|빠트리|누락하|놓치|늦으|틀리|어긋나|무시하)(?:셔서|셨기\s?때문|셨네요"
            rf"|셨으니|셨습니다){_NO_PITY}",
            rf"(?:거꾸로|반대로|엉뚱하게|빠뜨리고|빠트리고|빼먹고|실수로|성급하게|무리하게|강제로|늦게|함부로"
            rf"|대충|멋대로|마음대로|임의로|일방적으로|빼고|틀리게)\s[가-힣\s]{{0,10}}(?:셔서"
            rf"|셨기\s?때문|셨네요|셨군요|셨으니|셨잖|신\s거예요|신\s것\s같){_NO_PITY}",
            rf"[가-힣]신\s(?:탓|바람에){_NOT_AT_ALL}",
            r"(?:본인|고객님)(?:이|께서)\s(?:직접\s|스스로\s)(?:동의|선택|신청|서명|결정|누르"
            r"|입력)[가-힣]{0,2}신\s(?:내용|것|거|건|사항|일|부분)",
            rf"(?<![가-힣])안\s(?:[가-힣\s]{{0,4}})?(?:들으|읽으|보|확인하|하|내|지키|챙기)(?:셨으니|신\s것\s같"
            rf"|셨네요|셨군요|셨잖|셨습니다){_NO_PITY}",
            r"(?:분명히?|여러\s?번|몇\s?번(?:이나|을)?|누차|수차례|이미)\s(?:[가-힣]+\s){0,2}(?:말씀|안내|설명"
            r"|고지)\s?(?:해\s?)?드렸(?:습니다|어요|고)",
            rf"고객님\s?(?:쪽|측|댁|기기|환경)(?:의)?\s(?:문제|과실|책임|잘못|실수)(?:예|이|입|로|여서){_NOT_AT_ALL}",
            r"[가-힣]지\s그러셨|[가-힣]지\s그랬|모르셨나\s?(?:봐|보)|책임(?:을|은)\s(?:지셔야|고객님)|(?:따르"
            r"|지키|챙기)지\s않으(?:신|셨)",
        r"고객님\s(?:개인\s)?사정(?:이|일\s뿐)",
        r"(?<![가-힣])안\s(?:보|읽으|확인하|들으)시고|그러게\s왜|왜\s[가-힣]+(?:을|를)\s안\s",
        r"우기(?:시|셔|신)|억지(?:를|이|\s부)",
    ))
)  # fmt: skip

_SHOULD = (
    r"read|told|checked|called|contacted|known|asked|said|done|entered|waited|kept|let|reported|noticed"
    r"|listened|followed|saved|"
    r"backed|cancell?ed|mentioned|used|been (?:more|aware|clearer|there|on time)|looked|made sure|informed"
    r"|updated|paid (?:attention|more"
    r"|closer)|thought|clicked|realised|realized|tried"
)
_EN = re.compile(
    joined((
        r"\b(?<!if )you(?:'ve| have)? (?:failed|neglected|refused|forgot|forgotten|omitted) to\b",
        rf"\byou should(?: have|'ve|n't have| not have) (?:already |first |just |simply )?(?:{_SHOULD})\b",
        r"\byou shouldn't have\b(?! (?:had )?to\b)|\byou ought to have\b|\byou were supposed to\b",
        r"\bas (?:i|we)(?:'ve| have)? (?:already|previously|clearly|just) (?:told|said|explained|mentioned"
        r"|stated|informed)\b",
        r"\bas (?:already|previously|clearly|repeatedly) (?:stated|mentioned|explained|told|said|communicated)\b",
        r"\b(?:i|we)(?:'ve| have)? (?:already|repeatedly|clearly) (?:told|explained|informed|warned) (?:this "
        r"|it |that )?(?:to )?you\b",
        r"\b(?<!not )(?<!n't )(?<!never )(?<!isn't )(?:is |was |by |due to |because of |through "
        r"|for )?your (?:own )?(?:mistake|fault|error|negligence|carelessness|oversight"
        r"|responsibility to have)\b(?! (?:message|code|number|log|text|screen|report))",
        r"\b(?<!if )(?<!case )(?<!when )you(?:'ve| have)? (?:entered|typed|gave|given|provided|selected|chose"
        r"|chosen|picked|submitted|used|put in) (?:us )?(?:the |a |an |your )?(?:\w+ )?(?:wrong(?:ly)?"
        r"|incorrect(?:ly)?|invalid)\b",
        r"\b(?:because|since) you (?:didn't|did not|never|forgot|haven't|have not|failed|ignored|missed|waited"
        r"|chose)\b",
        r"\bif you had (?:only |just |actually |bothered to )?(?:read|checked|told|followed|listened|called"
        r"|asked|looked|waited|contacted)\b",
        r"\byou (?:clearly|obviously|apparently|evidently) (?:did|have|didn't|did not|misunderstood|misread"
        r"|forgot|do not|don't|never)\b",
        r"\bread (?:the |our )?(?:\w+ )?(?:manual|terms|instructions|policy|conditions|guide"
        r"|small print) (?:more )?(?:carefully|properly|again|first)\b",
        r"\b(?<!if )you must have (?:done|entered|made|pressed|clicked|deleted|forgotten|misread|mistyped"
        r"|misunderstood)\b",
        r"\byou claim(?:ed)? (?:that|to|you)\b|\bso you say\b",
        r"\bcalm down\b",
        r"\b(?:other|most) (?:customers|people|users) (?:don't|do not|never) have (?:this|any) (?:problem|issue"
        r"|trouble)",
        r"\byour failure to\b|\byou misunderstood\b|\byou(?:'ve| have) misunderstood\b|\byou caused\b",
        r"\b(?<!if )(?<!that )(?<!though )you (?:didn't|did not|never) (?:provide|give|pay(?! twice| double"
        r"| more)|read|check|tell|follow"
        r"|answer|reply|confirm|update|call|listen|complete|include|sign|enter|bring|return|respond|show up)\b",
            r"\b(?<!if )(?<!when )(?<!that )you never (?:sent|gave|told|paid|called|replied|answered|read"
            r"|confirmed|asked|checked|came)\b|\bif only you\b|\b(?<!if )you must not have\b",
            r"\b(?<!if )(?<!when )(?<!case )(?<!think )(?<!that )you missed (?:the|your|our"
            r"|a) (?:\w+ )?(?:delivery|payment|deadline|appointment|call|email|message|date|slot|bill)\b",
            r"\b(?<!if )you (?:gave|sent|told|handed|showed) (?:us|me|them|the \w+) (?:the |a |an )?(?:wrong"
            r"|incorrect|invalid|old)\b",
            r"\b(?<!if )you (?:made (?:a|the|an) (?:mistake|error)|were (?:careless|too slow|too late|negligent)"
            r"|waited too (?:long|late)|chose the wrong|left (?:the|your|it) \w+ (?:on|open|unplugged"
            r"|unlocked))\b|\byou ought to\b|\bnext time,? (?:please )?(?:read|check|be|tell|make sure)\b|\b(?:i"
            r"|we)(?:'ve)? (?:already )?told you (?:twice|already|before|several|many|so)\b",
        r"\byou ignored\b|\b(?:that's|that is|this is|it's) on you\b|\bbecause of your (?:late|missed|wrong"
            r"|failed|delayed|incorrect|own|lack)\b|\bhad you (?:only )?(?:checked|read|told|called|followed"
            r"|listened|asked|looked|waited|contacted|paid)\b",
            r"\b(?:is|was|are) (?:\w+ )?your (?:own )?responsibility\b|\b(?:like"
            r"|as) i(?:'ve)? (?:already )?(?:said|told)\b",
            r"\bwhy didn't you\b|\bwhy did you not\b|\bwhy would you\b",
    )))  # fmt: skip
_INSTEAD: dict[Language, str] = {
    "ko": "“주소 확인이 필요해요. 지금 같이 고쳐 볼까요?”처럼",
    "en": "“We could not find that address. Shall we correct it together?”",
}


def blame_in(text: str, language: Language) -> tuple[Finding, ...]:
    """The places of ``text`` that blame the customer, rule "blame"."""
    straight = straightened(text) if language == "en" else text
    pattern = _KO if language == "ko" else _EN
    return tuple(
        found("blame", text, *match.span(), language=language, instead=_INSTEAD[language])
        for match in pattern.finditer(straight)
    )
