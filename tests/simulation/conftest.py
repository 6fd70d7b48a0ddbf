"""What the tests of rehearsals share."""

import pytest

from dajeong.understanding import TrainedReader


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    return TrainedReader.load()
