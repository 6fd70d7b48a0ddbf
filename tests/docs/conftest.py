"""Pages are tried as a reader would: the models load once, the examples look things up in a file of their own."""

from pathlib import Path

import pytest

from dajeong.understanding import TrainedReader


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    return TrainedReader.load()


@pytest.fixture(autouse=True)
def _own_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAJEONG_ACTIONS_DATA", str(tmp_path))
    monkeypatch.setenv("DAJEONG_ACTIONS_TODAY", "2026-11-23")
