"""Labelling on both kinds of database, over conversations that are told in a line."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dajeong.learning.labels import Labels
from dajeong.learning.queue import LabelQueue
from dajeong.storage import Storage, open_storage
from tests.storage.telling import minutes


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/dajeong.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """Everything that is kept."""
    async with open_storage(url) as opened:
        yield opened


@pytest.fixture
def queue(storage: Storage) -> LabelQueue:
    """The follower that keeps the queue."""
    return LabelQueue(storage.log, storage.labelling)


@pytest.fixture
def labels(storage: Storage) -> Labels:
    """What people do with the queue, at one in the afternoon."""
    return Labels(storage.log, storage.labelling, lambda: minutes(60))
