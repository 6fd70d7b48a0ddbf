"""What came in lately against what came in before: has something changed, how much, and could it be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.frozen import Frozen

# With fewer conversations in a window nothing is said about it.
FEWEST_CONVERSATIONS = 20
# A population stability index from here on is a moderate shift (Siddiqi 2006), if it is not chance.
SHIFTED = 0.1
CHANCE = 0.05
PERMUTATIONS = 999
# More conversations of a window than this are sampled.
MOST_CONVERSATIONS = 4_000
_SEED = 11
# Keeps an empty class from making the index infinite.
_FLOOR = 1e-4
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Observed:
    """One message as numbers and kinds: measure -> the class it falls into. Nothing of its words."""

    conversation: str
    at: datetime
    kinds: Mapping[str, str]
    reader: str = ""


class Shift(Frozen):
    """One measure in both windows. ``shares`` are of messages by class; ``chance`` is the corrected probability that as large a
    difference comes about when nothing changed.
    """

    measure: str
    changed: bool
    index: float
    distance: float
    chance: float
    before: dict[str, float]
    now: dict[str, float]
    words: str


class Window(Frozen):
    """A stretch of time and what was observed in it."""

    since: datetime
    until: datetime
    messages: int
    conversations: int
    readers: tuple[str, ...]


class DriftReport(Frozen):
    """Two windows compared. ``enough`` is false when there are too few conversations to say anything."""

    before: Window
    now: Window
    enough: bool
    shifts: tuple[Shift, ...]
    words: tuple[str, ...]


def compare_windows(
    before: Sequence[Observed], now: Sequence[Observed], spans: tuple[datetime, datetime, datetime]
) -> DriftReport:
    """Return what changed between two windows; ``spans`` are the start of the first, the start and the end of the second.

    Chance is measured by exchanging whole conversations between the windows (a permutation test), because the messages of one
    conversation are not independent, and corrected for the number of measures (Holm 1979).
    """
    windows = (_window(before, spans[0], spans[1]), _window(now, spans[1], spans[2]))
    enough = all(window.conversations >= FEWEST_CONVERSATIONS for window in windows)
    shifts = _shifts(_sampled(before), _sampled(now)) if enough else ()
    return DriftReport(
        before=windows[0], now=windows[1], enough=enough, shifts=shifts, words=tuple(_told(windows, enough, shifts))
    )


def stability_index(before: Counts, now: Counts) -> Counts:
    """Return the population stability index of counts by class, along the last axis: sum of (q - p) ln(q / p)."""
    p, q = _shares(before), _shares(now)
    return np.asarray(((q - p) * np.log(q / p)).sum(axis=-1))


def jensen_shannon(before: Counts, now: Counts) -> Counts:
    """Return the Jensen-Shannon distance of counts by class, 0-1 (square root of the divergence in bits; Lin 1991)."""
    p, q = _shares(before), _shares(now)
    middle = (p + q) / 2
    divergence = ((p * np.log2(p / middle)).sum(axis=-1) + (q * np.log2(q / middle)).sum(axis=-1)) / 2
    return np.asarray(np.sqrt(np.maximum(divergence, 0.0)))


def _shares(counts: Counts) -> Counts:
    total = np.maximum(counts.sum(axis=-1, keepdims=True), 1.0)
    shares = np.maximum(counts / total, _FLOOR)
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))


def _shifts(before: Sequence[Observed], now: Sequence[Observed]) -> tuple[Shift, ...]:
    measures = sorted({name for each in (*before, *now) for name in each.kinds})
    found = [(name, *_measured(name, before, now)) for name in measures]
    by_chance = sorted(range(len(found)), key=lambda i: found[i][4])
    corrected, highest = {}, 0.0
    for rank, i in enumerate(by_chance):
        highest = max(highest, min(1.0, found[i][4] * (len(found) - rank)))
        corrected[i] = highest
    shifts = []
    for i, (name, classes, then, later, _) in enumerate(found):
        index, chance = float(stability_index(then, later)), corrected[i]
        shares = [dict(zip(classes, (np.round(c / max(c.sum(), 1), 4)).tolist(), strict=True)) for c in (then, later)]
        shifts.append(
            Shift(
                measure=name,
                changed=index >= SHIFTED and chance < CHANCE,
                index=round(index, 4),
                distance=round(float(jensen_shannon(then, later)), 4),
                chance=round(chance, 4),
                before=shares[0],
                now=shares[1],
                words=in_words(name, shares[0], shares[1]),
            )
        )
    return tuple(sorted(shifts, key=lambda shift: (not shift.changed, -shift.index)))


def _measured(
    name: str, before: Sequence[Observed], now: Sequence[Observed]
) -> tuple[list[str], Counts, Counts, float]:
    """Return the classes, both windows' counts, and how often exchanged windows differ as much."""
    classes = sorted({each.kinds[name] for each in (*before, *now) if name in each.kinds})
    place = {kind: i for i, kind in enumerate(classes)}
    names = {each.conversation: i for i, each in enumerate({e.conversation: e for e in (*before, *now)}.values())}
    counts = np.zeros((len(names), 2, len(classes)))
    for window, rows in enumerate((before, now)):
        for each in rows:
            if name in each.kinds:
                counts[names[each.conversation], window, place[each.kinds[name]]] += 1
    then, later = counts.sum(axis=0)
    both = counts.sum(axis=1)
    # A conversation that runs across the border counts where most of it is.
    late = counts[:, 1].sum(axis=1) > counts[:, 0].sum(axis=1)
    random = np.random.default_rng(_SEED)
    orders = np.stack([random.permutation(late) for _ in range(PERMUTATIONS)]).astype(np.float64)
    exchanged = orders @ both
    differences = stability_index(both.sum(axis=0) - exchanged, exchanged)
    seen = stability_index(both[~late].sum(axis=0), both[late].sum(axis=0))
    as_much = int((differences >= seen - 1e-12).sum())
    return classes, then, later, (as_much + 1) / (PERMUTATIONS + 1)


def in_words(measure: str, before: Mapping[str, float], now: Mapping[str, float]) -> str:
    """Return what changed most, as a sentence part: "more messages without an intent: 12 % -> 31 %"."""
    most = max(now, key=lambda kind: (abs(now[kind] - before[kind]), kind))
    more = "more" if now[most] >= before[most] else "fewer"
    named = _NAMED.get(measure, "messages in {kind}").format(kind=most.replace("_", " "))
    other = {("intent", "found"): "messages with an intent", ("sure", "sure"): "messages read surely"}.get(
        (measure, most)
    )
    return f"{more} {other or named}: {before[most]:.0%} -> {now[most]:.0%}".replace("%", " %")


_NAMED = {
    "emotion": "messages read as {kind}",
    "intent": "messages without an intent",
    "sure": "messages read unsurely",
    "emotion_share": "messages whose emotion has a share of {kind}",
    "language": "messages in {kind}",
    "length": "messages of {kind} characters",
    "unknown_letters": "messages with {kind} of their letter pairs unknown to the model",
}


def _told(windows: tuple[Window, Window], enough: bool, shifts: Sequence[Shift]) -> list[str]:
    if not enough:
        return [
            f"Too few conversations to say anything: {windows[0].conversations} before and {windows[1].conversations} now, "
            f"and {FEWEST_CONVERSATIONS} are needed in each."
        ]
    told = [shift.words for shift in shifts if shift.changed] or ["Nothing changed that chance does not explain."]
    if windows[0].readers != windows[1].readers:
        told.append(
            "The model or the reader changed in between, so a part of this may be another reading of the same messages."
        )
    return told


def _window(rows: Sequence[Observed], since: datetime, until: datetime) -> Window:
    return Window(
        since=since,
        until=until,
        messages=len(rows),
        conversations=len({each.conversation for each in rows}),
        readers=tuple(sorted({each.reader for each in rows})),
    )


def _sampled(rows: Sequence[Observed]) -> Sequence[Observed]:
    names = list(dict.fromkeys(each.conversation for each in rows))
    if len(names) <= MOST_CONVERSATIONS:
        return rows
    chosen = set(np.random.default_rng(_SEED).choice(names, MOST_CONVERSATIONS, replace=False).tolist())
    return [each for each in rows if each.conversation in chosen]
