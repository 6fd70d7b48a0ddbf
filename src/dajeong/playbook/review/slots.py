"""Reviews slots, patterns, options, the time zone and waiting times."""

import re

from dajeong.playbook.problem import Path
from dajeong.playbook.review.sight import Sight, near, steps_of
from dajeong.playbook.scenario import Ask, Choose
from dajeong.playbook.slot import DATED, NUMERIC, Option
from dajeong.playbook.starting import is_starting
from dajeong.playbook.timezones import ZONE_OF

# A repeated group that itself holds an unbounded repetition, (a+)+ or (a|b*)*: time grows exponentially with the text.
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\d*\})")


def review_slots(sight: Sight) -> None:
    """Note slots that can never be filled well, and times that make no sense."""
    for name, pattern in sight.playbook.patterns.items():
        _pattern(sight, ("playbook", "patterns", name), pattern)
    for name, slot in sight.playbook.slots.items():
        at: Path = ("playbook", "slots", name)
        if slot.type == "pattern" and slot.pattern is None:
            sight.wrong(at, "slot_without_pattern")
        if slot.pattern is not None and slot.pattern not in sight.playbook.patterns:
            sight.wrong(
                (*at, "pattern"), "unknown_pattern", word=slot.pattern, near=near(slot.pattern, sight.playbook.patterns)
            )
        if slot.at_least is not None and slot.at_most is not None and slot.at_least > slot.at_most:
            sight.wrong((*at, "at_least"), "bounds_crossed")
        for bound in ("at_least", "at_most"):
            if getattr(slot, bound) is not None and slot.type not in NUMERIC:
                sight.wrong((*at, bound), "bounds_without_number", word=slot.type)
        _options(sight, (*at, "options"), slot.options)
    for scenario in sight.scenarios:
        for path, step in steps_of(scenario):
            _step(sight, path, step)
    _timezone(sight)
    timing = sight.playbook.timing
    if timing.close_after < timing.silence_after:
        sight.wrong(("playbook", "timing", "close_after"), "close_before_silence")


def _timezone(sight: Sight) -> None:
    """A day that is said or asked for is a day somewhere."""
    playbook = sight.playbook
    if playbook.timezone or playbook.language in ZONE_OF or not sight.whole("playbook"):
        return
    values = [value for each in playbook.actions.values() for value in (*each.inputs.values(), *each.outputs.values())]
    dated = any(slot.type in DATED for slot in playbook.slots.values())
    if dated or any(value.type in ("date", "datetime") for value in values):
        sight.wrong(("playbook", "language"), "no_timezone")


def _step(sight: Sight, path: Path, step: object) -> None:
    if isinstance(step, Choose):
        if not step.options:
            sight.wrong((*path, "choose"), "no_options")
        _options(sight, (*path, "options"), step.options)
    elif isinstance(step, Ask):
        slot = sight.playbook.slots.get(step.slot)
        if slot is not None and slot.type == "choice" and not slot.options:
            sight.wrong((*path, "ask"), "no_options")


def _pattern(sight: Sight, at: Path, pattern: str) -> None:
    if _NESTED.search(pattern):
        sight.wrong(at, "slow_pattern")
        return
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        sight.wrong(at, "bad_pattern")
        return
    if compiled.search("") is not None:
        sight.wrong(at, "pattern_of_nothing")


def _options(sight: Sight, at: Path, options: tuple[Option, ...]) -> None:
    seen: set[str] = set()
    for number, option in enumerate(options):
        if seen & {option.label, option.value}:
            sight.wrong((*at, number), "option_twice", word=option.label)
        if is_starting(option.label):
            sight.wrong((*at, number), "not_written", text=option.label)
        seen |= {option.label, option.value}
