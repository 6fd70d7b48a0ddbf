"""Lets a running server follow the pointer of the registry: the promoted version reads the next message, without a restart."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from dajeong.errors import DajeongError
from dajeong.learning.card import SHIPPED
from dajeong.learning.registry import ModelUnusable, Registry
from dajeong.understanding import ContextEncoder, TrainedReader
from dajeong.understanding.current import CurrentReader

_log = structlog.get_logger(__name__)
# How often the pointer is looked at, in seconds.
LOOK = 3.0
# The model at a path (None: the package's own) with this encoder. Raises HeadsUnusable.
LoadReader = Callable[[Path | None, ContextEncoder | None], TrainedReader]


def open_version(
    registry: Registry, version: str, load: LoadReader, encoder: ContextEncoder | None = None
) -> TrainedReader:
    """Return the reader of a version, tried out once. Raises UnknownModel, ModelUnusable, HeadsUnusable."""
    reader = load(None if version == SHIPPED else registry.model_file(version), encoder)
    try:
        # Heads made for another encoder load well and break at the first message: let it be this one.
        reader.read("안녕하세요", history=(), intents=None, patterns={}, now=datetime(2026, 1, 1, tzinfo=UTC))
    except Exception as error:
        raise ModelUnusable(
            f"The model of version '{version}' loads but cannot read ({type(error).__name__}): it was made for another "
            "encoder or another version of dajeong. It was not put in force; train again."
        ) from error
    return reader


def open_in_force(registry: Registry, load: LoadReader) -> tuple[str, TrainedReader]:
    """Return the version in force and its reader; the shipped one, said in the log, when that one cannot be used."""
    version = SHIPPED
    try:
        version = registry.pointer().version
        return version, open_version(registry, version, load)
    except DajeongError as problem:
        _log.error("model.shipped_instead", version=version, code=problem.code, problem=problem.message)
        return SHIPPED, open_version(registry, SHIPPED, load)


class ModelFollower:
    """Looks at the pointer and exchanges the reader; a version that cannot be used is reported once, and the old one goes on."""

    def __init__(self, registry: Registry, reader: CurrentReader, version: str, load: LoadReader) -> None:
        self._registry = registry
        self._reader = reader
        self._load = load
        self._told: tuple[str, str] | None = None
        self._at_once = asyncio.Event()
        self.version = version

    def look_soon(self) -> None:
        """Look now instead of in a few seconds. Call it on the loop."""
        self._at_once.set()

    async def run(self) -> None:
        """Follow until cancelled."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._at_once.wait(), LOOK)
            self._at_once.clear()
            try:
                await self.look()
            except Exception as error:  # a mistake of ours must not end the following
                _log.error("model.look_broke", error=type(error).__name__)

    async def look(self) -> None:
        """Take over the version in force when it is another one."""
        version = ""
        try:
            version = (await asyncio.to_thread(self._registry.pointer)).version
            if version != self.version:
                reader = await asyncio.to_thread(
                    open_version, self._registry, version, self._load, self._reader.encoder
                )
                self._reader.exchange(reader)
                self.version = version
                _log.info("model.taken_over", version=version, reader=reader.name)
            self._told = None
        except DajeongError as problem:
            # Every look finds the same fault: it is said once.
            if self._told != (version, problem.message):
                self._told = (version, problem.message)
                _log.warning("model.kept_last", version=version, code=problem.code, problem=problem.message)
