"""Every designed way can be walked: each button leads on, no reply is refused, and none goes in circles."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dajeong.simulation import Exchange, Stage
from dajeong.understanding import TrainedReader
from tests.stories.play import START, TODAY, stage_for

# What is asked for is answered with these, so that each example is walked with matters of several kinds.
KNOWN = {
    "parcel": ("DJ20261102", "DJ20261104"),
    "telecom": ("010-0000-1003", "010-0000-1004"),
    "bank-card": ("4821", "6614"),
}
ANSWERS = {
    "damage": "손잡이가 부러졌어요",
    "what_came": "초록색 컵이요",
    "wish": "파란색",
    "new_address": "서울특별시 마포구 양화로 45, 101동 1203호",
    "visit_day": "내일",
    "charge_amount": "$14.99",
    "new_limit": "$3,000",
}
LONGEST_WAY = 12
MOST_CHOICES = 3


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader.load()


def next_answer(exchange: Exchange, slot: str | None, known: str) -> str | None:
    """What the customer writes to the open question; None when the question has buttons or nothing is asked."""
    if exchange.conversation.last_reply is None or exchange.conversation.last_reply.expects != "slot":
        return None
    return known if slot in ("order_number", "phone", "last_four") else ANSWERS.get(slot or "")


def is_over(exchange: Exchange) -> bool:
    last = exchange.conversation.last_reply
    return exchange.conversation.holder != "assistant" or last is None or last.expects not in ("slot", "choice")


async def walk(
    stage: Stage, name: str, opener: str, known: str, presses: tuple[str, ...]
) -> tuple[Exchange, list[str]]:
    """Walk one way until buttons are shown that ``presses`` does not answer; return where it stands and the faults."""
    stage.clock.now = START
    await stage.open(name)
    exchange, faults, left = await stage.say(name, opener), [], list(presses)
    playbook = (await stage.runtime.designs.current(stage.name)).playbook
    for _ in range(LONGEST_WAY):
        faults += [
            f"{reply.scenario}.{reply.step}: {each.rule}" for reply in exchange.replies for each in reply.refused
        ]
        if is_over(exchange):
            return exchange, faults
        frame, last = exchange.conversation.frame, exchange.conversation.last_reply
        assert frame is not None and frame.step is not None and last is not None
        step = playbook.scenarios[frame.scenario].by_id[frame.step]
        written = next_answer(exchange, getattr(step, "slot", None), known)
        if written is not None:
            exchange = await stage.say(name, written)
            continue
        if not left:
            return exchange, faults
        value = left.pop(0)
        label = next(choice.label for choice in last.choices if choice.value == value)
        exchange = await stage.say(name, label, value)
    return exchange, [*faults, f"{opener} {known} {presses}: does not come to an end"]


def ways_on(exchange: Exchange, presses: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    last = exchange.conversation.last_reply
    if len(presses) < MOST_CHOICES and not is_over(exchange) and last is not None:
        yield from ((*presses, choice.value) for choice in last.choices)


@pytest.mark.parametrize("example", KNOWN)
async def test_every_way_leads_somewhere_and_says_what_was_designed(
    example: str, reader: TrainedReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAJEONG_ACTIONS_TODAY", TODAY)
    stage = stage_for(example, reader)
    playbook = (await stage.runtime.designs.current(stage.name)).playbook
    faults: list[str] = []
    number = 0
    for scenario in (each for each in playbook.scenarios.values() if each.intents and not each.direct):
        opener = playbook.intents[scenario.intents[0]].examples[0]
        for known in KNOWN[example]:
            open_ways: list[tuple[str, ...]] = [()]
            while open_ways:
                presses = open_ways.pop()
                number += 1
                monkeypatch.setenv("DAJEONG_ACTIONS_DATA", os.fspath(tmp_path / str(number)))
                exchange, found = await walk(stage, f"{scenario.id}-{number}", opener, known, presses)
                faults += found
                open_ways += ways_on(exchange, presses)
    assert not faults, "\n".join(dict.fromkeys(faults))
    assert number > 50
