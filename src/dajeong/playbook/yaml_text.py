"""YAML text to a tree that knows the line and column of every value; a mistake becomes a mark, never an exception."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

Plain = str | int | float | bool | None
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Scalar:
    """One plain value. ``text`` is what was written without its quotes, ``value`` what it means in YAML 1.2."""

    line: int
    column: int
    text: str
    value: Plain
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    column: int
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: key and value in the order they are written."""

    line: int
    column: int
    pairs: tuple[tuple[Scalar, "Node"], ...]


Node = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class Slip:
    """A place where the text is not YAML we take: ``rule`` says which mistake, ``word`` what stands there."""

    rule: str
    line: int
    column: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says, as far as it could be read, and its slips. ``root`` is None for an empty or broken text."""

    root: Node | None
    slips: tuple[Slip, ...] = ()


@lru_cache(maxsize=4096)
def parse(text: str) -> Parsed:
    """Read one YAML 1.2 document. Lines and columns count from 1; columns count code points. Never raises."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except RecursionError:
        return Parsed(None, (Slip("too_deep", 1, 1),))
    except YAMLError as error:
        return Parsed(None, (_slip(error, text),))
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError, NotImplementedError):
        # The library stumbles over some mangled texts (bad %YAML lines, bad tags) without one of its own errors.
        return Parsed(None, (Slip("yaml", 1, 1),))
    slips: list[Slip] = []
    try:
        tree = None if root is None else _tree(root, slips, set(), 0)
    except RecursionError:
        return Parsed(None, (Slip("too_deep", 1, 1),))
    return Parsed(tree, tuple(slips))


def plain(node: Node) -> Any:
    """The tree as ordinary values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(each) for each in node.nodes]
    return {key.text: plain(value) for key, value in node.pairs}


def line_of(node: Node, place: Sequence[int | str]) -> int:
    """Return the line of the deepest part of ``place`` that stands in the tree, from 1."""
    line = node.line
    for part in place:
        inside: Node | None = None
        if isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
            inside = node.nodes[part]
            line = inside.line
        elif isinstance(node, Entries):
            for key, value in node.pairs:
                if key.text == part:
                    inside, line = value, key.line
        if inside is None:
            return line
        node = inside
    return line


def _tree(node: Any, slips: list[Slip], seen: set[int], depth: int) -> Node | None:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    # An alias hands out the same node again: a few lines could stand for millions of values.
    if id(node) in seen:
        slips.append(Slip("alias", line, column))
        return None
    seen.add(id(node))
    if depth > DEEPEST:
        slips.append(Slip("too_deep", line, column))
        return None
    if isinstance(node, ScalarNode):
        return Scalar(line, column, node.value, _value(node), node.style is not None)
    if isinstance(node, SequenceNode):
        found = (_tree(each, slips, seen, depth + 1) for each in node.value)
        return Items(line, column, tuple(each for each in found if each is not None))
    if isinstance(node, MappingNode):
        return Entries(line, column, tuple(_pairs(node, slips, seen, depth)))
    return None


def _pairs(node: MappingNode, slips: list[Slip], seen: set[int], depth: int) -> Iterator[tuple[Scalar, Node]]:
    known: set[str] = set()
    for key_node, value_node in node.value:
        key = _tree(key_node, slips, seen, depth + 1)
        value = _tree(value_node, slips, seen, depth + 1)
        if key is None or value is None:
            continue
        if not isinstance(key, Scalar):
            slips.append(Slip("odd_key", key.line, key.column))
        elif key.text in known:
            slips.append(Slip("twice", key.line, key.column, key.text))
        else:
            known.add(key.text)
            yield key, value


def _value(node: ScalarNode) -> Plain:
    kind = str(node.tag).rsplit(":", 1)[-1]
    text = str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    try:
        if kind == "int":
            return int(text.replace("_", ""), 0) if text.lstrip("+-")[:1] == "0" and len(text) > 1 else int(text)
        if kind == "float":
            return float(text.replace("_", ""))
    except ValueError:
        return text
    return text


# What the library says -> our name for the mistake. Tried in order.
_MISTAKES = (
    (r"'\t'", "yaml_tab"),
    ("cannot start any token", "yaml_sign"),
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_key"),
    ("unexpected end of stream", "yaml_quote"),
    ("expected ',' or", "yaml_braces"),
    ("expected <block end>", "yaml_indent"),
    ("undefined alias", "alias"),
    ("special characters are not allowed", "yaml_control"),
    ("another document", "yaml_documents"),
    ("expected the node content", "yaml_braces"),
)


def _slip(error: YAMLError, text: str) -> Slip:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    rule = next((name for words, name in _MISTAKES if words in said), "yaml")
    if rule == "yaml_quote":
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        at = getattr(error, "position", None)
        before = text[: at if isinstance(at, int) else 0]
        return Slip(rule, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    line, column = mark.line + 1, mark.column + 1
    if rule == "yaml_indent" and _opens_with_brace(text, line):
        rule = "yaml_braces"
    return Slip(rule, line, column)


def _opens_with_brace(text: str, line: int) -> bool:
    """Whether a sentence on that line begins with {name}, which YAML takes for a mapping."""
    lines = text.splitlines()
    if line > len(lines):
        return False
    rest = lines[line - 1].lstrip(" -")
    value = rest.split(": ", 1)[-1].strip()
    return value.startswith(("{", "["))
