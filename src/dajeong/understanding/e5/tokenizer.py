"""Text into the pieces that multilingual-e5-small was trained on: Unigram, the likeliest way to cut each word."""

import unicodedata
from array import array
from collections.abc import Mapping, Sequence

# What stands for the space before a word (SentencePiece).
MARK = "▁"
_BELOW_THE_RAREST = 10.0
_NEVER = float("-inf")


class Tokenizer:
    """Cuts words by Viterbi search. No piece of the vocabulary reaches over a space, so each word can be cut by itself.

    Source: Kudo 2018, arXiv:1804.10959. It keeps nothing of what it has cut: words may be names and numbers of customers.
    """

    def __init__(
        self,
        pieces: Mapping[str, int],
        scores: Sequence[float],
        normal: Mapping[int, str],
        *,
        unknown: int,
        rarest: float,
    ) -> None:
        """``pieces``: text -> id; ``scores``: log probability by id; ``rarest``: the lowest of the whole vocabulary."""
        self._pieces = dict(pieces)
        self._scores = array("d", scores)
        self._normal = dict(normal)
        self._unknown = unknown
        self._unknown_score = rarest - _BELOW_THE_RAREST
        # How long a piece may be that begins with a character: most begin few, and short ones.
        self._reach: dict[str, int] = {}
        for piece in self._pieces:
            self._reach[piece[0]] = max(self._reach.get(piece[0], 1), len(piece))

    def words(self, text: str) -> list[str]:
        """The words of ``text`` as the vocabulary writes them, each with its mark in front."""
        # macOS sends Hangul as loose letters; the training text had whole syllables.
        whole = text if text.isascii() else unicodedata.normalize("NFC", text)
        return [MARK + word for word in whole.translate(self._normal).split()]

    def ids(self, text: str) -> list[int]:
        """The pieces of ``text`` in order, without the marks of beginning and end."""
        found: list[int] = []
        for word in self.words(text):
            found += self._cut(word)
        return found

    def last_ids(self, text: str, most: int) -> list[int]:
        """The last pieces of ``text``, at most so many: words before them are not cut at all."""
        found: list[int] = []
        for word in reversed(self.words(text)):
            found[:0] = self._cut(word)
            if len(found) >= most:
                break
        return found[-most:]

    def _cut(self, word: str) -> list[int]:
        pieces, scores = self._pieces, self._scores
        length = len(word)
        best = [_NEVER] * (length + 1)
        best[0] = 0.0
        came: list[tuple[int, int]] = [(0, 0)] * (length + 1)
        for start in range(length):
            here = best[start]
            for end in range(start + 1, min(length, start + self._reach.get(word[start], 1)) + 1):
                piece = pieces.get(word[start:end])
                if piece is not None and here + scores[piece] > best[end]:
                    best[end] = here + scores[piece]
                    came[end] = (start, piece)
            if here + self._unknown_score > best[start + 1]:
                best[start + 1] = here + self._unknown_score
                came[start + 1] = (start, self._unknown)
        return _way_back(came)


def _way_back(came: Sequence[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    end = len(came) - 1
    while end > 0:
        end, piece = came[end]
        found.append(piece)
    found.reverse()
    return found
