"""Where the studio asks about a draft's intents: slow work in a process of its own, one at a time, and none of it twice."""

import asyncio
import contextlib
import hashlib
import sys
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from dajeong.errors import DajeongError
from dajeong.learning.intent_check import IntentCheck, Written
from dajeong.learning.intent_check_worker import order_bytes
from dajeong.learning.intent_sentence import DraftHead
from dajeong.playbook.files import read_draft
from dajeong.understanding import Encoder
from dajeong.understanding.everyday import everyday_sentences
from dajeong.understanding.remembered import remembered

T = TypeVar("T")
KEPT = 8
WORKER = "dajeong.learning.intent_check_worker"


class CheckSuperseded(DajeongError):
    """The one who asked has asked about newer examples meanwhile."""

    code: ClassVar[str] = "check_superseded"
    status: ClassVar[int] = 409


class CheckBroke(DajeongError):
    """The process that checked ended before it was done."""

    code: ClassVar[str] = "check_broke"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


@dataclass(slots=True)
class _Run:
    task: asyncio.Task[IntentCheck]
    askers: set[str] = field(default_factory=set)


class IntentDesk:
    """Heads and checks of drafts, known by the hash of their examples. It keeps what the team wrote and no customer's words."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        self._trying = ThreadPoolExecutor(1, thread_name_prefix="intent-sentence")
        self._checks: OrderedDict[str, IntentCheck] = OrderedDict()
        self._heads: OrderedDict[str, DraftHead] = OrderedDict()
        self._runs: dict[str, _Run] = {}
        self._turn = asyncio.Lock()

    async def check(self, texts: Mapping[str, str], *, asker: str = "") -> IntentCheck:
        """Return what leaving out each example of these files' intents shows.

        What the same ``asker`` asked before is given up unless somebody else waits for it. Raises CheckSuperseded, CheckBroke.
        """
        intents = await asyncio.to_thread(intents_of, texts)
        key = key_of(intents)
        self._give_up(asker, but=key)
        if key in self._checks:
            self._checks.move_to_end(key)
            return self._checks[key]
        if key not in self._runs:
            self._runs[key] = _Run(asyncio.create_task(self._run(key, intents), name="dajeong-intent-check"))
        run = self._runs[key]
        run.askers.add(asker)
        # Whoever asked stays or goes; the check is ended only when nobody wants it.
        await asyncio.wait([run.task])
        if run.task.cancelled():
            raise CheckSuperseded("Newer examples are being checked instead of these. Look at what is said of them.")
        return run.task.result()

    async def ask(self, texts: Mapping[str, str], question: Callable[[DraftHead], T]) -> T:
        """Return the answer of the head that these files' intents would have if they were published."""

        def work() -> T:
            intents = intents_of(texts)
            return question(_kept(self._heads, key_of(intents), lambda: DraftHead.trained(intents, self._encoder)))

        return await asyncio.get_running_loop().run_in_executor(self._trying, work)

    async def close(self) -> None:
        """End what is being checked."""
        tasks = [run.task for run in self._runs.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._trying.shutdown(wait=False)

    def _give_up(self, asker: str, *, but: str) -> None:
        for key, run in list(self._runs.items()):
            if key != but and asker in run.askers:
                run.askers.remove(asker)
                if not run.askers:
                    del self._runs[key]
                    run.task.cancel()

    async def _run(self, key: str, intents: Mapping[str, Written]) -> IntentCheck:
        try:
            async with self._turn:
                found = await _worked(await asyncio.to_thread(self._order, intents))
            return _kept(self._checks, key, lambda: found)
        finally:
            # One that was given up is gone already, and another may stand in its place.
            if key in self._runs and self._runs[key].task is asyncio.current_task():
                del self._runs[key]

    def _order(self, intents: Mapping[str, Written]) -> bytes:
        if self._encoder is None:
            return order_bytes(intents, None, {})
        # Most vectors are remembered from what is published: the process needs neither the model nor the time to load it.
        own = (text for each in intents.values() for text in (*each.examples, each.title))
        texts = list(dict.fromkeys((*own, *everyday_sentences())))
        return order_bytes(intents, self._encoder.name, dict(zip(texts, remembered(self._encoder, texts), strict=True)))


async def _worked(order: bytes) -> IntentCheck:
    """Have a process of its own check, and end it when nobody waits any more."""
    pipe = asyncio.subprocess.PIPE
    worker = await asyncio.create_subprocess_exec(sys.executable, "-m", WORKER, stdin=pipe, stdout=pipe)
    try:
        found, _ = await worker.communicate(order)
    finally:
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()
    if worker.returncode != 0:
        raise CheckBroke("The check could not be finished. Nothing was changed; try again in a moment.")
    return IntentCheck.model_validate_json(found)


def intents_of(texts: Mapping[str, str]) -> dict[str, Written]:
    """Return the intents as far as they can be read; a mistake in another file takes nothing away."""
    playbook = read_draft(texts).playbook
    own = playbook.intents if playbook else {}
    return {name: Written(each.title, each.examples) for name, each in own.items() if each.examples}


def key_of(intents: Mapping[str, Written]) -> str:
    """Return what names these examples: another one, or another order, is another key."""
    digest = hashlib.sha256()
    for name, own in intents.items():
        for part in (name, own.title, *own.examples):
            encoded = part.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
        digest.update(b"\0")
    return digest.hexdigest()


def _kept(found: OrderedDict[str, T], key: str, make: Callable[[], T]) -> T:
    if key not in found:
        found[key] = make()
    found.move_to_end(key)
    while len(found) > KEPT:
        found.popitem(last=False)
    return found[key]
