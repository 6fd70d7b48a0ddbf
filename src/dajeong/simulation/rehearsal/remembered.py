"""What a troupe remembers: made-up customers say the same things again and again, and no real person's words are among them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dajeong.trust.personal_data import Found, Searcher
from dajeong.understanding import ContextEncoder
from dajeong.understanding.encoder import InContext, Vectors

# Some 10 kB each for what the encoder heard, a few hundred bytes for what was searched.
_MOST_HEARD, _MOST_SEARCHED = 8_000, 20_000


class RememberedEncoder:
    """An encoder that hears the same words after the same words once. It gives what the encoder behind it gives."""

    def __init__(self, encoder: ContextEncoder) -> None:
        self._encoder = encoder
        self._heard = lru_cache(_MOST_HEARD)(
            lambda texts, assistant, customer: encoder.in_context(texts, assistant=assistant, customer=customer)
        )

    @property
    def name(self) -> str:
        """The name of the encoder behind."""
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the encoder behind."""
        return self._encoder.encode(texts)

    def in_context(self, texts: Sequence[str], *, assistant: str, customer: str) -> InContext:
        """As the encoder behind; what is returned is shared and must not be written to."""
        return self._heard(tuple(texts), assistant, customer)


class RememberedScanner:
    """A scanner that searches the same text once, also what business systems answer to everybody."""

    def __init__(self, scanner: Searcher) -> None:
        self._searched = lru_cache(_MOST_SEARCHED)(scanner.find)

    def find(self, text: str, keep: Sequence[re.Pattern[str]] = ()) -> tuple[Found, ...]:
        """As the scanner behind."""
        return self._searched(text, tuple(keep))
