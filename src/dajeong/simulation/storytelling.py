"""Plays a story from its beginning, and writes down one that was played."""

from collections.abc import Mapping, Sequence

from dajeong.conversation.events import TimePassed
from dajeong.playbook.story import Deed, Story, StoryLine, SystemAnswer
from dajeong.simulation.stage import Exchange, Stage
from dajeong.simulation.verdict import as_it_was


async def played(story: Story, stage: Stage, conversation: str) -> Sequence[tuple[StoryLine, Exchange]]:
    """Play a story on a stage of its playbook and return what came of each line. Raises NoSuchButton."""
    await stage.open(conversation)
    return [(line, await stage.do(conversation, line)) for line in story.lines]


def story_of(
    title: str, playbook: str, deeds: Sequence[tuple[Deed, Exchange]], systems: Mapping[str, SystemAnswer]
) -> Story:
    """Return the story of what was done and what came of it; what happened is what it expects."""
    lines = tuple(
        StoryLine(**dict(_as_it_came(deed, exchange)), expect=as_it_was(exchange)) for deed, exchange in deeds
    )
    return Story(story=title, playbook=playbook, systems=dict(systems), lines=lines)


def _as_it_came(deed: Deed, exchange: Exchange) -> Deed:
    """Name what the silence really led to."""
    passed = [each.event.why for each in exchange.events if isinstance(each.event, TimePassed)]
    return deed.model_copy(update={"wait": passed[0]}) if deed.wait and passed else deed
