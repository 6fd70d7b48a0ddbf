"""A place where a runtime can be started, killed and started again over the same log."""

import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from dajeong.app import Parts, make_runtime
from dajeong.conversation import Conversation, Event, InboxRow, Recorded, fold
from dajeong.conversation.events import AssistantReplied, CustomerWrote
from dajeong.conversation.reading import Reading
from dajeong.runtime import Actions, FunctionActions, Runtime, Timekeeper
from dajeong.runtime.design import Shelf
from dajeong.runtime.loose_shelf import LooseShelf
from dajeong.storage import KEEP, EventLog
from dajeong.storage.errors import StorageUnavailable
from dajeong.storage.log.append import DueChange
from dajeong.trust import VaultStore
from dajeong.trust.keys import KeyRing, VaultKey
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
WORKS: Mapping[str, Any] = {
    "find_order": lambda order_number: {"found": True, "item": "머그컵", "arrives": "2026-11-25"},
    "request_refund": lambda order_number, reason: {"done": True, "receipt": "R-7"},
    "call_back": lambda phone: {"done": True},
}


class WatchedReader:
    """The real reader; a test may hold it up in the middle of reading."""

    def __init__(self, reader: TrainedReader) -> None:
        self._reader = reader
        self.encoder = reader.encoder
        self.name = reader.name
        self.began = threading.Event()
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def hold(self) -> None:
        """Make the next reading wait."""
        self.began.clear()
        self.may_go_on.clear()

    def read(self, text: str, **more: Any) -> Reading:
        """As `Reader.read`."""
        self.began.set()
        assert self.may_go_on.wait(10)
        return self._reader.read(text, **more)


class Clock:
    """Time that goes when it is told to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class FrailLog:
    """A log whose database can be away for a while, or whose process can be killed before or after an append."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self.away = False
        self.refuse: Callable[[Sequence[Event]], bool] = lambda events: False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)

    async def append(
        self,
        conversation: str,
        events: Sequence[Event],
        *,
        after: int,
        at: datetime,
        inbox: InboxRow,
        due: DueChange = KEEP,
    ) -> list[Recorded]:
        """As `EventLog.append`, when it is there."""
        if self.away or self.refuse(events):
            raise StorageUnavailable("The database is away. Try again soon.")
        return await self._log.append(conversation, events, after=after, at=at, inbox=inbox, due=due)

    async def read(self, conversation: str, *, after: int = 0) -> list[Recorded]:
        """As `EventLog.read`, when it is there."""
        if self.away:
            raise StorageUnavailable("The database is away. Try again soon.")
        return await self._log.read(conversation, after=after)

    async def due_before(self, now: datetime, *, limit: int = 100) -> list[Any]:
        """As `EventLog.due_before`, when it is there."""
        if self.away:
            raise StorageUnavailable("The database is away. Try again soon.")
        return await self._log.due_before(now, limit=limit)


class Place:
    """What outlives a process: log, vault, clock; and the runtime that runs there now."""

    def __init__(self, log: EventLog, vault: VaultStore, reader: TrainedReader, threads: Executor) -> None:
        self.log = FrailLog(log)
        self.vault = vault
        self.reader = WatchedReader(reader)
        self.threads = threads
        self.clock = Clock()
        self.keys = KeyRing((VaultKey("test", bytes(32)),))
        self._ids = count(1)
        self.shelf: Shelf = LooseShelf({"shop": SHOP})
        self.runtime = self.start()

    def start(self, actions: Actions | None = None, functions: Mapping[str, Any] = WORKS) -> Runtime:
        """Start a runtime over what is kept, as a new process would."""
        self.runtime = make_runtime(
            Parts(
                self.log,  # type: ignore[arg-type]
                self.vault,
                self.keys,
                self.shelf,
                actions or FunctionActions(functions),
                self.reader,  # type: ignore[arg-type]
                self.threads,
                self.clock,
                lambda: f"id{next(self._ids)}",
            )
        )
        return self.runtime

    async def open(self, conversation: str = "c1") -> None:
        """Open a conversation."""
        await self.runtime.start(conversation, channel="web_chat", customer="손님", playbook="shop", language="ko")

    async def say(self, text: str, conversation: str = "c1", *, choice: str | None = None) -> list[AssistantReplied]:
        """Write and have it answered; return the replies."""
        self.clock.forward(20)
        before = len(await self.log.read(conversation))
        await self.runtime.receive(conversation, message=f"k{before}", text=text, choice=choice)
        await self.runtime.answer(conversation)
        return await self.replies(conversation, since=before)

    async def events(self, conversation: str = "c1") -> list[Event]:
        """Everything that happened."""
        return [each.event for each in await self.log.read(conversation)]

    async def replies(self, conversation: str = "c1", since: int = 0) -> list[AssistantReplied]:
        """What the assistant said."""
        return [each for each in (await self.events(conversation))[since:] if isinstance(each, AssistantReplied)]

    async def state(self, conversation: str = "c1") -> Conversation:
        """The conversation as the log alone tells it."""
        return fold(conversation, await self.log.read(conversation))

    async def tick(self, seconds: float = 0.0) -> int:
        """Let time pass and the timekeeper look."""
        self.clock.forward(seconds)
        return await Timekeeper(self.runtime, self.clock).tick()

    async def each_message_is_answered_once(self, conversation: str = "c1") -> None:
        """Check the promise of the whole room: no lost message, no double reply."""
        events = await self.events(conversation)
        written = [event.message for event in events if isinstance(event, CustomerWrote)]
        answered = [message for event in events if isinstance(event, AssistantReplied) for message in event.answers]
        assert sorted(answered) == sorted(written)


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Wait (in real time, briefly) until something has come about."""
    import asyncio

    for _ in range(400):
        if await true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("It did not come about in time.")
