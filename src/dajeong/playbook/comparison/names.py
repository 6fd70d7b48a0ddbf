"""What people call the parts of a playbook: its own titles, and our words for keys, kinds, feelings and moves."""

from collections.abc import Mapping
from dataclasses import dataclass

from dajeong.conversation.reading import Language
from dajeong.playbook.comparison.labels import FIELDS, KINDS, LINE_NAMES, OCCASIONS, STEPS
from dajeong.playbook.condition import Bounds, Condition, Expectation
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.words import KEYS, VALUES

# As they are written in files, and with the blanks people write.
_KOREAN = {english: korean for korean, english in VALUES.items()} | {
    "offer_person": "사람 제안",
    "act": "처리 알림",
    "check": "해결 확인",
    "very_warm": "아주 따뜻하게",
    "warm": "따뜻하게",
    "plain": "담백하게",
    "when_content": "흡족할 때",
    "yes_no": "예 또는 아니요",
}
_BOUNDS = {
    "at_least": {"ko": "{0} 이상", "en": "at least {0}"},
    "at_most": {"ko": "{0} 이하", "en": "at most {0}"},
    "more_than": {"ko": "{0} 초과", "en": "more than {0}"},
    "less_than": {"ko": "{0} 미만", "en": "less than {0}"},
    "is_not": {"ko": "{0}이(가) 아님", "en": "not {0}"},
}


@dataclass(frozen=True, slots=True)
class Names:
    """Names in one language. Titles come from the later version, then from the earlier one."""

    language: Language
    playbooks: tuple[Playbook, ...]

    @property
    def korean(self) -> bool:
        """Whether Korean is spoken."""
        return self.language == "ko"

    def place(self, kind: str, name: str, title: str = "") -> str:
        """‘환불’ 시나리오 / the scenario “Refund”."""
        shown = title or name
        return f"{KINDS[kind]['ko']} ‘{shown}’" if self.korean else f"{KINDS[kind]['en']} “{shown}”"

    def step(self, scenario: str, step: str, kind: str) -> str:
        """The name of a step inside its scenario."""
        inside = self.place("scenario", scenario, self.scenario(scenario))
        told = self.step_kind(kind)
        return f"{inside}의 {told} 단계 ‘{step}’" if self.korean else f"the step “{step}” ({told}) of {inside}"

    def scenario(self, name: str) -> str:
        """The title of a scenario."""
        return next((each.scenarios[name].title for each in self.playbooks if name in each.scenarios), name)

    def step_kind(self, kind: str) -> str:
        """What a kind of step is called."""
        return STEPS[kind][self.language]

    def line(self, name: str) -> str:
        """What a line is for."""
        known = LINE_NAMES.get(name)
        shown = known[self.language] if known else name
        return f"공통 말 ‘{shown}’" if self.korean else f"the shared line “{shown}”"

    def field(self, name: str) -> str:
        """What a key is called."""
        known = FIELDS.get(name)
        return known[self.language] if known else name.replace("_", " ")

    def occasion(self, name: str) -> str:
        """처음 하는 말 / the first time."""
        return OCCASIONS[name][self.language]

    def case(self, when: Condition) -> str:
        """The words for a special case."""
        told = self.condition(when)
        return f"‘{told}’ 때 하는 말" if self.korean else f"the words for when {told}"

    def value(self, value: object) -> str:
        """A value as people write it; nothing for nothing."""
        if value is None or value == "":
            return ""
        if isinstance(value, Condition):
            return self.condition(value)
        if isinstance(value, bool):
            return ("예" if value else "아니요") if self.korean else ("yes" if value else "no")
        if isinstance(value, Mapping):
            return "\n".join(f"{name}: {self.value(each)}" for name, each in value.items())
        if isinstance(value, (tuple, list)):
            return ", ".join(self.value(each) for each in value)
        if isinstance(value, float):
            return f"{value:g}"
        return self.word(str(value))

    def word(self, value: str) -> str:
        """A word of a fixed list in the language spoken; any other word as it is."""
        if self.korean:
            return _KOREAN.get(value, value)
        return value.replace("_", " ") if value in _KOREAN else value

    def moves(self, moves: tuple[str, ...]) -> str:
        """Moves in their order."""
        return " → ".join(self.word(move) for move in moves)

    def listed(self, moves: tuple[str, ...]) -> str:
        """Moves named one after the other: ‘안심’, ‘책임’."""
        quoted = (f"‘{self.word(move)}’" if self.korean else f"“{self.word(move)}”" for move in moves)
        return ", ".join(quoted)

    def condition(self, when: Condition) -> str:
        """A condition in words."""
        parts = [self._holds(name, expected) for name, expected in when.holds.items()]
        if when.any_of:
            told = (" 또는 " if self.korean else " or ").join(self.condition(each) for each in when.any_of)
            parts.append(f"({told})")
        if when.negated is not None:
            told = self.condition(when.negated)
            parts.append(f"({told}) 아님" if self.korean else f"not ({told})")
        if not parts:
            return "언제나" if self.korean else "always"
        return (", " if self.korean else " and ").join(parts)

    def _holds(self, name: str, expected: Expectation) -> str:
        label = self.bound(name)
        if isinstance(expected, Bounds):
            return f"{label} {self._bounds(expected)}" if self.korean else f"{label} is {self._bounds(expected)}"
        values = expected if isinstance(expected, tuple) else (expected,)
        told = ("·" if self.korean else " or ").join(self._expected(name, each) for each in values)
        return f"{label} {told}" if self.korean else f"{label} is {told}"

    def _bounds(self, bounds: Bounds) -> str:
        given = {name: value for name, value in bounds if value is not None and name != "filled"}
        told = [_BOUNDS[name][self.language].format(self.value(value)) for name, value in given.items()]
        if bounds.filled is not None:
            told.append(
                ("있음" if bounds.filled else "없음") if self.korean else ("known" if bounds.filled else "unknown")
            )
        return (", " if self.korean else " and ").join(told)

    def bound(self, name: str) -> str:
        """What a condition's name stands for: a slot, an action's output, something of the conversation."""
        for playbook in self.playbooks:
            if name in playbook.slots:
                return playbook.slots[name].title
            action, _, output = name.partition(".")
            if output and (known := playbook.actions.get(action)) and output in known.outputs:
                return known.outputs[output].title or name
        return KEYS[name][0] if self.korean and name in KEYS else name.replace("_", " ")

    def _expected(self, name: str, value: object) -> str:
        return self.scenario(value) if name == "scenario" and isinstance(value, str) else self.value(value)
