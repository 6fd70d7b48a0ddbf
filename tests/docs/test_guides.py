"""What a guide tells people to write can be written, and what it says they will see is what they see."""

import ast
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dajeong.cli.stage import FileStage
from dajeong.conversation.reading import EMOTIONS
from dajeong.learning.label_file import NEEDED, OPTIONAL, read_label_file
from dajeong.playbook import load_playbook, review
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.review.names import FELT
from dajeong.playbook.words import names_of
from dajeong.runtime import WorkerActions
from dajeong.simulation import VirtualClock
from dajeong.understanding import TrainedReader
from tests.docs.blocks import DOCS, Block, blocks, playbooks
from tests.house import tree
from tools import reference

GUIDES = sorted(path for path in (DOCS / "guides").glob("*.md") if path.name != "README.md")
TOLD = [*GUIDES, *(tree.ROOT / name for name in ("README.md", "README.ko.md", "CONTRIBUTING.md"))]
WRITTEN = [(about, files) for page in GUIDES for about, files in playbooks(page)]
# A Monday, eleven in the morning in Korea, as in the stories.
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(("about", "files"), WRITTEN, ids=[about for about, _ in WRITTEN])
def test_what_a_guide_writes_is_a_playbook(about: str, files: Mapping[str, str]) -> None:
    loaded = load_playbook(files)
    assert loaded.playbook is not None, [str(each) for each in loaded.findings]


def test_the_check_has_nothing_to_say_about_the_playbook_of_a_guide() -> None:
    whole = {about.split(",")[0]: files for about, files in WRITTEN if "(steps)" not in about}
    found = {page: [f"{each.file}:{each.line} {each.rule}" for each in review(files)] for page, files in whole.items()}
    assert not any(found.values()), found


def test_the_check_finds_no_error_in_the_steps_of_a_guide() -> None:
    # That a loose step leads to only one of the ends that are offered to it is no fault.
    found = [
        f"{about}: {each.line} {each.rule} {each.message}"
        for about, files in WRITTEN
        if "(steps)" in about
        for each in review(files)
        if each.severity == "error" and each.file == "scenarios/tried.yaml" and each.rule != "unreachable_step"
    ]
    assert not found, "\n".join(found)


def test_every_yaml_block_of_a_guide_says_what_it_is() -> None:
    unnamed = [f"{page.name}: {block.text[:60]}" for page in GUIDES for block in blocks(page) if _is_loose(block)]
    assert not unnamed


def _is_loose(block: Block) -> bool:
    return block.language in ("yaml", "yml") and not block.name


@pytest.mark.parametrize(
    ("page", "names"), [("write-a-playbook.md", slice(0, 1)), ("write-a-playbook.ko.md", slice(1, 2))]
)
def test_the_guide_names_all_that_a_condition_may_look_at(page: str, names: slice) -> None:
    text = (DOCS / "guides" / page).read_text(encoding="utf-8")
    table = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    # The hotline and the assistant's name never change: they are for words.
    felt = [name for name in FELT if name not in ("hotline", "persona.name")]
    missing = [known for name in felt for known in names_of(name)[names] if f"`{known}`" not in table]
    assert not missing


def test_python_and_json_of_a_guide_can_be_read() -> None:
    for page in GUIDES:
        for block in blocks(page):
            if block.language == "python":
                ast.parse(block.text)
            elif block.language == "json":
                json.loads(block.text)


def test_every_command_a_page_names_is_there() -> None:
    known = {name.removeprefix("dajeong ") for name in reference.commands()}
    named = {
        (page.name, command)
        for page in TOLD
        for command in re.findall(
            r"(?:^|[`|(]\s*|\./run )dajeong ((?:models |label )?[a-z][a-z-]*)", _shown(page), flags=re.MULTILINE
        )
    }
    assert {command for _, command in named} >= {"new", "check", "chat", "publish", "serve", "read", "answer"}
    assert not sorted((page, command) for page, command in named if command not in known)


def test_every_option_and_setting_a_page_names_is_there() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in reference.REFERENCE.glob("*.md"))
    named = {
        (page.name, name)
        for page in GUIDES
        for name in re.findall(r"\bDAJEONG_[A-Z_]+\b|(?<=dajeong )[a-z]+[^`\n|]* (--[a-z]+)", _shown(page))
        if name
    }
    assert not sorted((page, name) for page, name in named if name not in told and name not in _OF_EXAMPLES)


# What the actions of the examples read is theirs, not ours.
_OF_EXAMPLES = {"DAJEONG_ACTIONS_DATA", "DAJEONG_ACTIONS_TODAY"}


def _shown(page: Path) -> str:
    """A page without the output it shows."""
    return re.sub(r"^```text\n.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def _talks() -> list[tuple[str, dict[str, str], list[str]]]:
    """Every conversation a guide shows, with the playbook as the page has written it by then."""
    found = []
    for page in GUIDES:
        files = new_playbook("my_shop", "ko")
        for block in blocks(page):
            if block.language == "yaml" and block.name and block.name != "steps":
                files = {**files, block.name: block.text}
            elif block.language == "text" and block.text.startswith("> "):
                found.append((page.name, files, block.text.splitlines()))
    return found


async def test_a_conversation_in_a_guide_goes_as_it_is_told(reader: TrainedReader) -> None:
    talks = _talks()
    assert len(talks) >= 2
    for name, files, lines in talks:
        async with FileStage(files, WorkerActions({}), reader=reader, clock=VirtualClock(START)) as stage:
            await stage.open("talk")
            for said, answered in zip(lines[::2], lines[1::2], strict=True):
                exchange = await stage.say("talk", said.removeprefix("> "))
                assert [reply.text for reply in exchange.replies] == [answered], f"{name}: {said}"


def test_every_file_that_contributors_are_sent_to_is_there() -> None:
    text = (tree.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {name for name in re.findall(r"`([\w./-]+/[\w./-]*)`", text) if "<" not in name and name[0] != "."}
    assert len(named) > 15
    assert not sorted(name for name in named if not (tree.ROOT / name).exists())


def test_the_labels_a_guide_shows_can_be_learned_from(tmp_path: Path) -> None:
    page = DOCS / "guides" / "improve-the-reading.md"
    shown = next(block.text for block in blocks(page) if block.text.startswith("text\temotion"))
    (tmp_path / "ours.tsv").write_text(shown, encoding="utf-8")
    assert [row.emotion for row in read_label_file(tmp_path / "ours.tsv")] == ["disappointment", "neutral"]
    table = "\n".join(line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| `"))
    assert not [name for name in (*NEEDED, *OPTIONAL, *EMOTIONS) if f"`{name}`" not in table]
