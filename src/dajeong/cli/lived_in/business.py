"""The business systems of made-up customers: an example's own actions, on data of their own and on a day of the past."""

import importlib.util
import inspect
import os
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

KOREA = timezone(timedelta(hours=9))
Function = Callable[..., Any]


def functions_in(path: Path) -> dict[str, Function]:
    """Return the actions of a Python file by name; nothing when there is no such file."""
    if not path.exists():
        return {}
    spec = importlib.util.spec_from_file_location(f"actions_of_{path.parent.name.replace('-', '_')}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    }


class Business:
    """Actions for one conversation after another: each finds fresh data, and some find a system that is down."""

    def __init__(self, functions: Mapping[str, Function], folder: Path) -> None:
        self._failing: frozenset[str] = frozenset()
        self._share = 0.0
        self._chance = Random(0)
        self._folder = folder
        self.functions: dict[str, Function] = {name: self._perhaps(name, each) for name, each in functions.items()}

    def open(self, at: datetime, chance: Random, failing: Collection[str] = (), share: float = 0.0) -> None:
        """Begin a conversation: the data is as delivered and the calendar shows ``at``; a ``share`` of some calls fails."""
        self._failing, self._share, self._chance = frozenset(failing), share, chance
        for left in self._folder.glob("*"):
            left.unlink()
        # The examples' actions take both from the environment, as an operator's would. This process is the players' own.
        os.environ["DAJEONG_ACTIONS_DATA"] = str(self._folder)
        os.environ["DAJEONG_ACTIONS_TODAY"] = at.astimezone(KOREA).date().isoformat()

    def _perhaps(self, name: str, function: Function) -> Function:
        def call(**inputs: Any) -> Any:
            if name in self._failing and self._chance.random() < self._share:
                raise ConnectionError("The system does not answer; try again later.")
            return function(**inputs)

        return call
