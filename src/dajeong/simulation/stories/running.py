"""Runs the stories of a playbook one after another: the one way for the command, for tests and for a CI."""

import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from dajeong.playbook.story_file import WrittenStory
from dajeong.simulation.stage import Exchange
from dajeong.simulation.stories.outcome import WHY, Broken, Outcome, said_until, where_broken
from dajeong.simulation.stories.theatre import Theatre
from dajeong.simulation.storytelling import tell


@dataclass(frozen=True, slots=True)
class Run:
    """A story that was played: what came of it, and of each of its lines as far as it could be played."""

    written: WrittenStory
    outcome: Outcome
    exchanges: tuple[Exchange, ...]
    stopped: bool


async def run_story(written: WrittenStory, theatre: Theatre) -> Run:
    """Play a story and return how it goes now."""
    began = time.perf_counter()
    async with theatre.playing(written.story) as playing:
        told = await tell(written.story, playing)
    seconds = time.perf_counter() - began
    broken = [
        Broken(line=written.line_of(each.line, each.what), what=each.what, expected=each.expected, was=each.was)
        for each in told.faults
    ]
    if told.stopped is not None:
        broken.append(Broken(line=written.line_of(told.stopped.line), what="line", why=WHY[told.stopped.why]))
    first = where_broken(told)
    outcome = Outcome(
        title=written.story.story,
        path=written.path,
        line=written.line,
        broken=tuple(broken),
        said=() if first is None else said_until(playing.exchanges, first),
        seconds=round(seconds, 3),
    )
    return Run(written, outcome, tuple(playing.exchanges[1:]), told.stopped is not None)


async def run_stories(stories: Iterable[WrittenStory], theatre: Theatre) -> AsyncIterator[Run]:
    """Play stories and yield each as it ends."""
    for written in stories:
        yield await run_story(written, theatre)
