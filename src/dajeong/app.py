"""Puts the parts together; the only file that knows them all."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog

from dajeong.channels import WebChat
from dajeong.errors import DajeongError
from dajeong.learning.conversations import FindPlaybook
from dajeong.learning.following import ModelFollower, open_in_force
from dajeong.learning.installed import models_of, reader_loader, reads_fully
from dajeong.learning.labels import Labels
from dajeong.learning.queue import LabelQueue
from dajeong.learning.retraining import Retraining
from dajeong.learning.team_labels import read_team_labels
from dajeong.playbook import Playbook, load_playbook
from dajeong.runtime import Actions, Answering, Designs, Hearing, Runtime, Timekeeper, WorkerActions
from dajeong.runtime.design import Design, Shelf
from dajeong.runtime.loose_shelf import LooseShelf
from dajeong.runtime.publisher import Publisher
from dajeong.runtime.search_list import SearchList
from dajeong.settings import Settings
from dajeong.simulation.trying import Trying
from dajeong.storage import EventLog, MemoryLog, Storage, open_storage
from dajeong.trust import InMemoryVault, Intake, Vault, VaultStore, make_key_file, read_keys, standard_scanner
from dajeong.trust.keys import VARIABLE, KeyRing, VaultKey
from dajeong.trust.personal_data import Searcher
from dajeong.trust.sign_in import SignIn
from dajeong.trust.tries import Tries
from dajeong.understanding.current import CurrentReader
from dajeong.understanding.reader import EncodingReader
from dajeong.wording import Guard, TemplateComposer

_log = structlog.get_logger(__name__)
Clock = Callable[[], datetime]
NewId = Callable[[], str]


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def random_id() -> str:
    """Return an id nobody can guess (96 random bits)."""
    return secrets.token_hex(12)


def random_token() -> str:
    """Return a token that opens something (256 random bits)."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the runtime is put together from; the clock and the ids come with it. ``staged``: nobody is a customer."""

    log: EventLog
    vault: VaultStore
    keys: KeyRing
    shelf: Shelf
    actions: Actions
    reader: EncodingReader | CurrentReader
    threads: Executor
    clock: Clock = system_clock
    new_id: NewId = random_id
    scanner: Searcher = field(default_factory=standard_scanner)
    staged: bool = False


def make_runtime(parts: Parts) -> Runtime:
    """Return the runtime made of these parts."""
    intake = Intake(parts.scanner, Vault(parts.vault, parts.keys), parts.new_id, quiet=parts.staged)
    composer, guard = TemplateComposer(), Guard()

    def hands_for(design: Design) -> Hearing:
        return Hearing(
            design,
            # Taken once a turn: a turn under way ends with the model it began with.
            reader=parts.reader.now if isinstance(parts.reader, CurrentReader) else parts.reader,
            composer=composer,
            guard=guard,
            intake=intake,
            threads=parts.threads,
            clock=parts.clock,
            new_id=parts.new_id,
        )

    return Runtime(
        log=parts.log,
        intake=intake,
        designs=Designs(parts.shelf, parts.reader.encoder, parts.threads),
        actions=parts.actions,
        hands_for=hands_for,
        clock=parts.clock,
        new_id=parts.new_id,
    )


def memory_runtime(
    playbooks: Mapping[str, Mapping[str, str]],
    actions: Actions,
    *,
    reader: EncodingReader,
    threads: Executor,
    clock: Clock = system_clock,
    new_id: NewId = random_id,
    scanner: Searcher | None = None,
) -> Runtime:
    """Return a runtime that keeps everything in memory: the very same turn, for rehearsals and the terminal."""
    keys = KeyRing((VaultKey("memory", secrets.token_bytes(32)),))
    shelf, scanner = LooseShelf(playbooks), scanner or standard_scanner()
    return make_runtime(
        Parts(MemoryLog(), InMemoryVault(), keys, shelf, actions, reader, threads, clock, new_id, scanner, staged=True)
    )


@dataclass(frozen=True, slots=True)
class App:
    """A running 다정: everything the server and the command line reach for."""

    settings: Settings
    storage: Storage
    runtime: Runtime
    answering: Answering
    web_chat: WebChat
    reader: CurrentReader
    models: ModelFollower
    labels: Labels
    retraining: Retraining
    clock: Clock
    sign_in: SignIn
    trying: Trying
    publisher: Publisher


def published_playbooks(storage: Storage) -> FindPlaybook:
    """Return how the playbook of a conversation is found again, loaded once; None when its version cannot be read any more."""
    found: dict[tuple[str, str], Playbook | None] = {}

    async def find(name: str, version: str) -> Playbook | None:
        if (name, version) not in found:
            try:
                found[name, version] = load_playbook(await storage.publications.files(name, version)).playbook
            except DajeongError:
                found[name, version] = None
        return found[name, version]

    return find


def make_retraining(settings: Settings, storage: Storage, clock: Clock, new_id: NewId) -> Retraining:
    """Return what trains from the labels in this storage."""
    return Retraining(
        labels=lambda: read_team_labels(storage.log, storage.labelling),
        operations=storage.operations,
        models=models_of(settings).folder,
        data=settings.training_data,
        vectors=reads_fully(settings),
        encoder=settings.encoder,
        clock=clock,
        new_id=new_id,
    )


def make_sign_in(storage: Storage, clock: Clock = system_clock) -> SignIn:
    """Return the door of the studio over this storage."""
    tries = Tries(storage.tries, clock)
    return SignIn(storage.teammates, tries, clock=clock, new_token=random_token)


@asynccontextmanager
async def open_app(
    settings: Settings, *, clock: Clock = system_clock, new_id: NewId = random_id, actions: Actions | None = None
) -> AsyncIterator[App]:
    """Open everything, answer what an earlier process still owed, and close it calmly in the end."""
    settings.data.mkdir(parents=True, exist_ok=True)
    registry, load = models_of(settings), reader_loader(settings)
    version, in_force = await asyncio.to_thread(open_in_force, registry, load)
    reader = CurrentReader(in_force)
    models = ModelFollower(registry, reader, version, load)
    with (
        ThreadPoolExecutor(settings.reading_threads, thread_name_prefix="reading") as threads,
        closing(Trying(reader, memory_runtime)) as trying,
    ):
        # Beside the rest of the start, so that the first customer does not wait for it.
        threads.submit(in_force.warm)
        async with open_storage(settings.database_url) as storage, _systems(settings, actions) as systems:
            keys = await _keys(settings, storage)
            parts = Parts(
                storage.log, storage.vault, keys, storage.publications, systems, reader, threads, clock, new_id
            )
            app = _assembled(settings, storage, make_runtime(parts), models, reader, trying, clock=clock, new_id=new_id)
            await _wake_lost(app)
            async with _running(app):
                yield app


def _assembled(
    settings: Settings,
    storage: Storage,
    runtime: Runtime,
    models: ModelFollower,
    reader: CurrentReader,
    trying: Trying,
    *,
    clock: Clock,
    new_id: NewId,
) -> App:
    answering = Answering(runtime)
    drafts, published = storage.drafts, storage.publications
    return App(
        settings=settings,
        storage=storage,
        runtime=runtime,
        answering=answering,
        web_chat=WebChat(runtime, answering, storage.tokens, clock=clock, new_token=random_token),
        reader=reader,
        models=models,
        labels=Labels(storage.log, storage.labelling, clock),
        retraining=make_retraining(settings, storage, clock, new_id),
        clock=clock,
        sign_in=make_sign_in(storage, clock),
        trying=trying,
        publisher=Publisher(drafts, published, runtime.designs, encoder=lambda: reader.encoder, clock=clock),
    )


@asynccontextmanager
async def _systems(settings: Settings, given: Actions | None) -> AsyncIterator[Actions]:
    """Yield the actions that were handed in, or the operator's own, whose workers end with the block."""
    if given is not None:
        yield given
        return
    workers = WorkerActions(settings.actions, settings.action_workers)
    try:
        yield workers
    finally:
        await workers.close()


async def _wake_lost(app: App) -> None:
    for lost in await app.storage.log.due_before(datetime.max.replace(tzinfo=UTC), limit=10_000):
        if lost.why == "answer":
            app.answering.wake(lost.conversation)


@asynccontextmanager
async def _running(app: App) -> AsyncIterator[None]:
    """Keep running what follows the log and the clock, until the block ends; then let what was begun come to its end."""
    storage = app.storage
    listing, queue = SearchList(storage.log, storage.search), LabelQueue(storage.log, storage.labelling)
    running = (Timekeeper(app.runtime, app.clock), app.models, queue, listing)
    tasks = [asyncio.create_task(each.run()) for each in running]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await app.retraining.close()
        await app.answering.settle()


async def _keys(settings: Settings, storage: Storage) -> KeyRing:
    """Return the vault's keys; while nothing has been sealed yet and none is given, a key file is made beside the data."""
    if not os.environ.get(VARIABLE) and not settings.key_file.exists() and not await storage.vault.holds_anything():
        return make_key_file(settings.key_file)
    # With sealed values about, a new key would only hide that the old one is lost.
    return read_keys(os.environ, settings.key_file)
