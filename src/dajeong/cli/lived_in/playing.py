"""Plays visits through the very same runtime, in memory and on a clock of their own, and hands out what happened."""

import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from dajeong.app import LooseShelf, Parts, make_runtime
from dajeong.cli.lived_in.business import KOREA, Business, functions_in
from dajeong.cli.lived_in.cast import Cast
from dajeong.cli.lived_in.customer import Deed, customer_of
from dajeong.cli.lived_in.month import Visit
from dajeong.cli.lived_in.order import Sheet
from dajeong.conversation import Conversation
from dajeong.runtime import FunctionActions, Runtime
from dajeong.simulation import VirtualClock
from dajeong.storage import MemoryLog
from dajeong.storage.log import Due
from dajeong.trust import InMemoryVault
from dajeong.trust.keys import KeyRing
from dajeong.understanding import TrainedReader

OPENS, CLOSES = 9, 18
_FRIDAY = 4
# Some of what was handed over since then still waits for somebody.
_WAITING_SINCE = timedelta(hours=18)


class Player:
    """Plays the visits to one version of an example; nothing happens after ``until``."""

    def __init__(
        self,
        cast: Cast,
        files: Mapping[str, str],
        *,
        reader: TrainedReader,
        threads: Executor,
        keys: KeyRing,
        until: datetime,
        scratch: Path,
    ) -> None:
        self._cast = cast
        self._until = until
        self._clock = VirtualClock(until)
        self._business = Business(functions_in(cast.folder / "actions.py"), scratch)
        self._vault = InMemoryVault()
        self._new_id: Callable[[], str] = lambda: ""
        self._runtime: Runtime = make_runtime(
            Parts(
                log=MemoryLog(),
                vault=self._vault,
                keys=keys,
                shelf=LooseShelf({cast.name: files}),
                actions=FunctionActions(self._business.functions),
                reader=reader,
                threads=threads,
                clock=self._clock,
                new_id=lambda: self._new_id(),
            )
        )

    async def learn(self) -> None:
        """Learn the intents of the version; else the first visit does."""
        await self._runtime.designs.current(self._cast.name)

    async def play(self, visit: Visit) -> Sheet:
        """Return what came of a visit, up to now."""
        numbers = count(1)
        self._new_id = lambda: hashlib.sha256(f"{visit.id}:{next(numbers)}".encode()).hexdigest()[:24]
        chance = Random(visit.id)
        bad = visit.cast.customers.bad_day if visit.bad else None
        self._business.open(visit.at, chance, bad.failing if bad else (), bad.share if bad else 0.0)
        self._clock.now = visit.at
        await self._runtime.start(
            visit.id,
            channel="web_chat",
            customer=visit.customer,
            playbook=self._cast.name,
            language=self._cast.language,
        )
        if await self._talk(visit, chance):
            await self._let_time_pass(visit.id, self._until)
        return Sheet(
            events=tuple(await self._runtime.log.read(visit.id)),
            sealed=tuple(await self._vault.of(visit.id)),
            due=await self._waits_for(visit.id),
        )

    async def _talk(self, visit: Visit, chance: Random) -> bool:
        """Let the customer do what they do; return False when now is reached before they are done."""
        customer = customer_of(visit, chance)
        playbook = (await self._runtime.designs.current(self._cast.name)).playbook
        while True:
            c = await self._runtime.load(visit.id)
            if c.holder == "queue":
                return await self._take_over(c, chance)
            deed = customer.next(c, playbook)
            if deed is None:
                return True
            if deed.silent:
                due = await self._waits_for(visit.id)
                if due is None or due.until > self._until:
                    return due is None
                await self._let_time_pass(visit.id, due.until)
            elif not await self._write(c, deed):
                return False

    async def _write(self, c: Conversation, deed: Deed) -> bool:
        """Have the customer write, and answer; return False when that would be later than now."""
        at = self._clock.now + timedelta(seconds=deed.pause)
        if at > self._until:
            return False
        await self._let_time_pass(c.id, at)
        c = await self._runtime.load(c.id)
        if c.closed:
            return True
        self._clock.now = max(self._clock.now, at)
        await self._runtime.receive(c.id, message=f"c{len(c.heard) + 1}", text=deed.text, choice=deed.choice)
        self._clock.forward(1.0)
        await self._runtime.answer(c.id)
        return True

    async def _take_over(self, c: Conversation, chance: Random) -> bool:
        """Have a teammate answer what is in the queue, when they are at work and there is time."""
        team, manners = self._cast.customers.team, self._cast.customers.manners
        at = _at_work(self._clock.now) + timedelta(seconds=90 + chance.expovariate(1 / 420))
        name = chance.choice(team.names)
        if at > self._until - _WAITING_SINCE and chance.random() < 0.5:
            return False
        for number, texts in enumerate((team.hello, team.done), start=1):
            if at > self._until:
                return False
            self._clock.now = at
            await self._runtime.write_as_teammate(c.id, message=f"t{number}", text=chance.choice(texts), teammate=name)
            at += timedelta(seconds=60 + chance.expovariate(1 / 300))
        thanked = chance.random() < 0.6
        return await self._write(c, Deed(chance.choice(manners.thanks), pause=45)) if thanked else True

    async def _waits_for(self, conversation: str) -> Due | None:
        rows = await self._runtime.log.due_before(datetime.max.replace(tzinfo=UTC), limit=10_000)
        return next((Due(row.until, row.why) for row in rows if row.conversation == conversation), None)

    async def _let_time_pass(self, conversation: str, until: datetime) -> None:
        """Act on everything that comes due up to ``until``, each at its moment."""
        while (due := await self._waits_for(conversation)) is not None and due.until <= until:
            self._clock.now = max(self._clock.now, due.until)
            await self._runtime.pass_time(conversation, due.why, due.until)


def _at_work(at: datetime) -> datetime:
    """Return the first moment from ``at`` on at which somebody is at work."""
    local = at.astimezone(KOREA)
    while local.weekday() > _FRIDAY or not OPENS <= local.hour < CLOSES:
        later = local.replace(hour=OPENS, minute=0, second=0, microsecond=0)
        local = later if later > local else later + timedelta(days=1)
    return local
