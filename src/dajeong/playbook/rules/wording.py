"""Rules of wording: what a customer should not have to read."""

from dajeong.playbook.problem import Rule, Severity, rule


def _language(severity: Severity, ko: str, en: str) -> Rule:
    # The language room says what to write instead, at the very words.
    return rule(severity, ko=(ko, "{advice}"), en=(en, "{advice}"))


# The rules of the language room carry its names; the house tests that none is missing.
FROM_LANGUAGE: dict[str, Rule] = {
    "mixed_levels": _language("error", "‘{text}’에서 말높임이 섞여요.", "‘{text}’ mixes two speech levels."),
    "wrong_level": _language("error", "‘{text}’은(는) 페르소나의 말높임이 아니에요.", "‘{text}’ is not the persona's speech level."),
    "banmal": _language("error", "‘{text}’은(는) 반말이에요.", "‘{text}’ is familiar speech (반말)."),
    "blame": _language("error", "‘{text}’은(는) 고객을 탓하는 말이에요.", "‘{text}’ blames the customer."),
    "claims_feeling": _language("error", "‘{text}’은(는) AI가 느낀다고 하는 말이에요.", "‘{text}’ claims feelings for an AI."),
    "manipulation": _language("error", "‘{text}’은(는) 고객을 몰아가는 말이에요.", "‘{text}’ pushes the customer."),
    "jargon": _language("warning", "‘{text}’은(는) 고객에게 어려운 말이에요.", "‘{text}’ is jargon."),
    "too_long": _language("warning", "한 문장이 너무 길어요.", "This sentence is too long."),
    "translationese": _language("warning", "‘{text}’은(는) 번역투예요.", "‘{text}’ is stiff."),
    "double_passive": _language("warning", "‘{text}’은(는) 피동이 두 번이에요.", "‘{text}’ doubles the passive."),
    "empty_formula": _language("warning", "‘{text}’만으로는 무엇에 대한 말인지 알 수 없어요.", "‘{text}’ names nothing."),
    "thing_honoured": _language("warning", "‘{text}’은(는) 물건을 높인 말이에요.", "‘{text}’ honours a thing."),
}  # fmt: skip

WORDING: dict[str, Rule] = {
    **FROM_LANGUAGE,
    "empty_promise": rule(
        "error",
        ko=(
            "‘{text}’은(는) 약속인데, 이 앞에서 그 약속을 지켜 줄 행동을 부르지 않아요.",
            "앞에서 이 약속을 해도 되는 행동을 부르거나, 확실한 것만 말해 주세요. 무엇을 약속해도 되는지는 actions.yaml의 `may_promise`에 적어요.",
        ),
        en=(
            "‘{text}’ promises something, and no action before it can keep that promise.",
            "Call an action first that may promise it (`may_promise` in actions.yaml), or say only what is certain.",
        ),
    ),
    "not_written": rule(
        "error",
        ko=("‘{text}’은(는) 새 단계에 처음부터 들어 있던 말이에요.", "고객이 읽을 말로 바꿔 적어 주세요."),
        en=("‘{text}’ is what a new step begins with.", "Write what the customer should read instead."),
    ),
    "never_say": rule(
        "error",
        ko=("‘{text}’은(는) 쓰지 않기로 한 말이에요.", "다른 말로 바꾸거나, 성격과 말투에서 쓰지 않는 말(`never_say`)을 고쳐 주세요."),
        en=("‘{text}’ is among the words this persona never says.", "Use other words, or take it out of what the persona never says (`never_say`)."),
    ),
    "wrong_language": rule(
        "error",
        ko=(
            "플레이북의 언어로 쓴 말이 아니어서 고객에게 나가지 않아요.",
            "플레이북의 언어로 고쳐 주세요. 다른 언어를 쓰는 고객에게는 그 언어의 플레이북을 따로 만들어 주세요.",
        ),
        en=(
            "This is not in the playbook's language, so it is never sent.",
            "Write it in the playbook's language. Make a playbook of its own for customers who write another one.",
        ),
    ),
    "names_nothing": rule(
        "warning",
        ko=(
            "‘{word}’의 어느 말도 고객의 일을 짚지 않아요.",
            "겪은 일({{happened}})이나 무엇에 대한 일인지({{matter}})를 말에 넣거나, 한 가지 일에만 쓰도록 조건(`when`)을 좁혀 주세요.",
        ),
        en=(
            "No alternative of ‘{word}’ names the customer's matter.",
            "Say what happened ({{happened}}) or what it is about ({{matter}}), or narrow it (`when`) to one matter or scenario.",
        ),
    ),
    "half_sentence": rule(
        "warning",
        ko=("‘{text}’에서 문장이 쉼표로 잘린 것 같아요.", "대괄호 목록 안의 쉼표가 있는 문장은 큰따옴표로 감싸 주세요."),
        en=("The list seems to cut a sentence at a comma: ‘{text}’.", "In [brackets], put a sentence with a comma in double quotes."),
    ),
    "reply_too_long": rule(
        "warning",
        ko=("{count}자예요. 이 페르소나가 한 번에 하는 말({longest}자)보다 길어요.", "나누거나 줄여 주세요."),
        en=("This has {count} characters, more than the persona's longest reply ({longest}).", "Shorten it or split it."),
    ),
}  # fmt: skip
