"""The playbook versions conversations are held with: each with its intent head, loaded once, the last good one kept."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import ClassVar, Protocol
from zoneinfo import ZoneInfo

import structlog

from dajeong.conversation.assignment import VersionAssigned, assigned
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook, load_playbook
from dajeong.understanding import Encoder, IntentModel
from dajeong.understanding.learned import learned_intents

_log = structlog.get_logger(__name__)
# How long an answer about what is published holds, in seconds.
LOOK_AGAIN = 2.0


class UnknownPlaybook(DajeongError):
    """No published playbook of that name or version."""

    code: ClassVar[str] = "unknown_playbook"
    status: ClassVar[int] = 404


class PlaybookUnusable(DajeongError):
    """The playbook has errors and cannot be used; what ran before goes on."""

    code: ClassVar[str] = "playbook_unusable"
    status: ClassVar[int] = 422


class UnfitShare(DajeongError):
    """A version that cannot be tried beside the one in force."""

    code: ClassVar[str] = "unfit_share"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True)
class Design:
    """One playbook version, ready: what to say and how to tell what is wanted."""

    playbook: Playbook
    intents: IntentModel

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the customers live by; everything stored stays UTC."""
        return ZoneInfo(self.playbook.zone)

    @property
    def intents_name(self) -> str:
        """Which intent head: it belongs to the playbook version."""
        return f"intents@{self.playbook.version}"


class Shared(Protocol):
    """A second version that some new conversations get."""

    @property
    def version(self) -> str: ...

    @property
    def percent(self) -> int: ...


class Shelf(Protocol):
    """Where published versions stand. ``storage`` keeps them; a dictionary will do for a rehearsal."""

    async def current(self, name: str) -> str | None:
        """Return the version new conversations get, None when nothing is published under that name."""
        ...

    async def files(self, name: str, version: str) -> Mapping[str, str]:
        """Return the files of a version by relative path. Raises when it was never published."""
        ...

    async def recalled(self, name: str) -> frozenset[str]:
        """Return the versions conversations shall leave."""
        ...

    async def share(self, name: str) -> Shared | None:
        """Return the second version that some new conversations get, None when there is none."""
        ...


class Designs:
    """Loads a version the first time a conversation needs it; publishing swaps by reference, nobody is dropped."""

    def __init__(self, shelf: Shelf, encoder: Encoder | None, threads: Executor) -> None:
        self._shelf = shelf
        self._encoder = encoder
        self._threads = threads
        self._ready: dict[tuple[str, str], Design] = {}
        self._current: dict[str, str] = {}
        self._recalled: dict[str, frozenset[str]] = {}
        self._shares: dict[str, Shared | None] = {}
        self._looked: dict[str, float] = {}
        self._loading = asyncio.Lock()

    async def current(self, name: str) -> Design:
        """Return the version new conversations get. Raises UnknownPlaybook."""
        await self._look(name)
        return await self.of(name, self._current[name])

    async def for_new(self, name: str, conversation: str) -> tuple[Design, VersionAssigned | None]:
        """Return the version a new conversation gets, and its lot while a second one is tried. Raises UnknownPlaybook."""
        await self._look(name)
        first, share = self._current[name], self._shares.get(name)
        if share is None or share.version == first:
            return await self.of(name, first), None
        lot = assigned(conversation, first, share.version, share.percent)
        return await self.of(name, lot.version), lot

    async def is_recalled(self, name: str, version: str) -> bool:
        """Whether conversations shall leave this version."""
        await self._look(name)
        return version in self._recalled.get(name, ()) and version != self._current[name]

    async def refresh(self, name: str) -> None:
        """Look which version is current. Raises UnknownPlaybook; PlaybookUnusable leaves the last good one in place."""
        version = await self._shelf.current(name)
        if version is None:
            raise UnknownPlaybook(f"No playbook '{name}' is published. Publish one with `dajeong publish PATH`.")
        await self.of(name, version)
        share = await self._shelf.share(name)
        if share is not None:
            await self.of(name, share.version)
        self._current[name], self._shares[name] = version, share
        self._recalled[name] = await self._shelf.recalled(name)
        self._looked[name] = asyncio.get_running_loop().time()

    async def _look(self, name: str) -> None:
        """Refresh now and then: another process may have published. What ran before goes on when that fails."""
        if name not in self._current:
            await self.refresh(name)
        elif asyncio.get_running_loop().time() - self._looked[name] > LOOK_AGAIN:
            self._looked[name] = asyncio.get_running_loop().time()
            try:
                await self.refresh(name)
            except DajeongError as problem:
                _log.warning("design.kept_last", playbook=name, code=problem.code)

    async def of(self, name: str, version: str) -> Design:
        """Return one version, loading it when needed. Raises UnknownPlaybook, PlaybookUnusable."""
        design = self._ready.get((name, version))
        if design is not None:
            return design
        async with self._loading:
            if (name, version) not in self._ready:
                files = await self._shelf.files(name, version)
                loop = asyncio.get_running_loop()
                self._ready[name, version] = await loop.run_in_executor(
                    self._threads, build_design, files, self._encoder
                )
                _log.info("design.loaded", playbook=name, version=version)
        return self._ready[name, version]

    def adopt(self, design: Design) -> None:
        """Let new conversations have a design that was just published."""
        playbook = design.playbook
        self._ready[playbook.name, playbook.version] = design
        self._current[playbook.name] = playbook.version
        self._shares[playbook.name] = None
        self._looked[playbook.name] = asyncio.get_running_loop().time()

    def names(self) -> Sequence[str]:
        """Return the playbooks used so far."""
        return sorted(self._current)


def build_design(files: Mapping[str, str], encoder: Encoder | None) -> Design:
    """Return the design of a playbook's files. Raises PlaybookUnusable with the first error's place."""
    loaded = load_playbook(files)
    errors = [problem for problem in loaded.findings if problem.severity == "error"]
    if loaded.playbook is None or errors:
        first = f" First: {errors[0].file}, line {errors[0].line}." if errors else ""
        raise PlaybookUnusable(
            f"The playbook has {len(errors)} error(s) and was not taken over.{first} `dajeong check` lists them all."
        )
    playbook = loaded.playbook
    # A title says in a few words what the examples have in common: one more of them.
    examples = {name: (*each.examples, each.title) for name, each in playbook.intents.items() if each.examples}
    return Design(playbook, learned_intents(examples, encoder))
