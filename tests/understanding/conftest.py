"""One reader for all tests of the room: its encoder takes a second to load."""

from datetime import datetime, timedelta, timezone

import pytest

from dajeong.understanding import TrainedReader

KST = timezone(timedelta(hours=9))


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    return TrainedReader.load()


@pytest.fixture
def now() -> datetime:
    """A Monday."""
    return datetime(2026, 11, 23, 10, 0, tzinfo=KST)
