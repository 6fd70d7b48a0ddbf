"""Training from the team's labels while the server runs: in a process of its own, watched, one at a time."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar, Protocol

import structlog

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError
from dajeong.learning.team_labels import TeamLabels
from dajeong.learning.training import FEWEST_LABELS, CannotTrain, check_installed
from dajeong.storage.operations import Operation

_log = structlog.get_logger(__name__)
KIND = "training"
# How often a running one says that it is alive, and after which silence it is taken for lost (seconds).
BEAT = 10.0
LOST_AFTER = timedelta(seconds=60)
WORKER = "dajeong.learning.retraining_worker"


class TrainingRuns(DajeongError):
    """Another training is under way."""

    code: ClassVar[str] = "training_runs"
    status: ClassVar[int] = 409


class UnknownTraining(DajeongError):
    """No training of that id."""

    code: ClassVar[str] = "unknown_training"
    status: ClassVar[int] = 404


class Order(Frozen):
    """Everything the worker is told: where data and models are, and the labels, tokenised."""

    models: Path
    data: Path
    vectors: bool
    encoder: Path | None
    by: str
    note: str
    at: datetime
    labels: TeamLabels
    command: str = "started over the API"


def enough_to_learn(labels: TeamLabels) -> TeamLabels:
    """Return the labels when there are enough that may be learned from. Raises CannotTrain."""
    if len(labels.agreed) < FEWEST_LABELS:
        raise CannotTrain(
            f"{len(labels.agreed)} labelled messages are of customers who agreed to training, and at least {FEWEST_LABELS} are "
            f"needed. {len(labels.others)} more may only be measured on. Nothing was changed."
        )
    return labels


class Operations(Protocol):
    """Where it is kept how an operation is getting on."""

    async def begin(self, operation: Operation, *, alive_since: datetime) -> bool:
        """Keep a new operation, or return False while another one of its kind is alive."""
        ...

    async def go_on(self, operation: Operation) -> None:
        """Keep how an operation stands now."""
        ...

    async def of(self, id: str) -> Operation | None:
        """Return one operation."""
        ...

    async def newest(self, kind: str, *, limit: int = 20) -> list[Operation]:
        """Return the newest ones, the newest first."""
        ...


class Retraining:
    """Starts trainings and tells how they are getting on. What comes of one is a version nobody reads with yet."""

    def __init__(
        self,
        *,
        labels: Callable[[], Awaitable[TeamLabels]],
        operations: Operations,
        models: Path,
        data: Path,
        vectors: bool,
        encoder: Path | None,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._labels = labels
        self._operations = operations
        self._models, self._data, self._vectors, self._encoder = models, data, vectors, encoder
        self._clock = clock
        self._new_id = new_id
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, *, by: str, note: str = "") -> Operation:
        """Start one. Raises CannotTrain when there are too few labels that may be learned from, TrainingRuns."""
        check_installed()
        labels = enough_to_learn(await self._labels())
        now = self._clock()
        operation = Operation(
            id=self._new_id(), kind=KIND, state="running", by=by, started_at=now, seen_at=now, detail="Starting ..."
        )
        if not await self._operations.begin(operation, alive_since=now - LOST_AFTER):
            raise TrainingRuns("A training is under way already. Wait for its end; nothing was started.")
        order = Order(
            models=self._models,
            data=self._data,
            vectors=self._vectors,
            encoder=self._encoder,
            by=by,
            note=note,
            at=now,
            labels=labels,
        )
        task = asyncio.create_task(self._run(order, operation), name="dajeong-retraining")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return operation

    async def of(self, id: str) -> Operation:
        """Return how a training stands. Raises UnknownTraining."""
        found = await self._operations.of(id)
        if found is None or found.kind != KIND:
            raise UnknownTraining("There is no training of that id.")
        return self._as_it_is(found)

    async def newest(self) -> list[Operation]:
        """Return the newest trainings, the newest first."""
        return [self._as_it_is(each) for each in await self._operations.newest(KIND)]

    async def close(self) -> None:
        """End what runs; it is on record as failed, and nothing of it is kept."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _as_it_is(self, operation: Operation) -> Operation:
        if operation.state == "running" and operation.seen_at < self._clock() - LOST_AFTER:
            lost = "Its process ended before it was done. Nothing was kept; start it again."
            return operation.model_copy(update={"state": "failed", "detail": lost})
        return operation

    async def _run(self, order: Order, operation: Operation) -> None:
        try:
            operation = await self._worked(order, operation)
        except asyncio.CancelledError:
            operation = _ended(
                operation, "failed", "The server was stopped meanwhile. Nothing was kept; start it again."
            )
        except Exception as problem:
            _log.error("training.broke", error=type(problem).__name__)
            operation = _ended(operation, "failed", f"It broke ({type(problem).__name__}). Nothing was kept.")
        with contextlib.suppress(DajeongError):
            await self._operations.go_on(operation.model_copy(update={"seen_at": self._clock()}))

    async def _worked(self, order: Order, operation: Operation) -> Operation:
        """Have the worker do it and keep every step it tells."""
        pipe = asyncio.subprocess.PIPE
        worker = await asyncio.create_subprocess_exec(sys.executable, "-m", WORKER, stdin=pipe, stdout=pipe)
        assert worker.stdin is not None and worker.stdout is not None
        try:
            worker.stdin.write(order.model_dump_json().encode())
            worker.stdin.close()
            while operation.state == "running":
                try:
                    told = await asyncio.wait_for(worker.stdout.readline(), BEAT)
                except TimeoutError:
                    told = b"{}\n"
                if not told:
                    return _ended(operation, "failed", "Its process died. Nothing was kept; start it again.")
                news = {name: value for name, value in json.loads(told).items() if name in ("state", "detail")}
                operation = operation.model_copy(update={**news, "seen_at": self._clock()})
                if operation.state == "running":
                    await self._operations.go_on(operation)
            return operation
        finally:
            with contextlib.suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()


def _ended(operation: Operation, state: str, detail: str) -> Operation:
    return operation.model_copy(update={"state": state, "detail": detail})
