"""Time is handed in: nothing asks the wall clock by itself, so that every story can be told again."""

import ast
from collections.abc import Iterator

from tests.house import tree

ASKED = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
# Where the real clock is made, or where a person at the keyboard is the clock.
MAY_ASK = {"app.py", "cli.py", "clock.py"}


def asked(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
            if (owner, node.attr) in ASKED:
                yield node.lineno, f"{owner}.{node.attr}"


def test_only_the_clock_asks_for_the_time() -> None:
    found = [
        f"{tree.name(path)}:{line}: {what} (take the time from the clock that app.py hands in)"
        for path in tree.source_files()
        if path.name not in MAY_ASK or tree.room(path) in tree.PURE_ROOMS
        for line, what in asked(tree.parsed(path))
    ]
    assert not found, "\n".join(found)


def test_a_look_at_the_wall_clock_is_noticed() -> None:
    for line in (
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "default_factory(datetime.utcnow)",
        "date.today()",
        "time.time()",
    ):
        assert list(asked(ast.parse(line))), line
    for line in ("clock.now()", "time.monotonic()", "time.perf_counter()"):
        assert not list(asked(ast.parse(line))), line
