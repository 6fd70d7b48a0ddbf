"""How like the corpus the made-up customers are: lengths, feelings, acts and what follows what, each as one distance.

`./run bench customers` prints the page docs/concepts/rehearsals-figures.md; `--write` writes it.
"""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from math import log2, sqrt
from pathlib import Path
from random import Random

from dajeong.app import memory_runtime
from dajeong.conversation.reading import Language, Reading
from dajeong.learning.corpus import CorpusRow, in_split, read_corpus
from dajeong.playbook import read_beside, read_folder
from dajeong.simulation.rehearsal import Programme, Result
from dajeong.simulation.rehearsal.troupe import Troupe
from dajeong.understanding import TrainedReader

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "concepts" / "rehearsals-figures.md"
TEXT = Path(__file__).with_name("customers.txt")
CONVERSATIONS, SEED = 200, 4_101
EXAMPLES: Mapping[Language, tuple[str, ...]] = {"ko": ("parcel", "telecom"), "en": ("bank-card",)}
# So many rows of the corpus are enough, drawn from all its trades: of one trade too few stand in a conversation.
_ROWS = 1_500
_EDGES = (5, 10, 15, 20, 30, 40, 60, 90)
_NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Sayings:
    """What customers wrote: first messages, later ones each with the one before it, and the labels of first ones."""

    first: tuple[str, ...]
    later: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]


class Ear:
    """Reads every text once, without what was said before it: the same instrument for both sides."""

    def __init__(self, reader: TrainedReader) -> None:
        self._reader = reader
        self._known: dict[str, Reading] = {}

    def __call__(self, text: str) -> Reading:
        if text not in self._known:
            self._known[text] = self._reader.read(text, history=(), intents=None, patterns={}, now=_NOON)
        return self._known[text]


@dataclass(frozen=True)
class Figure:
    """One distribution of customers beside that of the corpus. Distances are 0 (alike) to 1 (nothing in common).

    ``chance`` is the distance of two samples of the corpus, each as large as the smaller side (or half the corpus).
    """

    name: str
    customers: Counter[Hashable]
    corpus: Counter[Hashable]
    chance: float

    @cached_property
    def distance(self) -> float:
        """The distance between customers and corpus."""
        return distance(self.customers, self.corpus)

    def unlike(self, most: int = 3) -> list[tuple[str, float, float]]:
        """What differs most, with its share among the customers and in the corpus."""
        shares = [
            (_shown(key), _share(self.customers, key), _share(self.corpus, key)) for key in self.customers | self.corpus
        ]
        return sorted(shares, key=lambda each: (-abs(each[1] - each[2]), each[0]))[:most]


def distance(one: Counter[Hashable], other: Counter[Hashable]) -> float:
    """Return the Jensen-Shannon distance (Endres and Schindelin 2003): the root of the divergence, with logarithms to 2."""
    total = 0.0
    for key in one | other:
        a, b = _share(one, key), _share(other, key)
        middle = (a + b) / 2
        total += sum(share * log2(share / middle) for share in (a, b) if share) / 2
    return sqrt(max(0.0, total))


def figures(language: Language, reader: TrainedReader, conversations: int = CONVERSATIONS) -> list[Figure]:
    """Play ``conversations`` of each example of a language, and measure what the customers wrote."""
    everything = read_corpus(ROOT / "data" / "corpus")
    labels = {row.text: str(row.dominant) for row in in_split(everything, "rehearsal")}
    results = [result for name in EXAMPLES[language] for result in _played(name, reader, conversations)]
    made_up = _of_customers(results, labels)
    rows = [row for row in in_split(everything, "train", "tune") if row.language == language]
    corpus = _of_corpus(Random(SEED).sample(rows, len(rows)))
    return [_figure(name, measured, made_up, corpus) for name, measured in _measures(Ear(reader)).items()]


Measure = Callable[[Sayings], list[Hashable]]


def _measures(ear: Ear) -> dict[str, Measure]:
    return {
        "length of the first message": lambda said: [_bin(text) for text in said.first],
        "length of later messages": lambda said: [_bin(text) for _, text in said.later],
        "feeling of the first message, as labelled": lambda said: list(said.labels),
        "feeling of the first message, as read": lambda said: [ear(text).emotion.dominant for text in said.first],
        "feeling of later messages, as read": lambda said: [ear(text).emotion.dominant for _, text in said.later],
        "act of the first message, as read": lambda said: [ear(text).speech_act for text in said.first],
        "act of later messages, as read": lambda said: [ear(text).speech_act for _, text in said.later],
        "act after act, as read": lambda said: [
            (ear(before).speech_act, ear(text).speech_act) for before, text in said.later
        ],
    }


def _figure(name: str, measured: Measure, made_up: Sayings, real: Sayings) -> Figure:
    customers, corpus = Counter(measured(made_up)), measured(real)
    size = min(customers.total(), len(corpus) // 2)
    chance = distance(Counter(corpus[:size]), Counter(corpus[size : 2 * size]))
    return Figure(name, customers, Counter(corpus), chance)


def _played(name: str, reader: TrainedReader, conversations: int) -> Iterator[Result]:
    folder = ROOT / "examples" / name
    files = {**read_folder(folder), **read_beside(folder)}
    troupe = Troupe(Programme(files=files, customers=conversations, seed=SEED), reader, memory_runtime)
    yield from (troupe.play(number) for number in range(conversations))
    troupe.close()


def _of_customers(results: Sequence[Result], labels: Mapping[str, str]) -> Sayings:
    first: list[str] = []
    later: list[tuple[str, str]] = []
    for result in results:
        typed = [line.text for line in result.lines if line.by == "customer" and line.choice is None]
        first += typed[:1]
        later += list(pairwise(typed))
    return Sayings(tuple(first), tuple(later), tuple(labels[text] for text in first if text in labels))


def _of_corpus(rows: Iterable[CorpusRow]) -> Sayings:
    """Return the first messages and those with an earlier one of the customer before them, of rows in any order."""
    first: list[CorpusRow] = []
    later: list[tuple[str, str]] = []
    for row in rows:
        said = [text for by, text in row.history if by == "customer"]
        if said and len(later) < _ROWS:
            later.append((said[-1], row.text))
        elif not row.history and len(first) < _ROWS:
            first.append(row)
    return Sayings(tuple(row.text for row in first), tuple(later), tuple(str(row.dominant) for row in first))


def _bin(text: str) -> str:
    low = 1
    for edge in _EDGES:
        if len(text) <= edge:
            return f"{low}-{edge} letters"
        low = edge + 1
    return f"{low} letters and more"


def _share(counts: Counter[Hashable], key: Hashable) -> float:
    return counts[key] / max(1, counts.total())


def _shown(key: Hashable) -> str:
    return " then ".join(key) if isinstance(key, tuple) else str(key)


def page(reader: TrainedReader) -> str:
    """Return the whole page."""
    parts = [TEXT.read_text("utf-8").strip()]
    titles: Mapping[Language, str] = {"ko": "Korean", "en": "English"}
    for language, title in titles.items():
        found = figures(language, reader)
        names = " and ".join(f"`{name}`" for name in EXAMPLES[language])
        parts += [
            f"## {title}",
            f"{CONVERSATIONS} conversations of {names} each.",
            _table(found),
            "What differs most, as a share of the customers' messages and of the corpus:",
            "\n".join(
                f"- {each.name}: " + "; ".join(f"{key} {a:.0%} and {b:.0%}" for key, a, b in each.unlike()) + "."
                for each in found
            ),
        ]
    return "\n\n".join(parts) + "\n"


def _table(found: Sequence[Figure]) -> str:
    lines = ["| | customers | corpus | distance | chance alone |", "|---|---|---|---|---|"]
    lines += [
        f"| {each.name} | {each.customers.total()} | {each.corpus.total()} | **{each.distance:.2f}** | {each.chance:.2f} |"
        for each in found
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the page, or write it."""
    text = page(TrainedReader.load(vectors=False))
    if "--write" in arguments:
        PAGE.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
