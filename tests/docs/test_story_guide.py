"""The guide on stories shows one that holds, and what a broken one looks like; the workflow beside it runs as it stands."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dajeong.app import memory_runtime
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.story import Expectation
from dajeong.simulation.stories import Theatre, conversation
from dajeong.simulation.testing import tell_all
from dajeong.understanding import TrainedReader
from tests.docs.blocks import DOCS, blocks
from tests.house import tree
from tools import reference

GUIDE = DOCS / "guides" / "test-with-stories.md"
WORKFLOW = tree.ROOT / "examples" / "github-actions" / "dajeong-test.yml"
FELT = "    felt: {emotion: anger, strength: 0.9}\n"


@pytest.fixture
def theatre(reader: TrainedReader) -> Theatre:
    return Theatre(new_playbook("my_shop", "ko"), reader, memory_runtime)


def shown() -> str:
    [story] = [each.text for each in blocks(GUIDE) if each.name.startswith("tests/")]
    return story


async def test_the_story_of_the_guide_holds(theatre: Theatre) -> None:
    told = await tell_all(theatre, {"tests/waiting.yaml": shown()}, policies=False)
    assert told.all_hold and len(told.runs) == 1, [str(each) for run in told.runs for each in run.outcome.broken]


async def test_a_broken_story_looks_as_the_guide_shows_it(theatre: Theatre) -> None:
    # The same line of the file, but nobody is supposed to be angry.
    calm = shown().replace(FELT, "\n")
    assert calm != shown()
    told = await tell_all(theatre, {"tests/waiting.yaml": calm}, policies=False)
    [outcome] = told.outcomes
    broken = "".join(f"my_shop/tests/waiting.yaml:{each.line}: {each}\n" for each in outcome.broken)
    output = f"{outcome.title}\n{conversation(outcome)}\n{broken}"
    assert output in [each.text for each in blocks(GUIDE) if each.language == "text"]


def test_the_guide_tells_of_everything_a_story_may_expect() -> None:
    table = "\n".join(line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    assert not [name for name in Expectation.model_fields if f"`{name}`" not in table]


def test_the_workflow_runs_commands_that_are_there() -> None:
    workflow = YAML(typ="safe").load(WORKFLOW.read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    known = reference.commands()
    said = [re.findall(r"^(dajeong [a-z-]+)|(--[a-z]+)", step["run"]) for step in steps if "run" in step]
    commands = [pair[0][0] for pair in said if pair and pair[0][0]]
    assert commands == ["dajeong check", "dajeong test"] and set(commands) <= set(known)
    options = {option for parameter in known["dajeong test"].params for option in parameter.opts}
    assert {option for pair in said for _, option in pair if option} <= options
    assert all(
        Path(step["with"].get("report_paths", "dajeong.xml")).name == "dajeong.xml" for step in steps if "with" in step
    )
