"""Plays a story from its beginning, and writes down one that was played."""

from collections.abc import Mapping, Sequence
from datetime import date

from dajeong.conversation.events import TimePassed
from dajeong.errors import DajeongError
from dajeong.playbook.story import Deed, Story, StoryLine, SystemAnswer
from dajeong.simulation.playing import Playing
from dajeong.simulation.stage import Exchange
from dajeong.simulation.tried import Fault, Told
from dajeong.simulation.verdict import as_it_was, unmet


async def tell(story: Story, playing: Playing) -> Told:
    """Play a story from its beginning as far as it can be played, and return what is not as it expects."""
    await playing.begin()
    for line in story.lines:
        try:
            await playing.go_on(line)
        except DajeongError:
            # A line that no customer could send, such as an empty one.
            playing.stop("broke")
        if playing.stopped is not None:
            break
    faults = [
        Fault(line=number, **dict(each))
        for number, (line, exchange) in enumerate(zip(story.lines, playing.exchanges[1:], strict=False))
        for each in unmet(line.expect, exchange)
    ]
    return Told(title=story.story, faults=tuple(faults), stopped=playing.stopped)


def story_of(
    title: str,
    playbook: str,
    deeds: Sequence[tuple[Deed, Exchange]],
    systems: Mapping[str, SystemAnswer],
    day: date | None = None,
) -> Story:
    """Return the story of what was done on a day and what came of it; what happened is what it expects."""
    lines = tuple(
        StoryLine(**dict(_as_it_came(deed, exchange)), expect=as_it_was(exchange)) for deed, exchange in deeds
    )
    return Story(story=title, playbook=playbook, day=day, systems=dict(systems), lines=lines)


def _as_it_came(deed: Deed, exchange: Exchange) -> Deed:
    """Name what the silence really led to."""
    passed = [each.event.why for each in exchange.events if isinstance(each.event, TimePassed)]
    return deed.model_copy(update={"wait": passed[0]}) if deed.wait and passed else deed
