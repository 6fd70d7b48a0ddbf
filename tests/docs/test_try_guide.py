"""The story that the guide on trying shows is one, and holds."""

from datetime import UTC, datetime

from dajeong.app import memory_runtime
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.story import stories_of
from dajeong.simulation.trying import Trying
from dajeong.understanding import TrainedReader
from dajeong.understanding.current import CurrentReader
from tests.docs.blocks import DOCS, blocks


async def test_the_story_of_the_guide_holds(reader: TrainedReader) -> None:
    [shown] = [each for each in blocks(DOCS / "guides" / "try-a-draft.md") if each.name.startswith("tests/")]
    [story] = stories_of(shown.text)
    trying = Trying(CurrentReader(reader), memory_runtime)
    [told] = await trying.told(new_playbook(story.playbook, "ko"), [story], now=datetime(2026, 11, 23, tzinfo=UTC))
    trying.close()
    assert not told.faults and told.stopped is None
