"""What changed in the rest: intents and answers, what to know, actions, the persona, and the playbook's settings."""

from collections.abc import Mapping, Sequence
from typing import Any

from dajeong.playbook.actions import Action
from dajeong.playbook.comparison.change import Changes
from dajeong.playbook.comparison.wording import compare_wording
from dajeong.playbook.persona import Persona
from dajeong.playbook.playbook import Intent, Playbook
from dajeong.playbook.problem import Path
from dajeong.playbook.slot import Slot

_HEAD = ("title", "language", "timezone", "hotline", "survey", "main")
_PERSONA = ("name", "speech_level", "warmth", "humour", "introduction", "longest_reply")
_SLOT = ("title", "type", "pattern", "options", "at_least", "at_most", "longest")
_ACTION = ("title", "inputs", "outputs", "timeout_seconds", "may_promise", "changes_something", "example", "currency")


def compare_head(changes: Changes, old: Playbook, new: Playbook) -> None:
    """Tell what changed in the playbook's own settings."""
    place = "플레이북" if changes.names.korean else "the playbook"
    for field in _HEAD:
        changes.field(("playbook",), place, field, getattr(old, field), getattr(new, field))
    for field in type(new.timing).model_fields:
        changes.field(("playbook", "timing"), place, field, getattr(old.timing, field), getattr(new.timing, field))
    for name in {**old.patterns, **new.patterns}:
        before, after = old.patterns.get(name), new.patterns.get(name)
        changes.field(("playbook", "patterns"), changes.names.place("pattern", name), name, before, after)


def compare_persona(changes: Changes, old: Persona, new: Persona) -> None:
    """Tell what changed in who the assistant is."""
    place, where = ("상담사" if changes.names.korean else "the assistant"), ("persona",)
    for field in _PERSONA:
        changes.field(where, place, field, getattr(old, field), getattr(new, field))
    for field in type(new.pace).model_fields:
        changes.field((*where, "pace"), place, field, getattr(old.pace, field), getattr(new.pace, field))
    for hard, plain in old.say_instead.items():
        if new.say_instead.get(hard) != plain:
            changes.note("removed", (*where, "say_instead"), "word_removed", old=hard, new=plain)
    for hard, plain in new.say_instead.items():
        if old.say_instead.get(hard) != plain:
            changes.note("added", (*where, "say_instead", hard), "word_added", old=hard, new=plain)
    for word in old.never_say:
        if word not in new.never_say:
            changes.note("removed", (*where, "never_say"), "never_removed", old=word)
    for number, word in enumerate(new.never_say):
        if word not in old.never_say:
            changes.note("added", (*where, "never_say", number), "never_added", new=word)


def compare_intents(changes: Changes, old: Mapping[str, Intent], new: Mapping[str, Intent]) -> None:
    """Tell what changed in what customers may want. Those of answers are told of with the answers."""
    for name, intent in {**old, **new}.items():
        place, where = changes.names.place("intent", name, intent.title), ("intents", name)
        if changes.in_both(name, (old, new), where, place, "\n".join(intent.examples)):
            for field in ("title", "matter", "happened"):
                changes.field(where, place, field, getattr(old[name], field), getattr(intent, field))
            _examples(changes, (*where, "examples"), place, old[name].examples, intent.examples)


def compare_answers(changes: Changes, old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]) -> None:
    """Tell what changed in questions with one answer."""
    for name, answer in {**old, **new}.items():
        place, where = changes.names.place("answer", name, answer.get("title", "")), ("answers", name)
        if changes.in_both(name, (old, new), where, place, _answer(answer)):
            before = old[name]
            for field in ("title", "matter", "happened", "asks_if_solved"):
                changes.field(where, place, field, before.get(field), answer.get(field))
            _examples(changes, (*where, "examples"), place, before.get("examples", ()), answer.get("examples", ()))
            compare_wording(changes, (*where, "answer"), place, before.get("answer"), answer.get("answer"))
            more = f"{place}{', 안 풀렸을 때' if changes.names.korean else ', when it did not help,'}"
            old_more, new_more = before.get("if_not_solved"), answer.get("if_not_solved")
            compare_wording(changes, (*where, "if_not_solved"), more, old_more, new_more)


def _answer(answer: dict[str, Any]) -> str:
    return "\n".join(answer["answer"].first) if "answer" in answer else ""


def _examples(changes: Changes, where: Path, place: str, old: Sequence[str], new: Sequence[str]) -> None:
    come = [each for each in new if each not in old]
    gone = [each for each in old if each not in new]
    if come:
        changes.note("added", where, "examples_added", place=place, count=len(come), after="\n".join(come))
    if gone:
        changes.note("removed", where, "examples_removed", place=place, count=len(gone), before="\n".join(gone))


def compare_slots(changes: Changes, old: Mapping[str, Slot], new: Mapping[str, Slot]) -> None:
    """Tell what changed in what the assistant may need to know."""
    for name, slot in {**old, **new}.items():
        place, where = changes.names.place("slot", name, slot.title), ("playbook", "slots", name)
        if changes.in_both(name, (old, new), where, place):
            for field in _SLOT:
                before, after = getattr(old[name], field), getattr(slot, field)
                if field == "options":
                    before, after = (tuple(each.label for each in options) for options in (before, after))
                changes.field(where, place, field, before, after)


def compare_actions(changes: Changes, old: Mapping[str, Action], new: Mapping[str, Action]) -> None:
    """Tell what changed in what business systems do for us."""
    for name, action in {**old, **new}.items():
        place, where = changes.names.place("action", name, action.title), ("actions", name)
        if changes.in_both(name, (old, new), where, place):
            for field in _ACTION:
                changes.field(where, place, field, _plain(old[name], field), _plain(action, field))
            if old[name].mock != action.mock:
                changes.note("changed", (*where, "mock"), "unbuilt" if action.mock else "built", place=place)


def _plain(action: Action, field: str) -> Any:
    value = getattr(action, field)
    if field in ("inputs", "outputs"):
        return {
            name: f"{each.title or name} ({each.type}{'' if each.required else '?'})" for name, each in value.items()
        }
    return value
