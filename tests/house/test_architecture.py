"""The page that people hold in their heads and the code say the same."""

import re
import tomllib
from typing import get_args

from dajeong.conversation.move import Move
from tests.house import tree

PAGE = (tree.ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading, up to the next heading of its level or above."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,2}} |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert found, f"ARCHITECTURE.md has no heading '{title}'."
    return found[2]


def test_the_page_lists_every_move_in_its_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", section("Moves"), flags=re.MULTILINE) == list(get_args(Move))


def test_the_page_and_the_contract_draw_the_same_layers() -> None:
    contract = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    drawn = re.search(r"```\n(cli .*?)```", section("Rooms"), flags=re.DOTALL)
    assert drawn
    layers = [" ".join(layer.split()) for layer in drawn[1].split(">")]
    assert layers == [re.sub(r"[()]", "", layer) for layer in contract["layers"]]


def test_every_room_is_on_the_page() -> None:
    rooms = {tree.room(path) for path in tree.source_files()} - {"__init__", "__main__", "py"}
    lines = section("Rooms")
    missing = [room for room in rooms if not re.search(rf"\b{room}(/|\.py)", lines)]
    assert not missing
