"""The floor under a turn: its reading, its search for personal data and its two commits, with nothing around them."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bench.load import MESSAGES
from dajeong.conversation import Conversation, after, inbox_row
from dajeong.conversation.events import ConversationStarted, CustomerWrote
from dajeong.runtime.design import Design
from dajeong.storage import open_storage
from dajeong.trust import standard_scanner
from dajeong.understanding import TrainedReader


def timed(work: Callable[[str], Any], rounds: int = 25) -> list[float]:
    """Return the seconds of each call of ``work`` over the messages, the first round left out."""
    took = []
    for turn in range(rounds):
        for message in MESSAGES:
            began = time.perf_counter()
            work(message)
            if turn:
                took.append(time.perf_counter() - began)
    return took


def floor(design: Design, reader: TrainedReader) -> dict[str, float]:
    """Return the median of each part in milliseconds, and their sum: reader + scan + two commits."""
    scanner = standard_scanner()
    now = datetime.now(UTC)
    patterns = design.playbook.patterns
    read = timed(lambda text: reader.read(text, history=(), intents=design.intents, patterns=patterns, now=now))
    scan = timed(lambda text: scanner.find(text))
    commit = asyncio.run(_commits())
    parts = {"reader": median(read), "scan": median(scan), "commit": median(commit)}
    parts["floor"] = parts["reader"] + parts["scan"] + 2 * parts["commit"]
    return {name: seconds * 1000 for name, seconds in parts.items()}


async def _commits(rounds: int = 200) -> list[float]:
    """Return the seconds of appends of one message each, durable."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_storage(f"sqlite:///{Path(folder) / 'floor.db'}") as storage:
            now = datetime.now(UTC)
            c = Conversation("floor")
            started = ConversationStarted(
                channel="bench", customer="", playbook="p", playbook_version="1", language="ko"
            )
            events: list[Any] = [started]
            took = []
            for number in range(rounds):
                folded = c
                for event in events:
                    folded = after(folded, event, now)
                began = time.perf_counter()
                await storage.log.append(c.id, events, after=c.version, at=now, inbox=inbox_row(folded))
                took.append(time.perf_counter() - began)
                c = folded
                events = [CustomerWrote(message=f"m{number}", text=MESSAGES[number % len(MESSAGES)])]
    return took[20:]
