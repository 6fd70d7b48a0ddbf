"""What was expected of a story's line and is not so, in words; and what to expect when all is as it should be."""

from collections.abc import Iterator
from typing import Any

from dajeong.playbook.story import Expectation
from dajeong.simulation.stage import Exchange


def unmet(expect: Expectation, exchange: Exchange) -> Iterator[str]:
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
    yield from (f"{name}: expected {want}, was {was}" for name, want, was in plain if want is not None and want != was)
    yield from _unmet_moves(expect, exchange)
    yield from _unmet_words(expect, exchange)
    for name, value in expect.slots.items():
        if c.slots.get(name) != value:
            yield f"slots: expected {name} {value}, was {c.slots.get(name)}"
    for value in expect.buttons:
        if value not in [choice.value for choice in (last.choices if last else ())]:
            yield f"buttons: no '{value}'"


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


def _unmet_moves(expect: Expectation, exchange: Exchange) -> Iterator[str]:
    moves = tuple(move for reply in exchange.replies for move in reply.moves)
    if expect.moves is not None and moves != expect.moves:
        yield f"moves: expected {list(expect.moves)}, was {list(moves)}"
    if moves[: len(expect.moves_start)] != expect.moves_start:
        yield f"moves_start: expected {list(expect.moves_start)}, was {list(moves)}"
    rest = iter(moves)
    if not all(move in rest for move in expect.has_moves):
        yield f"has_moves: expected {list(expect.has_moves)} in this order, was {list(moves)}"
    yield from (f"no_moves: {move} in {list(moves)}" for move in expect.no_moves if move in moves)


def _unmet_words(expect: Expectation, exchange: Exchange) -> Iterator[str]:
    said = "\n".join(reply.text for reply in exchange.replies)
    kinds = {each.event.kind for each in exchange.events}
    wrote = "\n".join(each.event.text for each in exchange.events if each.event.kind == "customer_wrote")
    checks = [
        ("says", expect.says, said, True),
        ("never_says", expect.never_says, said, False),
        ("events", expect.events, kinds, True),
        ("no_events", expect.no_events, kinds, False),
        ("kept", expect.kept, wrote, True),
        ("never_kept", expect.never_kept, wrote, False),
    ]
    for name, wanted, where, inside in checks:
        yield from (f"{name}: {each!r}" for each in wanted if (each in where) != inside)
