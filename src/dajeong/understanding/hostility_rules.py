"""Signs that turn against us: threats to report or to leave, insults, profanity, and threats of violence."""

from dajeong.understanding.sign_rule import Rule, rule

THREATS: tuple[Rule, ...] = (
    rule(
        "threat_to_report",
        "anger",
        r"소비자\s?(?:보호)?원|소보원|금감원|방통위|국민신문고|신고\s?(?:하겠|할\s?(?:거|겁|게)|합니다|"
        r"할래|들어)|고소|고발|법적|민원\s?(?:넣|제기|접수)|언론에|기자한테|인터넷에\s?(?:올|퍼)|"
        r"(?:report|sue) you|lawyer|legal action|ombudsman|chargeback|trading standards|better business",
        {"anger": 1.3, "neutral": -0.8},
        strength=0.3,
        urgency=0.12,
    ),
    rule(
        "threat_to_leave",
        "anger",
        r"다시는|두\s?번\s?다시|(?:해지|탈퇴|환불)\s?(?:하겠|해\s?버|각)|갈아타|(?:안|못)\s?(?:쓸|살|시킬|"
        r"이용할)\s?(?:거|겁|게|랍|래)|(?:여기|서비스|회사|통신사|은행|카드사|이런\s?(?:데|곳|거)|더는|더\s?이상|이제|더러워서)\S{0,2}\s?"
        r"(?:안|못)\s?(?:써|씁|쓴|쓰|사요|삽|시켜|시킵|이용)|다시\s?(?:쓰|사|시키|이용하)나\s?봐|never (?:\w+ ){0,3}again|last time i|"
        r"switch(?:ing)? to (?:a|"
        r"another|your)|taking my business|cancel(?:ling|ing)? my (?:account|membership|contract)",
        {"anger": 0.7, "disappointment": 0.6, "neutral": -0.5},
        strength=0.2,
    ),
)

ABUSE: tuple[Rule, ...] = (
    rule(
        "profanity",
        "abuse",
        r"씨발|시발(?!역|점)|씨바|ㅅㅂ|ㅆㅂ|개새|새끼(?!\s?(?:고양|강아|손|발가))|ㅅㄲ|병신|ㅂㅅ|지랄|"
        r"ㅈㄹ|존나|졸라|ㅈㄴ|좆|미친\s?(?:놈|년|것|새)|꺼져|닥쳐|개같|fuck|shit\b|bullshit|asshole|bitch|"
        r"bastard|\bstfu\b|dumbass|moron|idiots?\b",
        {"anger": 1.6, "neutral": -1.0},
        strength=0.3,
        abuse=0.75,
    ),
    rule(
        "insult",
        "abuse",
        r"멍청|돌대가리|무식한|등신|쓰레기\s?(?:회사|같은|들|네|새|업체)|월급\s?도둑|양아치|날강도|도둑놈|"
        r"사기꾼|stupid|useless|incompetent|pathetic|scammers?|crooks?|\bcrap\b",
        {"anger": 1.1, "distrust": 0.3, "neutral": -0.8},
        strength=0.22,
        abuse=0.35,
    ),
    rule(
        "threat_of_violence",
        "abuse",
        r"죽여\s?(?:버|줄|놓)|가만\s?안\s?(?:둬|둘|두)|찾아가서?\s?(?:다\s?)?(?:엎|부수|때|박살)|패\s?버|"
        r"kill you|beat you|come (?:down )?there and|burn (?:it|your)",
        {"anger": 1.5, "neutral": -1.0},
        strength=0.35,
        abuse=0.9,
    ),
)
