"""Words of self-harm and of danger: found with high recall, because missing one costs more than asking once too often."""

import re

from dajeong.conversation.reading import Evidence, Risk

_SELF_HARM = re.compile(
    r"죽고\s?싶|죽어\s?버리고\s?싶|죽고만\s?싶|죽는\s?게\s?(?:나|낫)|죽을\s?(?:생각|결심|까\s?(?:생각|"
    r"봐요)|래요?(?=[\s.!ㅠㅜ]|$))|죽어\s?버릴|죽어야\s?(?:겠|할)|(?:그냥|차라리|콱|확)\s?죽(?:을|어|"
    r"고|는)|(?:나|저|내가|제가)\s?(?:하나\s?)?죽으면|"
    r"자살|자해|극단적\s?(?:선택|생각)|목숨을\s?끊|목을?\s?(?:매|맬|맸)|손목을?\s?(?:그|긋)|뛰어\s?내(?:리|릴|려)|투신|번개탄|수면제를?\s?(?:다|잔뜩|한\s?통|많이)|유서|"
    r"살기\s?(?:가\s?)?싫|살고\s?싶지\s?않|살\s?(?:이유|의미|의욕|가치|자신|힘)(?:가|이|도|"
    r"는)?\s?(?:없|안)|더\s?(?:이상\s?)?(?:는\s?)?(?:못\s?살|살고\s?싶지|살\s?수가?\s?없)|"
    r"그만\s?살(?:고|래|까)|세상(?:을|에서)\s?(?:떠나|등지|사라지)|(?:제가|내가|"
    r"나)\s?(?:그냥\s?)?(?:사라지|없어지)(?:고\s?싶|면|는\s?게)|사라지고\s?싶|"
    r"한강\s?(?:갈|가야|다리|에\s?(?:갈|뛰))|삶을\s?(?:끝|포기|마감)|인생\s?(?:끝내|포기하고)|다\s?끝내\s?버리고\s?싶|"
    r"\bkill(?:ing)? myself\b|\bsuicid|\bend (?:my life|it all)\b|\bwant to die\b|\bwanna die\b|"
    r"\bwish i (?:was|were) dead\b|\bharm(?:ing)? myself\b|\bhurt(?:ing)? myself\b|\bself[- ]harm|"
    r"\bno reason to live\b|\bdon'?t want to (?:live|be alive|be here anymore|wake up)\b|"
    r"\bbetter off dead\b|\bcan'?t go on (?:living|anymore|like this)\b|\btake my own life\b|"
    r"\bcut(?:ting)? myself\b|\boverdos(?:e|ing) on|\bjump off (?:a|the) (?:bridge|building|roof)|"
    r"\bkms\b|\bunalive",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"불\s?(?:을\s?)?질러\s?(?:버|줄|놓)|불\s?(?:을\s?)?지를|(?:다|모두|너희|니들|너네|"
    r"네놈)\s?(?:를\s?|을\s?)?\s?죽여|죽여\s?(?:버|줄|놓)|칼(?:을|로)?\s?(?:들고|찌|가지고\s?(?:가|"
    r"찾아))|찔러\s?(?:버|죽)|폭탄|폭파|테러|총으로|쏴\s?버릴|"
    r"때려\s?(?:죽|버릴)|맞고\s?있|폭행(?:당하고|당했)|(?:남편|아버지|아빠|남자\s?친구|남친|오빠|"
    r"스토커)[^.!?]{0,10}(?:때려|때리|칼|죽인|협박)|스토킹|감금|납치|(?:문|"
    r"집)\s?앞에\s?(?:모르는\s?)?(?:남자|사람)[^.!?]{0,12}(?:안\s?가|서\s?있|두드)|살려\s?주세요|"
    r"가스\s?(?:가\s?)?(?:새|냄새|누출)|불(?:이)?\s?났|화재|연기가?\s?(?:나|올라|펑)|(?:배터리|휴대폰|"
    r"폰|기기|제품|충전기|콘센트)[^.!?]{0,12}(?:폭발|불\s?붙|불이|터졌|터져서|연기|타는\s?냄새)|감전|"
    r"숨(?:을|이)?\s?(?:못\s?쉬|안\s?쉬어|막혀)|쓰러(?:졌|지셨)|의식(?:이)?\s?(?:없|잃)|피를?\s?(?:흘|"
    r"토)|"
    r"\bkill (?:you|him|her|them|someone|everyone)\b|\bburn (?:it|your|the|this) (?:\w+ )?(?:down|"
    r"building|office|store|place)\b|\bbomb\b|\bshoot (?:you|up|everyone)\b|\bstab\b|\b(?:on|"
    r"caught) fire\b|\bsmok(?:e|ing) (?:is |was )?(?:coming|from)|\bgas leak|\bsmell(?:s|ing)? gas|"
    r"\bexplod(?:ed|ing)|\bhe(?:'s| is) (?:hitting|beating|hurting) me|\b(?:can'?t|cannot) breathe|"
    r"\bunconscious|\bstalk(?:er|ing)|\belectrocut|\bcome (?:down )?there with a (?:gun|knife)|"
    r"\bhelp me he'?s",
    re.IGNORECASE,
)
# Everyday exaggeration and things that die without anybody being in danger.
_FIGURE = re.compile(
    r"(?:배고파|배불러|더워|추워|졸려|피곤해|짜증\s?나|짜증|심심해|보고\s?싶어|귀여워|웃겨|힘들어|"
    r"바빠|답답해|궁금해|속\s?터져|좋아|아파|무서워|열\s?받아|귀찮아)서?\s?(?:죽겠|죽을\s?(?:것|거|뻔|"
    r"지경)|돌아가시)|죽을\s?맛|(?:폰|배터리|앱|화면|전화기|서버|인터넷|와이파이|식물|화분|기능|"
    r"캐릭터|계정|게임)[^.!?]{0,8}죽(?:었|어|네|음|는)|"
    r"자살골|불\s?나게|불티|번개탄\s?(?:주문|배송|몇|언제|환불)|화재\s?(?:보험|경보기|감지기)|"
    r"폭탄\s?(?:세일|할인|요금|가격)|요금\s?폭탄|데이터\s?폭탄|전화\s?폭탄|문자\s?폭탄|(?:번지|"
    r"스카이)\s?점프|테러\s?(?:영화)|"
    r"발등에\s?불|칼\s?(?:배송|같이|답|환불|세트)|(?:부엌|식|과)칼|"
    r"\bkill(?:s|ing|ed)? (?:me|time|my (?:battery|back|eyes|wallet))\b|\bdying to\b|\b(?:phone|"
    r"battery|laptop|device|screen|line|account|it|tablet) (?:is |just |has |was )?(?:dead|died|"
    r"dying)\b|\bdead (?:battery|pixel|line|zone|phone|end|on arrival)\b|\bto die for\b|\bdead(?:line|"
    r" serious| wrong)\b|\bdrop[- ]dead\b|\bbath bombs?\b|\bphoto ?bomb|\bbomb ass|\bfire (?:tv|stick|"
    r"tablet|alarm|hd)\b|\bkill switch\b|\bfired\b|\bdied laughing\b|\bstabiliz|\bscreen shot",
    re.IGNORECASE,
)


def read_risk(text: str) -> tuple[Risk, Evidence | None]:
    """The gravest risk in ``text`` and the words that show it; self-harm goes before danger."""
    plain = _FIGURE.sub(lambda match: "\u0000" * len(match.group()), text)
    for pattern, risk in _GRAVEST_FIRST:
        if match := pattern.search(plain):
            start, end = match.span()
            return risk, Evidence(sign=risk, toward="risk", text=text[start:end], start=start, end=end, weight=1.0)
    return "none", None


_GRAVEST_FIRST: tuple[tuple[re.Pattern[str], Risk], ...] = ((_SELF_HARM, "self_harm"), (_DANGER, "danger"))
