"""`./run bench try`: how long somebody who edits a draft waits for the answer, and what that costs the customers meanwhile."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

import structlog

from dajeong.app import memory_runtime
from dajeong.playbook import read_folder
from dajeong.playbook.story import Deed, stories_of
from dajeong.runtime import Runtime
from dajeong.server.intent_desk import IntentDesk
from dajeong.simulation.example_actions import ExampleActions
from dajeong.simulation.trying import Script, Trying
from dajeong.understanding import TrainedReader
from dajeong.understanding.current import CurrentReader

PARCEL = Path(__file__).resolve().parents[1] / "examples" / "parcel"
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
REPEATS = 15
TURNS = 150
SHORT = [Deed(customer="제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"), Deed(customer="DJ20261101이에요")]
LONG = [
    *SHORT,
    *(
        Deed(customer=said)
        for said in (
            "감사합니다",
            "환불은 어떻게 하나요?",
            "DJ20261102",
            "네",
            "아니요",
            "언제 와요?",
            "진짜 짜증나네요",
            "상품이 깨져서 왔어요",
        )
    ),
]


async def timed(work: Callable[[int], Awaitable[object]], repeats: int = REPEATS) -> str:
    """Return the median and the longest of some runs, in milliseconds."""
    took = []
    for number in range(repeats):
        began = time.perf_counter()
        await work(number)
        took.append((time.perf_counter() - began) * 1000)
    return f"{median(took):.0f} ms (longest {max(took):.0f})"


def edited(files: Mapping[str, str], number: int) -> dict[str, str]:
    """Return the draft with one wording rewritten."""
    return {**files, "empathy.yaml": files["empathy.yaml"].replace("마음 졸이셨죠", f"마음 졸이셨죠, {number}번")}


def taught(files: Mapping[str, str], number: int) -> dict[str, str]:
    """Return the draft with one example more."""
    path = next(path for path in sorted(files) if path.startswith("intents/"))
    head, examples, rest = files[path].partition("examples:\n")
    indent = rest[: len(rest) - len(rest.lstrip())]
    return {**files, path: f"{head}{examples}{indent}- 보내 주신 상자가 {number}번이나 늦네요\n{rest}"}


async def measure() -> None:
    """Print what a try costs."""
    reader = TrainedReader.load()
    reader.warm()
    trying = Trying(CurrentReader(reader), memory_runtime)
    files = read_folder(PARCEL)
    stories = [
        story for path in sorted((PARCEL / "tests").glob("*.yaml")) for story in stories_of(path.read_text("utf-8"))
    ]
    begins = await timed(lambda n: trying.play(Script(files, SHORT, NOW)), 1)
    print(f"the first try of a draft of {len(files)} files: {begins}")
    print(f"a try of 2 lines, the same again: {await timed(lambda n: trying.play(Script(files, SHORT, NOW)))}")
    told = await timed(lambda n: trying.play(Script(edited(files, n), SHORT, NOW)))
    print(f"a try of 2 lines after a wording was edited: {told}")
    long = await timed(lambda n: trying.play(Script(edited(files, n + REPEATS), LONG, NOW)))
    print(f"a try of {len(LONG)} lines after a wording was edited: {long}")
    learned = await timed(lambda n: trying.play(Script(taught(files, n), SHORT, NOW)))
    print(f"a try of 2 lines after an example was added: {learned}")
    one = await timed(lambda n: trying.every_feeling(Script(edited(files, n), SHORT[:1], NOW), None))
    print(f"ten feelings of the first line, after an edit: {one}")
    all_lines = await timed(lambda n: trying.every_feeling(Script(edited(files, n), LONG, NOW), None))
    print(f"ten feelings of line {len(LONG)}, after an edit: {all_lines}")
    print(
        f"{len(stories)} stories after an edit: {await timed(lambda n: trying.told(edited(files, n), stories, now=NOW), 5)}"
    )
    await beside_customers(reader, trying, files)
    await beside_a_check(reader, files)
    trying.close()


async def beside_customers(reader: TrainedReader, trying: Trying, files: Mapping[str, str]) -> None:
    """Print what a customer's turn takes alone, and while somebody tries without a pause."""
    with ThreadPoolExecutor(2) as threads:
        runtime = memory_runtime({"parcel": files}, ExampleActions(), reader=reader, threads=threads)
        alone = await turns(runtime, "alone")

        async def forever() -> None:
            for number in count():
                await trying.play(Script(edited(files, number), LONG, NOW))

        busy = asyncio.create_task(forever())
        await asyncio.sleep(0)
        beside = await turns(runtime, "beside")
        busy.cancel()
    print(f"a customer's turn alone: {alone}; while somebody tries {len(LONG)} lines without a pause: {beside}")


async def beside_a_check(reader: TrainedReader, files: Mapping[str, str]) -> None:
    """Print what a customer's turn takes alone, and while intents of drafts are checked without a pause."""
    desk = IntentDesk(reader.encoder)
    with ThreadPoolExecutor(2) as threads:
        runtime = memory_runtime({"parcel": files}, ExampleActions(), reader=reader, threads=threads)
        alone = await turns(runtime, "alone")
        took = []

        async def forever() -> None:
            for number in count():
                began = time.perf_counter()
                await desk.check(taught(files, number))
                took.append(time.perf_counter() - began)

        busy = asyncio.create_task(forever())
        # Until the first one is under way.
        await asyncio.sleep(3)
        beside = await turns(runtime, "beside")
        while not took:
            await asyncio.sleep(0.1)
        busy.cancel()
    print(f"a customer's turn alone: {alone}; while intents are checked: {beside}; a check: {median(took):.1f} s")


async def turns(runtime: Runtime, name: str) -> str:
    """Return how long messages of conversations of their own take to be answered."""
    for number in range(TURNS):
        await runtime.start(f"{name}{number}", channel="bench", customer=name, playbook="parcel", language="ko")
    took = []
    for number in range(TURNS):
        began = time.perf_counter()
        await runtime.receive(f"{name}{number}", message="m", text=f"택배가 {number}일째 안 와요")
        await runtime.answer(f"{name}{number}")
        took.append((time.perf_counter() - began) * 1000)
    return f"p50 {median(took):.1f} ms, p95 {sorted(took)[int(0.95 * TURNS)]:.1f} ms"


def main() -> None:
    """Measure and print."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    asyncio.run(measure())
