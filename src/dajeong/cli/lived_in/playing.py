"""Plays visits as a rehearsal does, each in memory and on a clock of its own, and hands out what happened."""

import asyncio
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import ClassVar

from dajeong.app import Parts, make_runtime
from dajeong.cli.given import settings_from
from dajeong.cli.lived_in.cast import Cast
from dajeong.cli.lived_in.days import KOREA, OnThatDay
from dajeong.cli.lived_in.month import Visit, visits_of_month
from dajeong.cli.lived_in.versions import Version, versions_of
from dajeong.cli.lived_in.visitor import UntilNow, who_comes
from dajeong.conversation import Recorded
from dajeong.conversation.events import Why
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.token import SealedValue
from dajeong.errors import DajeongError
from dajeong.learning.installed import reader_in_force
from dajeong.runtime.design import Design, build_design
from dajeong.runtime.loose_shelf import LooseShelf
from dajeong.simulation import AsIfFelt, Stage, VirtualClock
from dajeong.simulation.customers import AgendaCustomer, Knowledge, MadeUpCustomer, ways_of
from dajeong.simulation.customers.voice import Voice
from dajeong.simulation.example_actions import ExampleActions
from dajeong.simulation.inline import Inline
from dajeong.simulation.rehearsal.goal import GoalWatch
from dajeong.simulation.rehearsal.performance import perform
from dajeong.storage import MemoryLog
from dajeong.storage.log import Due
from dajeong.trust import InMemoryVault
from dajeong.trust.keys import read_keys

OPENS, CLOSES = 9, 18
_FRIDAY = 4
# Some of what was handed over since then still waits for somebody.
_WAITING_SINCE = timedelta(hours=18)
_TO_THANK = timedelta(seconds=45)


class NotPlayed(DajeongError):
    """The made-up month could not be played."""

    code: ClassVar[str] = "month_not_played"


class Sheet(Frozen):
    """One conversation as it went: its events, the sealed values they point at, and what it still waits for."""

    events: tuple[Recorded, ...]
    sealed: tuple[SealedValue, ...]
    due: tuple[datetime, Why] | None


@dataclass(frozen=True, slots=True)
class _InForce:
    version: Version
    design: Design


class Company:
    """The players of one process, who know the whole month that ends ``now``; ``data`` holds the vault's key and the models."""

    def __init__(self, casts: Sequence[Cast], now: datetime, data: Path) -> None:
        settings = settings_from(data=data)
        reader = reader_in_force(settings)
        self._until = now
        self._keys = read_keys(os.environ, settings.key_file)
        self._ear = AsIfFelt(reader)
        self._visits = visits_of_month(casts, now)
        self._in_force = {
            cast.name: [
                _InForce(version, build_design(version.files, reader.encoder)) for version in versions_of(cast, now)
            ]
            for cast in casts
        }

    def play(self, number: int) -> Sheet:
        """Return what came of a visit, up to now. Raises NotPlayed."""
        visit = self._visits[number]
        here = [each for each in self._in_force[visit.cast.name] if each.version.since <= visit.at][-1]
        return asyncio.run(self._play(visit, here))

    async def _play(self, visit: Visit, here: _InForce) -> Sheet:
        chance = Random(visit.id)
        told = who_comes(visit, chance)
        vault = InMemoryVault()
        stage = self._stage(visit, told, here, vault)
        customer = await self._talk(stage, visit, told, here.design, chance)
        if (await stage.runtime.load(visit.id)).holder == "queue":
            await self._take_over(stage, visit, customer, chance)
        await _let_time_pass(stage, visit.id, self._until)
        due = await _waits_for(stage)
        return Sheet(
            events=tuple(await stage.runtime.log.read(visit.id)), sealed=tuple(await vault.of(visit.id)), due=due
        )

    def _stage(self, visit: Visit, told: MadeUpCustomer, here: _InForce, vault: InMemoryVault) -> Stage:
        clock, numbers = VirtualClock(visit.at), count(1)
        parts = Parts(
            log=MemoryLog(),
            vault=vault,
            keys=self._keys,
            shelf=LooseShelf({visit.cast.name: here.version.files}),
            actions=OnThatDay(ExampleActions(told.world, clock.forward), visit.day),
            reader=self._ear,
            threads=Inline(),
            clock=clock,
            new_id=lambda: hashlib.sha256(f"{visit.id}:{next(numbers)}".encode()).hexdigest()[:24],
        )
        runtime = make_runtime(parts)
        runtime.designs.adopt(here.design)
        return Stage(runtime, clock, visit.cast.name, self._ear, channel="web_chat", customer=visit.customer)

    async def _talk(
        self, stage: Stage, visit: Visit, told: MadeUpCustomer, design: Design, chance: Random
    ) -> AgendaCustomer:
        """Let the customer do what they do, and return them as they are then."""
        playbook = design.playbook
        language = told.language or playbook.language
        ways = ways_of(playbook.scenario_of.get(told.goal.intent, ""), playbook)
        titles = {name: slot.title for name, slot in playbook.slots.items()}
        plays = AgendaCustomer(told, Knowledge(ways, titles), language, chance)
        takes = sum(answer.takes for answer in told.world.values())
        customer = UntilNow(plays, stage.clock, self._until, takes)
        played = await perform(stage, visit.id, customer, GoalWatch(told.goal, ways), playbook, language)
        if played.broke is not None:
            raise NotPlayed(f"A conversation of the made-up month broke ({played.broke}).")
        return plays

    async def _take_over(self, stage: Stage, visit: Visit, customer: AgendaCustomer, chance: Random) -> None:
        """Have a teammate answer what is in the queue, when they are at work and there is time."""
        team = visit.cast.month.team
        at = _at_work(stage.clock.now) + timedelta(seconds=90 + chance.expovariate(1 / 420))
        name = chance.choice(team.names)
        if at > self._until - _WAITING_SINCE and chance.random() < 0.5:
            return
        for number, texts in enumerate((team.hello, team.done), start=1):
            if at > self._until:
                return
            stage.clock.now = at
            text = chance.choice(texts)
            await stage.runtime.write_as_teammate(visit.id, message=f"t{number}", text=text, teammate=name)
            at += timedelta(seconds=60 + chance.expovariate(1 / 300))
        # The more it hurt, the fewer thank for it.
        thanks = chance.random() < 0.6 * (1 - customer.feelings.strongest)
        if thanks and stage.clock.now + _TO_THANK <= self._until:
            told = customer.told
            voice = Voice(told.writing, told.language or visit.cast.playbook.language, chance)
            await stage.say(visit.id, voice.phrase("thanks"), pause=_TO_THANK.total_seconds())


async def _waits_for(stage: Stage) -> Due | None:
    rows = await stage.runtime.log.due_before(datetime.max.replace(tzinfo=UTC))
    return Due(rows[0].until, rows[0].why) if rows else None


async def _let_time_pass(stage: Stage, conversation: str, until: datetime) -> None:
    """Act on everything that comes due up to ``until``, each at its moment."""
    while (due := await _waits_for(stage)) is not None and due.until <= until:
        await stage.wait(conversation)


def _at_work(at: datetime) -> datetime:
    """Return the first moment from ``at`` on at which somebody is at work."""
    local = at.astimezone(KOREA)
    while local.weekday() > _FRIDAY or not OPENS <= local.hour < CLOSES:
        later = local.replace(hour=OPENS, minute=0, second=0, microsecond=0)
        local = later if later > local else later + timedelta(days=1)
    return local
