"""Intents are checked in a process of their own: with the same answer, once for all who ask, and not for nobody."""

import asyncio
import hashlib
from collections.abc import Sequence

import numpy as np
import pytest

from dajeong.learning.intent_check import IntentCheck, check_intents
from dajeong.playbook import read_folder
from dajeong.server.intent_desk import CheckBroke, CheckSuperseded, IntentDesk, intents_of
from dajeong.understanding.encoder import Vectors
from tests.server.conftest import ROOT

FILES = read_folder(ROOT / "examples" / "telecom")


class Hashing:
    """Vectors of length 1 that only say whether two texts are the same."""

    name = "hashing"

    def encode(self, texts: Sequence[str]) -> Vectors:
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        raw = np.stack([np.random.default_rng(seed).standard_normal(16) for seed in seeds])
        return np.asarray(raw / np.linalg.norm(raw, axis=1, keepdims=True), dtype=np.float32)


def with_one_more(example: str) -> dict[str, str]:
    path = next(path for path in sorted(FILES) if path.startswith("intents/"))
    head, examples, rest = FILES[path].partition("examples:\n")
    indent = rest[: len(rest) - len(rest.lstrip())]
    return {**FILES, path: f"{head}{examples}{indent}- {example}\n{rest}"}


def told(found: IntentCheck) -> IntentCheck:
    """What was found without how sure it was."""
    weak = tuple(each.model_copy(update={"confidence": 0.0, "own": 0.0}) for each in found.weak)
    return found.model_copy(update={"weak": weak})


@pytest.mark.parametrize("encoder", [None, Hashing()])
async def test_another_process_finds_what_this_one_would_find(encoder: Hashing | None) -> None:
    desk = IntentDesk(encoder)
    found, own = await desk.check(FILES), check_intents(intents_of(FILES), encoder)
    assert found.measured > 100 and told(found) == told(own)
    # Another process may sum in another order: the last digit shown is not compared.
    sure = [pytest.approx((each.confidence, each.own), abs=2e-4) for each in own.weak]
    assert [(each.confidence, each.own) for each in found.weak] == sure
    assert await asyncio.wait_for(desk.check(FILES), 1) == found
    await desk.close()


async def test_who_asks_about_newer_examples_gives_up_the_older_ones_and_nobody_elses() -> None:
    desk = IntentDesk(None)
    sora, haru = (asyncio.create_task(desk.check(FILES, asker=who)) for who in ("소라", "하루"))
    first = asyncio.create_task(desk.check(with_one_more("인터넷이 하루에 한 번씩 쉬어요"), asker="미르"))
    await asyncio.sleep(0.2)
    newer = with_one_more("인터넷이 하루에 두 번씩 쉬어요")
    second, third = (asyncio.create_task(desk.check(newer, asker=who)) for who in ("소라", "미르"))
    with pytest.raises(CheckSuperseded):
        await first
    counts = [found.examples for found in await asyncio.gather(sora, haru, second, third)]
    assert counts[0] == counts[1] == counts[2] - 1 == counts[3] - 1
    await desk.close()


async def test_a_process_that_dies_is_told_and_the_next_check_is_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = IntentDesk(None)
    with monkeypatch.context() as broken:
        broken.setattr("dajeong.server.intent_desk.WORKER", "dajeong.no_such_worker")
        with pytest.raises(CheckBroke):
            await desk.check(FILES)
    assert (await desk.check(FILES)).measured > 100
    await desk.close()
