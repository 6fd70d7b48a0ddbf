"""Whether a made-up customer can be: facts the playbook asks for, a goal it can lead to, an agenda that has a beginning."""

from collections.abc import Iterator, Mapping

from dajeong.playbook import Playbook
from dajeong.playbook.scenario import CallAction, Choose, Go, Scenario
from dajeong.runtime.actions import checked
from dajeong.simulation.customers.customer import Fact, MadeUpCustomer

Place = tuple[str | int, ...]


def mistakes(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, str]]:
    """Yield what this customer cannot be or do with this playbook: where it is told, and a sentence."""
    yield from _facts(customer, playbook)
    yield from _goal(customer, playbook)
    values = _button_values(playbook)
    for number, value in enumerate(customer.wants):
        if value not in values:
            yield ("wants", number), f"No step has a button '{value}'."
    for name, answer in customer.world.items():
        action = playbook.actions.get(name)
        if action is None:
            yield ("world", name), f"actions.yaml has no action '{name}'."
        elif unknown := [each for each in answer.outputs if each not in action.outputs]:
            yield ("world", name, "outputs", unknown[0]), f"The action '{name}' has no output '{unknown[0]}'."
        elif answer.problem is None and (checked(action, {**action.example, **answer.outputs})).problem is not None:
            yield (
                ("world", name),
                f"'{name}' would not be taken: an output is missing or of another type than declared.",
            )


def ways_of(scenario: str, playbook: Playbook) -> frozenset[str]:
    """Return a scenario and all it leads to by its own steps: what a customer takes for their matter."""
    found: set[str] = set()
    ahead = [scenario]
    while ahead:
        name = ahead.pop()
        if name in found or name not in playbook.scenarios:
            continue
        found.add(name)
        ahead += [step.scenario for step in playbook.scenarios[name].steps if isinstance(step, Go)]
    return frozenset(found)


def _facts(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, str]]:
    for slot, fact in customer.facts.items():
        if slot not in playbook.slots:
            yield (
                ("facts", slot),
                f"The playbook has no slot '{slot}'. Name one of playbook.yaml, or leave the fact out.",
            )
        if fact.after is not None and fact.after not in customer.facts:
            yield (
                ("facts", slot, "after"),
                f"'{slot}' is to be told after '{fact.after}', which this customer does not know.",
            )
    if (circle := _circle(customer.facts)) is not None:
        told = " after ".join(circle)
        yield ("facts", circle[0], "after"), f"The agenda goes round in a circle and never begins: {told}."


def _circle(facts: Mapping[str, Fact]) -> list[str] | None:
    for start in facts:
        way = [start]
        while (before := facts[way[-1]].after) is not None and before in facts:
            way.append(before)
            if before == start:
                return way
            if len(way) > len(facts):
                break
    return None


def _goal(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, str]]:
    goal = customer.goal
    scenario = playbook.scenario_of.get(goal.intent)
    if goal.intent not in playbook.intents:
        yield ("goal", "intent"), f"The playbook has no intent '{goal.intent}'."
        return
    if scenario is None:
        if goal.ends != ("person",):
            yield (
                ("goal", "intent"),
                f"No scenario begins with '{goal.intent}', so it cannot end well without a person.",
            )
        return
    ways = ways_of(scenario, playbook)
    reachable = [playbook.scenarios[name] for name in ways]
    for number, action in enumerate(goal.done):
        if action not in playbook.actions:
            yield ("goal", "done", number), f"actions.yaml has no action '{action}'."
        elif not any(_calls(each, action) for each in reachable):
            yield ("goal", "done", number), f"The goal is impossible: '{scenario}' never leads to '{action}'."
        elif (world := customer.world.get(action)) is not None and world.problem is not None:
            yield ("goal", "done", number), f"The goal is impossible: '{action}' fails in this customer's world."
    for number, place in enumerate(goal.reaches):
        name, _, step = place.partition(".")
        if name not in playbook.scenarios or step not in playbook.scenarios[name].by_id:
            yield ("goal", "reaches", number), f"There is no step '{place}'. Write scenario.step."
        elif name not in ways:
            yield ("goal", "reaches", number), f"The goal is impossible: '{scenario}' never leads to '{name}'."
    if goal.ends == ("refused",) and not goal.reaches:
        yield ("goal", "reaches"), "Name the step that refuses kindly: reaches: [scenario.step]."


def _calls(scenario: Scenario, action: str) -> bool:
    return any(isinstance(step, CallAction) and step.action == action for step in scenario.steps)


def _button_values(playbook: Playbook) -> set[str]:
    """Return what a button may be called: its value, or its label where one value stands for different things."""
    found = {"yes", "no", "person"} | {f"intent:{name}" for name in playbook.intents}
    choices = [step.options for each in playbook.scenarios.values() for step in each.steps if isinstance(step, Choose)]
    for options in (*choices, *(slot.options for slot in playbook.slots.values())):
        found |= {name for option in options for name in (option.value, option.label)}
    return found
