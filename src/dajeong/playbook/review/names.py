"""Reviews names: everything that is pointed at is there."""

from typing import get_args

from dajeong.conversation.mood import Trend
from dajeong.conversation.reading import EMOTIONS, Group, Language, SpeechAct
from dajeong.playbook.condition import Bounds, Condition
from dajeong.playbook.problem import Path
from dajeong.playbook.review.sight import Sight, near, steps_of
from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, Go, Scenario, Step

# What a condition may look at beside slots and action outputs (see the dialogue room's bindings).
FELT: tuple[str, ...] = (
    "mood", "mood_so_far", "emotion", "strength", "sure", "trend", "anger_stays", "urgency", "fatigue", "abuse", "speech_act",
    "language", "messages", "repeated", "scenario", "intent", "matter", "happened", "hotline", "persona.name",
)  # fmt: skip
VALUES: dict[str, tuple[str, ...]] = {
    "mood": get_args(Group),
    "mood_so_far": get_args(Group),
    "emotion": EMOTIONS,
    "trend": get_args(Trend),
    "language": get_args(Language),
    "speech_act": get_args(SpeechAct),
}
# What a sentence can be heard to promise (the language room's table), as actions may name it.
PROMISES: tuple[str, ...] = (
    "refund", "compensation", "exchange", "cancellation", "delivery", "callback", "repair", "change", "other",
)  # fmt: skip


def review_names(sight: Sight) -> None:
    """Note every name that points at nothing."""
    for scenario in sight.scenarios:
        seen: set[str] = set()
        for path, step in steps_of(scenario):
            if step.id in seen:
                sight.wrong((*path, "id"), "step_twice", word=step.id)
            seen.add(step.id)
            _step(sight, scenario, path, step)
    for path, condition in sight.conditions:
        _condition(sight, path, condition)
    _intents(sight)
    _promises(sight)


def _step(sight: Sight, scenario: Scenario, path: Path, step: Step) -> None:
    playbook = sight.playbook
    _points(sight, scenario, path, step)
    match step:
        case Ask(slot=slot) | Choose(slot=str(slot)):
            if slot not in playbook.slots and sight.whole("playbook"):
                sight.wrong((*path, step.kind), "unknown_slot", word=slot, near=near(slot, playbook.slots))
        case Go():
            if step.scenario not in playbook.scenarios and sight.whole("scenarios"):
                sight.wrong(
                    (*path, "go"), "unknown_scenario", word=step.scenario, near=near(step.scenario, playbook.scenarios)
                )
        case CallAction():
            _call(sight, path, step)
        case _:
            pass


def _points(sight: Sight, scenario: Scenario, path: Path, step: Step) -> None:
    """Steps that are named as the next one."""
    named: list[tuple[Path, str | None]] = [((*path, "then"), step.then)]
    match step:
        case Ask() | Choose():
            named.append(((*path, "otherwise"), step.otherwise))
        case CallAction():
            named.append(((*path, "if_fails"), step.if_fails))
        case Branch():
            named += [((*path, "branch", number, "then"), way.then) for number, way in enumerate(step.ways)]
        case _:
            pass
    if isinstance(step, Choose):
        named += [((*path, "options", number, "then"), each.then) for number, each in enumerate(step.options)]
    for at, name in named:
        if name is not None and name not in scenario.by_id:
            sight.wrong(at, "unknown_step", word=name, near=near(name, scenario.by_id))


def _call(sight: Sight, path: Path, step: CallAction) -> None:
    playbook = sight.playbook
    action = playbook.actions.get(step.action)
    if action is None:
        if sight.whole("actions"):
            sight.wrong((*path, "call"), "unknown_action", word=step.action, near=near(step.action, playbook.actions))
        return
    for name, slot in step.inputs.items():
        if name not in action.inputs:
            sight.wrong(
                (*path, "with", name), "unknown_input", word=name, action=action.name, near=near(name, action.inputs)
            )
        if slot not in playbook.slots and sight.whole("playbook"):
            sight.wrong((*path, "with", name), "unknown_slot", word=slot, near=near(slot, playbook.slots))
    for name, value in action.inputs.items():
        if value.required and name not in step.inputs:
            sight.wrong((*path, "call"), "missing_input", word=name, action=action.name)


def _condition(sight: Sight, path: Path, condition: Condition) -> None:
    playbook = sight.playbook
    outputs = [f"{action.name}.{name}" for action in playbook.actions.values() for name in action.outputs]
    for name, expected in condition.holds.items():
        at = (*path, name)
        known = name in FELT or name in playbook.slots or name in outputs or name.startswith("customer.")
        if not known and sight.whole("playbook") and sight.whole("actions"):
            sight.wrong(at, "unknown_name", word=name, near=near(name, (*FELT, *playbook.slots, *outputs)))
        allowed = _allowed(sight, name)
        if allowed is None or isinstance(expected, Bounds):
            continue
        for value in expected if isinstance(expected, tuple) else (expected,):
            if str(value) not in allowed:
                sight.wrong(at, "unknown_value", name=name, word=str(value), near=near(str(value), allowed))
    for number, each in enumerate(condition.any_of):
        _condition(sight, (*path, "any", number), each)
    if condition.negated is not None:
        _condition(sight, (*path, "not"), condition.negated)


def _allowed(sight: Sight, name: str) -> tuple[str, ...] | None:
    """The only values a name can have, or None when they cannot be known."""
    if name in VALUES:
        return VALUES[name]
    if name == "scenario" and sight.whole("scenarios"):
        return tuple(sight.playbook.scenarios)
    if name == "intent" and sight.whole("intents"):
        return tuple(sight.playbook.intents)
    slot = sight.playbook.slots.get(name)
    if slot is not None and slot.type == "choice" and slot.options:
        asked = (step for s in sight.playbook.scenarios.values() for step in s.steps)
        own = (
            option.value for step in asked if isinstance(step, Choose) and step.slot == name for option in step.options
        )
        return (*(option.value for option in slot.options), *own)
    return None


def _intents(sight: Sight) -> None:
    playbook = sight.playbook
    for number, name in enumerate(playbook.main):
        if name not in playbook.intents and sight.whole("intents") and sight.whole("answers"):
            sight.wrong(("playbook", "main", number), "unknown_intent", word=name, near=near(name, playbook.intents))
    taken: dict[str, str] = {}
    played = {step.scenario for s in playbook.scenarios.values() for step in s.steps if isinstance(step, Go)}
    for scenario in playbook.scenarios.values():
        for number, name in enumerate(scenario.intents):
            at = ("scenarios", scenario.id, "intents", number)
            if name not in playbook.intents and sight.whole("intents") and sight.whole("answers"):
                sight.wrong(at, "unknown_intent", word=name, near=near(name, playbook.intents))
            if name in taken:
                sight.wrong(at, "intent_taken", word=name, other=taken[name])
            taken.setdefault(name, scenario.id)
        if not scenario.intents and scenario.id not in played:
            sight.wrong(("scenarios", scenario.id), "scenario_without_intent", word=scenario.id)
    if sight.whole("scenarios"):
        for name in playbook.intents:
            if name not in taken:
                sight.wrong(("intents", name), "intent_without_scenario", word=name)


def _promises(sight: Sight) -> None:
    for action in sight.playbook.actions.values():
        for number, name in enumerate(action.may_promise):
            if not any(name == known or name.startswith(f"{known}_") for known in PROMISES):
                at = ("actions", action.name, "may_promise", number)
                sight.wrong(at, "unknown_promise", word=name, near=near(name, PROMISES))
