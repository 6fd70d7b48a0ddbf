"""The word table, kept to what Korean and English customers write: packed on disk, unpacked a message at a time."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.tokenizer import MARK
from dajeong.understanding.e5.weights import BLOCK, BLOCK_BYTES, Floats, Packed, Pieces, unpacked

# Syllables, then the letters they are made of: modern, old, half-width and as people type ㅋㅋ and ㅠㅠ.
_HANGUL = re.compile(r"[가-힣ᄀ-ᇿㄱ-ㆎꥠ-ꥼힰ-ퟻ]")


def is_kept(piece: str) -> bool:
    """Whether a piece stays: any with Hangul, any of ASCII letters, digits and marks, and every single character of any script."""
    bare = piece.removeprefix(MARK)
    return len(bare) <= 1 or bare.isascii() or _HANGUL.search(bare) is not None


def kept_rows(pieces: Pieces) -> NDArray[np.int64]:
    """The ids of the pieces that stay, in their order. The four with a meaning of their own always do."""
    own = {pieces.bos, pieces.eos, pieces.pad, pieces.unk}
    return np.array([i for i, text in enumerate(pieces.texts) if i in own or is_kept(text)], dtype=np.int64)


class WordTable:
    """Rows of 4-bit numbers, as a memory map: only the words that customers write ever come into memory."""

    def __init__(self, rows: Packed, positions: Floats) -> None:
        """``rows``: (words, blocks, 18); ``positions``: (positions, hidden), what is added at each place of a sentence."""
        self._rows = rows
        self._positions = positions

    def embedded(self, sentences: Sequence[Sequence[int]]) -> Floats:
        """Words with their places, the sentences one after another: shape (all tokens, hidden)."""
        ids = np.concatenate([np.asarray(sentence, dtype=np.int64) for sentence in sentences])
        places = np.concatenate([np.arange(len(sentence)) for sentence in sentences])
        return np.asarray(unpacked(self._rows[ids]) + self._positions[places], dtype=np.float32)


def packed_rows(words: Packed, rows: NDArray[np.int64], hidden: int) -> Packed:
    """The chosen rows of the whole table, still packed: (chosen, blocks, 18)."""
    return np.ascontiguousarray(words.reshape(-1, hidden // BLOCK, BLOCK_BYTES)[rows])
