"""The table of signs: pattern, what it speaks for, and how much."""

from dajeong.understanding.hostility_rules import ABUSE, THREATS
from dajeong.understanding.irony_rules import IRONY
from dajeong.understanding.sign_rule import Rule, rule
from dajeong.understanding.typed_rules import EMOTICONS, PUNCTUATION

_COUNT = r"(?:몇|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백|[2-9]|\d{2,})"
_SPAN = (
    r"(?:\d+|한|두|세|네|다섯|여섯|열|몇|반)\s?(?:분|시간|일|주일|주|달|개월|년)|하루|이틀|사흘|나흘|며칠|일주일|보름"
)
# A promise whose day has come and gone: no deadline ahead, however much it sounds like one ("오늘까지 안 와서").
_DAY = r"(?:오늘|어제|그제|내일|모레|이번\s?주|지난\s?주|\d{1,2}\s?일|[월화수목금토일]요일|주말|\d{1,2}\s?시)"
_OVERDUE = (
    rf"{_DAY}(?:\s?\S{{1,4}})?까지도?\s?(?:안|못|아직)(?!\s?\S{{1,6}}면)\s?\S*|"
    rf"{_DAY}(?:\s?\S{{1,4}})?까지\s(?:\S+\s){{0,2}}?(?:\S*(?:[다라]더니|[다라]면서|[다라]고\s?(?:했|하[셨더고])|기로\s?했)|기다렸|기다려도)|"
    r"(?:supposed to|meant to|said|promised|told|was due|were due|guaranteed|should have)[^.!?]{0,40}\bby (?:today|"
    r"tonight|tomorrow|noon|yesterday|the end of|now|[a-z]+day)"
)
_DOUBT = r"도대체.*|대체\s?(?:언제|왜|뭐|무슨|어떻|어디|누가).*|(?:what|why|where|when|who|how) on earth.*"

PATIENCE: tuple[Rule, ...] = (
    rule(
        "doubt_word",
        "frustration",
        r"도대체|대체\s?(?:언제|왜|뭐|무슨|어떻|어디)|(?:what|why|where|when) on earth|what the (?:hell|"
        r"heck|fuck)",
        {"frustration": 0.8, "anger": 0.7, "neutral": -1.0},
        strength=0.2,
        urgency=0.12,
    ),
    rule(
        "nth_time",
        "fatigue",
        rf"(?:벌써|지금|이번이|오늘만|이게)?\s?{_COUNT}\s?(?:번|차례|통)\s?(?:째|이나)|{_COUNT}\s?번(?:을|"
        rf"씩)?\s?(?:말|전화|문의|물어|연락|설명|신청)|몇\s?번(?:을|이나)|(?:second|third|fourth|fifth|"
        rf"\d+(?:rd|th)) time|(?:asked|told|called|contacted|explained|said|written)[\w\s]{{0,18}}(?:twice|"
        rf"\d+ times|several times|"
        rf"many times)|over and over|yet again",
        {"frustration": 0.9, "anger": 0.3, "neutral": -0.8},
        strength=0.12,
        urgency=0.08,
        fatigue=0.4,
    ),
    rule(
        "again_and_again",
        "fatigue",
        r"매번|맨날|번번이|계속\s?(?:같은|똑같|반복|이러|안)|또(?:\s?다시)?\s?(?:이러|이래|안|틀|잘못|"
        r"같은|취소|지연|늦)|again and again|every (?:single )?time|keeps? (?:happening|failing|crashing|"
        r"saying)",
        {"frustration": 0.7, "neutral": -0.5},
        strength=0.08,
        fatigue=0.25,
    ),
    rule(
        "time_waited",
        "fatigue",
        rf"(?:{_SPAN})\s?(?:째|이나|동안|넘게|이\s?넘|을?\s?넘|을?\s?기다|이?\s?지났|이\s?다\s?(?:돼|되))|"
        rf"하루\s?종일|아침부터|(?:for|over|past|last) (?:\d+|two|three|four|five|six|several|"
        rf"a few) (?:\w+ )?(?:minutes|hours|days|weeks|months)|been waiting|all (?:day|morning|week)|"
        rf"still waiting",
        {"frustration": 0.6, "neutral": -0.4},
        strength=0.08,
        urgency=0.12,
        fatigue=0.2,
    ),
    rule(
        "worn_out",
        "fatigue",
        r"지치|지쳐|지쳤|지친|지겹|지겨|질렸|질린다|질려|진이\s?빠|기운\s?빠|힘\s?빠|피곤|포기하|포기할|"
        r"더는\s?못|지긋지긋|넌더리|신물\s?나|진절머리|기진맥진|녹초|(?:참는|참을)\s?(?:것도|데도)\s?한계|exhaust|tired of|so tired|worn out|fed up|sick of|"
        r"sick and tired|had enough|done with this|drained|wits'? end|so over (?:it|this)|giv(?:e|ing) up",
        {"frustration": 0.8, "sadness": 0.3, "disappointment": 0.4, "neutral": -1.0},
        strength=0.2,
        fatigue=0.6,
    ),
)

BROKEN_WORD: tuple[Rule, ...] = (
    rule("overdue", "frustration", _OVERDUE, {"frustration": 0.6, "neutral": -0.4}, strength=0.05),
    rule(
        "broken_promise",
        "frustration",
        r"(?:준|온|된|한|간|낸|난|린|인)다(?:더니|면서|고\s?(?:하고|하시고|했는데|하셨는데|해\s?놓고|분명))|(?:이|라)(?:더니|면서요?)(?=[\s?.!,]|$)|"
        r"(?:약속|예정)\S{0,4}\s?(?:\S+\s){0,2}?(?:지났|어기|어겼|안\s?지|넘겼|넘어)|분명히?\s[^.!?]{0,24}(?:는데|잖아|더니)|(?:해|라고|한다고)\s?놓고|"
        r"(?:설명|안내|말씀|광고|홈페이지|약속|상담)\S*\s(?:\S+\s)?\S{0,6}(?:과|와|이랑|하고|랑)\s[^.!?]{0,14}(?:다르|다릅|다른|달라|틀리|틀립)|"
        r"(?:was|were|been) (?:told|promised|assured)|you (?:said|promised|told me)|supposed to|meant to (?:arrive|be)|"
        r"not what (?:i was|we were) told",
        {"frustration": 0.7, "anger": 0.4, "disappointment": 0.3, "neutral": -0.4},
        strength=0.08,
        fatigue=0.08,
    ),
)

HURRY: tuple[Rule, ...] = (
    rule(
        "hurry",
        "urgency",
        r"빨리(?!도)|급해|급합|급한|급하|급히|시급|당장|서둘|얼른|지금\s?바로|한시가|촉박|다급|asap|"
        r"urgent|hurry|right now|immediately|straight away|emergency|as soon as possible|right away",
        {"anxiety": 0.3},
        strength=0.05,
        urgency=0.4,
    ),
    rule(
        "deadline",
        "urgency",
        r"(?:\d+|한|두|세|네|몇|삼십|십)\s?(?:분|시간)\s?(?:뒤|후|남|안에|이내|있으면|전인데)|(?:오늘|"
        r"내일|오전|오후|저녁|점심|이번\s?주)(?:\s?\S{1,4})?까지|곧\s?(?:출발|출국|탑승|마감|끝)|(?:출국|"
        r"탑승|이륙|비행기|기차|면접|수술|결혼식|발인|이사|마감)[^.!?]{0,12}(?:인데|이에요|예요|해야|타야|"
        r"가야|있어|이라)|in \d+ (?:minutes|mins|hours)|(?:flight|train|interview|wedding|surgery|"
        r"deadline)\b|by (?:today|tonight|tomorrow|noon|the end of)|leav(?:e|ing) (?:today|tonight|"
        r"tomorrow|in)",
        {"anxiety": 0.4, "neutral": -0.2},
        urgency=0.3,
        unless=_OVERDUE,
    ),
)

FEELINGS: tuple[Rule, ...] = (
    rule(
        "anger_word",
        "anger",
        r"짜증|화\s?(?:나|났|가|남)|열\s?받|빡치|빡쳐|빡침|성질\s?나|승질|분노|괘씸|어이\s?(?:가\s?)?없|"
        r"어처구니|기가\s?(?:막|차)|황당|뻔뻔|무책임|너무들?\s?하(?:시|네)|\bangry\b|furious|outrag|"
        r"ridiculous|unacceptable|disgust|infuriat|livid|\bmad\b|annoy|pissed|appalling",
        {"anger": 1.6, "neutral": -1.2},
        strength=0.25,
    ),
    rule(
        "contempt",
        "anger",
        r"이딴|그딴|이따위|그따위|저따위|(?:서비스|일|응대|관리|처리|대응|시스템)\S{0,2}\s?(?:꼴|꼬라지|개판|엉망)|개판|한심|더러워서|웃기(?:네|시네|지도|고\s?있)|상종|"
        r"(?:고객|손님|사람)(?:을|이)?\s?(?:호구|바보|물로|우습)|so-called (?:service|support)|this (?:excuse|apology) of a|"
        r"what a (?:joke|disgrace|shambles)|"
        r"an? (?:absolute )?(?:joke|disgrace|shambles)\b|shame on you",
        {"anger": 1.4, "neutral": -1.0, "satisfaction": -0.8},
        strength=0.22,
    ),
    rule(
        "frustration_word",
        "frustration",
        r"답답|갑갑|속\s?터|미치겠|미쳐|돌겠|환장|불편하|귀찮|느려|느리|먹통|왜\s?안\s?(?:돼|되|와|옴|열|"
        r"와요)|아직도|여전히|안\s?(?:되네|돼네|되는데|되잖)|frustrat|still (?:not|no|hasn|haven|isn|"
        r"doesn|can)|(?:does|did|is|was)n'?t work|not working|won'?t (?:load|open|work|let)|stuck|so slow|"
        r"nothing works",
        {"frustration": 1.1, "neutral": -0.5},
        strength=0.1,
    ),
    rule(
        "disappointment_word",
        "disappointment",
        r"실망|기대(?:했|한|에\s?못|이하|보다)|아쉽|아쉬|섭섭|서운|별로(?:네|예|고|였|다|입|라)|허탈|배신|"
        r"disappoint|let ?down|expected (?:better|more)|not what i (?:expected|ordered)|underwhelm|"
        r"poor quality",
        {"disappointment": 1.6, "neutral": -1.0},
        strength=0.15,
    ),
    rule(
        "distrust_word",
        "distrust",
        r"사기|못\s?믿|믿을\s?수|믿음이|의심|거짓말|속이|속았|속인|말이\s?(?:자꾸\s?)?(?:다르|바뀌|달라)|"
        r"수상|진짜(?:예요|인가요|맞)|정말\s?(?:맞|되는\s?거|해\s?주는)|확실(?:한|해요|합)|믿어도|"
        r"또\s?바뀌|[가-힣]긴\s?(?:한|하신|하시는|하는|했|하셨)\s?(?:거|건|겁|나요)|[가-힣]긴\s?(?:하나|하셨나|했나|하셨어|했어)[가-힣]*\?|"
        r"scam|don'?t (?:trust|"
        r"believe)|\blied\b|\blying\b|fraud|misleading|suspicious|shady|"
        r"how do i know",
        {"distrust": 1.4, "neutral": -0.5},
        strength=0.12,
    ),
    rule(
        "worry_word",
        "anxiety",
        r"걱정|불안|무서|무섭|겁\s?(?:나|이)|초조|조마조마|두렵|떨려|떨리|큰일|어떡|어떻게\s?하죠|어쩌죠|"
        r"어쩌나|괜찮을까|잘못(?:된|되)\s?(?:거|건|게|면)|혹시라도|해킹|도용|안절부절|worri|anxious|"
        r"afraid|scared|nervous|panic|concerned|freaking out|what if|stress",
        {"anxiety": 1.6, "neutral": -1.0},
        strength=0.18,
        urgency=0.06,
    ),
    rule(
        "sad_word",
        "sadness",
        r"속상|슬프|슬퍼|우울|눈물|서럽|서러|울\s?(?:것|고|었|컥)|마음이?\s?아프|상처|돌아가(?:셔|셨|신)|"
        r"장례|부고|허무|\bsad\b|upset|heartbr|crying|\bcried\b|devastat|passed away|funeral|grie[fv]",
        {"sadness": 1.6, "neutral": -1.0},
        strength=0.2,
    ),
    rule(
        "thanks_word",
        "gratitude",
        r"감사(?:합니|해요|드|했|히)|고마[워웠]|고맙|땡큐|ㄱㅅ|덕분에|\bthank(?:s| you)|\bthx\b|\bty\b|"
        r"appreciate|grateful|lifesaver",
        {"gratitude": 1.3},
        strength=0.1,
    ),
    rule(
        "pleased_word",
        "satisfaction",
        r"(?<!불)만족(?!스럽지|하지)|마음에\s?(?:들|쏙)|최고|완벽|훌륭|짱|잘\s?(?:받았|됐|되네|도착|쓰고|해결)|해결(?:됐|되었)|"
        r"좋(?:네요|아요|았어|습니다|더라|고요)|기분\s?좋|추천|빨라서|편하(?:네|고|게)|(?<!불)친절(?:하|히|해)|"
        r"행복|기뻐|기쁘|happy|great (?:service|job|help|work)|love it|perfect|excellent|awesome|amazing|"
        r"satisfied|pleased|works (?:great|now|perfectly)|sorted now",
        {"satisfaction": 1.3, "neutral": -0.4},
        strength=0.12,
    ),
    rule(
        "puzzled_word",
        "confusion",
        r"모르겠|헷갈|이해가?\s?(?:안|잘\s?안|되질|못)|무슨\s?(?:말|뜻|소리|얘기|차이)|복잡하|어렵네|"
        r"어려워|뭐가\s?뭔지|뭔\s?(?:말|소리)|왜\s?(?:다르|두\s?번|두번)|confus|don'?t (?:understand|"
        r"get it|know (?:what|how|which|where|why))|not sure (?:what|how|which|why)|makes? (?:no|"
        r"any) sense|what does .{1,20} mean|which one",
        {"confusion": 1.4, "neutral": -0.5},
        strength=0.06,
        # "도대체 언제 오는지 모르겠네요" knows very well what it does not know.
        unless=_DOUBT,
    ),
)

RULES: tuple[Rule, ...] = EMOTICONS + PUNCTUATION + PATIENCE + BROKEN_WORD + THREATS + HURRY + IRONY + ABUSE + FEELINGS
SIGN_NAMES: tuple[str, ...] = tuple(dict.fromkeys([*(rule.sign for rule in RULES), "shouting"]))
