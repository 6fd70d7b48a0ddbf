"""Each test has a fresh file and a calendar that stands still."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.examples.installed import installed


@pytest.fixture
def actions(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("DAJEONG_ACTIONS_DATA", str(tmp_path))
    monkeypatch.setenv("DAJEONG_ACTIONS_TODAY", "2026-11-23")
    module = installed(example)
    module._open().close()
    return module
