"""What was expected of a story's line and is not so; and what to expect when all is as it should be."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.language.speech_level import levels_in
from dajeong.playbook.story import Expectation, MoodBetween
from dajeong.simulation.stage import Exchange


class Unmet(Frozen):
    """One thing that was expected and is not so; both sides as the story would write them."""

    what: str
    expected: tuple[str, ...]
    was: tuple[str, ...]

    def __str__(self) -> str:
        expected = ", ".join(self.expected)
        # "no_moves", "never_says": what is named is there, and should not be.
        without = self.what.startswith(("no_", "never_"))
        return f"{self.what}: expected {'no ' if without else ''}{expected}, was {', '.join(self.was) or 'nothing'}"


def unmet(expect: Expectation, exchange: Exchange) -> Iterator[Unmet]:
    """What was expected and is not so."""
    for what, was in plain_facts(exchange).items():
        want = getattr(expect, what)
        if want is not None and want != was:
            yield _unmet(what, [want], [] if was is None else [was])
    mood, c = expect.mood, exchange.conversation
    if mood is not None and not _lies_in(c.mood.level, mood):
        bounds = mood.model_dump(exclude_none=True)
        yield _unmet("mood", [f"{name} {bound}" for name, bound in bounds.items()], [round(c.mood.level, 2)])
    yield from _unmet_moves(expect, moves_of(exchange))
    yield from _unmet_words(expect, exchange)
    for name, value in expect.slots.items():
        if c.slots.get(name) != value:
            yield _unmet("slots", [f"{name}={value}"], [f"{name}={c.slots[name]}"] if name in c.slots else [])


def plain_facts(exchange: Exchange) -> dict[str, Any]:
    """What is one plain value after a line, by the name a story expects it by; None where there is none."""
    last = exchange.replies[-1] if exchange.replies else None
    understood, c = exchange.understood, exchange.conversation
    reading = understood.reading if understood else None
    return {
        "emotion": reading and reading.emotion.dominant,
        "group": reading and reading.emotion.group,
        "trend": c.mood.trend,
        "intent": reading and reading.intent,
        "taken_as": exchange.taken.taken_as if exchange.taken else None,
        "scenario": last and last.scenario,
        "step": last and last.step,
        "policy": (last and last.policy) or "none",
        "holder": c.holder,
        "closed": c.closed,
        "expects": (last and last.expects) or "nothing",
    }


def moves_of(exchange: Exchange) -> tuple[Move, ...]:
    """The moves of every reply, one after another."""
    return tuple(move for reply in exchange.replies for move in reply.moves)


def as_it_was(exchange: Exchange) -> Expectation:
    """Expect what happened: moves, place, policy and what is waited for, and never whole texts, which are there to be rewritten."""
    last = exchange.replies[-1] if exchange.replies else None
    c = exchange.conversation
    found: dict[str, Any] = {"moves": moves_of(exchange)}
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


def _lies_in(level: float, mood: MoodBetween) -> bool:
    return (mood.at_least is None or level >= mood.at_least) and (mood.at_most is None or level <= mood.at_most)


def _unmet_moves(expect: Expectation, moves: Sequence[Move]) -> Iterator[Unmet]:
    if expect.moves is not None and moves != expect.moves:
        yield _unmet("moves", expect.moves, moves)
    if moves[: len(expect.moves_start)] != expect.moves_start:
        yield _unmet("moves_start", expect.moves_start, moves)
    rest = iter(moves)
    if not all(move in rest for move in expect.has_moves):
        yield _unmet("has_moves", expect.has_moves, moves)
    yield from (_unmet("no_moves", [move], moves) for move in expect.no_moves if move in moves)


def _unmet_words(expect: Expectation, exchange: Exchange) -> Iterator[Unmet]:
    last = exchange.replies[-1] if exchange.replies else None
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
    if expect.speech_level is not None:
        others = [one for text in said for one in levels_in(text) if one.level not in ("fragment", expect.speech_level)]
        yield from (_unmet("speech_level", [expect.speech_level], [f"{one.level}: {one.text}"]) for one in others[:1])
    yield from (_unmet("events", [each], kinds) for each in expect.events if each not in kinds)
    yield from (_unmet("no_events", [each], kinds) for each in expect.no_events if each in kinds)
    buttons = [choice.value for choice in (last.choices if last else ())]
    yield from (_unmet("buttons", [each], buttons) for each in expect.buttons if each not in buttons)
