"""Small weights for what can be seen in the small, and the real encoder, built once for all tests."""

from pathlib import Path

import pytest

from dajeong.understanding.e5 import E5Encoder, build, installed_weights
from dajeong.understanding.e5.build import assemble
from dajeong.understanding.e5.feeling import Feeling
from dajeong.understanding.e5.folder import Parts
from dajeong.understanding.e5.weights import Weights, parse_weights
from tests.understanding.e5.tiny import tiny_feeling, tiny_file


@pytest.fixture(scope="session")
def tiny() -> Weights:
    return parse_weights(tiny_file())


@pytest.fixture(scope="session")
def feeling() -> Feeling:
    return tiny_feeling()


@pytest.fixture(scope="session")
def tiny_parts(tiny: Weights, feeling: Feeling) -> Parts:
    return assemble(tiny, feeling, "tiny")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("encoder") / "built"
    assert build(installed_weights(), folder, lambda step: None)
    return folder


@pytest.fixture(scope="session")
def e5(built: Path) -> E5Encoder:
    return E5Encoder(built)
