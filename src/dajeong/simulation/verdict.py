"""What was expected of a story's line and is not so; and what to expect when all is as it should be."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dajeong.conversation.frozen import Frozen
from dajeong.playbook.story import Expectation
from dajeong.simulation.stage import Exchange


class Unmet(Frozen):
    """One thing that was expected and is not so; both sides as the story would write them."""

    what: str
    expected: tuple[str, ...]
    was: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.what}: expected {', '.join(self.expected)}, was {', '.join(self.was) or 'nothing'}"


def unmet(expect: Expectation, exchange: Exchange) -> Iterator[Unmet]:
    """What was expected and is not so."""
    c = exchange.conversation
    last = exchange.replies[-1] if exchange.replies else None
    understood = exchange.understood
    reading = understood.reading if understood else None
    plain: list[tuple[str, Any, Any]] = [
        ("emotion", expect.emotion, reading and reading.emotion.dominant),
        ("group", expect.group, reading and reading.emotion.group),
        ("intent", expect.intent, reading and reading.intent),
        ("scenario", expect.scenario, last and last.scenario),
        ("step", expect.step, last and last.step),
        ("policy", expect.policy, (last and last.policy) or "none"),
        ("holder", expect.holder, c.holder),
        ("closed", expect.closed, c.closed),
        ("expects", expect.expects, (last and last.expects) or "nothing"),
        ("taken_as", expect.taken_as, exchange.taken.taken_as if exchange.taken else None),
    ]
    for what, want, was in plain:
        if want is not None and want != was:
            yield _unmet(what, [want], [] if was is None else [was])
    yield from _unmet_moves(expect, exchange)
    yield from _unmet_words(expect, exchange)
    for name, value in expect.slots.items():
        if c.slots.get(name) != value:
            yield _unmet("slots", [f"{name}={value}"], [f"{name}={c.slots[name]}"] if name in c.slots else [])
    buttons = [choice.value for choice in (last.choices if last else ())]
    for value in expect.buttons:
        if value not in buttons:
            yield _unmet("buttons", [value], buttons)


def as_it_was(exchange: Exchange) -> Expectation:
    """Expect what happened: moves, place, policy and what is waited for, and never whole texts, which are there to be rewritten."""
    last = exchange.replies[-1] if exchange.replies else None
    c = exchange.conversation
    found: dict[str, Any] = {"moves": tuple(move for reply in exchange.replies for move in reply.moves)}
    if last is not None:
        found |= {"policy": last.policy or "none", "expects": last.expects or "nothing"}
        if last.scenario is not None and last.step is not None:
            found |= {"scenario": last.scenario, "step": last.step}
    if c.holder != "assistant":
        found["holder"] = c.holder
    if c.closed:
        found["closed"] = True
    return Expectation(**found)


def _unmet(what: str, expected: Iterable[Any], was: Iterable[Any]) -> Unmet:
    return Unmet(what=what, expected=tuple(map(str, expected)), was=tuple(map(str, was)))


def _unmet_moves(expect: Expectation, exchange: Exchange) -> Iterator[Unmet]:
    moves = tuple(move for reply in exchange.replies for move in reply.moves)
    if expect.moves is not None and moves != expect.moves:
        yield _unmet("moves", expect.moves, moves)
    if moves[: len(expect.moves_start)] != expect.moves_start:
        yield _unmet("moves_start", expect.moves_start, moves)
    rest = iter(moves)
    if not all(move in rest for move in expect.has_moves):
        yield _unmet("has_moves", expect.has_moves, moves)
    yield from (_unmet("no_moves", [move], moves) for move in expect.no_moves if move in moves)


def _unmet_words(expect: Expectation, exchange: Exchange) -> Iterator[Unmet]:
    said = [reply.text for reply in exchange.replies]
    kinds = sorted({each.event.kind for each in exchange.events})
    wrote = [each.event.text for each in exchange.events if each.event.kind == "customer_wrote"]
    checks: list[tuple[str, Iterable[str], Sequence[str], bool]] = [
        ("says", expect.says, said, True),
        ("never_says", expect.never_says, said, False),
        ("kept", expect.kept, wrote, True),
        ("never_kept", expect.never_kept, wrote, False),
    ]
    for what, wanted, texts, inside in checks:
        yield from (_unmet(what, [each], texts) for each in wanted if any(each in text for text in texts) != inside)
    yield from (_unmet("events", [each], kinds) for each in expect.events if each not in kinds)
    yield from (_unmet("no_events", [each], kinds) for each in expect.no_events if each in kinds)
