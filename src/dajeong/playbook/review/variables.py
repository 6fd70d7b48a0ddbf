"""Reviews what texts, conditions and calls rely on: every variable is filled by the time it is said."""

import re
from functools import lru_cache

from dajeong.playbook.condition import Condition
from dajeong.playbook.lines import LINES
from dajeong.playbook.problem import Path
from dajeong.playbook.review.graph import before, graph_of
from dajeong.playbook.review.sight import Sight, Words, near
from dajeong.playbook.scenario import Ask, CallAction, Choose, Go, Scenario

_NAME = re.compile(r"\{([^\W\d][\w.]*)\}")
_ALWAYS = ("matter", "happened", "persona.name")
# Understood in any message, asked for or not.
_FOUND_BY_ITSELF = ("pattern",)


def variables_in(text: str) -> tuple[tuple[str, int], ...]:
    """Every ``{name}`` in a text with its offset, as the composer reads them."""
    return tuple((match[1], match.start()) for match in _NAME.finditer(text))


def review_variables(sight: Sight) -> None:
    """Note what nothing fills, and slots nobody uses."""
    used: dict[str, Path] = {}
    for words in sight.words:
        _braces(sight, words)
        for name, start in variables_in(words.text):
            used.setdefault(name, words.path)
            _variable(sight, words, name, start)
    for path, condition in sight.conditions:
        for name in condition.names():
            used.setdefault(name, path)
        _called_before(sight, path, condition)
    for scenario in sight.playbook.scenarios.values():
        for number, step in enumerate(scenario.steps):
            if isinstance(step, CallAction):
                for slot in step.inputs.values():
                    used.setdefault(slot, ("scenarios", scenario.id, "steps", number, "with", slot))
    _slots(sight, used)


def _braces(sight: Sight, words: Words) -> None:
    rest = _NAME.sub(lambda match: "·" * len(match[0]), words.text)
    for sign in "{}":
        at = rest.find(sign)
        if at >= 0:
            sight.notes.add(sight.places.within(words.path, words.text, at), "braces")
            return


def _variable(sight: Sight, words: Words, name: str, start: int) -> None:
    playbook = sight.playbook
    place = sight.places.within(words.path, words.text, start)
    outputs = tuple(f"{action.name}.{each}" for action in playbook.actions.values() for each in action.outputs)
    of_line = tuple(each for each, _ in variables_in(LINES.get(words.line or "", "")))
    known = (*_ALWAYS, *of_line, *playbook.slots, *outputs)
    if name not in known and not name.startswith("customer."):
        if sight.whole("playbook") and sight.whole("actions"):
            sight.notes.add(place, "unfilled_variable", word=name, near=near(name, known))
    elif name == "happened" and words.scenario is not None and not _happened(sight, words.scenario):
        sight.notes.add(place, "happened_unknown")
    elif name in outputs and words.scenario is not None:
        action = name.partition(".")[0]
        if action not in called_on_the_way(sight, words.scenario, words.step or ""):
            sight.notes.add(place, "never_called", word=name, action=action)


def _happened(sight: Sight, scenario_id: str) -> bool:
    """Whether the scenario, one of its intents or one that plays it says what befell the customer."""
    scenario = sight.playbook.scenarios.get(scenario_id)
    if scenario is None:
        return True
    intents = (sight.playbook.intents.get(name) for name in scenario.intents)
    played = any(
        isinstance(step, Go) and step.scenario == scenario_id
        for s in sight.playbook.scenarios.values()
        for step in s.steps
    )
    return bool(scenario.happened) or any(intent is not None and intent.happened for intent in intents) or played


def _called_before(sight: Sight, path: Path, condition: Condition) -> None:
    if path[0] != "scenarios" or len(path) < 4:
        return
    scenario = sight.playbook.scenarios[str(path[1])]
    step = scenario.steps[int(path[3])]
    for name in sorted(condition.names()):
        action, dot, _ = name.partition(".")
        if dot and action in sight.playbook.actions and action not in called_on_the_way(sight, scenario.id, step.id):
            sight.wrong((*path, name), "never_called", word=name, action=action)


def called_on_the_way(sight: Sight, scenario_id: str, step_id: str) -> frozenset[str]:
    """Every action that may have been called by the time a step speaks, in scenarios that lead here too."""
    return _called(sight, scenario_id, step_id)


@lru_cache(maxsize=20_000)
def _called(sight: Sight, scenario_id: str, step_id: str) -> frozenset[str]:
    playbook = sight.playbook
    scenario = playbook.scenarios.get(scenario_id)
    if scenario is None or step_id not in scenario.by_id:
        return frozenset(playbook.actions)
    found: set[str] = set()
    for name in before(graph_of(scenario), step_id):
        step = scenario.by_id[name]
        if isinstance(step, CallAction):
            found.add(step.action)
        elif isinstance(step, Go):
            found |= _all_calls(sight, step.scenario, {scenario_id})
    for other in playbook.scenarios.values():
        if any(isinstance(step, Go) and step.scenario == scenario_id for step in other.steps):
            found |= {step.action for step in other.steps if isinstance(step, CallAction)}
    return frozenset(found)


def _all_calls(sight: Sight, scenario_id: str, seen: set[str]) -> set[str]:
    scenario: Scenario | None = sight.playbook.scenarios.get(scenario_id)
    if scenario is None or scenario_id in seen:
        return set()
    seen.add(scenario_id)
    found = {step.action for step in scenario.steps if isinstance(step, CallAction)}
    for step in scenario.steps:
        if isinstance(step, Go):
            found |= _all_calls(sight, step.scenario, seen)
    return found


def _slots(sight: Sight, used: dict[str, Path]) -> None:
    playbook = sight.playbook
    steps = [step for scenario in playbook.scenarios.values() for step in scenario.steps]
    asked = {step.slot for step in steps if isinstance(step, (Ask, Choose)) and step.slot is not None}
    if not sight.whole("scenarios"):
        return
    for name, slot in playbook.slots.items():
        if name in used and name not in asked and slot.type not in _FOUND_BY_ITSELF:
            sight.wrong(used[name], "never_asked", word=name)
        if name not in used and name not in asked:
            sight.wrong(("playbook", "slots", name), "unused_slot", word=name)
