"""An example's actions as an operator installs them, and everything their file holds."""

import importlib.util
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def installed(example: str) -> ModuleType:
    """The module beside an example."""
    spec = importlib.util.spec_from_file_location(
        f"installed_{example.replace('-', '_')}", EXAMPLES / example / "actions.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(actions: ModuleType) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the one that remembers keys."""
    path = Path(os.environ["DAJEONG_ACTIONS_DATA"]) / f"{actions.HERE.name}.sqlite"
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names if name != "finished"}
