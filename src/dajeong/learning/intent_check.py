"""Which intents of a playbook steal from each other, measured on the team's own examples: each is read by a head that never saw it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Share
from dajeong.understanding import Encoder, train_intents
from dajeong.understanding.remembered import remembered

# An intent with fewer examples cannot spare one: what its head then says would only tell that it is small.
FEWEST_TO_MEASURE = 3
# Heads that are trained for one check. An intent with more examples than this has several left out at once.
MOST_ROUNDS = 40
# With so many examples a head takes seconds, and an intent that lacks a tenth of its own is known by the others.
MANY_EXAMPLES, ROUNDS_OF_MANY = 1_000, 10


class WeakExample(Frozen):
    """An example that its own intent would not have known without having it.

    ``number`` counts the intent's examples from 0. ``read_as`` is the intent that was surely read instead, None where none was sure
    enough; ``nearest`` is the one it leans to either way, with its chance beside the chance of its own.
    """

    intent: str
    number: int
    text: str
    read_as: str | None
    nearest: str
    confidence: Share
    own: Share


class Overlap(Frozen):
    """Two intents of which one takes the other's examples. ``taken`` and ``given`` count: ``two``'s read as ``one``, and back."""

    one: str
    two: str
    taken: int
    given: int


class IntentCheck(Frozen):
    """What leaving each example out once has shown. ``right`` is the share that was read rightly, None when nothing could be measured."""

    intents: int
    examples: int
    measured: int
    right: Share | None
    right_of: dict[str, Share]
    overlaps: tuple[Overlap, ...]
    weak: tuple[WeakExample, ...]
    too_few: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The examples of one intent and its title, which counts as one more example and is never left out."""

    title: str
    examples: tuple[str, ...]


def check_intents(intents: Mapping[str, Written], encoder: Encoder | None) -> IntentCheck:
    """Read every example with a head that was trained on all others of its intent, and say what went wrong.

    Leave-one-out, one example of every intent at a time: as many heads as the largest intent has examples, at most ``MOST_ROUNDS``,
    at most ``ROUNDS_OF_MANY`` from ``MANY_EXAMPLES`` examples on. A head takes about 50 ms for 400 examples. Deterministic.
    """
    kept = {name: own for name, own in intents.items() if any(text.strip() for text in own.examples)}
    wide = {name: own for name, own in kept.items() if len(own.examples) >= FEWEST_TO_MEASURE}
    right: dict[str, list[bool]] = defaultdict(list)
    weak: list[WeakExample] = []
    examples = sum(len(own.examples) for own in kept.values())
    most = MOST_ROUNDS if examples < MANY_EXAMPLES else ROUNDS_OF_MANY
    rounds = min(max((len(own.examples) for own in wide.values()), default=0), most)
    for turn in range(rounds if len(kept) > 1 else 0):
        for name, found in _left_out(kept, wide, turn, rounds, encoder):
            right[name].append(found is None)
            weak += [found] if found is not None else []
    order = {name: place for place, name in enumerate(kept)}
    weak.sort(key=lambda each: (order[each.intent], each.number))
    told = [each for own in right.values() for each in own]
    return IntentCheck(
        intents=len(kept),
        examples=examples,
        measured=len(told),
        right=round(sum(told) / len(told), 4) if told else None,
        right_of={name: round(sum(own) / len(own), 4) for name, own in right.items()},
        overlaps=_overlaps(weak, order),
        weak=tuple(weak),
        too_few=tuple(name for name in kept if name not in wide),
    )


def _left_out(
    kept: Mapping[str, Written], wide: Mapping[str, Written], turn: int, rounds: int, encoder: Encoder | None
) -> list[tuple[str, WeakExample | None]]:
    """Train without the examples whose turn it is, and read them."""
    asked = [(name, at) for name, own in wide.items() for at in range(turn, len(own.examples), rounds)]
    out = set(asked)
    learned = {
        name: (*(text for at, text in enumerate(own.examples) if (name, at) not in out), own.title)
        for name, own in kept.items()
    }
    head = train_intents(learned, encoder)
    texts = [kept[name].examples[at] for name, at in asked]
    scopes, shares = head.chances(texts, remembered(encoder, texts) if encoder is not None else None)
    found = []
    for (name, at), text, scope, row in zip(asked, texts, scopes, shares, strict=True):
        best = int(row.argmax())
        own = float(row[head.names.index(name)])
        sure = float(scope) >= head.threshold
        fine = head.names[best] == name and sure
        weak = WeakExample(
            intent=name,
            number=at,
            text=text,
            read_as=head.names[best] if sure else None,
            nearest=head.names[best],
            confidence=round(float(row[best]), 4),
            own=round(own, 4),
        )
        found.append((name, None if fine else weak))
    return found


def _overlaps(weak: Sequence[WeakExample], order: Mapping[str, int]) -> tuple[Overlap, ...]:
    """Count, for each two intents, the examples that lean to the other one; the worst pair first."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for each in weak:
        if each.nearest == each.intent:
            continue
        one, two = sorted((each.intent, each.nearest), key=order.__getitem__)
        counts[one, two][each.intent == one] += 1
    found = [Overlap(one=one, two=two, taken=own[0], given=own[1]) for (one, two), own in counts.items()]
    found.sort(key=lambda each: (-(each.taken + each.given), order[each.one], order[each.two]))
    return tuple(found)
