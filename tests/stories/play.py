"""Stories of the examples: where they are, and a stage for an example."""

import inspect
from datetime import UTC, datetime
from pathlib import Path

from dajeong.cli.stage import FileStage
from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.playbook.story_file import WrittenStory, read_stories
from dajeong.runtime import FunctionActions
from dajeong.simulation import VirtualClock
from dajeong.understanding import TrainedReader
from tests.examples.installed import installed

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("parcel", "telecom", "bank-card")
# A Monday, at ten in the evening in Korea and at eight in the morning in New York. The actions are told the same day.
START = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
TODAY = "2026-11-23"


def stories_of(example: str) -> tuple[WrittenStory, ...]:
    """Every story of an example; none of them has a mistake."""
    found, wrong = read_stories(
        read_beside(EXAMPLES / example), load_playbook(read_folder(EXAMPLES / example)).playbook
    )
    assert not wrong, "\n".join(map(str, wrong))
    return found


def stage_for(playbook: str, reader: TrainedReader) -> FileStage:
    """A stage with an example playbook and its own actions."""
    files = read_folder(EXAMPLES / playbook)
    return FileStage(
        files,
        FunctionActions(dict(inspect.getmembers(installed(playbook), inspect.isfunction))),
        reader=reader,
        clock=VirtualClock(START),
    )
