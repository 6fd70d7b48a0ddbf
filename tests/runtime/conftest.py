"""One reader for all tests of this room, and the three logs: memory, SQLite and PostgreSQL."""

from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dajeong.playbook import content_version
from dajeong.runtime import design
from dajeong.storage import MemoryLog, open_storage
from dajeong.trust import InMemoryVault
from dajeong.understanding import Encoder, TrainedReader
from tests.runtime.place import Place


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    """The reader that comes with the package."""
    return TrainedReader.load()


@pytest.fixture(scope="session", autouse=True)
def _each_playbook_is_built_once() -> Iterator[None]:
    """Training the intents of the same files again and again would only take time."""
    built: dict[tuple[str, int], design.Design] = {}
    real = design.build_design

    def once(files: Mapping[str, str], encoder: Encoder) -> design.Design:
        key = (content_version(files), id(encoder))
        if key not in built:
            built[key] = real(files, encoder)
        return built[key]

    patch = pytest.MonkeyPatch()
    patch.setattr(design, "build_design", once)
    yield
    patch.undo()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Where reading happens."""
    with ThreadPoolExecutor(4) as pool:
        yield pool


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Where the SQLite log of this test is."""
    return tmp_path / "dajeong.db"


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def place(
    request: pytest.FixtureRequest, reader: TrainedReader, threads: ThreadPoolExecutor, sqlite_file: Path
) -> AsyncIterator[Place]:
    """A place where runtimes come and go and what is kept stays."""
    if request.param == "memory":
        yield Place(MemoryLog(), InMemoryVault(), reader, threads)
        return
    url = f"sqlite:///{sqlite_file}" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    async with open_storage(url) as storage:
        yield Place(storage.log, storage.vault, reader, threads)
