"""One remark about a wording: which rule, where, and what to write instead."""

from dataclasses import dataclass
from typing import Literal

from dajeong.conversation.reading import Language

Severity = Literal["error", "warning"]

# error: the customer would be hurt, misled or talked down to, so it is never sent.
# warning: harder to read or colder than need be; a designer decides.
SEVERITY: dict[str, Severity] = {
    "mixed_levels": "error",
    "wrong_level": "error",
    "banmal": "error",
    "blame": "error",
    "claims_feeling": "error",
    "manipulation": "error",
    "jargon": "warning",
    "too_long": "warning",
    "translationese": "warning",
    "double_passive": "warning",
    "empty_formula": "warning",
    "thing_honoured": "warning",
}

_ADVICE: dict[str, dict[Language, str]] = {
    "mixed_levels": {
        "ko": "한 답장 안에서는 말높임을 하나로 맞춰요. 이 문장을 {instead}로 바꿔요.",
        "en": "Keep one speech level in a reply; write this sentence in {instead}.",
    },
    "wrong_level": {
        "ko": "페르소나의 말높임은 {instead}예요. 이 문장을 {instead}로 바꿔요.",
        "en": "The persona speaks {instead}; write this sentence in {instead}.",
    },
    "banmal": {
        "ko": "반말로 끝났어요. 높임말로 바꿔요.",
        "en": "This ends in familiar speech (반말); write it politely.",
    },
    "jargon": {
        "ko": "‘{text}’ 대신 쉬운 말을 써요: {instead}.",
        "en": "Say it in plain words: {instead}.",
    },
    "too_long": {
        "ko": "문장이 길어요({instead}). 두 문장으로 나눠요.",
        "en": "The sentence is long ({instead}); make two of it.",
    },
    "blame": {
        "ko": "고객을 탓하는 말로 들려요. 누가 잘못했는지 대신 지금 상황과 할 수 있는 일을 써요: {instead}.",
        "en": "This sounds like blame. Say what is so and what can be done: {instead}.",
    },
    "claims_feeling": {
        "ko": "AI는 감정을 느낀다고 말하지 않아요. 고객의 마음을 짚어 줘요: {instead}.",
        "en": "An AI does not claim feelings. Name the customer's: {instead}.",
    },
    "manipulation": {
        "ko": "고객을 재촉하거나 마음을 이용하는 말이에요({instead}). 사실만 쓰고 선택은 고객에게 맡겨요.",
        "en": "This pushes the customer ({instead}). Give the fact and leave the choice to them.",
    },
    "translationese": {
        "ko": "딱딱한 번역투예요. 이렇게 써요: {instead}.",
        "en": "Stiff wording. Write: {instead}.",
    },
    "double_passive": {
        "ko": "피동이 두 번 겹쳤어요. 한 번만 써요: {instead}.",
        "en": "The passive is doubled. Use it once: {instead}.",
    },
    "empty_formula": {
        "ko": "무엇에 대한 말인지 빠져 있어요. 일을 짚어 말해요: {instead}.",
        "en": "An empty formula. Name the matter: {instead}.",
    },
    "thing_honoured": {
        "ko": "물건은 높이지 않아요. 이렇게 써요: {instead}.",
        "en": "The honorific is misplaced. Write: {instead}.",
    },
}
RULES: tuple[str, ...] = tuple(SEVERITY)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a wording breaks. ``text`` is ``reviewed[start:end]``, ``instead`` what to write there.

    ``advice`` is in the language of the reviewed text; ``advice_in`` gives the other one.
    """

    rule: str
    text: str
    start: int
    end: int
    advice: str
    instead: str = ""
    severity: Severity = "warning"

    def advice_in(self, language: Language) -> str:
        """The advice for a reader of ``language``, whatever language was reviewed."""
        return advice(self.rule, language, text=self.text, instead=self.instead)


def advice(rule: str, language: Language, *, text: str = "", instead: str = "") -> str:
    """What to write instead, for a designer who reads ``language``."""
    return _ADVICE[rule][language].format(text=text, instead=instead)


def found(rule: str, text: str, start: int, end: int, *, language: Language, instead: str = "") -> Finding:
    """A finding at ``text[start:end]`` with its severity and advice filled from the tables."""
    words = text[start:end]
    return Finding(
        rule, words, start, end, advice(rule, language, text=words, instead=instead), instead, SEVERITY[rule]
    )
