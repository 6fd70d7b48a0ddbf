"""Looks for the situations in which a policy answers, among all that its condition and those before it tell apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Any

from dajeong.conversation.reading import EMOTIONS, Emotion
from dajeong.playbook.condition import ALWAYS, Bounds, Condition, Expectation, Scalar
from dajeong.playbook.empathy import Policy
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Go
from dajeong.playbook.story import Supposed
from dajeong.simulation.policies.situation import ANYTHING, Before, Situation, bindings, calm, matter_bindings

# What a story can bring about; a condition on anything else needs a story somebody tells.
SUPPOSED = ("mood", "emotion", "strength", "sure", "urgency", "fatigue")
HISTORY = ("trend", "anger_stays", "repeated", "messages", "mood_so_far")
FIXED = ("scenario", "intent", "matter", "happened", "language", "hotline", "persona.name")
_MOST = 400_000
_STEP = 0.05
_LONGEST_BEFORE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Where a policy answers: the plainest situation and the intents it may be about; ``shadowed_by`` answer instead of it.

    ``beyond`` are names no story can bring about. With neither, its condition is met nowhere.
    """

    situation: Situation | None = None
    intents: tuple[str, ...] = ()
    # Their scenarios lead to the one that is meant, which no intent begins.
    led_on: bool = False
    shadowed_by: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


def ways_of(policy: Policy) -> list[Condition]:
    """Return the ways in which a condition can be met: each alternative, and each scenario it names, wants a story of its own."""
    branches = list(policy.when.any_of) or [ALWAYS]
    named = policy.when.holds.get("scenario", ())
    scenarios = [named] if isinstance(named, str) else list(named) if isinstance(named, tuple) else []
    if not scenarios:
        return branches
    return [
        each.model_copy(update={"holds": {**each.holds, "scenario": scenario}})
        for scenario, each in product(scenarios, branches)
    ]


def where_it_answers(playbook: Playbook, policy: Policy, way: Condition = ALWAYS) -> Found:
    """Return where ``policy`` is the first whose condition is met, and ``way`` is too."""
    policies = playbook.empathy.policies
    earlier = policies[: policies.index(policy)]
    conditions = [policy.when, way, *(each.when for each in earlier)]
    asked = list(dict.fromkeys(_asked(conditions)))
    inside = way.holds.get("scenario")
    inner = inside in playbook.scenarios and inside not in playbook.scenario_of.values()
    matters = _leading_to(playbook, str(inside)) if inner else _matters(playbook, asked)
    shadows: Counter[str] = Counter()
    for situation in _situations(playbook, policy, asked):
        felt, about = bindings(playbook, situation), list[str]()
        for matter, intents in matters:
            bound = {**felt, **matter}
            if not (policy.when.met_by(bound) and way.met_by(bound)):
                continue
            first = next((each for each in earlier if each.when.met_by(bound)), None)
            if first is None:
                about += intents
            else:
                shadows[first.id] += 1
        if about:
            return Found(situation, tuple(about), led_on=inner)
    if shadows:
        return Found(shadowed_by=tuple(each for each, _ in shadows.most_common()))
    beyond = [each for each in policy.when.names() if not _can_be_made(playbook, each)]
    if inner and not matters:
        beyond.append(f"scenario: {inside}")
    return Found(beyond=tuple(sorted(beyond)))


def _can_be_made(playbook: Playbook, name: str) -> bool:
    return name in (*SUPPOSED, *HISTORY, *FIXED) or _is_value(playbook, name)


def _is_value(playbook: Playbook, name: str) -> bool:
    action, _, output = name.partition(".")
    return name in playbook.slots or (action in playbook.actions and output in playbook.actions[action].outputs)


def _asked(conditions: Sequence[Condition]) -> Iterator[tuple[str, Expectation]]:
    for each in conditions:
        yield from each.holds.items()
        yield from _asked((*each.any_of, *((each.negated,) if each.negated else ())))


def _matters(
    playbook: Playbook, asked: Sequence[tuple[str, Expectation]]
) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """The matters of the playbook, those together that no condition tells apart."""
    atoms = [(name, each) for name, each in asked if name in FIXED]
    alike: dict[tuple[bool, ...], list[str]] = {}
    for intent in playbook.scenario_of:
        # A matter nobody has given an example of cannot be told.
        if intent in playbook.intents and playbook.intents[intent].examples:
            bound = matter_bindings(playbook, intent)
            key = tuple(Condition(holds={name: each}).met_by(bound) for name, each in atoms)
            alike.setdefault(key, []).append(intent)
    return [(matter_bindings(playbook, intents[0]), tuple(intents)) for intents in alike.values()]


def _leading_to(playbook: Playbook, inside: str) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """The matters whose scenarios lead to one that no intent begins."""
    return [
        ({**matter_bindings(playbook, intent), "scenario": inside}, (intent,))
        for intent, scenario in playbook.scenario_of.items()
        if inside in _reached(playbook, scenario) and intent in playbook.intents and playbook.intents[intent].examples
    ]


def _reached(playbook: Playbook, scenario: str) -> set[str]:
    """The scenarios that may be played from inside this one, however far."""
    found, left = set[str](), [scenario]
    while left:
        steps = playbook.scenarios[left.pop()].steps
        new = {step.scenario for step in steps if isinstance(step, Go) and step.scenario in playbook.scenarios} - found
        found |= new
        left += new
    return found


def _situations(playbook: Playbook, policy: Policy, asked: Sequence[tuple[str, Expectation]]) -> Iterator[Situation]:
    """Every situation these conditions tell apart, the plainest first: that is the one to be played."""
    names = {name for name, _ in asked}
    values = sorted(name for name in names if _is_value(playbook, name))
    axes: list[Sequence[Any]] = [
        _emotions(policy),
        _shares("strength", asked, [0.8, 0.5, 0.2]),
        [True, False] if "sure" in names else [True],
        _shares("urgency", asked, [0.0]),
        _shares("fatigue", asked, [0.0]),
        _histories(names, asked),
        *(_values(name, asked) for name in values),
    ]
    # How far each is from an ordinary first message; one feeling is as plain as another.
    costs = [0, 1, 1, 1, 1, 3, *([5] * len(values))]
    places = list(islice(product(*(range(len(axis)) for axis in axes)), _MOST))
    places.sort(
        key=lambda each: (sum(cost for cost, place in zip(costs, each, strict=True) if place), each[1:], each[0])
    )
    for place in places:
        feeling, (before, *known) = (
            [axis[n] for axis, n in zip(axes[:5], place, strict=False)],
            [axis[n] for axis, n in zip(axes[5:], place[5:], strict=True)],
        )
        felt = _supposed(*feeling)
        bound = {name: value for name, value in zip(values, known, strict=True) if value is not None}
        yield Situation(felt, before, bound)


@lru_cache(maxsize=10_000)
def _supposed(emotion: Emotion, strength: float, sure: bool, urgency: float, fatigue: float) -> Supposed:
    return Supposed(emotion=emotion, strength=strength, sure=sure, urgency=urgency, fatigue=fatigue)


def _emotions(policy: Policy) -> list[Emotion]:
    """All of them, those the policy is for first."""
    return sorted(EMOTIONS, key=lambda each: each not in policy.answers_to)


def _bounds(name: str, asked: Sequence[tuple[str, Expectation]]) -> list[float]:
    found: list[float] = []
    for each, expected in asked:
        if each == name and isinstance(expected, Bounds):
            given = (expected.at_least, expected.at_most, expected.more_than, expected.less_than)
            found += [bound for bound in given if bound is not None]
    return found


def _shares(name: str, asked: Sequence[tuple[str, Expectation]], usual: list[float]) -> list[float]:
    around = [bound + step for bound in _bounds(name, asked) for step in (_STEP, 0.0, -_STEP)]
    return list(dict.fromkeys([*usual, *(round(each, 3) for each in around if 0 <= each <= 1)]))


def _values(name: str, asked: Sequence[tuple[str, Expectation]]) -> list[Scalar | None]:
    """Not known, and everything its conditions tell apart."""
    found: list[Scalar | None] = [None]
    for each, expected in asked:
        if each != name:
            continue
        if isinstance(expected, tuple):
            found += expected
        elif not isinstance(expected, Bounds):
            found.append(expected)
        elif expected.is_not is not None:
            found.append(ANYTHING if isinstance(expected.is_not, str) else not expected.is_not)
        elif expected.filled:
            found.append(ANYTHING)
    for bound in _bounds(name, asked):
        found += [int(each) if each == int(each) else each for each in (bound + 1, bound, bound - 1)]
    return list(dict.fromkeys(found))


def _histories(names: set[str], asked: Sequence[tuple[str, Expectation]]) -> list[tuple[Before, ...]]:
    """What may have gone before, the plainest first; only what a condition asks about."""
    again = Before(calm(), same_matter=True)
    other = Before(calm(), same_matter=False)
    found: list[tuple[Before, ...]] = [()]
    most = [min(int(bound) + 1, _LONGEST_BEFORE) for bound in _bounds("repeated", asked)]
    longest = [min(int(bound), _LONGEST_BEFORE) for bound in _bounds("messages", asked)]
    times = range(1, max(most, default=2) + 1) if "repeated" in names else ()
    found += [(again,) * each for each in times]
    found += [(other,) * each for each in range(1, max(longest, default=0) + 1)]
    if names & {"anger_stays", "trend", "mood_so_far"}:
        sour = [calm("frustration", 0.5), calm("disappointment", 0.5), calm("anger", 0.5)]
        found += [(Before(each, same_matter=True),) for each in sour]
        found += [((again,) * (each - 1)) + (Before(sour[0], same_matter=True),) for each in times if each > 1]
    if names & {"trend", "mood_so_far"}:
        strong = [calm("anger", 0.9), calm("anxiety", 0.9), calm("satisfaction", 0.9)]
        found += [(Before(each, same_matter=same),) for each in strong for same in (True, False)]
        found += [(again,)]
    return list(dict.fromkeys(found))
