"""Every module and every public class says what it is for."""

import ast
from collections.abc import Iterator

from tests.house import tree

FEWEST_WORDS = 2


def silent(module: ast.Module) -> Iterator[str]:
    """Names of the module and public classes that say nothing, or next to nothing."""
    if not _says_something(module):
        yield "the module"
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not _says_something(node):
            yield f"class {node.name} (line {node.lineno})"


def _says_something(node: ast.Module | ast.ClassDef) -> bool:
    return len((ast.get_docstring(node) or "").split()) >= FEWEST_WORDS


def test_every_module_and_public_class_says_what_it_is_for() -> None:
    found = [f"{tree.name(path)}: {what}" for path in tree.source_files() for what in silent(tree.parsed(path))]
    assert not found, "These need one line that says what they are for:\n" + "\n".join(found)


def test_a_silent_class_is_noticed() -> None:
    sample = ast.parse(
        '"""Tells what it is for."""\nclass Loud:\n    """Says what it does."""\nclass Mute: ...\nclass _Own: ...\n'
    )
    assert list(silent(sample)) == ["class Mute (line 4)"]
    assert list(silent(ast.parse("x = 1"))) == ["the module"]
