"""Whole conversations, told in YAML beside each example, go as they are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dajeong.playbook.story import Story, stories_in
from dajeong.simulation import Stage, played, unmet
from dajeong.understanding import TrainedReader
from tests.stories.play import START, TODAY, stage_for, story_files


@pytest.fixture(scope="module")
def stages() -> Callable[[str], Stage]:
    """A stage for each example, made once: every story is a conversation of its own on it."""
    reader = TrainedReader.load()
    made: dict[str, Stage] = {}

    def stage(playbook: str) -> Stage:
        if playbook not in made:
            made[playbook] = stage_for(playbook, reader)
        return made[playbook]

    return stage


@pytest.mark.parametrize(
    "story", [story for path in story_files() for story in stories_in(path)], ids=lambda story: story.story
)
async def test_a_conversation_goes_as_it_is_told(
    story: Story, stages: Callable[[str], Stage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAJEONG_ACTIONS_DATA", str(tmp_path))
    monkeypatch.setenv("DAJEONG_ACTIONS_TODAY", TODAY)
    faults, stage = [], stages(story.playbook)
    stage.clock.now = START
    for line, exchange in await played(story, stage, story.story):
        what = line.customer or line.press or f"({line.wait})"
        faults += [f"{what} -> {fault}" for fault in unmet(line.expect, exchange)]
    assert not faults, "\n".join(faults)
