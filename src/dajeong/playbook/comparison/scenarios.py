"""What changed in scenarios: steps that came, went, moved or lead elsewhere, and their words."""

from collections.abc import Mapping, Sequence

from dajeong.playbook.comparison.change import Changes
from dajeong.playbook.comparison.wording import compare_wording
from dajeong.playbook.problem import Path
from dajeong.playbook.scenario import Branch, Choose, Scenario, Step
from dajeong.playbook.slot import Option
from dajeong.playbook.wording import Wording

_FIELDS = ("title", "matter", "happened", "intents")
# Where a step's words stand; the rest of it are simple values.
_WORDS = ("say", "again")
_LEADS = ("then", "otherwise", "if_fails")
_OWN = ("id", "kind", "options", "ways", *_WORDS, *_LEADS)


def compare_scenarios(changes: Changes, old: Mapping[str, Scenario], new: Mapping[str, Scenario]) -> None:
    """Tell what changed between two sets of scenarios. Those made from answers are told of with the answers."""
    before = {name: each for name, each in old.items() if not each.direct}
    after = {name: each for name, each in new.items() if not each.direct}
    for name, scenario in {**before, **after}.items():
        place, where = changes.names.place("scenario", name, scenario.title), ("scenarios", name)
        if changes.in_both(name, (before, after), where, place, _outline(changes, scenario)):
            for field in _FIELDS:
                changes.field(where, place, field, getattr(before[name], field), getattr(scenario, field))
            _steps(changes, before[name], scenario)


def _outline(changes: Changes, scenario: Scenario) -> str:
    return "\n".join(f"{step.id} · {changes.names.step_kind(step.kind)}" for step in scenario.steps)


def _steps(changes: Changes, old: Scenario, new: Scenario) -> None:
    renamed = _renamed(old, new)
    known = {renamed.get(step.id, step.id): step for step in old.steps}
    for number, step in enumerate(old.steps):
        if renamed.get(step.id, step.id) not in new.by_id:
            place = changes.names.step(old.id, step.id, step.kind)
            changes.note("removed", ("scenarios", old.id, "steps", number), "removed", place=place, before=said(step))
    for number, step in enumerate(new.steps):
        where = ("scenarios", new.id, "steps", number)
        if (before := known.get(step.id)) is None:
            changes.note(
                "added", where, "added", place=changes.names.step(new.id, step.id, step.kind), after=said(step)
            )
            continue
        place = changes.names.step(new.id, before.id, before.kind)
        if before.id != step.id:
            changes.note("changed", (*where, "id"), "renamed", place=place, new=step.id)
        _step(changes, where, place, before, step, renamed)
    _order(changes, new, [each for each in known if each in new.by_id])


def _renamed(old: Scenario, new: Scenario) -> dict[str, str]:
    """Steps that are what they were but for their id: old id -> new id."""

    def core(step: Step) -> str:
        return step.model_dump_json(exclude={"id", "then"})

    come = {core(step): step.id for step in new.steps if step.id not in old.by_id}
    return {step.id: come[core(step)] for step in old.steps if step.id not in new.by_id and core(step) in come}


def _step(changes: Changes, where: Path, place: str, old: Step, new: Step, renamed: Mapping[str, str]) -> None:
    names = changes.names
    if old.kind != new.kind:
        words = {"old": names.step_kind(old.kind), "new": names.step_kind(new.kind)}
        changes.note("changed", where, "kind", place=place, **words, before=said(old), after=said(new))
        return
    for key in _WORDS:
        before, after = getattr(old, key, None), getattr(new, key, None)
        if before is not None or after is not None:
            again = (", 다시 물을 때" if names.korean else ", asked again") if key == "again" else ""
            compare_wording(changes, (*where, key), f"{place}{again}", before, after)
    for key in type(new).model_fields:
        if key not in _OWN:
            changes.field(where, place, key, getattr(old, key), getattr(new, key))
    for key in _LEADS:
        _lead(changes, (*where, key), place, key, getattr(old, key, None), getattr(new, key, None), renamed)
    if isinstance(old, Choose) and isinstance(new, Choose):
        _options(changes, (*where, "options"), place, old.options, new.options, renamed)
    if isinstance(old, Branch) and isinstance(new, Branch):
        _ways(changes, (*where, "branch"), place, old, new, renamed)


_LABELS = {
    "otherwise": {"ko": "답을 얻지 못하면", "en": "getting no answer"},
    "if_fails": {"ko": "시스템이 실패하면", "en": "a failing system"},
}


def _lead(
    changes: Changes, where: Path, place: str, key: str, old: str | None, new: str | None, renamed: Mapping[str, str]
) -> None:
    if (renamed.get(old, old) if old else old) == new:
        return
    words = {"old": _target(changes, old, key), "new": _target(changes, new, key), "place": place}
    if key == "then":
        changes.note("changed", where, "goes_on", **words)
    else:
        changes.note("changed", where, "goes_to", **words, label=_LABELS[key][changes.language])


def _target(changes: Changes, step: str | None, key: str = "then") -> str:
    if step is not None:
        return f"‘{step}’" if changes.names.korean else f"“{step}”"
    if key == "then":
        return "적힌 차례" if changes.names.korean else "the next one written"
    return "사람 제안" if changes.names.korean else "the offer of a person"


def _options(
    changes: Changes,
    where: Path,
    place: str,
    old: Sequence[Option],
    new: Sequence[Option],
    renamed: Mapping[str, str],
) -> None:
    before, after = {each.value: each for each in old}, {each.value: each for each in new}
    for value, option in before.items():
        if value not in after:
            changes.note("removed", where, "option_removed", place=place, label=option.label)
    for number, (value, option) in enumerate(after.items()):
        at = (*where, number)
        known = before.get(value)
        if known is None:
            changes.note("added", at, "option_added", place=place, label=option.label)
            continue
        if known.label != option.label:
            changes.note("changed", at, "option_label", place=place, before=known.label, after=option.label)
        changes.field(at, place, "also", known.also, option.also)
        if (renamed.get(known.then, known.then) if known.then else None) != option.then:
            quoted = f"‘{option.label}’에서" if changes.names.korean else f"“{option.label}”"
            words = {"old": _target(changes, known.then), "new": _target(changes, option.then)}
            changes.note("changed", at, "goes_to", place=place, label=quoted, **words)


def _ways(changes: Changes, where: Path, place: str, old: Branch, new: Branch, renamed: Mapping[str, str]) -> None:
    before = {way.when.model_dump_json(): way for way in old.ways}
    after = {way.when.model_dump_json(): way for way in new.ways}

    def told(key: str) -> str:
        when = changes.names.condition((after.get(key) or before[key]).when)
        return f"‘{when}’일 때" if changes.names.korean else f"when {when}"

    for key, way in before.items():
        if key not in after:
            changes.note("removed", where, "way_removed", place=place, when=told(key), old=_target(changes, way.then))
    for number, (key, way) in enumerate(after.items()):
        known = before.get(key)
        if known is None:
            words = {"when": told(key), "new": _target(changes, way.then)}
            changes.note("added", (*where, number), "way_added", place=place, **words)
        elif renamed.get(known.then, known.then) != way.then:
            words = {"old": _target(changes, known.then), "new": _target(changes, way.then)}
            changes.note("changed", (*where, number), "goes_to", place=place, label=told(key), **words)


def _order(changes: Changes, new: Scenario, before: Sequence[str]) -> None:
    """Tell of the fewest steps whose moving explains the new order."""
    after = [step.id for step in new.steps if step.id in set(before)]
    stayed = _longest_in_order([list(before).index(step) for step in after])
    for number, step in enumerate(after):
        if number in stayed:
            continue
        place = changes.names.step(new.id, step, new.by_id[step].kind)
        where = ("scenarios", new.id, "steps", new.order[step])
        if new.order[step] == 0:
            changes.note("moved", where, "moved_first", place=place)
        else:
            other = _target(changes, new.steps[new.order[step] - 1].id)
            changes.note("moved", where, "moved_after", place=place, other=other)


def _longest_in_order(places: Sequence[int]) -> set[int]:
    """The numbers of a longest rising part of ``places``."""
    longest: set[int] = set()
    runs: list[set[int]] = []
    for number, place in enumerate(places):
        run = {number}
        for earlier, before in zip(range(number), runs, strict=False):
            if places[earlier] < place and len(before) >= len(run):
                run = {*before, number}
        runs.append(run)
        longest = run if len(run) > len(longest) else longest
    return longest


def said(step: Step) -> str:
    """The words of a step, to recognise it by; empty for a step without any."""
    wording = getattr(step, "say", None)
    return "\n".join(wording.first) if isinstance(wording, Wording) else ""
