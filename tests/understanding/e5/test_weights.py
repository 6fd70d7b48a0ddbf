"""The packed file is read as it was written, and a file that is not whole says so."""

import struct
from pathlib import Path

import numpy as np
import pytest

from dajeong.understanding.e5.weights import Weights, WeightsUnusable, parse_weights, read_known_weights, unpacked
from tests.understanding.e5.tiny import HIDDEN, LAYERS, NORMAL, PIECES, tiny_file


def test_sizes_pieces_and_the_map_of_characters_come_back_as_written(tiny: Weights) -> None:
    assert (tiny.shape.hidden, tiny.shape.layers, tiny.shape.vocabulary) == (HIDDEN, LAYERS, len(PIECES))
    assert dict(zip(tiny.pieces.texts, tiny.pieces.scores.tolist(), strict=True)) == pytest.approx(PIECES)
    assert tiny.pieces.normal == NORMAL
    assert (tiny.pieces.bos, tiny.pieces.pad, tiny.pieces.eos, tiny.pieces.unk) == (0, 1, 2, 3)


def test_a_block_is_a_scale_then_low_halves_then_high_halves() -> None:
    block = np.frombuffer(struct.pack("<e", 0.5) + bytes(range(16)), dtype=np.uint8).reshape(1, 18)
    numbers = unpacked(block)
    assert numbers[:16].tolist() == [(i - 8) * 0.5 for i in range(16)]
    assert numbers[16:].tolist() == [-4.0] * 16
    high = np.frombuffer(struct.pack("<e", 2.0) + bytes([0xF0] * 16), dtype=np.uint8).reshape(1, 18)
    assert unpacked(high).tolist() == [-16.0] * 16 + [14.0] * 16


@pytest.mark.parametrize("share", [0.0005, 0.002, 0.01, 0.02, 0.03, 0.05, 0.5, 0.9999])
def test_a_file_cut_short_anywhere_is_refused(share: float) -> None:
    whole = tiny_file()
    with pytest.raises(WeightsUnusable):
        parse_weights(whole[: int(len(whole) * share)])


def test_a_file_cut_short_says_that_it_is() -> None:
    with pytest.raises(WeightsUnusable, match="cut short"):
        parse_weights(tiny_file()[:-1])


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(WeightsUnusable, match="no E5S1"):
        parse_weights(b"PK\x03\x04" + tiny_file()[4:])


def test_a_missing_tensor_is_named() -> None:
    with pytest.raises(WeightsUnusable, match=r"l1\.ao\.b"):
        parse_weights(tiny_file(without="l1.ao.b"))


def test_sizes_that_do_not_fit_are_refused() -> None:
    raw = bytearray(tiny_file())
    raw[16:20] = struct.pack("<i", 7)  # heads: 64 numbers do not part into seven
    with pytest.raises(WeightsUnusable, match="sizes"):
        parse_weights(bytes(raw))


def test_weights_other_than_the_known_ones_are_refused_even_when_whole(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(tiny_file())
    with pytest.raises(WeightsUnusable, match=r"weights\.bin.*cut short or changed"):
        read_known_weights(path)


def test_weights_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsUnusable, match=r"'gone\.bin' cannot be read"):
        read_known_weights(tmp_path / "gone.bin")
