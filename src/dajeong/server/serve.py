"""Runs the server: publishes what lies in the given folders, and takes over what changes there."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket

import structlog
import uvicorn

from dajeong.app import App, open_app
from dajeong.errors import DajeongError
from dajeong.learning.following import ModelFollower
from dajeong.server.app import make_server
from dajeong.settings import Settings

_log = structlog.get_logger(__name__)
# How often the folders are looked at, in seconds.
LOOK = 1.0


def serve(settings: Settings, folders: Sequence[Path], *, ready: Callable[[str], None] | None = None) -> None:
    """Serve until a signal ends it. ``folders`` are playbooks to publish and to watch; ``ready`` is told the address.

    Raises what kept it from starting: DatabaseInUse, VaultKeyError, PlaybookUnusable ...
    """
    refused: list[DajeongError] = []

    @asynccontextmanager
    async def opened() -> AsyncIterator[App]:
        try:
            async with _opened(settings, folders) as app:
                yield app
        except DajeongError as problem:
            refused.append(problem)
            raise

    config = uvicorn.Config(
        make_server(opened),
        host=settings.host,
        port=settings.port,
        # Problems are logged where they happen, and a refused start is told by whoever called.
        log_level="critical",
        access_log=False,
        # An open stream never ends by itself.
        timeout_graceful_shutdown=2,
    )
    try:
        _Server(config, ready).run()
    except SystemExit:
        if not refused:
            raise
    if refused:
        raise refused[0]


@asynccontextmanager
async def _opened(settings: Settings, folders: Sequence[Path]) -> AsyncIterator[App]:
    """Open the app with its playbooks published, and watch their folders until the block ends."""
    async with open_app(settings) as app:
        for folder in folders:
            await app.publisher.publish_folder(folder, note="")
        await app.publisher.load_published()
        if await app.sign_in.owner() is None:
            _log.warning("studio.without_owner", do="dajeong owner")
        watching = asyncio.create_task(_watch(app, folders))
        look_on_hangup(app.models)
        try:
            yield app
        finally:
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching


class _Server(uvicorn.Server):
    """Uvicorn that says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None] | None) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and self._ready is not None:
            port = self.servers[0].sockets[0].getsockname()[1]
            self._ready(f"http://{self.config.host}:{port}")


def look_on_hangup(models: ModelFollower) -> None:
    """Look for another model right away on SIGHUP, where there is one and this is the main thread."""
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(hangup, models.look_soon)


async def _watch(app: App, folders: Sequence[Path]) -> None:
    """Publish a folder again when its files change; a playbook that does not load leaves the last good one in force."""
    seen = {folder: _stamp(folder) for folder in folders}
    while True:
        await asyncio.sleep(LOOK)
        for folder in folders:
            stamp = await asyncio.to_thread(_stamp, folder)
            if stamp == seen[folder]:
                continue
            seen[folder] = stamp
            try:
                name = await app.publisher.publish_folder(folder, changed=True)
                _log.info("playbook.taken_over", playbook=name)
            except DajeongError as problem:
                _log.warning("playbook.kept_last", folder=folder.name, problem=problem.message)


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml", ".md") and path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
