"""The shapes a value in a playbook's files may have: each reads a value, and describes itself to editors.

One table of shapes serves the loader and the JSON Schema, so that an editor and ``dajeong check`` never disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Protocol

from dajeong.playbook.problem import Notes, Path, Place, Places
from dajeong.playbook.words import VALUES, key_in_english, names_of, value_in_english
from dajeong.playbook.yaml_text import Entries, Items, Node, Scalar, plain


@dataclass(frozen=True, slots=True)
class FileReader:
    """What reading one file needs at hand: its name, where remarks go and where places are kept."""

    file: str
    notes: Notes
    places: Places

    def keep(self, node: Node, at: Path) -> None:
        """Remember where the value at this path is written."""
        self.places.known[at] = Place(self.file, node.line, node.column)

    def wrong(self, node: Node, rule: str, /, **words: str | float) -> None:
        """Note a mistake at a value."""
        self.notes.add(Place(self.file, node.line, node.column), rule, **words)


class Shape(Protocol):
    """How a value is read and described. ``read`` notes what is wrong and returns None for a value it cannot take."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Any: ...

    def schema(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text; a number or date is taken as it is written."""

    longest: int = 4000

    def read(self, node: Node, at: Path, reader: FileReader) -> str | None:
        if not isinstance(node, Scalar):
            reader.wrong(node, "not_text")
        elif (node.value is None and not node.quoted) or not node.text.strip():
            reader.wrong(node, "empty")
        elif len(node.text) > self.longest:
            reader.wrong(node, "text_too_long", longest=self.longest)
        else:
            reader.keep(node, at)
            return node.text.strip()
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, node: Node, at: Path, reader: FileReader) -> bool | None:
        if isinstance(node, Scalar):
            if isinstance(node.value, bool):
                reader.keep(node, at)
                return node.value
            if node.text in ("예", "네", "yes", "아니요", "아니오", "no"):
                reader.keep(node, at)
                return node.text in ("예", "네", "yes")
        reader.wrong(node, "not_flag")
        return None

    def schema(self) -> dict[str, Any]:
        return {"enum": [True, False, "예", "네", "yes", "아니요", "아니오", "no"]}


@dataclass(frozen=True, slots=True)
class Number:
    """A number between bounds."""

    at_least: float | None = None
    at_most: float | None = None
    whole: bool = True

    def read(self, node: Node, at: Path, reader: FileReader) -> int | float | None:
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int if self.whole else (int, float)):
            reader.wrong(node, "not_number")
            return None
        low, high = self.at_least, self.at_most
        if not (value == value and abs(value) < 1e15):
            reader.wrong(node, "not_number")
            return None
        if (low is not None and value < low) or (high is not None and value > high):
            reader.wrong(
                node, "out_of_bounds", low="" if low is None else f"{low:g}", high="" if high is None else f"{high:g}"
            )
            return None
        reader.keep(node, at)
        return value

    def schema(self) -> dict[str, Any]:
        bounds = {"minimum": self.at_least, "maximum": self.at_most}
        return {
            "type": "integer" if self.whole else "number",
            **{name: bound for name, bound in bounds.items() if bound is not None},
        }


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a fixed list, in English or Korean."""

    values: tuple[str, ...]

    def read(self, node: Node, at: Path, reader: FileReader) -> str | None:
        if not isinstance(node, Scalar):
            reader.wrong(node, "not_text")
            return None
        value = value_in_english(node.text)
        if value not in self.values:
            reader.wrong(node, "not_one_of", word=node.text, known=", ".join(self.values))
            return None
        reader.keep(node, at)
        return value

    def schema(self) -> dict[str, Any]:
        korean = [name for name, value in VALUES.items() if value in self.values]
        return {"enum": [*self.values, *korean]}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape; ``or_one`` takes a single value as a list of it."""

    shape: Shape
    or_one: bool = False
    at_least: int = 0

    def read(self, node: Node, at: Path, reader: FileReader) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar) and self.or_one:
            one = self.shape.read(node, (*at, 0), reader)
            reader.keep(node, at)
            return None if one is None else (one,)
        if not isinstance(node, Items):
            reader.wrong(node, "not_list")
            return None
        if len(node.nodes) < self.at_least:
            reader.wrong(node, "empty")
            return None
        reader.keep(node, at)
        found = [self.shape.read(each, (*at, number), reader) for number, each in enumerate(node.nodes)]
        return tuple(each for each in found if each is not None)

    def schema(self) -> dict[str, Any]:
        many = {"type": "array", "items": self.shape.schema(), "minItems": self.at_least}
        return {"anyOf": [self.shape.schema(), many]} if self.or_one else many


@dataclass(frozen=True, slots=True)
class MapOf:
    """Names of the team's own choosing, each with a value of one shape. ``ids`` asks for lower_snake_case names."""

    shape: Shape
    ids: bool = False

    def read(self, node: Node, at: Path, reader: FileReader) -> dict[str, Any] | None:
        if not isinstance(node, Entries):
            reader.wrong(node, "not_mapping")
            return None
        reader.keep(node, at)
        found: dict[str, Any] = {}
        for key, value in node.pairs:
            if self.ids and not is_id(key.text):
                reader.wrong(key, "bad_id", word=key.text)
                continue
            read = self.shape.read(value, (*at, key.text), reader)
            reader.keep(key, (*at, key.text))
            if read is not None:
                found[key.text] = read
        return found

    def schema(self) -> dict[str, Any]:
        names = {"propertyNames": {"pattern": "^[a-z][a-z0-9_]{0,63}$"}} if self.ids else {}
        return {"type": "object", "additionalProperties": self.shape.schema(), **names}


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value, taken as it stands."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Any:
        reader.keep(node, at)
        return plain(node)

    def schema(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record: its shape, and what it is for in both languages."""

    name: str
    shape: Shape
    en: str
    ko: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Fixed keys, each with its own shape. An unknown key is a mistake: it may be a misspelt one."""

    keys: tuple[Key, ...]
    en: str = ""
    ko: str = ""
    by_name: Mapping[str, Key] = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {key.name: key for key in self.keys})

    def read(self, node: Node, at: Path, reader: FileReader) -> dict[str, Any] | None:
        if not isinstance(node, Entries):
            reader.wrong(node, "not_mapping")
            return None
        reader.keep(node, at)
        found: dict[str, Any] = {}
        written: set[str] = set()
        for key_node, value in node.pairs:
            name = key_in_english(key_node.text)
            key = self.by_name.get(name)
            if key is None:
                near = nearest(key_node.text, self.key_names())
                reader.wrong(key_node, "unknown_key", word=key_node.text, near=near or ", ".join(self.by_name))
            elif name in written:
                reader.wrong(key_node, "twice", word=key_node.text)
            elif isinstance(value, Scalar) and value.value is None and not value.quoted:
                written.add(name)
                # An empty value has no place of its own.
                reader.wrong(key_node, "empty")
            else:
                written.add(name)
                read = key.shape.read(value, (*at, name), reader)
                if read is not None:
                    found[name] = read
        for key in self.keys:
            if key.required and key.name not in written:
                reader.wrong(node, "missing_key", word=key.name, korean=names_of(key.name)[-1])
        return found

    def key_names(self) -> tuple[str, ...]:
        """Every key, in both languages."""
        return tuple(name for key in self.keys for name in names_of(key.name))

    def schema(self) -> dict[str, Any]:
        properties = {
            name: {"description": f"{key.en} · {key.ko}", **key.shape.schema()}
            for key in self.keys
            for name in names_of(key.name)
        }
        needed = [{"anyOf": [{"required": [name]} for name in names_of(key.name)]} for key in self.keys if key.required]
        return {
            "type": "object",
            **({"description": f"{self.en} · {self.ko}"} if self.en else {}),
            "properties": properties,
            "additionalProperties": False,
            **({"allOf": needed} if needed else {}),
        }


def is_id(word: str) -> bool:
    """Whether a name is lower_snake_case in ASCII, at most 64 characters."""
    return (
        0 < len(word) <= 64
        and word.isascii()
        and word[0].isalpha()
        and all(sign.islower() or sign.isdigit() or sign == "_" for sign in word)
    )


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known name that looks most like ``word``, or nothing."""
    found = get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else ""
