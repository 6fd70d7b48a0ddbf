"""How a policy is made the team's own without changing which messages it answers. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import GROUP_OF, Emotion
from dajeong.playbook.condition import Bounds, Condition, Expectation, Scalar
from dajeong.playbook.empathy import Policy

# Of these a cell of the table says all there is to say.
_OF_A_CELL = ("emotion", "mood", "strength")
_EMOTIONS: tuple[Emotion, ...] = get_args(Emotion)
Holds = Mapping[str, Expectation]


class MadeOwn(Frozen):
    """A policy to write among the team's own: in front of the one with the id ``before``, at the end without one."""

    policy: Policy
    before: str | None = None


def made_own(
    policies: Sequence[Policy], own: frozenset[str], policy: Policy | None, cell: Condition | None = None
) -> MadeOwn:
    """Return what to write so that ``policy`` is the team's own, for one ``cell`` of the table or wherever it answers.

    The team's own policies (ids ``own``) are tried before the shipped ones. So that the copy takes no message from a
    shipped policy that was tried before it until now, its condition leaves out the messages of those.
    """
    if policy is None:
        return MadeOwn(policy=Policy(id="own", when=cell or Condition(), moves=("inform",)))
    if policy.id in own:
        return MadeOwn(policy=policy.model_copy(update={"when": _within(policy.when, cell)}), before=policy.id)
    earlier = _tried_before(policies, policy, own)
    return MadeOwn(policy=policy.model_copy(update={"when": _without(_within(policy.when, cell), earlier)}))


def _tried_before(policies: Sequence[Policy], policy: Policy, own: frozenset[str]) -> list[Policy]:
    shipped = [each for each in policies if each.id not in own]
    return shipped[: shipped.index(policy)]


def _within(when: Condition, cell: Condition | None) -> Condition:
    if cell is None:
        return when
    kept = {name: each for name, each in when.holds.items() if name not in _OF_A_CELL}
    return when.model_copy(update={"holds": {**cell.holds, **kept}})


def _without(when: Condition, earlier: Sequence[Policy]) -> Condition:
    """Return ``when`` less the messages that ``earlier`` policies answer."""
    holds = dict(when.holds)
    left: list[Condition] = []
    for each in (branch for policy in earlier for branch in _branches(policy.when)):
        asked = _still_asked(each.holds, holds) if not each.any_of and each.negated is None else each.holds
        if asked is None:
            continue
        name, expected = next(iter(asked.items()), ("", ""))
        opposite = _opposite(expected) if len(asked) == 1 and name not in holds else None
        if opposite is not None:
            holds[name] = opposite
        else:
            left.append(each.model_copy(update={"holds": dict(asked)}))
    if not left:
        return when.model_copy(update={"holds": holds})
    out = (*((when.negated,) if when.negated else ()), *left)
    negated = out[0] if len(out) == 1 else Condition(any_of=out)
    return when.model_copy(update={"holds": holds, "negated": negated})


def _branches(when: Condition) -> Iterator[Condition]:
    """The ways a condition can be met, each without a choice of its own where that is plain to see."""
    plain = when.negated is None and all(
        not each.any_of and each.negated is None and not each.holds.keys() & when.holds.keys() for each in when.any_of
    )
    if not plain or not when.any_of:
        yield when
        return
    for each in when.any_of:
        yield Condition(holds={**when.holds, **each.holds})


def _still_asked(branch: Holds, known: Holds) -> Holds | None:
    """What ``branch`` asks beyond what is known to hold; None when both can never hold together."""
    asked: dict[str, Expectation] = {}
    for name, expected in branch.items():
        fits = _fits(name, expected, known)
        if fits is False:
            return None
        if fits is None:
            asked[name] = expected
    return asked


def _fits(name: str, expected: Expectation, known: Holds) -> bool | None:
    """Whether what is known makes an expectation certain (True), impossible (False), or neither."""
    if name in ("emotion", "mood"):
        possible, wanted = _emotions(known), _emotions({name: expected})
        return True if possible <= wanted else None if possible & wanted else False
    given = known.get(name)
    if given is None:
        return None
    if isinstance(expected, Bounds) and isinstance(given, Bounds):
        return _in_bounds(given, expected)
    if isinstance(expected, Bounds) or isinstance(given, Bounds):
        return None
    possible_values, wanted_values = _values(given), _values(expected)
    return True if possible_values <= wanted_values else None if possible_values & wanted_values else False


def _emotions(known: Holds) -> frozenset[str]:
    """The emotions that ``emotion`` and ``mood`` leave possible."""
    found = set[str](_EMOTIONS)
    for name, of in (("emotion", {each: each for each in _EMOTIONS}), ("mood", GROUP_OF)):
        given = known.get(name)
        if isinstance(given, Bounds):
            found -= {each for each in _EMOTIONS if of[each] == given.is_not}
        elif given is not None:
            found &= {each for each in _EMOTIONS if of[each] in _values(given)}
    return frozenset(found)


def _values(given: Scalar | tuple[Scalar, ...]) -> frozenset[Scalar]:
    return frozenset(given) if isinstance(given, tuple) else frozenset((given,))


def _in_bounds(given: Bounds, wanted: Bounds) -> bool | None:
    if given.filled is not None or wanted.filled is not None or given.is_not is not None or wanted.is_not is not None:
        return None
    (low, low_open), (high, high_open) = _ends(given)
    (from_, from_open), (to, to_open) = _ends(wanted)
    if (low, low_open) >= (from_, from_open) and (high, not high_open) <= (to, not to_open):
        return True
    apart = (
        high < from_
        or low > to
        or (high == from_ and (high_open or from_open))
        or (low == to and (low_open or to_open))
    )
    return False if apart else None


def _ends(bounds: Bounds) -> tuple[tuple[float, bool], tuple[float, bool]]:
    """Both ends of a stretch, each with whether the end itself is out."""
    low = (bounds.more_than, True) if bounds.more_than is not None else (bounds.at_least, False)
    high = (bounds.less_than, True) if bounds.less_than is not None else (bounds.at_most, False)
    return (
        (low[0] if low[0] is not None else float("-inf"), low[1]),
        (high[0] if high[0] is not None else float("inf"), high[1]),
    )


def _opposite(expected: Expectation) -> Expectation | None:
    """What holds exactly when ``expected`` does not, if one expectation can say it."""
    if isinstance(expected, bool):
        return not expected
    if isinstance(expected, str):
        return Bounds(is_not=expected)
    given = expected.model_dump(exclude_none=True) if isinstance(expected, Bounds) else {}
    turned = {"at_least": "less_than", "at_most": "more_than", "more_than": "at_most", "less_than": "at_least"}
    if len(given) == 1 and (name := next(iter(given))) in turned:
        return Bounds(**{turned[name]: given[name]})
    return None
