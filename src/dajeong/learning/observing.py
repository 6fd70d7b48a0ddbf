"""Reads from the log what drift is measured on: each message as kinds and bins, its words dropped at once."""

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from dajeong.conversation import Recorded
from dajeong.conversation.events import CustomerWrote, MessageTaken, MessageUnderstood
from dajeong.learning.drift import DriftReport, Observed, compare_windows
from dajeong.learning.queue import INTENT_WAS_NEEDED
from dajeong.storage import EventLog
from dajeong.understanding.features import normalise
from dajeong.understanding.heads import load_heads

# Upper ends of the bins, in characters and in shares.
LENGTHS = (10, 20, 40, 80, 160)
SHARES = (0.4, 0.6, 0.8)
UNKNOWN = (0.02, 0.1, 0.3)
PAGE = 1_000
# Whether the model has seen a pair of letters.
Knows = Callable[[str], bool]


async def watch_drift(
    log: EventLog,
    now: datetime,
    *,
    window: timedelta = timedelta(days=7),
    reference: timedelta = timedelta(days=28),
    knows: Knows | None = None,
) -> DriftReport:
    """Compare the messages of the last ``window`` with those of the ``reference`` before it."""
    start, border = now - window - reference, now - window
    reading = _Reading(knows)
    before: list[Observed] = []
    later: list[Observed] = []
    position = await position_at(log, start)
    while found := await log.follow(position, limit=PAGE):
        position = found[-1].position
        # A long log is read without keeping the customers of this moment waiting.
        await asyncio.to_thread(reading.page, [each for each in found if each.at < border], before)
        await asyncio.to_thread(reading.page, [each for each in found if border <= each.at < now], later)
        if found[-1].at >= now:
            break
    return await asyncio.to_thread(compare_windows, before, later, (start, border, now))


async def position_at(log: EventLog, moment: datetime) -> int:
    """Return a position below the first event at ``moment`` or later. Positions have no gaps and follow time."""
    low, high = 0, await log.position()
    while low < high:
        middle = (low + high) // 2
        found = await log.follow(middle, limit=1)
        if not found or found[0].at >= moment:
            high = middle
        else:
            low = middle + 1
    return low


class _Reading:
    """What was written waits for its reading, and the reading for how it was taken; then it is a row of kinds."""

    def __init__(self, knows: Knows | None) -> None:
        self._knows = knows
        self._texts: dict[tuple[str, str], str] = {}
        self._without_intent: dict[tuple[str, str], dict[str, str]] = {}

    def page(self, events: Sequence[Recorded], into: list[Observed]) -> None:
        """Take events in, in their order."""
        for each in events:
            self._take(each, into)

    def _take(self, each: Recorded, into: list[Observed]) -> None:
        event = each.event
        if isinstance(event, CustomerWrote) and event.choice is None and event.text.strip():
            self._texts[each.conversation, event.message] = event.text
        elif isinstance(event, MessageUnderstood):
            text = self._texts.pop((each.conversation, event.message), None)
            if text is not None:
                kinds = _kinds(event, text, self._knows)
                into.append(Observed(each.conversation, each.at, kinds, event.reader))
                if event.reading.intent is None:
                    self._without_intent[each.conversation, event.message] = kinds
        elif isinstance(event, MessageTaken):
            waiting = self._without_intent.pop((each.conversation, event.message), None)
            # An order number has no intent and needs none: it says nothing about intents.
            if waiting is not None and event.taken_as in INTENT_WAS_NEEDED:
                waiting["intent"] = "none"


def _kinds(event: MessageUnderstood, text: str, knows: Knows | None) -> dict[str, str]:
    reading = event.reading
    share = reading.emotion.scores.get(reading.emotion.dominant)
    kinds = {
        "emotion": reading.emotion.dominant,
        "sure": "sure" if reading.emotion.sure else "unsure",
        "language": reading.language,
        "length": _bin(len(text), LENGTHS),
    }
    if reading.intent is not None:
        kinds["intent"] = "found"
    if share is not None:
        kinds["emotion_share"] = _bin(share, SHARES)
    if knows is not None and (unknown := unknown_share(text, knows)) is not None:
        kinds["unknown_letters"] = _bin(unknown, UNKNOWN)
    return kinds


def letters_known_to(model: Path) -> Knows:
    """Return which pairs of letters the model at a path has seen. Raises HeadsUnusable."""
    heads = load_heads(model)
    known = set(heads.messages.vocabulary).union(*(head.vocabulary for head in heads.comments.values()))
    return known.__contains__


def unknown_share(text: str, knows: Knows) -> float | None:
    """Return the share of a text's pairs of letters the model has never seen, None when it has none."""
    plain = normalise(text).text
    pairs = [plain[i : i + 2] for i in range(len(plain) - 1) if plain[i : i + 2].isalpha()]
    return sum(not knows(pair) for pair in pairs) / len(pairs) if pairs else None


def _bin(value: float, ends: Sequence[float]) -> str:
    place = bisect_left(ends, value)
    if place == len(ends):
        return f"over {ends[-1]:g}"
    return f"{ends[place - 1] if place else 0:g}-{ends[place]:g}"
