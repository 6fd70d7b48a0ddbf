"""How words are written: one text, a list of equal alternatives, or first, second, third and special cases."""

from dataclasses import dataclass
from typing import Any

from dajeong.playbook.problem import Path
from dajeong.playbook.shapes.condition_shape import ReferredCondition
from dajeong.playbook.shapes.shape import FileReader, Key, ListOf, Record, Text
from dajeong.playbook.wording import Conditional, Wording
from dajeong.playbook.yaml_text import Entries, Node, Scalar

_TEXTS = ListOf(Text(), or_one=True, at_least=1)
_CASE = Record(
    (
        Key("when", ReferredCondition(), "the special case", "어떤 때인지", required=True),
        Key("say", _TEXTS, "the words for it", "그때 할 말", required=True),
    )
)
PARTS = Record(
    (
        Key("first", _TEXTS, "the first time", "처음에 할 말", required=True),
        Key("second", _TEXTS, "the second time", "두 번째에 할 말"),
        Key("third", _TEXTS, "from the third time on", "세 번째부터 할 말"),
        Key("if", ListOf(_CASE), "special cases, tried in order before the others", "먼저 살펴볼 특별한 경우"),
    ),
    en="Words for the first, second and third time",
    ko="처음, 두 번째, 세 번째에 할 말",
)


@dataclass(frozen=True, slots=True)
class WordingShape:
    """Words for one place. ``or_true`` also takes ``true``: the default words."""

    or_true: bool = False

    def read(self, node: Node, at: Path, reader: FileReader) -> Wording | bool | None:
        if self.or_true and isinstance(node, Scalar) and node.value is True:
            reader.keep(node, at)
            return True
        if not isinstance(node, Entries):
            texts = _TEXTS.read(node, (*at, "first"), reader)
            reader.keep(node, at)
            return Wording(first=texts) if texts else None
        if _is_braced(node):
            reader.wrong(node, "yaml_braces")
            return None
        parts = PARTS.read(node, at, reader)
        if not parts or not parts.get("first"):
            return None
        cases = tuple(Conditional(**case) for case in parts.pop("if", ()) if len(case) == 2)
        return Wording(**parts, cases=cases)

    def schema(self) -> dict[str, Any]:
        words = {"$ref": "#/$defs/wording"}
        return {"anyOf": [{"const": True}, words]} if self.or_true else words


def wording_schema() -> dict[str, Any]:
    """The definition every wording points at."""
    return {"anyOf": [_TEXTS.schema(), PARTS.schema()]}


def _is_braced(node: Entries) -> bool:
    """Whether this is ``{name}`` without quotes, which YAML takes for a mapping."""
    return len(node.pairs) == 1 and isinstance(node.pairs[0][1], Scalar) and node.pairs[0][1].value is None
