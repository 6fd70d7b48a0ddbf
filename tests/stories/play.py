"""Whole conversations as a designer would tell them: their shape, playing them, and what was expected in vain."""

import importlib.util
import inspect
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator
from ruamel.yaml import YAML

from dajeong.cli.stage import Exchange, Stage, VirtualClock
from dajeong.conversation.events import Expected, TakenAs
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Emotion, Group
from dajeong.playbook import read_folder
from dajeong.runtime import FunctionActions
from dajeong.understanding import LightReader

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
# A Monday, at ten in the evening in Korea and at eight in the morning in New York. The actions are told the same day.
START = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
TODAY = "2026-11-23"


class Expectation(Frozen):
    """What must be so after a line. What is not written is not looked at."""

    emotion: Emotion | None = None
    group: Group | None = None
    intent: str | None = None
    taken_as: TakenAs | None = None
    # The scenario and step the last reply of the turn belongs to.
    scenario: str | None = None
    step: str | None = None
    # "none": the reply follows no policy.
    policy: str | None = None
    holder: Literal["assistant", "queue", "teammate"] | None = None
    closed: bool | None = None
    # The moves of every reply of the turn, one after another.
    moves: tuple[Move, ...] | None = None
    moves_start: tuple[Move, ...] = ()
    has_moves: tuple[Move, ...] = ()
    no_moves: tuple[Move, ...] = ()
    slots: dict[str, str] = Field(default_factory=dict)
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    no_events: tuple[str, ...] = ()
    # What the last reply waits for; "nothing" when it waits for nothing.
    expects: Expected | Literal["nothing"] | None = None
    # Values of the buttons below the last reply, among others.
    buttons: tuple[str, ...] = ()
    # What the customer wrote, as it was kept.
    kept: tuple[str, ...] = ()
    never_kept: tuple[str, ...] = ()


class StoryLine(Frozen):
    """One thing that happens: the customer writes, presses a button, or is silent until something comes due."""

    customer: str | None = None
    press: str | None = None
    wait: Literal["silence", "close", "survey"] | None = None
    expect: Expectation = Expectation()

    @model_validator(mode="after")
    def _is_one_thing(self) -> "StoryLine":
        if sum(each is not None for each in (self.customer, self.press, self.wait)) != 1:
            raise ValueError("A line is one of customer, press and wait.")
        return self


class Story(Frozen):
    """One conversation from its first word, with what is expected on the way."""

    story: str
    playbook: Literal["parcel", "telecom", "bank-card"]
    customer: dict[str, str] = Field(default_factory=dict)
    lines: tuple[StoryLine, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _expects_something(self) -> "Story":
        if not any(line.expect.model_fields_set for line in self.lines):
            raise ValueError("A story that expects nothing tells nothing.")
        return self


def story_files() -> list[Path]:
    """Every file of stories."""
    return sorted(HERE.glob("*.yaml"))


def stories_in(path: Path) -> list[Story]:
    """The stories of one file, each a YAML document of its own. Raises for one of another shape."""
    documents = YAML(typ="safe").load_all(path.read_text(encoding="utf-8"))
    return [Story.model_validate(document) for document in documents if document is not None]


def functions_of(playbook: str) -> dict[str, Callable[..., Any]]:
    """The actions beside an example, by name."""
    path = EXAMPLES / playbook / "actions.py"
    spec = importlib.util.spec_from_file_location(f"actions_of_{playbook.replace('-', '_')}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    }


def stage_for(playbook: str, reader: LightReader) -> Stage:
    """A stage with an example playbook and its own actions."""
    files = read_folder(EXAMPLES / playbook)
    return Stage(files, FunctionActions(functions_of(playbook)), reader=reader, clock=VirtualClock(START))


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
