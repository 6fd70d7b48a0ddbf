"""The command line as somebody at a keyboard has it: arguments and typed lines in, lines and an exit code out."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from dajeong.cli import main
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP

ACTIONS = """
def find_order(order_number):
    return {"found": True, "item": "머그컵", "arrives": "2026-11-25"}

def request_refund(order_number, reason):
    return {"done": True, "receipt": "R-7"}

def call_back(phone):
    assert phone == "010-2345-6789"
    return {"done": True}
"""


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    """One reader for all commands of all tests."""
    return TrainedReader.load()


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, reader: TrainedReader
) -> Iterator[Run]:
    """Runs ``dajeong`` with arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DAJEONG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(TrainedReader, "load", lambda *_, **__: reader)

    def command(*arguments: str, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["dajeong", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1 if end.code else 0
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    yield command
    structlog.reset_defaults()


@pytest.fixture
def shop_folder(tmp_path: Path) -> Path:
    """The small shop as a folder, with its actions beside it."""
    folder = tmp_path / "shop"
    for path, text in SHOP.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "actions.py").write_text(ACTIONS, encoding="utf-8")
    return folder
