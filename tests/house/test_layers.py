"""The layers hold: the import contracts of pyproject.toml are kept, and each of them would notice being broken."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import tree

CONTRACTS = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
# One new file, the line in it, and words of the contract that must notice it.
BREAKS = [
    ("conversation/wrong.py", "import dajeong.playbook", "Upper rooms import lower rooms"),
    ("anteroom/__init__.py", "", "Upper rooms import lower rooms"),
    ("dialogue/wrong.py", "import random", "The pure rooms know no clock"),
    ("playbook/wrong.py", "from sqlite3 import connect", "Only storage speaks SQL"),
    ("language/wrong.py", "import numpy.linalg", "Only understanding and learning import model libraries"),
    ("dialogue/wrong.py", "import openai", "Only wording and simulation call language models"),
]


def lint(folder: Path) -> str:
    """What import-linter says of a copy of the package that lies in this folder."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-cache",
        "--no-logo",
    ]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder / "src"), "COLUMNS": "300"},
    )
    return done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(tree.SOURCE, tmp_path / "src" / "dajeong", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(tree.ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_each_contract_is_named_by_a_sentence() -> None:
    for contract in CONTRACTS:
        assert contract["name"].endswith(".") and len(contract["name"].split()) >= 5, contract["name"]


def test_every_contract_notices_being_broken(copy: Path) -> None:
    assert {name for *_, name in BREAKS} == {
        next(name for *_, name in BREAKS if contract["name"].startswith(name)) for contract in CONTRACTS
    }
    for file, line, _ in BREAKS:
        path = copy / "src" / "dajeong" / file
        path.parent.mkdir(exist_ok=True)
        with path.open("a") as wrong:
            wrong.write(f"{line}\n")
    said = lint(copy)
    for contract in CONTRACTS:
        assert f"{contract['name']} BROKEN" in said, said
    assert "dajeong.anteroom" in said, said


def test_the_contracts_are_kept(copy: Path) -> None:
    said = lint(copy)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in said, said
