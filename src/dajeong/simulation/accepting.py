"""Takes over what happens now as what a story expects, where it broke; everything else stays as somebody wrote it."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor
from typing import Any, get_args

from dajeong.conversation.move import Move
from dajeong.language import SpeechLevel
from dajeong.language.speech_level import levels_in
from dajeong.playbook.story import Expectation, MoodBetween
from dajeong.simulation.stage import Exchange
from dajeong.simulation.verdict import as_it_was, moves_of, plain_facts, unmet


def accepted(expect: Expectation, exchange: Exchange) -> Expectation:
    """Return what to expect instead where ``expect`` is not met: what happened. What is met stays.

    What should have been said, and was not, is expected no more; a line that would expect nothing then expects what
    happened.
    """
    broken = list(dict.fromkeys(each.what for each in unmet(expect, exchange)))
    now = {what: _INSTEAD.get(what, _plain_or_less)(what, expect, exchange) for what in broken}
    kept = {name: getattr(expect, name) for name in expect.model_fields_set if name not in now}
    left = kept | {name: value for name, value in now.items() if value not in (None, (), {}) or name == "moves"}
    return Expectation(**left) if left else as_it_was(exchange)


def _plain_or_less(what: str, expect: Expectation, exchange: Exchange) -> Any:
    """The plain value as it is, or a list without what is not so."""
    facts = plain_facts(exchange)
    if what in facts:
        return facts[what]
    broken = {each.expected for each in unmet(expect, exchange) if each.what == what}
    return tuple(each for each in getattr(expect, what) if (str(each),) not in broken)


def _start(what: str, expect: Expectation, exchange: Exchange) -> tuple[Move, ...]:
    return moves_of(exchange)[: len(expect.moves_start)]


def _in_order(what: str, expect: Expectation, exchange: Exchange) -> tuple[Move, ...]:
    """As many of the moves as still come one after another."""
    left: Sequence[Move] = moves_of(exchange)
    found = []
    for move in expect.has_moves:
        if move in left:
            found.append(move)
            left = left[left.index(move) + 1 :]
    return tuple(found)


def _known(what: str, expect: Expectation, exchange: Exchange) -> dict[str, str]:
    slots = exchange.conversation.slots
    return {name: slots[name] for name in expect.slots if name in slots}


def _mood(what: str, expect: Expectation, exchange: Exchange) -> MoodBetween:
    level, wanted = exchange.conversation.mood.level, expect.mood or MoodBetween()
    return MoodBetween(
        at_least=None if wanted.at_least is None else min(wanted.at_least, floor(level * 100) / 100),
        at_most=None if wanted.at_most is None else max(wanted.at_most, ceil(level * 100) / 100),
    )


def _level(what: str, expect: Expectation, exchange: Exchange) -> str | None:
    found = {one.level for reply in exchange.replies for one in levels_in(reply.text)} - {"fragment"}
    return found.pop() if len(found) == 1 and found <= set(get_args(SpeechLevel)) else None


_INSTEAD: Mapping[str, Callable[[str, Expectation, Exchange], Any]] = {
    "moves": lambda what, expect, exchange: moves_of(exchange),
    "moves_start": _start,
    "has_moves": _in_order,
    "slots": _known,
    "mood": _mood,
    "speech_level": _level,
}
