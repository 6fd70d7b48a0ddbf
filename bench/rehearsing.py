"""`./run bench rehearse`: how fast made-up customers are played and in how much memory, against what is asked."""

import logging
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import structlog

from dajeong.app import memory_runtime
from dajeong.playbook import read_beside, read_folder
from dajeong.simulation.rehearsal import Programme, Recipe, Tally, rehearse
from dajeong.simulation.rehearsal.troupe import Troupe
from dajeong.understanding import TrainedReader

PARCEL = Path(__file__).resolve().parents[1] / "examples" / "parcel"
# Turns of a second of one core's time, and the memory (MB) of ten thousand conversations on two cores.
ASKED = {"light": 300, "full": 60}
MOST_MEMORY = 2048
CONVERSATIONS = {"light": 250, "full": 60}
# Played before it counts: caches fill.
WARM = 10
GROWTH = 2_000
_MB = 1024


def programme(customers: int) -> Programme:
    """The parcel example, so many conversations of it."""
    return Programme(files={**read_folder(PARCEL), **read_beside(PARCEL)}, customers=customers, seed=1)


def speed(name: str) -> float:
    """Return the turns played in a second of processor time, all threads of the process counted."""
    conversations = CONVERSATIONS[name]
    troupe = Troupe(programme(conversations), TrainedReader.load(vectors=name == "full"), memory_runtime)
    for number in range(WARM):
        troupe.play(number)
    began = time.process_time()
    turns = sum(troupe.play(number).turns for number in range(conversations))
    seconds = time.process_time() - began
    troupe.close()
    return turns / seconds


def family(process: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def memory() -> float:
    """Return the resident memory of this process and its players in MB; what they share is counted for each."""
    total = 0
    for process in family(os.getpid()):
        status = Path(f"/proc/{process}/status").read_text()
        total += next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return total / _MB


def growth(name: str, conversations: int) -> tuple[list[float], float]:
    """Play a rehearsal on two processes; return the memory after each quarter of it, and the turns of a second of the clock."""
    recipe = Recipe(
        "bench", programme(conversations), partial(TrainedReader.load, vectors=name == "full"), memory_runtime
    )
    tally, found, turns, began = Tally(), list[float](), 0, time.monotonic()
    for done, result in enumerate(rehearse(recipe, range(conversations), workers=2), start=1):
        tally.add(result)
        turns += result.turns
        if done % (conversations // 4) == 0:
            found.append(memory())
    return found, turns / (time.monotonic() - began)


def main() -> int:
    """Measure and print; return 1 when less is reached than is asked."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    missed = False
    # Before this process has models of its own, which the players do not need.
    for name, conversations in (("light", GROWTH), ("full", GROWTH // 10)):
        found, clocked = growth(name, conversations)
        # The first quarter fills caches; what comes after it is what a conversation leaves behind.
        each = (found[-1] - found[0]) / (0.75 * conversations)
        expected = found[-1] + max(each, 0) * (10_000 - conversations)
        told = ", ".join(f"{each:.0f}" for each in found)
        print(f"{name} reader, {conversations} conversations on two processes: {told} MB after each quarter", end="; ")
        if name == "light":
            print(f"ten thousand: {expected:.0f} MB (asked: {MOST_MEMORY} at most)")
            missed |= expected > MOST_MEMORY
        else:
            print(f"asked: {MOST_MEMORY} at most")
            missed |= found[-1] > MOST_MEMORY
        print(
            f"  start and counting included: {clocked:.0f} turns a second of the clock, {clocked / 2:.0f} for each process"
        )
    for name, asked in ASKED.items():
        reached = speed(name)
        print(f"{name} reader: {reached:.0f} turns a second and core (asked: {asked})")
        missed |= reached < asked
    return int(missed)
