"""Where the studio asks about a draft's intents: one piece of slow work at a time, beside the turns, and none of it twice."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from dajeong.learning.intent_check import IntentCheck, Written, check_intents
from dajeong.learning.intent_sentence import DraftHead
from dajeong.playbook.files import read_draft
from dajeong.understanding import Encoder

T = TypeVar("T")
KEPT = 8
# Beside customers' turns a check rests as long as it works.
REST = 1.0


class IntentDesk:
    """Heads and checks of drafts, known by the hash of their examples. It keeps what the team wrote and no customer's words."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        # A check takes seconds; a sentence that is tried meanwhile does not wait for it.
        self._checking = ThreadPoolExecutor(1, thread_name_prefix="intent-check")
        self._trying = ThreadPoolExecutor(1, thread_name_prefix="intent-sentence")
        self._checks: OrderedDict[str, IntentCheck] = OrderedDict()
        self._heads: OrderedDict[str, DraftHead] = OrderedDict()

    async def check(self, texts: Mapping[str, str]) -> IntentCheck:
        """Return what leaving out each example of these files' intents shows."""

        def work() -> IntentCheck:
            intents = intents_of(texts)
            return _kept(self._checks, key_of(intents), lambda: check_intents(intents, self._encoder, rest=REST))

        return await asyncio.get_running_loop().run_in_executor(self._checking, work)

    async def ask(self, texts: Mapping[str, str], question: Callable[[DraftHead], T]) -> T:
        """Return the answer of the head that these files' intents would have if they were published."""

        def work() -> T:
            intents = intents_of(texts)
            return question(_kept(self._heads, key_of(intents), lambda: DraftHead.trained(intents, self._encoder)))

        return await asyncio.get_running_loop().run_in_executor(self._trying, work)


def intents_of(texts: Mapping[str, str]) -> dict[str, Written]:
    """Return the intents as far as they can be read; a mistake in another file takes nothing away."""
    playbook = read_draft(texts).playbook
    own = playbook.intents if playbook else {}
    return {name: Written(each.title, each.examples) for name, each in own.items() if each.examples}


def key_of(intents: Mapping[str, Written]) -> str:
    """Return what names these examples: another one, or another order, is another key."""
    digest = hashlib.sha256()
    for name, own in intents.items():
        for part in (name, own.title, *own.examples):
            encoded = part.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
        digest.update(b"\0")
    return digest.hexdigest()


def _kept(found: OrderedDict[str, T], key: str, make: Callable[[], T]) -> T:
    if key not in found:
        found[key] = make()
    found.move_to_end(key)
    while len(found) > KEPT:
        found.popitem(last=False)
    return found[key]
