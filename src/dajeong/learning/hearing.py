"""Labelled messages as an encoder hears them, each after what was said before it."""

from collections.abc import Callable, Sequence

from dajeong.learning.messages import Labelled
from dajeong.understanding.encoder import ContextEncoder, InContext

Progress = Callable[[str], None]
_TELL_EVERY = 1_000


def silent(step: str) -> None:
    """Nobody is waiting in front of a screen."""


def hear(
    messages: Sequence[Labelled], encoder: ContextEncoder | None, progress: Progress = silent
) -> list[InContext | None]:
    """What the encoder makes of each message, one by one as when customers write; nothing without an encoder."""
    if encoder is None:
        return [None] * len(messages)
    heard: list[InContext | None] = []
    for row in messages:
        if len(heard) % _TELL_EVERY == 0 and heard:
            progress(f"Heard {len(heard)} of {len(messages)} messages ...")
        heard.append(
            encoder.in_context([row.text], assistant=row.said_last("assistant"), customer=row.said_last("customer"))
        )
    return heard
