"""The word table keeps Korean, English and single characters, and adds each word's place."""

import numpy as np
import pytest

from dajeong.understanding.e5.table import WordTable, is_kept, kept_rows, packed_rows
from dajeong.understanding.e5.weights import Weights, unpacked
from tests.understanding.e5.tiny import HIDDEN


@pytest.mark.parametrize(
    "piece", ["▁배송", "ㅋㅋ", "ᄏᄏᄏ", "▁delivery", "Samsung", "▁2024", "!!!", "▁", "é", "▁中", "の", "😀"]
)
def test_what_korean_and_english_customers_write_is_kept(piece: str) -> None:
    assert is_kept(piece)


@pytest.mark.parametrize("piece", ["▁été", "です", "▁доставка", "配送", "▁für"])
def test_longer_pieces_of_other_languages_are_left_out(piece: str) -> None:
    assert not is_kept(piece)


def test_pieces_with_a_meaning_of_their_own_are_kept(tiny: Weights) -> None:
    rows = kept_rows(tiny.pieces)
    assert {tiny.pieces.bos, tiny.pieces.eos, tiny.pieces.unk, tiny.pieces.pad} <= set(rows.tolist())
    assert tiny.pieces.texts.index("été") not in rows
    assert sorted(rows.tolist()) == rows.tolist()


def test_a_word_is_its_row_and_its_place(tiny: Weights) -> None:
    rows = kept_rows(tiny.pieces)
    packed = packed_rows(tiny.packed["emb.word"], rows, HIDDEN)
    positions = np.arange(4 * HIDDEN, dtype=np.float32).reshape(4, HIDDEN)
    found = WordTable(packed, positions).embedded([[5, 6], [7]])
    words = unpacked(tiny.packed["emb.word"].reshape(-1, HIDDEN // 32, 18))
    assert found == pytest.approx(words[rows[[5, 6, 7]]] + positions[[0, 1, 0]])
