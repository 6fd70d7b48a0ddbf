"""Business systems: each call in a worker process that can be killed, its answer held to the declared contract."""

import asyncio
import inspect
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import structlog

from dajeong.playbook.actions import Action, Value
from dajeong.runtime.worker_process import WorkerProcess

_log = structlog.get_logger(__name__)
Problem = Literal["failed", "timeout", "rubbish", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a business system answered; ``problem`` says what went wrong, and then there are no outputs."""

    outputs: dict[str, Any] = field(default_factory=dict)
    problem: Problem | None = None


class Actions(Protocol):
    """Performs a playbook's actions. Calling twice with one key must do nothing twice; never raises."""

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """Return what came back within the declared time."""
        ...


class WorkerActions:
    """Actions installed by the operator: playbook name -> a Python file, or an HTTP address that takes JSON.

    ``environment`` is what their processes find in theirs beside what this one has.
    """

    def __init__(
        self, sources: Mapping[str, str], workers: int = 2, *, environment: Mapping[str, str] | None = None
    ) -> None:
        self._sources = dict(sources)
        self._environment = dict(environment or {})
        self._limit = asyncio.Semaphore(workers)
        self._idle: dict[str, list[WorkerProcess]] = {}

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """Return the checked answer of one call; a worker that hangs is killed and replaced."""
        if action is None:
            return Answer(problem="unknown")
        if action.mock:
            return checked(action, action.example)
        source = self._sources.get(playbook)
        if source is None:
            return Answer(problem="unknown")
        async with self._limit:
            return await self._in_worker(source, action, key, inputs)

    async def _in_worker(self, source: str, action: Action, key: str, inputs: Mapping[str, Any]) -> Answer:
        idle = self._idle.setdefault(source, [])
        worker = idle.pop() if idle else WorkerProcess(source, self._environment)
        try:
            async with asyncio.timeout(action.timeout_seconds):
                reply = await worker.ask({"action": action.name, "key": key, "inputs": dict(inputs)})
        except TimeoutError:
            _log.warning("action.timeout", action=action.name)
            await worker.kill()
            return Answer(problem="timeout")
        except Exception as problem:
            _log.warning("action.worker_lost", action=action.name, error=type(problem).__name__)
            await worker.kill()
            return Answer(problem="failed")
        except BaseException:
            # Called off in the middle: nobody may get the answer to another's question.
            await worker.kill()
            raise
        idle.append(worker)
        if not isinstance(reply, dict) or "error" in reply:
            _log.warning("action.failed", action=action.name)
            return Answer(problem="failed")
        return checked(action, reply.get("outputs"))

    async def close(self) -> None:
        """End every worker."""
        for idle in self._idle.values():
            while idle:
                await idle.pop().kill()


class FunctionActions:
    """Actions that are plain functions of this process, for tests and rehearsals."""

    def __init__(self, functions: Mapping[str, Callable[..., Any | Awaitable[Any]]]) -> None:
        self._functions = functions

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """Return the checked answer of the function of the action's name."""
        if action is None:
            return Answer(problem="unknown")
        if action.name not in self._functions:
            return checked(action, action.example) if action.mock else Answer(problem="unknown")
        try:
            async with asyncio.timeout(action.timeout_seconds):
                answer = self._functions[action.name](**inputs)
                if inspect.isawaitable(answer):
                    answer = await answer
        except TimeoutError:
            return Answer(problem="timeout")
        except Exception as problem:
            _log.warning("action.failed", action=action.name, error=type(problem).__name__)
            return Answer(problem="failed")
        return checked(action, answer)


_PYTHON: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (int, float),
    "money": (int, float),
    "date": (str,),
    "datetime": (str,),
    "yes_no": (bool,),
    "list": (list,),
}


def checked(action: Action, outputs: Any) -> Answer:
    """Return the answer when it keeps the declared contract, else the problem ``rubbish``.

    Undeclared outputs are dropped: a reply may only say what the designers agreed to. An answer that says
    ``found: false`` need not hold the rest.
    """
    if not isinstance(outputs, Mapping):
        return Answer(problem="rubbish")
    missing_allowed = outputs.get("found") is False
    kept: dict[str, Any] = {}
    for name, declared in action.outputs.items():
        value = outputs.get(name)
        if value is None:
            if declared.required and not missing_allowed:
                return Answer(problem="rubbish")
        elif _keeps(declared, value):
            kept[name] = value
        else:
            return Answer(problem="rubbish")
    return Answer(outputs=kept)


def _keeps(declared: Value, value: Any) -> bool:
    if isinstance(value, bool) and declared.type != "yes_no":
        return False
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, _PYTHON[declared.type])
