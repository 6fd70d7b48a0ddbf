"""Makes stories of a situation: what the customer writes so that it comes about, in the words of the playbook's examples."""

from collections.abc import Iterator
from itertools import chain, product, zip_longest

from dajeong.playbook.playbook import Playbook
from dajeong.playbook.story import Expectation, Story, StoryLine, SystemAnswer
from dajeong.simulation.policies.situation import ANYTHING, Situation

# As many matters and sentences are tried before a policy is said not to be kept.
_MOST_MATTERS = 24
_SENTENCES = 2


def scripts(
    playbook: Playbook, title: str, situation: Situation, intents: tuple[str, ...], expect: Expectation
) -> Iterator[Story]:
    """Yield stories in which the situation comes about, each about another matter or in other words, the plainest first.

    Of a situation that hangs on values they go as far as the matter is told; `going_on` leads to the rest.
    """
    chosen = intents[:_MOST_MATTERS]
    for number, intent in product(range(_SENTENCES), chosen):
        examples = playbook.intents[intent].examples
        if number >= len(examples):
            continue
        told = [*examples[number:], *examples[:number]]
        other = _another(playbook, intent)
        lines = []
        for place, before in enumerate(situation.before):
            said = told[place % len(told)] if before.same_matter else other[place % len(other)] if other else None
            if said is None:
                break
            lines.append(StoryLine(customer=said, felt=before.felt))
        else:
            last = told[len(situation.before) % len(told)]
            lines.append(StoryLine(customer=last, felt=situation.felt, expect=expect))
            yield Story(story=title, playbook=playbook.name, systems=_systems(situation), lines=tuple(lines))


def _another(playbook: Playbook, intent: str) -> list[str]:
    """What a customer says who came with something else before."""
    scenario = playbook.scenario_of[intent]
    others = [each for each, of in playbook.scenario_of.items() if of != scenario and each in playbook.intents]
    columns = zip_longest(*(playbook.intents[each].examples[:_SENTENCES] for each in others))
    return [each for each in chain.from_iterable(columns) if each]


def _systems(situation: Situation) -> dict[str, SystemAnswer]:
    """What systems have to answer for the situation's values."""
    outputs: dict[str, dict[str, object]] = {}
    for name, value in situation.values.items():
        action, dot, output = name.partition(".")
        if dot and value != ANYTHING:
            outputs.setdefault(action, {})[output] = value
    return {action: SystemAnswer(outputs=each) for action, each in outputs.items()}
