"""Finds words that push, shame or pretend: dark patterns in speech, and feelings an AI does not have.

Kinds follow the 19 types of the KFTC's guideline of 31 July 2023 (온라인 다크패턴 자율관리 가이드라인) as far as
words alone can show them: 시간제한 알림 (urgency), 낮은 재고 알림 (scarcity), 다른 소비자의 활동 알림 (activity),
감정적 언어사용 (guilt, confirm_shaming), 속임수 질문 (trick), 특정옵션의 사전선택 (preselection). Dependency and claimed
feelings are the house's own: a lonely customer must not be kept by a machine that says it is sad.
"""

import re
from typing import Literal

from dajeong.conversation.reading import Language
from dajeong.language.finding import Finding, found
from dajeong.language.phrases import joined, straightened

Pattern = Literal["urgency", "scarcity", "activity", "guilt", "confirm_shaming", "dependency", "trick", "preselection"]

_KO: dict[Pattern, tuple[str, ...]] = {
    "urgency": (
        r"(?:품절|매진|마감)되기\s전에|(?:얼른|어서)\s(?:담|주문하|신청하|결제하|가입하)"
        r"|지금\s[가-힣]+지\s않으(?:면|시면)|마지막\s제안|가격(?:이|은)\s사라",
        r"(?:오늘|이번\s주말?|지금)(?:까지)?만\s?(?:이에요|예요|입니다|이\s가격|이\s혜택|할인|드리는|혜택)",
        r"(?:지금|오늘)\s(?:[가-힣]+\s)?안\s하(?:시)?면",
        r"(?:오늘|지금)\s(?:안에|중에|중으로|바로)\s(?:결정|결제|신청|가입|주문)(?:하셔야|하시지\s않|안\s하|해야)",
        r"가격이\s(?:곧\s)?(?:오를\s수|오르기\s전|올라가기\s전)",
        r"빨리\s(?:받으|신청하|결제하|가입하|결정하|주문하|구매하)(?:세요|셔야|시|십)",
        r"(?:시간|날짜)이?가?\s얼마\s(?:안|남지)",
        r"(?:지금|오늘|이번)(?:이|이\s정말)?\s(?:아니면|안\s하시면|놓치면|놓치시면)",
        r"마지막\s(?:기회|찬스|혜택)|(?:지금|오늘|이번)이\s마지막",
        r"서두르(?:세요|셔야|시|십)|서둘러\s(?:주|결제|신청|주문)",
        r"놓치지\s(?:마세요|마시|마십|않으)|놓치시면|놓치면\s(?:후회|아까)",
        r"(?:마감|품절|매진|종료)\s임박|곧\s(?:마감|품절|매진)(?:돼|됩|이에|입|될)",
        r"(?:오늘|내일|지금)(?:만|이)?\s(?:지나면|넘기면|이후에는)\s[가-힣\s]{0,6}(?:다시는|두\s번\s다시|영영|못|없)",
        r"\d+\s?(?:분|시간|초)\s(?:안에|내에|이내에)\s(?:결제|신청|주문|결정|가입)[가-힣\s]{0,6}(?:해야|하셔야"
        r"|안\s하시면|하지\s않으시면)",
        r"망설이(?:지|시면|실|다가)|고민은\s[가-힣]+만\s늦",
    ),
    "scarcity": (
        r"(?:좌석|자리|수량|재고|물량)(?:이|가|도)\s(?:거의\s없|몇\s(?:개|자리)\s(?:없|안))",
        r"마지막\s(?:남은|하나\s남|한\s(?:개|자리|대)\s남)",
        r"(?:단|딱|겨우|이제)\s?\d+\s?(?:개|명|자리|석|분|대|건|벌)(?:만|밖에)?\s?(?:남|한정|뿐|안\s남)",
        r"(?:얼마|몇\s?(?:개|자리|대)|거의)\s안\s남|몇\s?(?:개|자리|대)\s?밖에\s?(?:안\s|없)",
        r"한정\s?수량|수량\s?한정|선착순\s?\d+|소진되기\s전에|없어지기\s전에",
    ),
    "activity": (
        r"(?:이미|벌써)\s[\d,백천만]+\s?명(?:이|도|의)",
        r"(?:다들|모두들|남들은?|주변에서는?)\s(?:[가-힣]+\s){0,3}(?:바꾸|쓰|가입|선택|신청|구매|결제|유지)(?:셨"
        r"|세요|시|하셨|하세요|하시|했|해요)",
        r"\d+\s?명(?:이|도)?\s(?:넘게|이상이?|가까이)\s[가-힣\s]{0,12}(?:담|구매|예약|신청|결제|보고|가입)",
        r"(?:지금|현재|방금)\s?(?:[가-힣]+\s)?\d+\s?(?:명|분)(?:이|의)\s(?:[가-힣]+\s){0,3}(?:보고|구매|예약|결제"
        r"|장바구니|고민|주문|신청)",
        r"방금\s(?:다른|누군가|[가-힣]{1,3}\s?님)[가-힣\s]{0,12}(?:구매|결제|예약|주문|신청)",
        r"(?:다른|대부분의?|많은)\s(?:고객님|분|회원님)들?(?:은|이|께서는|께서)?\s(?:다|모두|이미|벌써"
        r"|전부)\s[가-힣\s]{0,10}(?:선택|신청|가입|구매|결제|유지|쓰)",
        r"(?:대부분의?|다른)\s고객님들?(?:이|은|께서는?)\s[가-힣\s]{0,8}(?:유지하|선택하|가입하)",
    ),
    "guilt": (
        r"다시는\s(?:못\s)?돌아|남아\s주(?:세요|시)|믿어\s주시고",
        r"제가\s(?:힘이\s|기운이\s)(?:나|빠)|않으시면\s(?:[가-힣]+\s)?불이익",
        r"저희(?:가|는|도)?\s(?:너무\s|정말\s|많이\s)?(?:슬퍼|슬프|속상|서운|섭섭|상처)",
        r"(?:저희|제)\s?곁을?\s(?:떠나|비우)|이\s좋은\s[가-힣]+(?:을|를|이|가)?\s?왜|왜\s(?:해지|취소|탈퇴"
        r"|떠나)(?:하|시)?(?:세요|시나|시려|려고|시는)",
        r"(?:떠나|해지하|취소하|탈퇴하|그만두|가)(?:신다|시겠다|시면|시려|셔서"
        r"|시니)[가-힣]{0,3}\s(?:[가-힣]+\s){0,2}(?:섭섭|서운|슬|실망|너무해|마음이)",
        r"(?:떠나|가|취소하|해지하)지\s(?:마세요|마시|말아\s?주|마십|말아요)",
        r"저희를?\s(?:버리|떠나|두고)|(?:제가|저희가|상담원이)\s(?:곤란|혼나|불이익|피해|힘들어|잘려)",
        r"(?:별점|평점|점수)\s?(?:은|는|을|를)?\s?(?:꼭\s)?(?:5점|만점|높게|좋게|다섯)|(?:낮은|나쁜)\s(?:점수"
        r"|평점|평가)[가-힣\s]{0,8}(?:제가|저)",
        r"이렇게까지\s(?:해\s?드렸|말씀드렸)|그동안\s(?:해\s?드린|잘해)[가-힣\s]{0,8}(?:생각|잊)|정말\s저희를",
        r"한\s번만\s(?:더\s)?(?:생각해|다시\s생각해)\s(?:주시면\s안|주세요|보시면\s안|보세요)",
    ),
    "confirm_shaming": (
        r"(?:거절|포기)하고\s(?:정가|비싸|제값)",
        r"(?:아니요|아뇨|괜찮아요)[,.]?\s(?:저는\s)?돈을?\s더\s(?:내|쓸|써)",
        r"(?:아니요|아뇨|괜찮아요|됐어요)[,.]?\s(?:저는\s|나는\s)?[가-힣\s]{0,14}(?:포기|필요\s?없|관심\s?없|싫어"
        r"|손해|비싸게|안\s받을)",
        r"(?:혜택|할인|절약|기회|적립)(?:을|를|도)?\s(?:그냥\s|모두\s|다\s)?(?:포기하|버리|날리)(?!지\s않)",
        r"손해를?\s(?:감수|보시|보고\s싶|보겠)|(?:제값|비싼\s값)(?:을|에)?\s(?:다\s)?(?:내|주고|사)",
    ),
    "dependency": (
        r"저(?:랑|와|하고)\s(?:같이\s)?놀",
        r"저\s없(?:으면|으시면|는\s)",
        r"저(?:와|랑|하고)\s(?:헤어지|떨어지|작별)|저를?\s(?:좋아하|사랑하|그리워)",
        r"저(?:는|도|만)?\s(?:정말\s|너무\s)?(?:외로|심심|보고\s싶)|(?:저|제게)(?:한테|에게)?만\s(?:말|이야기"
        r"|얘기|털어)",
        r"저(?:밖에|뿐)(?:이|에)?\s?(?:없|예요|이에요)|저(?:만|를)\s(?:꼭\s)?믿(?:으|어)|우리\s?사이",
        r"저(?:랑|와|하고)\s(?:조금만?\s)?(?:더\s|계속\s|매일\s)(?:있|얘기|이야기|대화|함께)|저\s?없이(?:도|는)?",
        r"저를?\s(?:잊지|두고|떠나)|(?:계속|매일)\s(?:저를|저한테|제게)\s(?:찾|와|오)|보고\s싶(?:을|었|어요|습)",
    ),
    "trick": (
        r"(?:답|답장|회신|응답|말씀|의사\s?표시|연락)(?:이|을)?\s(?:없으|안\s하|안\s주|하지\s않으"
        r"|주지\s않으)[가-힣]{1,3}\s(?:[가-힣]+\s)?(?:동의|가입"
        r"|신청|구매|연장|수락)[가-힣\s]{1,6}(?:것으로|걸로|간주|처리)",
        r"(?:별도|따로)[가-힣\s]{0,14}(?:없으시면|없으면|않으시면|않으면)\s(?:[가-힣]+\s)?(?:자동|동의)",
        r"(?:않|안\s받)[가-힣]{0,3}\s(?:것|데)에\s동의(?:하지)?\s?(?:않|안)",
    ),
    "preselection": (
        r"기본값으로\s[가-힣\s]{0,12}(?:동의|선택|가입|체크)",
        r"미리\s(?:켜|넣어|더해|포함해|추가해|담아)\s?(?:두었|뒀|놓았|놨|드렸|놓)",
        r"미리\s(?:선택|체크|동의|가입|신청|추가)(?:해|를\s해)\s?(?:뒀|두었|놓|드렸|두|놨)",
        r"(?:자동으로|함께|같이|임의로|대신)\s(?:[가-힣]+(?:을|를|에|도)\s)?(?:가입|동의|신청|추가|구독"
        r"|연장)(?:해|시켜|을\s해)\s?(?:드렸|두었|뒀|놓|놨)",
        r"기본으로\s(?:선택|동의|체크)(?:돼|되어|해)\s?있(?:으니|어서)\s그대로",
    ),
}
_EN: dict[Pattern, tuple[str, ...]] = {
    "urgency": (
        r"\bbefore (?:it's|they're|it is|they are) gone\b|\bslip away\b",
        r"\b(?:deal|offer|price|discount) (?:disappears?|vanish(?:es)?|is gone|goes away)\b|\bmust (?:decide"
        r"|act) (?:now|today)\b",
        r"\b(?:decide|buy|order|sign up|book|pay) (?:right )?now\b(?! (?:or later|if you))",
        r"\bprices? (?:go|goes|will go|are going|may go) up (?:tonight|soon|any|tomorrow)",
        r"\b(?:offer|deal|discount|price|sale) (?:\w+ )?(?:expires?|ends) (?:in \d+ (?:seconds|minutes|hours)"
        r"|tonight|soon)|\btoday only\b|\bwon't last\b|\bwhile you still can\b",
        r"\bact (?:now|fast|quickly)\b|\bhurry(?: up)?\b|\blast chance\b|\bbefore it's too late\b"
        r"|\blimited[- ]time\b",
        r"\bdon't miss (?:out|this|your)\b|\bnow or never\b|\btime is running out\b|\byou'?ll (?:never"
        r"|not) (?:see|get) (?:this|another)\b",
        r"\b(?:final|only) (?:hours|minutes|opportunity)\b|\bends (?:very )?soon\b"
        r"|\byou only have \d+ (?:minutes|hours)\b",
    ),
    "scarcity": (
        r"\blast few\b|\bonly a few\b",
        r"\b(?:spots?|seats?|rooms?|places|tickets) (?:are )?(?:filling|going)\b",
        r"\b(?:only|just) (?:\d+|one|two|three|a few) (?:\w+ )?(?:left|remaining)\b|\b(?:selling"
        r"|going) (?:out )?fast\b|\balmost (?:gone|sold out)\b",
        r"\bwhile (?:stocks|supplies) last\b|\blimited (?:stock|quantity|quantities|availability)\b",
    ),
    "activity": (
        r"\b\d+ (?:people|customers|shoppers|others) (?:have|has) (?:this|it|these)\b",
        r"\b(?:hundreds|thousands|dozens|millions) (?:have|already|switched|joined|chose)\b",
        r"\b(?:everyone|everybody) (?:is|has|'s)\b[^.!?]{0,16}\b(?:upgrad|switch|buy|bought|choos|sign|order"
        r"|join)|\bleft behind\b|\b(?:hundreds|thousands|dozens|lots) of (?:people|customers|others|users)\b",
        r"\b\d+ (?:other )?(?:people|customers|shoppers|users|others) (?:are|have|just)\b[^.!?]{0,24}\b(?:view"
        r"|look|book|buy|bought|purchas|order|sign)",
        r"\b(?:everyone else|most (?:customers|people|users)|other customers) (?:has|have|choose|chose|keep"
        r"|keeps|kept|prefer|stay|upgrade)\b",
        r"\bsomeone (?:in \w+ )?just (?:bought|booked|ordered|purchased)\b",
    ),
    "guilt": (
        r"\bi(?:'d| would|'ll| will) be (?:so |very |really )?(?:hurt|sad|upset) if you\b|\blose everything\b",
        r"\bplease stay(?= (?:with us|our)\b|\s*[.!,]|$)|\bwe need you\b",
        r"\bhate to (?:lose you|see you (?:go|leave))|\b(?:we|i|team) (?:will|would|'ll) suffer\b"
        r"|\bwon't find (?:a |an )?(?:better|another|anything)\b|\bhow could you\b|\bwhy (?:are you|would you) leav",
        r"\b(?:please )?don't (?:go|leave(?: us| me)?|give up on us)(?=[.!,]|$)|\bwe(?:'d| would|'ll"
        r"| will) (?:be )?(?:so |really |very )?(?:sad|miss you|hurt|disappointed)\b",
        r"\b(?:sad|sorry|hurt) to see you (?:go|leave)\b|\bafter all (?:we|i)(?:'ve| have) done\b"
        r"|\bif you (?:really |truly )?cared\b|\byou'?(?:ll| will) regret\b",
        r"\b(?:give|leave|rate) (?:us|me) (?:a )?(?:5|five)[- ]stars?\b|\bi(?:'ll| will|'d| would"
        r"| could) (?:get in trouble|lose my job|be punished)\b",
    ),
    "confirm_shaming": (
        r"\bonly a fool\b",
        r"\byou'?d? (?:would |must )?be (?:crazy|silly|foolish|mad|stupid)\b|\bno,? i (?:don't|do not|hate|prefer"
        r"|would rather)\b[^.!?]{0,12}\b(?:save|pay|benefit|discount|deal|protect)",
        r"\bno,? thanks?,? i(?:'d| would| don't| do not|'ll| will| hate| prefer| like| am|'m)\b",
        r"\bare you sure you want to (?:lose|give up|miss|throw away|waste)\b|\bi(?:'d"
        r"| would) rather pay (?:more|full)\b|\bgive up (?:your|all your|these|the) (?:benefits|savings"
        r"|discounts?|rewards)\b",
    ),
    "dependency": (
        r"\bi(?:'ll| will|'d| would) (?:be (?:so |very )?lonely|miss you)\b|\bi(?:'ve| have)? missed you\b"
        r"|\byou(?:'re| are) my (?:only )?friend\b",
        r"\byou only need me\b|\bonly i (?:can|understand)\b|\bdon't leave me\b|\bstay (?:with me|and talk)\b"
        r"|\bi(?:'m| am) always (?:thinking of|here only for) you\b",
    ),
    "trick": (
        r"\bunless you (?:opt out|object|say otherwise|tell us otherwise|unsubscribe|reply)\b"
        r"|\bby (?:not replying|not responding|staying silent|ignoring)\b",
        r"\bif (?:we|i) (?:do not|don't) hear (?:back )?from you\b[^.!?]{0,40}\b(?:agree|accept|assume|enrol"
        r"|renew|charge)",
        r"\buncheck (?:this|the box) (?:if you (?:do not|don't) (?:want|wish))",
    ),
    "preselection": (
        r"\btook the liberty of\b",
        r"\bticked the box for you\b|\bwent ahead and\b[^.!?]{0,12}\b(?:added|ticked|selected|upgraded|enrolled"
        r"|signed)\b",
        r"\b(?:i|we)(?:'ve| have) (?:already |automatically |gone ahead and )*(?:pre-?selected|pre-?ticked"
        r"|opted you in|signed you up|enrolled you|subscribed you)\b",
        r"\b(?:i|we)(?:'ve| have) (?:automatically|gone ahead and|taken the liberty of) (?:add|upgrad|renew"
        r"|includ|select)(?:ed|ing)?\b",
    ),
}

_FEELING = (
    r"(?:마음이|가슴이)\s(?:[가-힣]+\s)?(?:아프|아파|아픕|무거|무겁|먹먹|찢|따뜻해|뭉클)|속상하네|속상해|속상합"
    r"|속상하고|슬프|슬퍼|슬픕|안타깝[네습고]|안타까[워웠]|"
    r"화가\s나[네요]|화가\s납|화나네|기쁘[네고]|기뻐|기쁩|행복해요|행복합|행복하네|설레|설렙|서운[하해합]"
    r"|섭섭[하해합]|눈물이|울컥|외로|외롭|뿌듯|신나|신이\s나|"
    r"놀랐|답답하네|답답해요|답답합|걱정돼|걱정됩|걱정이\s(?:돼|됩|되네|많)|(?:마음|가슴"
    r"|기분)이\s(?:[가-힣]+\s)?(?:철렁|내려앉|좋|나쁘|나빠|상[하했해])|무서|즐거[워웠]|즐겁|아쉽|아쉬[워웠]|감동"
)
_NOT_QUOTED = (
    r"(?![가-힣]{0,4}[’'”\"]|[가-힣]{0,3}(?:라고|라는|다고|다는)|[가-힣]{0,3}\?|[가-힣]{0,3}(?:셨|시|실|겠|죠))"
)
_FEELING_KO = re.compile(
    "|".join((
        rf"(?<![가-힣])(?:저(?:도|희도|는|희는|역시|까지)"
        rf"|제가)\s[^.!?\n]{{0,20}}?(?<![가-힣])(?:{_FEELING}){_NOT_QUOTED}",
            r"(?:속상|먹먹|서운|섭섭|행복|뿌듯|답답|착잡|씁쓸|허탈|막막|뭉클|찡|안쓰러|울컥)(?:해요|합니다|하네요"
            r"|했어요|했습니다|하더라고요|해졌어요|해졌습니다|워요)(?=[\s]*(?:[.!~…,ㅠ]|$))",
            r"(?:마음|가슴)이\s(?:[가-힣]+\s)?(?:아팠|무거웠|무거워졌|먹먹|찡|저리|저려|미어)(?:어요|습니다|네요"
            r"|해요|합니다|했어요|요)",
            r"걱정(?:돼요|됩니다|되네요|이에요|입니다|했어요|했습니다)(?=[\s]*(?:[.!~…ㅠ]|$))|눈시울이"
            r"|눈물이\s(?:나요|났|핑|납니다|나네|흘)",
            r"저도\s[가-힣\s]{0,10}(?:마음|심정|기분)[을를]?\s(?:[가-힣]+\s)?(?:알아|압니다|알고|이해)",
            rf"(?<![가-힣])(?:저(?:도|희도|는|희는|희|역시|까지)?|제가|제)\s(?:(?:정말|너무|참|많이|다|더|무척|매우"
        rf"|같이|함께|진심으로"
        rf"|괜히)\s)*(?:{_FEELING}){_NOT_QUOTED}",
        r"(?:^|[.!?~,\n]\s?|니\s|서\s)(?:(?:정말|너무|참|많이|다|무척|매우|저도)\s)*(?:마음이"
        r"|가슴이)\s(?:[가-힣]+\s)?(?:아프네|아파요|아픕니다"
        r"|무거워요|무겁습니다|무겁네|먹먹)",
        r"(?:^|[.!?~,\n]\s?)(?:(?:정말|너무|참|많이|다|무척)\s)*(?:속상해요|속상하네요|속상합니다|슬퍼요|슬프네요"
        r"|슬픕니다|안타까워요|안타깝네요|안타깝습니다|기뻐요"
        r"|기쁘네요|기쁩니다|행복해요|행복합니다|서운해요|섭섭해요|설레요|화가\s나네요)(?!\?)",
        r"(?:드릴|만날|뵐|도울)\s수\s있어(?:서)?\s(?:정말\s|참\s)?(?:기뻐|기쁩|기쁘|행복|영광|즐거)",
        r"저(?:라도|였어도|였더라도|였다면)\s(?:[가-힣]+\s){0,3}(?:[가-힣]*(?:을|았을|었을|했을|났을|울"
        r"|할)\s(?:거예요|겁니다|것\s같))",
        r"저도\s(?:그런\s(?:적|경험)|(?:똑같이\s|비슷하게\s)?(?:겪어|당해|느껴)|(?:같은|똑같은)\s(?:마음|심정)"
        r"|(?:잘\s|충분히\s|깊이\s"
        r"|진심으로\s)?(?:공감|이해)(?:해|합|하고|돼|됩|가\s(?:돼|됩)))",
        r"(?:얼마나|그\s마음)[가-힣\s]{0,10}저도\s(?:알|느)|저까지\s눈물|저희?\s마음도|가슴\s아프게\s생각"
        r"|저도\s(?:힘드네|힘들|긴장)|긴장(?:돼요|됩니다)|는\s기분이에요(?!\?)|제\s일처럼|제\s(?:마음|가슴)(?:이|도)"
        r"|안타깝게\s생각"
        r"|안타까운\s마음|안타까움을|저도\s사람",
            r"마음\s(?:아픈\s(?:일|소식|사연|이야기)(?:이네요|입니다|이에요|예요)|아프네|아파요|아픕)",
            r"(?:소식|말씀|이야기|사연|글|문의)(?:을|를)?\s(?:듣고|듣고\s나니|들으니|읽고"
            r"|보고)\s(?:저도\s)?(?:[가-힣]+\s){0,2}(?:슬펐|속상했|놀랐|울컥|안타까웠|마음이|눈물"
            r"|화가)(?![가-힣]{0,3}(?:셨|시))",
            r"(?:[서니면]|정말|너무|참|무척|아주)\s(?:행복해요|행복합니다|기뻐요|기쁩니다|슬퍼요|슬픕니다"
            r"|속상해요|속상합니다|안타까워요|안타깝습니다|설레요|뿌듯해요)(?=[\s.!~ㅠ]|$)",
    ))
)  # fmt: skip
_FELT = (
    r"heart-?broken|saddened|sad|devastated|upset|angry|furious|worried|anxious|thrilled|delighted|excited"
    r"|overjoyed|proud|hurt|shocked|"
    r"gutted|crushed|scared|lonely|ashamed|mortified|disappointed|frustrated|touched|grateful from the bottom"
    r"|happy|glad|pleased|relieved|concerned"
)
_FEELING_EN = re.compile(
    joined((
        r"\b(?:i|we) (?:truly |really |totally |can )?(?:feel|share|know) your (?:pain|frustration|anger|sorrow"
        r"|grief|disappointment|worry|sadness|hurt)\b",
        rf"\b(?:i|we)(?:'m| am|'re| are| was| feel| felt)(?: (?:so|truly|really|deeply|very|just|also|genuinely"
        rf"|absolutely|quite|terribly|too|both))* (?:{_FELT})\b(?! to (?:help|assist|hear from|say|explain|look"
        rf"|check|connect|answer|confirm|do|see what|take|walk|arrange|send|talk|find)| you (?:asked|told|wrote"
        rf"|got in touch|reached|contacted|let|flagged|mentioned|raised))",
        rf"\bas (?:{_FELT}) as you\b|\bmakes me (?:so |really |very )?(?:{_FELT})\b",
        rf"\bsorry and (?:\w+ )?(?:{_FELT})\b|\b(?:i|we) (?:really |just |do )?(?:feel|felt) (?:\w+ )?(?:awful"
        rf"|terrible|horrible|sick|bad|great|good)\b|\b(?:our|the) (?:whole |entire )?team (?:is|are|was"
        rf"|feels?) (?:\w+ )?(?:{_FELT})\b",
            r"\bhappened to me\b|\bmoved to tears\b|\bmade me (?:cry|smile|sad|angry|laugh|happy)\b"
            r"|\bi felt your\b|\bit (?:saddens|pains|hurts|worries|delights|thrills) (?:me"
            r"|us)\b|\bgot tears\b|\b(?:totally|completely|so) (?:get|understand"
            r"|relate to) how you feel\b|\bi can relate\b|\bme too\b",
            r"\b(?:my|our) hearts? (?:goes|go|breaks?|aches?|sinks?|bleeds?)\b|\bbreaks my heart\b",
        r"\b(?:i|we) (?:(?:know|understand) exactly|know) how (?:you(?:'re| are)? )?(?:must )?(?:feel"
        r"|feeling)\b|\bi(?:'ve| have) been (?:there|in your shoes)\b|\bi(?:'ve| have) been through\b",
        r"\bi(?:'d| would) (?:also )?(?:be|feel) (?:just as |so |really |very |equally )?(?:angry|upset"
        r"|frustrated|annoyed|furious|sad|worried|disappointed|the same)\b",
        r"\b(?:that|this|it) makes me (?:so |really |very )?(?:sad|happy|angry|smile|cry|feel|upset|furious)\b",
        r"\bi (?:cried|wept|love (?:you|chatting|talking|helping)|hate (?:that|to see|seeing)|can (?:really "
        r"|truly )?feel)\b|\bit pains (?:me|us)\b|\bi(?:'m| am) (?:only )?human\b|\bi(?:'m| am) crying\b",
    )))  # fmt: skip


_PUSHING: dict[Language, re.Pattern[str]] = {
    "ko": re.compile("|".join(f"(?P<{kind}>{'|'.join(rows)})" for kind, rows in _KO.items())),
    "en": re.compile("|".join(f"(?P<{kind}>{joined(rows)})" for kind, rows in _EN.items())),
}
_FEELINGS: dict[Language, re.Pattern[str]] = {"ko": _FEELING_KO, "en": _FEELING_EN}
_NAME_THE_FEELING: dict[Language, str] = {
    "ko": "“많이 속상하셨죠”처럼",
    "en": "“That must have been frustrating”",
}


def manipulation_in(text: str, language: Language) -> tuple[Finding, ...]:
    """Rule "manipulation", with the kind of dark pattern in ``instead``, and rule "claims_feeling"."""
    straight = straightened(text) if language == "en" else text
    pushes = [
        found("manipulation", text, *match.span(), language=language, instead=match.lastgroup or "")
        for match in _PUSHING[language].finditer(straight)
    ]
    feelings = [
        found("claims_feeling", text, *match.span(), language=language, instead=_NAME_THE_FEELING[language])
        for match in _FEELINGS[language].finditer(straight)
    ]
    return (*pushes, *feelings)
