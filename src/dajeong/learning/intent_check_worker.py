"""The inside of a process that checks intents: one order from standard input, and what was found as JSON on standard output."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import BinaryIO

import numpy as np

from dajeong.conversation.frozen import Frozen
from dajeong.learning.intent_check import IntentCheck, Written, check_intents
from dajeong.understanding import Encoder
from dajeong.understanding.encoder import Vectors

# Customers who write meanwhile come first.
PATIENCE = 10


class CheckOrder(Frozen):
    """What is to be checked: title and examples of each intent. ``texts`` are those whose vectors follow, float32, in this order.

    ``encoder`` names what made the vectors; None: there are none.
    """

    intents: dict[str, tuple[str, tuple[str, ...]]]
    encoder: str | None
    texts: tuple[str, ...] = ()


class _Given:
    """An encoder that was handed all its vectors: the process needs no model."""

    def __init__(self, name: str, texts: Sequence[str], vectors: Vectors) -> None:
        self.name = name
        self._places = {text: place for place, text in enumerate(texts)}
        self._vectors = vectors

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As `Encoder.encode`, for texts that were handed over."""
        return self._vectors[[self._places[text] for text in texts]]


def order_bytes(intents: Mapping[str, Written], encoder: str | None, vectors: Mapping[str, Vectors]) -> bytes:
    """Return what a worker is told: a line of JSON, then the vectors as they lie in memory."""
    written = {name: (own.title, own.examples) for name, own in intents.items()}
    order = CheckOrder(intents=written, encoder=encoder, texts=tuple(vectors))
    return order.model_dump_json().encode() + b"\n" + b"".join(each.tobytes() for each in vectors.values())


def check_ordered(told: BinaryIO) -> IntentCheck:
    """Work one order off."""
    order = CheckOrder.model_validate_json(told.readline())
    encoder: Encoder | None = None
    if order.encoder is not None:
        vectors = np.frombuffer(told.read(), dtype=np.float32).reshape(len(order.texts), -1)
        encoder = _Given(order.encoder, order.texts, vectors)
    return check_intents({name: Written(*own) for name, own in order.intents.items()}, encoder)


def main() -> None:
    """Check what standard input orders."""
    os.nice(PATIENCE)
    sys.stdout.write(check_ordered(sys.stdin.buffer).model_dump_json())


if __name__ == "__main__":
    main()
