"""The code blocks of a page, and the playbook a page writes with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dajeong.playbook.draft import new_playbook
from tests.house import tree

DOCS = tree.ROOT / "docs"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)
# `# scenarios/gift.yaml` in the first line: a whole file. `# steps`: steps of a scenario, tried in one of their own.
_NAMED = re.compile(r"# ([\w/]+\.(?:ya?ml|py))$|# (steps)$")
# What example steps may point at without writing it.
_ENDING = """  - say: "다른 일도 있으면 말씀해 주세요."
    id: told
    then: done
  - hand_off: "상담원에게 이어 드릴게요."
    id: to_person
  - end: true
    id: done
"""


@dataclass(frozen=True, slots=True)
class Block:
    """One code block: its language, the file it says it is (``steps`` for loose steps, empty for neither), its text."""

    language: str
    name: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    """Every code block of a page that says its language."""
    for language, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        named = _NAMED.match(text.split("\n", 1)[0])
        yield Block(language, (named[1] or named[2]) if named else "", text)


def playbooks(page: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The playbook as it stands after each block of the page: what the block is, and every file so far.

    It begins as `dajeong new my_shop` makes it, and a file written later takes the place of an earlier one.
    """
    files = new_playbook("my_shop", "ko")
    for number, block in enumerate(blocks(page), start=1):
        about = f"{page.name}, block {number} ({block.name})"
        if block.language != "yaml" or not block.name:
            continue
        if block.name == "steps":
            yield about, {**files, "scenarios/tried.yaml": _tried(block.text)}
        else:
            files = {**files, block.name: block.text}
            yield about, files


def _tried(steps: str) -> str:
    """A scenario of its own around loose steps; its answers lead where the steps say."""
    indented = "".join(f"  {line}\n" if line.strip() else "\n" for line in steps.splitlines())
    return f"title: 시험\nmatter: 주문\nhappened: 물건이 아직 오지 않아\nsteps:\n{indented}{_ENDING}"
