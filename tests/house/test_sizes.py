"""Files and functions stay small enough to be read in one go."""

import ast
from collections.abc import Iterator

from tests.house import tree

FILE_LINES = 400
FUNCTION_LINES = 80


def too_long_functions(module: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield node.name, lines


def test_no_source_file_is_longer_than_400_lines() -> None:
    ours = [
        path
        for path in tree.files()
        if path.is_relative_to(tree.SOURCE) or path.is_relative_to(tree.ROOT / "web")
        if path.suffix in (".py", ".ts", ".tsx", ".css") and not path.name.endswith(".generated.ts")
    ]
    long = {
        tree.name(path): n for path in ours if (n := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not long, f"Split these where the idea splits: {long}"


def test_no_function_is_longer_than_80_lines() -> None:
    long = [
        f"{tree.name(path)}: {name} has {lines} lines"
        for path in tree.source_files()
        for name, lines in too_long_functions(tree.parsed(path))
    ]
    assert not long, "\n".join(long)


def test_a_long_function_is_noticed() -> None:
    body = "\n".join("    x = 1" for _ in range(FUNCTION_LINES))
    assert list(too_long_functions(ast.parse(f"def long():\n{body}\n"))) == [("long", FUNCTION_LINES + 1)]
    assert not list(too_long_functions(ast.parse("def short():\n    return 1\n")))
