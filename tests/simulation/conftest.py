"""What the tests of rehearsals share."""

from collections.abc import Iterator, Mapping

import pytest

from dajeong.app import memory_runtime
from dajeong.playbook import read_folder
from dajeong.simulation.trying import Trying
from dajeong.understanding import TrainedReader
from dajeong.understanding.current import CurrentReader
from tests.stories.play import EXAMPLES


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    return TrainedReader.load()


@pytest.fixture(scope="module")
def trying(reader: TrainedReader) -> Iterator[Trying]:
    made = Trying(CurrentReader(reader), memory_runtime)
    yield made
    made.close()


@pytest.fixture(scope="module")
def parcel() -> Mapping[str, str]:
    return read_folder(EXAMPLES / "parcel")
