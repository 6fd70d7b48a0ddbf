"""The same figures for parts of the rows: who speaks, how, how long, after what."""

from collections.abc import Iterator

import numpy as np

from dajeong.conversation.frozen import Frozen
from dajeong.learning.evaluation.bootstrap import Floats, Interval, accuracy, group_accuracy, interval
from dajeong.learning.evaluation.outcomes import Outcomes
from dajeong.learning.evaluation.sample import Sample

# Fewer rows than this say nothing.
FEWEST = 10
_LENGTHS = ((10, "up to 10 characters"), (30, "11 to 30"), (75, "31 to 75"))
_ORDER = "language|context|manner|length|speech level|dialect|second language|age|writing|voice".split("|")
_VOICES = {
    "speech level": "haeyo hasipsio banmal mixed fragment plain polite formal",
    "dialect": "gyeongsang jeolla chungcheong jeju gangwon uk us irish australian indian nigerian singaporean",
    "age": "teen young middle senior",
    "writing": "nopunct nospace typos emoticon emoji slang caps short long",
    "second language": "foreigner",
}
_DIMENSION_OF = {voice: dimension for dimension, voices in _VOICES.items() for voice in voices.split()}


class Slice(Frozen):
    """The rows that have one thing in common; ``lower``: their group is surely read less well than that of all rows."""

    dimension: str
    name: str
    rows: int
    accuracy: Interval
    group_accuracy: Interval
    lower: bool


def slices_of(outcomes: Outcomes, weights: Floats) -> tuple[Slice, ...]:
    """Return every slice of at least ten rows, by dimension, the largest first (lengths: the shortest)."""
    kinds = [frozenset(_kinds(sample)) for sample in outcomes.samples]
    overall = float(outcomes.right_group.mean())
    found = []
    for dimension, name in sorted(set().union(*kinds)):
        inside = np.array([(dimension, name) in own for own in kinds])
        if inside.sum() >= FEWEST:
            part, drawing = outcomes.only(inside), weights[:, inside]
            group = interval(group_accuracy, part, drawing)
            found.append(
                Slice(
                    dimension=dimension,
                    name=name,
                    rows=int(inside.sum()),
                    accuracy=interval(accuracy, part, drawing),
                    group_accuracy=group,
                    lower=group.high < overall,
                )
            )
    return tuple(sorted(found, key=_place))


def _place(one: Slice) -> tuple[int, int, int]:
    lengths = [name for _, name in _LENGTHS]
    by_length = lengths.index(one.name) if one.name in lengths else len(lengths)
    return _ORDER.index(one.dimension), by_length if one.dimension == "length" else 0, -one.rows


def _kinds(sample: Sample) -> Iterator[tuple[str, str]]:
    yield "language", {"ko": "Korean", "en": "English"}[sample.language]
    yield "context", "after other messages" if sample.history else "nothing before it"
    yield "length", next((name for most, name in _LENGTHS if len(sample.text) <= most), "over 75")
    for voice in sample.voice:
        yield _DIMENSION_OF.get(voice, "voice"), voice
    for flag in sample.flags or ("none of these",):
        yield "manner", flag.replace("_", " ")
