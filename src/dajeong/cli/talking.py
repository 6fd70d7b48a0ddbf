"""Talking without a server: in the terminal, and line by line for scripts."""

import json
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from dajeong.cli.stage import FileStage
from dajeong.errors import DajeongError
from dajeong.simulation import Exchange, Stage
from dajeong.understanding.lines import BadLine, reading_to_json


async def chat_in_terminal(path: Path, *, explain: bool, console: Console) -> None:
    """Talk to a playbook until the customer leaves (an empty line, Ctrl-D) or the conversation is over."""
    async with FileStage.of_folder(path) as stage:
        exchange = await _own_words(stage, await stage.open("chat"))
        show(exchange, console, explain=False)
        while not exchange.conversation.closed:
            choices = exchange.replies[-1].choices if exchange.replies else ()
            try:
                text = console.input("[bold]> [/bold]").strip()
            except (EOFError, KeyboardInterrupt):
                return
            if not text:
                return
            pressed = choices[int(text) - 1] if text.isdigit() and 0 < int(text) <= len(choices) else None
            try:
                exchange = await stage.say(
                    "chat", pressed.label if pressed else text, pressed.value if pressed else None
                )
            except DajeongError as problem:
                console.print(f"[yellow]{escape(problem.message)}[/yellow]")
                continue
            exchange = await _own_words(stage, exchange)
            show(exchange, console, explain=explain)


async def _own_words(stage: Stage, exchange: Exchange) -> Exchange:
    """Return the exchange with the customer's own data back in the replies: they may see what they wrote."""
    return Exchange(await stage.in_own_words("chat", exchange.events), exchange.conversation)


def show(exchange: Exchange, console: Console, *, explain: bool) -> None:
    """Print what was answered, and with ``explain`` why."""
    if explain:
        _explain(exchange, console)
    for reply in exchange.replies:
        console.print(f"[cyan]{escape(reply.text)}[/cyan]")
        for number, choice in enumerate(reply.choices, start=1):
            console.print(f"   [dim]{number}) {escape(choice.label)}[/dim]")
        if explain and reply.moves:
            policy = f" · policy {reply.policy}" if reply.policy else ""
            place = f" · {reply.scenario}.{reply.step}" if reply.scenario else ""
            console.print(f"   [dim]{' → '.join(reply.moves)}{policy}{place}[/dim]")


def _explain(exchange: Exchange, console: Console) -> None:
    understood, taken, mood = exchange.understood, exchange.taken, exchange.conversation.mood
    if understood is None:
        return
    felt = understood.reading.emotion
    signs = ", ".join(escape(each.text or each.sign) for each in understood.reading.evidence[:4])
    console.print(
        f"   [dim]{felt.dominant} {felt.strength:.2f}{'' if felt.sure else ' (unsure)'} · intent {understood.reading.intent} "
        f"{understood.reading.confidence:.2f} · taken as {taken.taken_as if taken else '-'} · mood {mood.level:+.2f} "
        f"{mood.trend}{' · ' + signs if signs else ''}[/dim]"
    )


async def answer_lines(path: Path, lines: Iterable[str]) -> AsyncIterator[dict[str, Any]]:
    """Yield one object for each line ``{"conversation", "text"}``. Raises BadLine for a line of another shape."""
    async with FileStage.of_folder(path) as stage:
        opened: set[str] = set()
        for number, line in enumerate(lines, start=1):
            conversation, text, choice = _parsed(number, line)
            if conversation not in opened:
                opened.add(conversation)
                await stage.open(conversation)
            exchange = await stage.say(conversation, text, choice)
            yield as_json(conversation, exchange)


def as_json(conversation: str, exchange: Exchange) -> dict[str, Any]:
    """Return an exchange in the documented shape of ``dajeong answer --json``."""
    state, replies, understood = exchange.conversation, exchange.replies, exchange.understood
    last = replies[-1] if replies else None
    return {
        "conversation": conversation,
        "replies": [reply.text for reply in replies],
        "moves": [move for reply in replies for move in reply.moves],
        "policy": next((reply.policy for reply in replies if reply.policy), None),
        "scenario": last.scenario if last else None,
        "step": last.step if last else None,
        "reading": reading_to_json(understood.reading) if understood else None,
        "mood": state.mood.model_dump(mode="json"),
        "holder": state.holder,
        "events": [each.event.kind for each in exchange.events],
    }


def _parsed(number: int, line: str) -> tuple[str, str, str | None]:
    try:
        found = json.loads(line)
    except ValueError:
        raise BadLine(
            f'Line {number} is not JSON. Write one object like {{"conversation": "1", "text": "..."}}.'
        ) from None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or "conversation" not in found:
        raise BadLine(f"Line {number} needs 'conversation' and 'text'.")
    choice = found.get("choice")
    return str(found["conversation"]), found["text"], choice if isinstance(choice, str) else None
