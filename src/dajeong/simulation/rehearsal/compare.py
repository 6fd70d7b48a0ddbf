"""Compares two versions by the very same customers: what got better, what worse, and which conversations flipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.intervals import mean_difference, share_difference
from dajeong.simulation.rehearsal.result import Result, VerdictName

Direction = Literal["better", "worse", "unclear"]
MeanName = Literal["mood_change", "turns", "anger_end", "worry_end", "seconds"]
Version = Literal["before", "after"]
_MORE_IS_BETTER: Mapping[MeanName, bool] = {
    "mood_change": True,
    "turns": False,
    "anger_end": False,
    "worry_end": False,
    "seconds": False,
}
# The same customers with the same chance leave so little to chance that a tenth of a second is told apart. Nobody feels it:
# what differs by less than this is neither better nor worse.
_FELT: Mapping[MeanName, float] = {
    "mood_change": 0.01,
    "turns": 0.05,
    "anger_end": 0.01,
    "worry_end": 0.01,
    "seconds": 1.0,
}
_BITS: Mapping[VerdictName, int] = {name: 1 << number for number, name in enumerate(get_args(VerdictName))}


class NotComparable(DajeongError):
    """The two rehearsals have no conversation in common."""

    code: ClassVar[str] = "not_comparable"
    status: ClassVar[int] = 422


class Shift(Frozen):
    """One figure of both versions on the same conversations, the difference (after - before) and its 95 % interval."""

    before: float
    after: float
    difference: float
    low: float
    high: float
    direction: Direction


class Flip(Frozen):
    """A conversation in which a verdict failed in one version and not in the other."""

    number: int
    customer: str
    verdict: VerdictName
    to: Literal["better", "worse"]


class Comparison(Frozen):
    """Two versions, compared.

    ``failed``: for each verdict the share of conversations in which it failed, 0-1, less is better (a goal that is not
    reached fails). ``means``: mood_change is the reading's valence at the end less that of the first message, ``anger_end``
    and ``worry_end`` what the customers themselves feel in the end, ``turns`` their messages, ``seconds`` the whole on the
    virtual clock. ``unpaired`` conversations were played in one version only or by somebody else, and count nowhere.
    """

    conversations: int
    unpaired: int
    failed: dict[VerdictName, Shift]
    means: dict[MeanName, Shift]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    unclear: tuple[str, ...]
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a conversation: who and with which chance, what failed as bits, what is averaged."""

    customer: str
    seed: int
    failed: int
    judged: int
    means: tuple[float, ...]


class Comparing:
    """Takes in the results of both versions in any order; a conversation takes a few hundred bytes."""

    def __init__(self) -> None:
        self._kept: dict[Version, dict[int, _Kept]] = {"before": {}, "after": {}}

    def add(self, version: Version, result: Result) -> None:
        """Take in one conversation of a version."""
        self._kept[version][result.number] = _kept(result)

    def comparison(self) -> Comparison:
        """Return what the conversations that are there in both versions say. Raises NotComparable."""
        before, after = self._kept["before"], self._kept["after"]
        pairs = {
            number: (one, after[number])
            for number, one in sorted(before.items())
            if number in after and (one.customer, one.seed) == (after[number].customer, after[number].seed)
        }
        if not pairs:
            raise NotComparable(
                "No conversation was played by the same customer with the same chance in both rehearsals. "
                "Play both versions with the same customers, number and seed."
            )
        failed = {name: _share(list(pairs.values()), bit) for name, bit in _BITS.items() if _known(pairs, bit)}
        means = {name: _mean(list(pairs.values()), at, name) for at, name in enumerate(_MORE_IS_BETTER)}
        shifts = [*failed.items(), *means.items()]
        return Comparison(
            conversations=len(pairs),
            unpaired=len({*before, *after}) - len(pairs),
            failed=failed,
            means=means,
            better=tuple(name for name, shift in shifts if shift.direction == "better"),
            worse=tuple(name for name, shift in shifts if shift.direction == "worse"),
            unclear=tuple(name for name, shift in shifts if shift.direction == "unclear"),
            flips=_flips(pairs),
        )


Pairs = list[tuple[_Kept, _Kept]]


def _kept(result: Result) -> _Kept:
    return _Kept(
        customer=result.customer,
        seed=result.seed,
        failed=sum(_BITS[verdict.name] for verdict in result.verdicts if verdict.judged == "failed"),
        judged=sum(_BITS[verdict.name] for verdict in result.verdicts),
        means=(
            result.mood_ended - result.mood_began,
            float(result.turns),
            result.ended.anger,
            result.ended.worry,
            result.seconds,
        ),
    )


def _known(pairs: Mapping[int, tuple[_Kept, _Kept]], bit: int) -> bool:
    """Whether a verdict was judged everywhere: an older rehearsal may not know it."""
    return all(one.judged & other.judged & bit for one, other in pairs.values())


def _share(pairs: Pairs, bit: int) -> Shift:
    counts = {(one, two): 0 for one in (True, False) for two in (True, False)}
    for before, after in pairs:
        counts[bool(before.failed & bit), bool(after.failed & bit)] += 1
    both, first, second, neither = (counts[each] for each in counts)
    low, high = share_difference(both, first, second, neither)
    return _shift((both + first) / len(pairs), (both + second) / len(pairs), (low, high), more_is_better=False)


def _mean(pairs: Pairs, at: int, name: MeanName) -> Shift:
    before = sum(one.means[at] for one, _ in pairs) / len(pairs)
    after = sum(other.means[at] for _, other in pairs) / len(pairs)
    interval = mean_difference([other.means[at] - one.means[at] for one, other in pairs])
    return _shift(before, after, interval, more_is_better=_MORE_IS_BETTER[name], felt=_FELT[name])


def _shift(
    before: float, after: float, interval: tuple[float, float], *, more_is_better: bool, felt: float = 0.0
) -> Shift:
    low, high = interval
    direction: Direction = "unclear"
    if (low > 0 or high < 0) and abs(after - before) >= felt:
        direction = "better" if (low > 0) == more_is_better else "worse"
    before, after, low, high = (round(each, 4) for each in (before, after, low, high))
    return Shift(
        before=before, after=after, difference=round(after - before, 4), low=low, high=high, direction=direction
    )


def _flips(pairs: Mapping[int, tuple[_Kept, _Kept]]) -> tuple[Flip, ...]:
    """Return the flips, those for the worse first."""
    found = [
        Flip(number=number, customer=one.customer, verdict=name, to="worse" if other.failed & bit else "better")
        for number, (one, other) in pairs.items()
        for name, bit in _BITS.items()
        if (one.failed ^ other.failed) & (one.judged & other.judged) & bit
    ]
    return tuple(sorted(found, key=lambda flip: (flip.to == "better", flip.number)))
