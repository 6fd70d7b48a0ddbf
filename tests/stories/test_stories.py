"""The examples' stories, and those of their empathy policies, go as they are told: played as `dajeong test` plays them."""

from collections.abc import Callable

import pytest

from dajeong.app import memory_runtime
from dajeong.playbook.story_file import WrittenStory
from dajeong.simulation.policies import policy_outcomes
from dajeong.simulation.stories import Theatre, conversation, run_stories
from dajeong.understanding import TrainedReader
from tests.stories.play import EXAMPLES, NAMES, stories_of


@pytest.fixture(scope="module")
def theatres() -> Callable[[str], Theatre]:
    """A theatre for each example, made once: every story has a stage of its own in it."""
    reader = TrainedReader.load()
    made: dict[str, Theatre] = {}

    def theatre(example: str) -> Theatre:
        if example not in made:
            made[example] = Theatre.of_folder(EXAMPLES / example, reader, memory_runtime)
        return made[example]

    return theatre


@pytest.mark.parametrize(
    ("example", "story"),
    [pytest.param(name, story, id=story.story.story) for name in NAMES for story in stories_of(name)],
)
async def test_a_conversation_goes_as_it_is_told(
    example: str, story: WrittenStory, theatres: Callable[[str], Theatre]
) -> None:
    async for run in run_stories([story], theatres(example)):
        faults = [f"{each.line}: {each}" for each in run.outcome.broken]
        assert not faults, f"{conversation(run.outcome)}\n" + "\n".join(faults)


@pytest.mark.parametrize("example", NAMES)
async def test_every_empathy_policy_of_an_example_is_kept(example: str, theatres: Callable[[str], Theatre]) -> None:
    theatre = theatres(example)
    outcomes = [outcome async for outcome in policy_outcomes(theatre)]
    faults = [f"{each.title}: {broken}" for each in outcomes for broken in each.broken]
    assert not faults, "\n".join(faults)
    # The one net under the others, which catches what a team's own narrower policies let through.
    assert [each.title for each in outcomes if each.skipped] == ["against"]
    told = {each.title.partition(" ")[0] for each in outcomes}
    assert told == {policy.id for policy in theatre.design.playbook.empathy.policies}
