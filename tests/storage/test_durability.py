"""What was acknowledged survives the process, the server and the disk giving up at any moment."""

import asyncio
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dajeong.storage import open_storage
from tests.storage.server import Server

ROOT = Path(__file__).resolve().parents[2]
WRITERS = 8


def burst(url: str) -> subprocess.Popen[str]:
    """A process in which eight conversations grow as fast as they can; it prints every acknowledgement."""
    command = [sys.executable, "-m", "tests.storage.burst", url, str(WRITERS)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def acknowledged(process: subprocess.Popen[str], until: int) -> Iterator[tuple[str, int]]:
    """What it acknowledged, first ``until`` of it, then whatever else got out before the end."""
    assert process.stdout is not None
    for number, line in enumerate(process.stdout, start=1):
        # The last line may be cut in two by the kill.
        if line.endswith("\n"):
            name, version = line.split()
            yield name, int(version)
        if number == until:
            return


async def assert_nothing_missing_nothing_doubled(url: str, told: list[tuple[str, int]]) -> None:
    async with open_storage(url) as storage:
        events = await storage.log.follow(0, limit=100_000)
        kept = Counter((each.conversation, each.version) for each in events)
        assert not set(told) - set(kept), "something acknowledged is missing"
        assert max(kept.values()) == 1
        assert [each.position for each in events] == list(range(1, len(events) + 1))
        for n in range(WRITERS):
            own = await storage.log.read(f"c{n}")
            assert [each.version for each in own] == list(range(1, len(own) + 1))
            row = await storage.log.inbox_of(f"c{n}")
            assert row is not None and row.version == len(own)


@pytest.mark.parametrize("moment", [40, 333])
async def test_after_kill_9_in_a_burst_nothing_acknowledged_is_missing(url: str, moment: int) -> None:
    process = await asyncio.to_thread(burst, url)
    told = await asyncio.to_thread(lambda: list(acknowledged(process, moment)))
    process.send_signal(signal.SIGKILL)
    told += await asyncio.to_thread(lambda: list(acknowledged(process, 10**9)))
    assert process.wait() == -signal.SIGKILL and len(told) >= moment
    await assert_nothing_missing_nothing_doubled(url, told)


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A PostgreSQL that the test may treat badly."""
    running = Server()
    yield running
    running.remove()


async def test_after_the_server_dies_in_a_burst_nothing_acknowledged_is_missing_and_it_goes_on(
    own_server: Server,
) -> None:
    process = await asyncio.to_thread(burst, own_server.url())
    told = await asyncio.to_thread(lambda: list(acknowledged(process, 200)))
    await asyncio.to_thread(own_server.stop)
    await asyncio.sleep(0.3)
    await asyncio.to_thread(own_server.start)
    # The burst goes on by itself: its process was never restarted.
    deadline = time.monotonic() + 30
    told += await asyncio.to_thread(lambda: list(acknowledged(process, 200)))
    assert time.monotonic() < deadline
    process.send_signal(signal.SIGKILL)
    told += await asyncio.to_thread(lambda: list(acknowledged(process, 10**9)))
    process.wait()
    await assert_nothing_missing_nothing_doubled(own_server.url(), told)
