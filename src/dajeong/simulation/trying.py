"""Plays tries of drafts beside everything else: fast enough to answer while somebody still has the pen in hand."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import ClassVar, TypeVar

from dajeong.conversation.reading import EMOTIONS
from dajeong.conversation.transcript import transcript
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook, content_version
from dajeong.playbook.folder import without_trials
from dajeong.playbook.story import Deed, Story, Supposed, SystemAnswer
from dajeong.runtime.design import Design, build_design
from dajeong.simulation.as_if import AsIfFelt, Readings
from dajeong.simulation.look_ahead import LookAhead, Previews
from dajeong.simulation.playing import TRY, Playing
from dajeong.simulation.stage import Exchange, Stage, morning_of
from dajeong.simulation.staging import MakeRuntime, set_stage
from dajeong.simulation.storytelling import story_of, tell
from dajeong.simulation.tried import EveryFeeling, IfFelt, Told, Tried, stands_at, tried
from dajeong.understanding import IntentModel, train_intents
from dajeong.understanding.current import CurrentReader

T = TypeVar("T")
# The drafts somebody works on now, each as it was before and after an edit.
_MOST_DESIGNS = 8
# How strongly a feeling is supposed when the words themselves say nothing of it.
CLEARLY = 0.6
_NO_INTENTS = train_intents({}, None)


class NothingToFeel(DajeongError):
    """No line of the try is a customer's own words."""

    code: ClassVar[str] = "nothing_to_feel"
    status: ClassVar[int] = 422


class NotPlayed(DajeongError):
    """Not every line of a try could be played."""

    code: ClassVar[str] = "not_played"
    status: ClassVar[int] = 422


@dataclass(frozen=True, slots=True)
class Script:
    """What is to be tried: the draft's files, what the customer does, on which day, and what systems answer instead."""

    files: Mapping[str, str]
    deeds: Sequence[Deed]
    now: datetime
    systems: Mapping[str, SystemAnswer] = field(default_factory=dict)
    # Another day than that of ``now``.
    day: date | None = None


class Trying:
    """Plays tries one after another in a thread and an event loop of their own, so that no customer waits for them."""

    def __init__(self, reader: CurrentReader, make: MakeRuntime) -> None:
        self._reader = reader
        self._make = make
        self._designs: OrderedDict[tuple[str, int], Design] = OrderedDict()
        self._readings = Readings()
        self._stage = ThreadPoolExecutor(1, thread_name_prefix="trying")
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="trying-reads")

    def close(self) -> None:
        """Let go of the threads."""
        self._stage.shutdown(wait=False, cancel_futures=True)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def play(self, script: Script) -> Tried:
        """Play a try from its beginning. Raises PlaybookUnusable, and what intake raises."""

        async def work() -> Tried:
            played = await self._played(script)
            stage = played.stage
            events = await stage.in_own_words(TRY, await stage.runtime.log.read(TRY))
            return tried(transcript(events), played.exchanges, played.design.playbook, played.stopped)

        return await self._on_stage(work)

    async def every_feeling(self, script: Script, strength: float | None) -> EveryFeeling:
        """Return the answers to the last line the customer wrote, for each emotion; what came after it is left out.

        Each is as strong as ``strength`` says or, with None, as what was read. Raises NothingToFeel, PlaybookUnusable.
        """
        deeds = script.deeds
        last = max((n for n, deed in enumerate(deeds) if deed.customer is not None), default=None)
        if last is None:
            raise NothingToFeel("Write something as the customer first.")
        written = deeds[last].model_copy(update={"felt": None})

        async def work() -> EveryFeeling:
            before = await self._played(replace(script, deeds=deeds[:last]))
            _all_played(before)
            really = await before.if_next(written)
            _all_played(really)
            understood = really.exchanges[-1].understood
            read = understood.reading.emotion if understood else None
            strong = strength if strength is not None else max(CLEARLY, read.strength if read else 0.0)
            each = []
            for emotion in EMOTIONS:
                supposed = written.model_copy(update={"felt": Supposed(emotion=emotion, strength=strong)})
                each.append(await _if_felt(supposed.felt, await before.if_next(supposed)))
            return EveryFeeling(line=last, read=read, strength=strong, each=tuple(each))

        return await self._on_stage(work)

    async def written_down(self, script: Script, title: str) -> Story:
        """Return a try as a story that expects what happened. Raises NotPlayed, PlaybookUnusable."""

        async def work() -> Story:
            played = await self._played(script)
            _all_played(played)
            pairs = list(zip(script.deeds, played.exchanges[1:], strict=True))
            design = played.design
            return story_of(title, design.playbook.name, pairs, script.systems, script.day or _day(script.now, design))

        return await self._on_stage(work)

    async def look_ahead(
        self,
        playbook: Playbook,
        sentences: Sequence[str],
        *,
        now: datetime,
        about: str | None = None,
        intents: IntentModel | None = None,
    ) -> Previews:
        """Return what each sentence meets as the first message of a conversation; ``playbook`` may be half written.

        ``about`` is the intent every sentence is taken to be about, whatever it says; without one ``intents`` tell it.
        """
        design = Design(playbook, intents or _NO_INTENTS)
        ahead = LookAhead(self._stage_for(design, {}, _day(now, design), about=about), design, self._threads)
        # Not behind the tries: one of a draft whose intents are learned first takes seconds.
        return await asyncio.to_thread(lambda: asyncio.run(ahead.at(sentences)))

    async def told(self, files: Mapping[str, str], stories: Sequence[Story], *, now: datetime) -> tuple[Told, ...]:
        """Return how stories go with these files now. Raises PlaybookUnusable."""

        async def one(story: Story) -> Told:
            return await tell(story, self._staged(Script(files, story.lines, now, story.systems, story.day)))

        # One after another, so that a try that comes meanwhile waits for one story and not for all of them.
        return tuple([await self._on_stage(partial(one, story)) for story in stories])

    async def _on_stage(self, work: Callable[[], Awaitable[T]]) -> T:
        async def run() -> T:
            return await work()

        return await asyncio.get_running_loop().run_in_executor(self._stage, lambda: asyncio.run(run()))

    async def _played(self, script: Script) -> Playing:
        played = self._staged(script)
        await played.begin()
        for deed in script.deeds:
            await played.go_on(deed)
            if played.stopped:
                break
        return played

    def _staged(self, script: Script) -> Playing:
        own = without_trials(script.files)
        design = self._design(own)
        stage = self._stage_for(design, own, script.day or _day(script.now, design), systems=script.systems)
        return Playing(stage, design)

    def _stage_for(
        self,
        design: Design,
        files: Mapping[str, str],
        day: date,
        *,
        systems: Mapping[str, SystemAnswer] | None = None,
        about: str | None = None,
    ) -> Stage:
        return set_stage(
            self._make,
            design,
            files,
            ear=AsIfFelt(self._reader.now, self._readings, about=about),
            start=morning_of(day, design.zone),
            threads=self._threads,
            systems=systems,
        )

    def _design(self, files: Mapping[str, str]) -> Design:
        encoder = self._reader.encoder
        key = content_version(files), id(encoder)
        design = self._designs.get(key) or build_design(files, encoder)
        self._designs[key] = design
        self._designs.move_to_end(key)
        while len(self._designs) > _MOST_DESIGNS:
            self._designs.popitem(last=False)
        return design


def _day(now: datetime, design: Design) -> date:
    """Return the day it is where the customers live."""
    return now.astimezone(design.zone).date()


async def _if_felt(supposed: Supposed | None, played: Playing) -> IfFelt:
    assert supposed is not None
    exchange = played.exchanges[-1]
    # What broke has said nothing; the last exchange is that of the line before.
    events = () if played.stopped else await played.stage.in_own_words(TRY, exchange.events)
    shown = Exchange(events, exchange.conversation)
    return IfFelt(emotion=supposed.emotion, replies=shown.replies, stands_at=stands_at(exchange.conversation))


def _all_played(played: Playing) -> None:
    if played.stopped is not None:
        raise NotPlayed(f"Line {played.stopped.line + 1} cannot be played any more. Take it back and try again.")
