"""Signs in how a message is typed: emoticons, laughter, and punctuation that piles up."""

from dajeong.understanding.sign_rule import Rule, rule

EMOTICONS: tuple[Rule, ...] = (
    rule(
        "tears",
        "sadness",
        r"[ㅠㅜ]+|T[_.]?T\b|😢|😭|🥲|🥺|:'?\(",
        {"anxiety": 0.5, "sadness": 0.7, "neutral": -0.6},
        strength=0.12,
    ),
    rule("laughter", "content", r"ㅋ{2,}|ㅎ{2,}|\b(?:haha+|lol)\b|😂|🤣", {"satisfaction": 0.2}),
    rule("smile", "content", r"\^\^|\^_\^|:-?\)|☺|😊|🙂|😀|😄|😁|🥰", {"satisfaction": 0.4, "gratitude": 0.4}),
    rule("heart", "content", r"[♥♡❤💕💖👍]|<3", {"satisfaction": 0.7, "gratitude": 0.6}, strength=0.1),
    rule("sweat", "frustration", r";{2,}|😅|💦|😓", {"frustration": 0.3, "confusion": 0.3}),
    rule("scowl", "anger", r"ㅡ[_.]?ㅡ|-_-|-\.-|😒|🙄|😤", {"frustration": 0.7, "anger": 0.5}, strength=0.1),
    rule("angry_face", "anger", r"😡|🤬|😠|👿|💢", {"anger": 1.6}, strength=0.3),
    rule("worried_face", "anxiety", r"😰|😨|😱|😟|😥|😧", {"anxiety": 1.4}, strength=0.2),
    rule(
        "sigh",
        "fatigue",
        r"하아+|에휴|에효|휴+우*(?=[\s.~,ㅠㅜ]|$)|\bsigh\b|\bugh+\b|😮‍💨|😩|😫",
        {"frustration": 0.6, "disappointment": 0.3},
        strength=0.1,
        fatigue=0.3,
    ),
    rule("trailing_dots", "other", r"\.{3,}|…+", {"disappointment": 0.15}),
)

PUNCTUATION: tuple[Rule, ...] = (
    rule(
        "exclaimed_question",
        "anger",
        r"\?+!+|!+\?+",
        {"anger": 0.5, "frustration": 0.5, "neutral": -0.6},
        strength=0.15,
        urgency=0.1,
    ),
    rule(
        "repeated_question",
        "frustration",
        r"\?{2,}",
        {"frustration": 0.4, "confusion": 0.3, "neutral": -0.3},
        strength=0.1,
        urgency=0.08,
    ),
    rule("repeated_exclamation", "strength", r"!{2,}", {"neutral": -0.3}, strength=0.15, urgency=0.08),
    rule(
        "elongation",
        "strength",
        r"[가-힣]([아어오우으이에])\1+|([가-힣])\2{3,}|([a-z])\3{3,}|\bso{3,}\b",
        {"neutral": -0.3},
        strength=0.12,
    ),
)
