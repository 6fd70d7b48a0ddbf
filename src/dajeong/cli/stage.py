"""A stage for one process: a playbook, everything in memory, the very same turn."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from dajeong.app import memory_runtime, reader_in_force, system_clock
from dajeong.cli.given import settings_from
from dajeong.conversation import Conversation, Recorded
from dajeong.conversation.events import AssistantReplied, MessageTaken, MessageUnderstood
from dajeong.conversation.reading import Language
from dajeong.playbook import load_playbook, read_folder
from dajeong.runtime import Actions, Runtime, WorkerActions
from dajeong.runtime.design import PlaybookUnusable
from dajeong.understanding import TrainedReader

# A person needs about this long to read and to write (seconds).
BETWEEN_MESSAGES = 20


class VirtualClock:
    """A clock that only goes when it is told to, so that a silence takes no time."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Return the time on stage, in UTC."""
        return self.now

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What happened between one thing and the next: the events, and the conversation as it stands after."""

    events: tuple[Recorded, ...]
    conversation: Conversation

    @property
    def replies(self) -> tuple[AssistantReplied, ...]:
        """What we said."""
        return tuple(each.event for each in self.events if isinstance(each.event, AssistantReplied))

    @property
    def understood(self) -> MessageUnderstood | None:
        """How the last message was read."""
        found = [each.event for each in self.events if isinstance(each.event, MessageUnderstood)]
        return found[-1] if found else None

    @property
    def taken(self) -> MessageTaken | None:
        """How the last message was taken."""
        found = [each.event for each in self.events if isinstance(each.event, MessageTaken)]
        return found[-1] if found else None


class Stage:
    """Conversations with one playbook in memory. Enter it with ``async with``."""

    def __init__(
        self,
        files: Mapping[str, str],
        actions: Actions,
        *,
        reader: TrainedReader | None = None,
        clock: VirtualClock | None = None,
    ) -> None:
        self.clock = clock or VirtualClock(system_clock())
        self._reader = reader or reader_in_force(settings_from())
        self._files = files
        self._actions = actions
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="stage")
        self.name = _name_of(files)
        numbers = count(1)
        self.runtime: Runtime = memory_runtime(
            {self.name: files},
            actions,
            reader=self._reader,
            threads=self._threads,
            clock=self.clock,
            new_id=lambda: f"id{next(numbers)}",
        )

    @classmethod
    def of_folder(
        cls, path: Path, *, reader: TrainedReader | None = None, clock: VirtualClock | None = None
    ) -> "Stage":
        """Return a stage for the playbook in a folder, with the actions that lie beside it."""
        files = read_folder(path)
        source = path / "actions.py"
        actions = WorkerActions({_name_of(files): str(source)} if source.exists() else {})
        return cls(files, actions, reader=reader, clock=clock)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown()
        if isinstance(self._actions, WorkerActions):
            await self._actions.close()

    async def open(self, conversation: str, language: Language | None = None) -> Exchange:
        """Open a conversation; the first words are the notice."""
        design = await self.runtime.designs.current(self.name)
        spoken = language or design.playbook.language
        await self.runtime.start(
            conversation, channel="stage", customer="somebody", playbook=self.name, language=spoken
        )
        return await self._since(conversation, 0)

    async def say(
        self, conversation: str, text: str, choice: str | None = None, *, pause: float = BETWEEN_MESSAGES
    ) -> Exchange:
        """Have the customer write (or press a button) after ``pause`` seconds, and return what came of it."""
        before = await self.runtime.load(conversation)
        self.clock.forward(pause)
        message = f"c{len(before.heard) + 1}"
        await self.runtime.receive(conversation, message=message, text=text, choice=choice)
        await self.runtime.answer(conversation)
        return await self._since(conversation, before.version)

    async def wait(self, conversation: str) -> Exchange:
        """Let time pass until the conversation is thought about again, and return what came of it."""
        before = await self.runtime.load(conversation)
        due = next(
            (
                row
                for row in await self.runtime.log.due_before(datetime.max.replace(tzinfo=UTC))
                if row.conversation == conversation
            ),
            None,
        )
        if due is not None:
            self.clock.now = max(self.clock.now, due.until)
            await self.runtime.pass_time(conversation, due.why, due.until)
        return await self._since(conversation, before.version)

    async def _since(self, conversation: str, version: int) -> Exchange:
        events = await self.runtime.log.read(conversation, after=version)
        return Exchange(tuple(events), await self.runtime.load(conversation))


def _name_of(files: Mapping[str, str]) -> str:
    loaded = load_playbook(files)
    if loaded.playbook is None:
        raise PlaybookUnusable("The playbook has errors and cannot be played. `dajeong check` lists them all.")
    return loaded.playbook.name
