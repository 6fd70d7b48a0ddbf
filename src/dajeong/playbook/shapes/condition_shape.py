"""How a condition is written: names, what they must be, ``any`` and ``not``."""

from dataclasses import dataclass
from typing import Any

from dajeong.playbook.condition import Bounds, Condition, Expectation
from dajeong.playbook.problem import Path
from dajeong.playbook.shapes.shape import FileReader, Flag, Key, Number, Record
from dajeong.playbook.words import key_in_english, names_of, value_in_english
from dajeong.playbook.yaml_text import Entries, Items, Node, Scalar

_BOUND = Number(whole=False)


@dataclass(frozen=True, slots=True)
class _Plain:
    def read(self, node: Node, at: Path, reader: FileReader) -> str | int | float | bool | None:
        if not isinstance(node, Scalar) or node.value is None:
            reader.wrong(node, "not_text" if not isinstance(node, Scalar) else "empty")
            return None
        reader.keep(node, at)
        return node.value if not node.quoted else node.text

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


BOUNDS = Record(
    (
        Key("at_least", _BOUND, "this or more", "이 값 이상"),
        Key("at_most", _BOUND, "this or less", "이 값 이하"),
        Key("more_than", _BOUND, "more than this", "이 값 초과"),
        Key("less_than", _BOUND, "less than this", "이 값 미만"),
        Key("is_not", _Plain(), "anything but this", "이 값이 아닐 때"),
        Key("filled", Flag(), "known at all, or not", "알고 있는지"),
    ),
    en="What the value must be",
    ko="값이 어떠해야 하는지",
)
# Names whose values are of a fixed list, and may be written in Korean.
_NAMED_VALUES = ("mood", "emotion", "trend", "language")


@dataclass(frozen=True, slots=True)
class ConditionShape:
    """A condition; names are checked by the review, which knows all slots and actions."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Condition | None:
        if not isinstance(node, Entries):
            reader.wrong(node, "not_condition")
            return None
        reader.keep(node, at)
        holds: dict[str, Expectation] = {}
        any_of: tuple[Condition, ...] = ()
        negated: Condition | None = None
        for key, value in node.pairs:
            name = key_in_english(key.text)
            if name == "any":
                any_of = self._any(value, (*at, "any"), reader)
            elif name == "not":
                negated = self.read(value, (*at, "not"), reader)
            elif (expected := _expectation(name, value, (*at, name), reader)) is not None:
                reader.keep(key, (*at, name))
                holds[name] = expected
        return Condition(holds=holds, any_of=any_of, negated=negated)

    def _any(self, node: Node, at: Path, reader: FileReader) -> tuple[Condition, ...]:
        if not isinstance(node, Items):
            reader.wrong(node, "not_list")
            return ()
        found = [self.read(each, (*at, number), reader) for number, each in enumerate(node.nodes)]
        return tuple(each for each in found if each is not None)

    def schema(self) -> dict[str, Any]:
        scalar = _Plain().schema()
        expected = {"anyOf": [scalar, {"type": "array", "items": scalar}, BOUNDS.schema()]}
        here = {"$ref": "#/$defs/condition"}
        nested = {name: {"type": "array", "items": here} for name in names_of("any")} | dict.fromkeys(
            names_of("not"), here
        )
        return {
            "type": "object",
            "description": "Every entry must hold · 모든 항목이 맞아야 해요",
            "properties": nested,
            "additionalProperties": expected,
        }


def _expectation(name: str, node: Node, at: Path, reader: FileReader) -> Expectation | None:
    if isinstance(node, Entries):
        bounds = BOUNDS.read(node, at, reader)
        if not bounds:
            if not node.pairs:
                reader.wrong(node, "empty")
            return None
        return Bounds(**bounds)
    if isinstance(node, Items):
        if not node.nodes:
            reader.wrong(node, "empty")
            return None
        found = [_value(name, each, (*at, number), reader) for number, each in enumerate(node.nodes)]
        return tuple(each for each in found if each is not None)
    return _value(name, node, at, reader)


def _value(name: str, node: Node, at: Path, reader: FileReader) -> str | int | float | bool | None:
    value = _Plain().read(node, at, reader)
    return value_in_english(value) if name in _NAMED_VALUES and isinstance(value, str) else value


class ReferredCondition(ConditionShape):
    """A condition where a schema may point at the definition instead of repeating it."""

    __slots__ = ()

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/condition"}
