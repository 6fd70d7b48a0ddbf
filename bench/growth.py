"""How the cost of a turn grows with the length of the conversation."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from statistics import median

from bench.load import MESSAGES
from bench.playbooks import padded
from dajeong.app import memory_runtime
from dajeong.runtime import FunctionActions
from dajeong.runtime.design import Design
from dajeong.understanding import TrainedReader

LENGTHS = (10, 100, 1000)
# Each figure is the median of this many turns at that length.
AROUND = 16


def length_costs(design: Design, reader: TrainedReader) -> dict[int, float]:
    """Return messages so far -> milliseconds of a turn in memory, everything but the disk."""
    return asyncio.run(_measure(reader))


async def _measure(reader: TrainedReader) -> dict[int, float]:
    numbers = count(1)
    with ThreadPoolExecutor(1) as threads:
        runtime = memory_runtime(
            {"parcel": padded(10)},
            FunctionActions({}),
            reader=reader,
            threads=threads,
            new_id=lambda: f"id{next(numbers)}",
        )
        await runtime.start("long", channel="bench", customer="", playbook="parcel", language="ko")
        took: list[float] = []
        for number in range(max(LENGTHS) + AROUND):
            began = time.perf_counter()
            await runtime.receive("long", message=f"m{number}", text=MESSAGES[number % len(MESSAGES)])
            await runtime.answer("long")
            took.append(time.perf_counter() - began)
    return {length: median(took[max(0, length - AROUND) : length + AROUND]) * 1000 for length in LENGTHS}
