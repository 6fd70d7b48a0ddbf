"""Whether a made-up customer can be: facts the playbook asks for, a goal it can lead to, an agenda that has a beginning."""

from collections.abc import Iterator, Mapping

from dajeong.conversation.reading import Language
from dajeong.playbook import Playbook
from dajeong.playbook.scenario import CallAction, Choose, Go, Scenario
from dajeong.runtime.actions import checked
from dajeong.simulation.customers.customer import Fact, MadeUpCustomer

Place = tuple[str | int, ...]
Sentence = dict[Language, str]


def mistakes(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, Sentence]]:
    """Yield what this customer cannot be or do with this playbook: where it is told, and a sentence in either language."""
    yield from _facts(customer, playbook)
    yield from _goal(customer, playbook)
    values = _button_values(playbook)
    for number, value in enumerate(customer.wants):
        if value not in values:
            yield ("wants", number), _say(f"‘{value}’ 단추가 있는 단계가 없어요.", f"No step has a button '{value}'.")
    for name, answer in customer.world.items():
        action = playbook.actions.get(name)
        if action is None:
            yield ("world", name), _say(f"행동 ‘{name}’이 없어요.", f"actions.yaml has no action '{name}'.")
        elif unknown := [each for each in answer.outputs if each not in action.outputs]:
            yield (
                ("world", name, "outputs", unknown[0]),
                _say(
                    f"행동 ‘{name}’의 답에 ‘{unknown[0]}’ 항목이 없어요.",
                    f"The action '{name}' has no output '{unknown[0]}'.",
                ),
            )
        elif answer.problem is None and (checked(action, {**action.example, **answer.outputs})).problem is not None:
            yield (
                ("world", name),
                _say(
                    f"‘{name}’의 답을 받을 수 없어요. 빠진 항목이 있거나 종류가 달라요.",
                    f"'{name}' would not be taken: an output is missing or of another type than declared.",
                ),
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


def _say(ko: str, en: str) -> Sentence:
    return {"ko": ko, "en": en}


def _facts(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, Sentence]]:
    for slot, fact in customer.facts.items():
        if slot not in playbook.slots:
            yield (
                ("facts", slot),
                _say(
                    f"플레이북이 묻지 않는 것이에요: ‘{slot}’. 묻는 것의 이름으로 고치거나 빼 주세요.",
                    f"The playbook has no slot '{slot}'. Name one of playbook.yaml, or leave the fact out.",
                ),
            )
        if fact.after is not None and fact.after not in customer.facts:
            yield (
                ("facts", slot, "after"),
                _say(
                    f"‘{slot}’은(는) ‘{fact.after}’ 다음에 말하기로 했는데, 이 고객은 그것을 몰라요.",
                    f"'{slot}' is to be told after '{fact.after}', which this customer does not know.",
                ),
            )
    if (circle := _circle(customer.facts)) is not None:
        told = " after ".join(circle)
        yield (
            ("facts", circle[0], "after"),
            _say(
                f"서로를 기다리느라 말을 꺼내지 못해요: {' ← '.join(circle)}.",
                f"The agenda goes round in a circle and never begins: {told}.",
            ),
        )


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


def _goal(customer: MadeUpCustomer, playbook: Playbook) -> Iterator[tuple[Place, Sentence]]:
    goal = customer.goal
    scenario = playbook.scenario_of.get(goal.intent)
    if goal.intent not in playbook.intents:
        yield (
            ("goal", "intent"),
            _say(
                f"이 고객이 찾아온 까닭인 의도 ‘{goal.intent}’이(가) 플레이북에 없어요.",
                f"The playbook has no intent '{goal.intent}', which this customer comes for.",
            ),
        )
        return
    if scenario is None:
        if goal.ends != ("person",):
            yield (
                ("goal", "intent"),
                _say(
                    f"‘{goal.intent}’(으)로 시작하는 시나리오가 없어서, 사람 없이는 잘 끝날 수 없어요.",
                    f"No scenario begins with '{goal.intent}', so it cannot end well without a person.",
                ),
            )
        return
    yield from _done(customer, scenario, playbook)
    yield from _reached(customer, scenario, playbook)


def _done(customer: MadeUpCustomer, scenario: str, playbook: Playbook) -> Iterator[tuple[Place, Sentence]]:
    reachable = [playbook.scenarios[name] for name in ways_of(scenario, playbook)]
    for number, action in enumerate(customer.goal.done):
        if action not in playbook.actions:
            yield (
                ("goal", "done", number),
                _say(f"행동 ‘{action}’이 없어요.", f"actions.yaml has no action '{action}'."),
            )
        elif not any(_calls(each, action) for each in reachable):
            yield ("goal", "done", number), _never(scenario, action)
        elif (world := customer.world.get(action)) is not None and world.problem is not None:
            yield (
                ("goal", "done", number),
                _say(
                    f"이룰 수 없는 바람이에요: 이 고객에게는 ‘{action}’ 행동이 실패해요.",
                    f"The goal is impossible: '{action}' fails in this customer's world.",
                ),
            )


def _reached(customer: MadeUpCustomer, scenario: str, playbook: Playbook) -> Iterator[tuple[Place, Sentence]]:
    goal, ways = customer.goal, ways_of(scenario, playbook)
    for number, place in enumerate(goal.reaches):
        name, _, step = place.partition(".")
        if name not in playbook.scenarios or step not in playbook.scenarios[name].by_id:
            yield (
                ("goal", "reaches", number),
                _say(
                    f"‘{place}’ 단계가 없어요. 시나리오.단계로 적어 주세요.",
                    f"There is no step '{place}'. Write scenario.step.",
                ),
            )
        elif name not in ways:
            yield ("goal", "reaches", number), _never(scenario, name)
    if goal.ends == ("refused",) and not goal.reaches:
        yield (
            ("goal", "reaches"),
            _say(
                "다정하게 거절하는 단계를 적어 주세요. 예) reaches: [시나리오.단계]",
                "Name the step that refuses kindly: reaches: [scenario.step].",
            ),
        )


def _never(scenario: str, there: str) -> Sentence:
    return _say(
        f"이룰 수 없는 바람이에요: ‘{scenario}’은(는) ‘{there}’(으)로 이어지지 않아요.",
        f"The goal is impossible: '{scenario}' never leads to '{there}'.",
    )


def _calls(scenario: Scenario, action: str) -> bool:
    return any(isinstance(step, CallAction) and step.action == action for step in scenario.steps)


def _button_values(playbook: Playbook) -> set[str]:
    """Return what a button may be called: its value, or its label where one value stands for different things."""
    found = {"yes", "no", "person"} | {f"intent:{name}" for name in playbook.intents}
    choices = [step.options for each in playbook.scenarios.values() for step in each.steps if isinstance(step, Choose)]
    for options in (*choices, *(slot.options for slot in playbook.slots.values())):
        found |= {name for option in options for name in (option.value, option.label)}
    return found
