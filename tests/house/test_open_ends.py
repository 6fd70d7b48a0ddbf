"""Nothing is left open or silenced: no notes to self, no tests that are passed over, no unexplained silencing."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree

THIS_FILE = tree.name(Path(__file__))
CODE = (".py", ".ts", ".tsx", ".js", ".mjs", ".sh", ".css", ".html", ".toml")
_OPEN_ENDS = [
    r"\b(TODO|FIXME|XXX|HACK)\b",
    r"\braise NotImplementedError\b",
    r"\bmark\.(skip|skipif|xfail)\b",
    r"\bpytest\.(skip|xfail|importorskip)\b",
    r"\b(it|test|describe)\.(skip|only|todo)\b",
    r"@ts-(ignore|nocheck)",
    r"pragma: no cover",
    r"# type: ignore(?!\[)",
    r"# noqa(?!:)",
]
_ANY = re.compile("|".join(_OPEN_ENDS))


def open_ends(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if _ANY.search(line):
            yield f"{number}: {line.strip()[:100]}"


def test_nothing_is_left_open_or_silenced() -> None:
    found = [
        f"{name}:{end}"
        for name, text in tree.text_files()
        if (name.endswith(CODE) or name in ("run", ".ci/run")) and name != THIS_FILE
        for end in open_ends(text)
    ]
    assert not found, "\n".join(found)


def test_an_open_end_is_noticed() -> None:
    for bad in ("# TODO: later", "@pytest.mark.skip", "x = 1  # type: ignore", "test.only('a')", "import os  # noqa"):
        assert list(open_ends(bad)), bad
    for good in ("x = f()  # type: ignore[no-untyped-call]", "# noqa: E501", "skip_to_next_matter()", "every hacker"):
        assert not list(open_ends(good)), good
