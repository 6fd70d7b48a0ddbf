"""Signs of irony: praise for bad news, questions that want no answer."""

from dajeong.understanding.sign_rule import Rule, rule

_BAD_NEWS = (
    r"품절|지연|연기|취소|오류|에러|고장|깨[졌지진]|틀[렸리]|늦|안\s?(?:와|왔|오|돼|되|받|보|열)|반송|실패|거절|누락|불량|끊[기겼]|먹통|점검|엉뚱|"
    r"잘못|분실|잃어|없어[졌지]|튕|멈[추췄]|오배송|거부|막[혔히]"
)
_BAD_NEWS_EN = (
    r"declined|rejected|refused|stuck|broken|broke|charged|cancel|failed|fails|failing|lost|late\b|delay|down\b|outage|error|"
    r"crash|wrong|missing|ignored|waiting|expired|blocked|locked|overcharged|empty|cold\b|dead\b|nobody|no one|nothing|still\b|again\b|another\b"
)
_PRAISE_EN = (
    r"great|wonderful|lovely|brilliant|fantastic|perfect|nice|nicely done|amazing|awesome|excellent|superb|"
    r"well done|bravo|congratulations|good job|nice work"
)
_GOOD_NEWS = (
    r"벌써|도착했|감사|고맙|고마[워웠]|해결(?:됐|되었)|놀랐|잘\s?(?:받|왔|됐|되네)|빨리\s?(?:와서|왔|됐|되)|믿고"
)

IRONY: tuple[Rule, ...] = (
    rule(
        "sarcasm",
        "anger",
        r"빨리도|일찍도|잘도|퍽이나|어련하|잘하는\s?짓|(?:참|아주|정말|진짜|역시)\s?(?:잘|대단|훌륭|"
        r"친절도?|편리|빠르|신속|성의|양심)[^.!?\n]{0,14}(?:네요|시네|군요|구나|십니다|네|다)\s?(?:\^\^|"
        r"ㅎㅎ|ㅋㅋ|~|ㅡㅡ|\.\.|👏)|대단들?\s?하(?:네요|십니다|시네)|잘들\s?(?:하|논)|눈물\s?(?:나게|"
        r"겹게)\s?(?:고맙|감사)|덕분에\s?(?:아주|참)?\s?(?:망|날렸|다\s?놓|손해)|"
        r"수고가\s?(?:참\s?)?많(?:으시네|네)|👏|thanks for nothing|just (?:great|perfect|what i needed|"
        r"wonderful)|oh,? (?:great|wonderful|perfect|lovely|brilliant|fantastic)|what a joke|"
        r"great job (?:losing|breaking|ruining|charging|ignoring)|how (?:nice|kind|generous) of you|"
        r"slow clap",
        {"anger": 1.2, "distrust": 0.3, "gratitude": -1.6, "satisfaction": -1.6, "neutral": -0.8},
        strength=0.25,
        unless=rf"(?:대단|훌륭|친절|빠르|신속)[^.!?\n]{{0,16}}(?:{_GOOD_NEWS})|(?:{_GOOD_NEWS})[^.!?\n]{{0,16}}(?:대단|훌륭|친절|빠르|신속)\S*",
    ),
    rule(
        "sarcasm",
        "anger",
        rf"(?:대단|훌륭|최고|멋지|멋져|잘한다|잘하네|잘하[셨십시]|친절|끝내주|완벽|역시)(?!하?지\s?(?:않|못))[^.!?\n]{{0,16}}[\s,.!~]+(?:또|이번에도|역시나|결국)"
        rf"[^.!?\n]{{0,12}}(?:{_BAD_NEWS})|"
        rf"^\W*(?:(?:oh|wow|well|just|how|yeah|so),? )*(?:{_PRAISE_EN})\b[,.!: ]+(?!(?:\w+ )?(?:service|job|work|help|news|to|that|but)\b)"
        rf"(?:(?!\bbut\b|\bthough\b|sorted|solved|fixed)[^?]){{0,50}}?\b(?:{_BAD_NEWS_EN})",
        {"anger": 1.2, "distrust": 0.3, "gratitude": -1.6, "satisfaction": -1.6, "neutral": -0.8},
        strength=0.25,
        unless=r"no longer|not (?:broken|declined|late|stuck)|replac|instead of|after it|didn'?t expect",
    ),
    rule(
        "rhetorical_question",
        "anger",
        r"말이\s?(?:돼|됩|되)(?!지)|(?:이게|그게)\s?(?:서비스|정상|최선|뭐)|"
        r"언제까지\s?(?:\S+\s?){0,3}(?:야|해야|돼|하란|기다)|몇\s?번을?\s?(?:\S+\s?){0,3}(?:야|해야|돼)|"
        r"왜\s?이렇게|왜\s?이래|장난(?:해|하|치|쳐|이|인)|누가\s?\S+겠|제가\s?왜\s|내가\s?왜\s|"
        r"어떻게\s?\S{0,8}수가\s?있|뭐\s?하(?:는|자는)\s?(?:거|건|겁)|how (?:hard|difficult) (?:can|"
        r"is) it|are you (?:kidding|serious|joking)|is this a joke|seriously\?|why (?:is|does) (?:it|"
        r"this) (?:always|so)|do you (?:even|people)",
        {"anger": 0.9, "frustration": 0.7, "neutral": -0.9},
        strength=0.18,
    ),
)
