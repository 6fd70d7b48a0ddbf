"""Stories of the examples: where they are, playing them, and what was expected in vain."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dajeong.cli.lived_in.business import functions_in
from dajeong.cli.stage import Exchange, Stage, VirtualClock
from dajeong.playbook import read_folder
from dajeong.playbook.story import Expectation, Story, StoryLine, stories_in
from dajeong.runtime import FunctionActions
from dajeong.understanding import TrainedReader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
__all__ = ["EXAMPLES", "START", "TODAY", "Story", "played", "stage_for", "stories_in", "story_files", "unmet"]
# A Monday, at ten in the evening in Korea and at eight in the morning in New York. The actions are told the same day.
START = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
TODAY = "2026-11-23"


def story_files() -> list[Path]:
    """Every file of stories."""
    return sorted(EXAMPLES.glob("*/stories/*.yaml"))


def stage_for(playbook: str, reader: TrainedReader) -> Stage:
    """A stage with an example playbook and its own actions."""
    files = read_folder(EXAMPLES / playbook)
    return Stage(
        files,
        FunctionActions(functions_in(EXAMPLES / playbook / "actions.py")),
        reader=reader,
        clock=VirtualClock(START),
    )


async def played(story: Story, stage: Stage, conversation: str) -> Sequence[tuple[StoryLine, Exchange]]:
    """Play a story from the beginning and return what came of each line."""
    stage.clock.now = START
    exchange = await stage.open(conversation)
    told = []
    for line in story.lines:
        if line.customer is not None:
            exchange = await stage.say(conversation, line.customer)
        elif line.press is not None:
            exchange = await stage.say(conversation, _label(exchange, line.press), line.press)
        else:
            exchange = await stage.wait(conversation)
        told.append((line, exchange))
    return told


def _label(exchange: Exchange, value: str) -> str:
    """What the button shows. Raises when there is no such button to press."""
    last = exchange.conversation.last_reply
    choices = last.choices if last else ()
    for choice in choices:
        if choice.value == value:
            return choice.label
    raise AssertionError(f"There is no button '{value}'; there are {[choice.value for choice in choices]}.")


def unmet(line: StoryLine, exchange: Exchange) -> Iterator[str]:
    """What was expected of a line and is not so, in words."""
    expect, c = line.expect, exchange.conversation
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
