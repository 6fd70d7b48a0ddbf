"""What a remark says to somebody who sees no files: in their own language, with the names people gave things."""

import re
from collections.abc import Callable, Mapping

from dajeong.conversation.reading import Language
from dajeong.language import resolve_particles
from dajeong.language.finding import RULES as OF_LANGUAGE
from dajeong.language.finding import advice
from dajeong.playbook.comparison.names import Names
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Path, Problem
from dajeong.playbook.rules import RULES
from dajeong.playbook.scenario import Ask, CallAction, Choose, Go, Say, Step

SHORT = 24
# What the words of a rule name. A name that points at nothing, or that is itself what is wrong, is told as it is written.
_NAMED: Mapping[str, Mapping[str, str]] = {
    "intent_without_scenario": {"word": "intent"},
    "intent_taken": {"word": "intent", "other": "scenario"},
    "scenario_without_intent": {"word": "scenario"},
    "few_examples": {"word": "intent"},
    "example_in_two": {"other": "intent"},
    "endless_go": {"word": "scenarios"},
    "missing_input": {"word": "input", "action": "action"},
    "unknown_input": {"action": "action"},
    "never_called": {"word": "known", "action": "action"},
    "never_asked": {"word": "known"},
    "unused_slot": {"word": "known"},
    "dead_end": {"word": "step"},
    "unreachable_step": {"word": "step"},
    "endless_loop": {"word": "step"},
    "loop_without_asking": {"word": "step"},
    "no_way_to_person": {"word": "step"},
    "missing_policy": {"word": "word"},
    "pity": {"word": "policy"},
    "against_itself": {"word": "word"},
    "move_without_words": {"word": "word"},
}
# As the cards of the studio say it.
_KINDS: Mapping[str, Mapping[Language, str]] = {
    "ask": {"ko": "묻기", "en": "Ask"},
    "call": {"ko": "행동", "en": "Action"},
    "go": {"ko": "이어 가기", "en": "On to"},
}
_IN_TEXT = re.compile(r"(`[^`]*`)")
# (`when`), (answers/): what a form calls by another name anyway.
_ASIDE = re.compile(r" ?\((?:`[^`]*`|[a-z]+/)\)")


def told(problem: Problem, where: Path, playbook: Playbook | None, language: Language) -> tuple[str, str]:
    """Return what is wrong and what to do. What stands in `back quotes` is for the text and keeps the names of files."""
    rule, written = RULES[problem.rule], dict(problem.words)
    if problem.rule in OF_LANGUAGE:
        said, instead = written.get("text", ""), written.get("instead", "")
        written["advice"] = advice(problem.rule, language, text=said, instead=instead)
    called = written | _called(problem.rule, written, where, playbook, language)
    return _filled(rule.message[language], called, written, language), _filled(
        rule.fix[language], called, written, language
    )


def _filled(said: str, called: Mapping[str, str], written: Mapping[str, str], language: Language) -> str:
    parts = (
        part.format(**(written if part.startswith("`") else called)) for part in _IN_TEXT.split(_ASIDE.sub("", said))
    )
    text = "".join(parts)
    return resolve_particles(text) if language == "ko" else text


def _called(
    rule: str, written: Mapping[str, str], where: Path, playbook: Playbook | None, language: Language
) -> dict[str, str]:
    if playbook is None:
        return {}
    names = Names(language, (playbook,))
    action = playbook.actions.get(written.get("action", ""))
    calls: dict[str, Callable[[str], str]] = {
        "intent": lambda name: playbook.intents[name].title if name in playbook.intents else "",
        "scenario": names.scenario,
        "scenarios": lambda chain: " → ".join(names.scenario(name) for name in chain.split(" → ")),
        "action": lambda name: playbook.actions[name].title if name in playbook.actions else "",
        "input": lambda name: action.inputs[name].title if action and name in action.inputs else "",
        "known": names.bound,
        "policy": lambda name: next((each.title for each in playbook.empathy.policies if each.id == name), ""),
        "word": names.word,
        "step": lambda name: _step(names, playbook, where, name),
    }
    named = _NAMED.get(rule, {})
    return {key: calls[kind](written[key]) or written[key] for key, kind in named.items() if key in written}


def _step(names: Names, playbook: Playbook, where: Path, name: str) -> str:
    """A step by what it is about, unless another one of its scenario is called the same."""
    scenario = playbook.scenarios.get(str(where[1])) if len(where) > 1 and where[0] == "scenarios" else None
    if scenario is None or name not in scenario.by_id:
        return name
    shown = _about(names, playbook, scenario.by_id[name])
    alike = sum(_about(names, playbook, each) == shown for each in scenario.steps)
    return shown if alike == 1 else name


def _about(names: Names, playbook: Playbook, step: Step) -> str:
    if isinstance(step, Ask):
        return f"{_KINDS['ask'][names.language]}: {names.bound(step.slot)}"
    if isinstance(step, CallAction):
        action = playbook.actions.get(step.action)
        return f"{_KINDS['call'][names.language]}: {(action.title if action else '') or step.action}"
    if isinstance(step, Go):
        return f"{_KINDS['go'][names.language]}: {names.scenario(step.scenario)}"
    if isinstance(step, Say | Choose) and step.say.first:
        words = step.say.first[0]
        return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()}…"
    return names.step_kind(step.kind)
