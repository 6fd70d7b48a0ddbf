"""How far people who label the same messages agree, beyond what chance would give."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from dajeong.conversation.frozen import Frozen
from dajeong.learning.corpus_report import kappa


class PairAgreement(Frozen):
    """Two people, how many messages both labelled, the share labelled alike, and Cohen's kappa."""

    one: str
    other: str
    messages: int
    alike: float
    kappa: float


class Agreement(Frozen):
    """All pairs, and everybody together (Fleiss' kappa over ``messages`` with at least two labels; None without any)."""

    messages: int
    kappa: float | None
    pairs: tuple[PairAgreement, ...]


def agreement(labels: Mapping[str, Mapping[str, str]]) -> Agreement:
    """Return the agreement of ``labels``: message -> person -> label."""
    shared = {message: own for message, own in labels.items() if len(own) > 1}
    people = sorted({person for own in shared.values() for person in own})
    pairs = []
    for one, other in combinations(people, 2):
        both = [(own[one], own[other]) for own in shared.values() if one in own and other in own]
        if both:
            alike = sum(first == second for first, second in both) / len(both)
            pairs.append(
                PairAgreement(
                    one=one, other=other, messages=len(both), alike=round(alike, 4), kappa=round(kappa(both), 4)
                )
            )
    rated = [list(own.values()) for own in shared.values()]
    return Agreement(messages=len(shared), kappa=round(fleiss_kappa(rated), 4) if rated else None, pairs=tuple(pairs))


def fleiss_kappa(rated: Sequence[Sequence[str]]) -> float:
    """Return Fleiss' kappa (1971) of the labels each message got, two or more; their number may differ between messages."""
    observed = 0.0
    shares: Counter[str] = Counter()
    for labels in rated:
        counts = Counter(labels)
        pairs = len(labels) * (len(labels) - 1)
        observed += sum(count * (count - 1) for count in counts.values()) / pairs
        shares.update({label: count for label, count in counts.items()})
    total = sum(shares.values())
    chance = sum((count / total) ** 2 for count in shares.values())
    observed /= len(rated)
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0
