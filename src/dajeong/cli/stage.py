"""A stage for one process: a playbook from its files, with the reader and the actions of this installation."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from dajeong.app import memory_runtime, system_clock
from dajeong.cli.given import settings_from
from dajeong.learning.installed import reader_in_force
from dajeong.playbook import load_playbook, read_folder
from dajeong.runtime import Actions, WorkerActions
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation import AsIfFelt, Stage, VirtualClock
from dajeong.understanding import TrainedReader


class FileStage(Stage):
    """A stage for a playbook's files. Enter it with ``async with``."""

    def __init__(
        self,
        files: Mapping[str, str],
        actions: Actions,
        *,
        reader: TrainedReader | None = None,
        clock: VirtualClock | None = None,
    ) -> None:
        clock = clock or VirtualClock(system_clock())
        ear = AsIfFelt(reader or reader_in_force(settings_from()))
        self._actions = actions
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="stage")
        name = _name_of(files)
        numbers = count(1)
        runtime = memory_runtime(
            {name: files},
            actions,
            reader=ear,
            threads=self._threads,
            clock=clock,
            new_id=lambda: f"id{next(numbers)}",
        )
        super().__init__(runtime, clock, name, ear)

    @classmethod
    def of_folder(
        cls, path: Path, *, reader: TrainedReader | None = None, clock: VirtualClock | None = None
    ) -> "FileStage":
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


def _name_of(files: Mapping[str, str]) -> str:
    loaded = load_playbook(files)
    if loaded.playbook is None:
        raise PlaybookUnusable("The playbook has errors and cannot be played. `dajeong check` lists them all.")
    return loaded.playbook.name
