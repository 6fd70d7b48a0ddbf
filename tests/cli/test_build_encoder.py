"""Building the encoder at set-up."""

from pathlib import Path

from dajeong.understanding.e5 import E5Encoder
from tests.cli.conftest import Run


def test_the_encoder_is_built_once_with_each_step_told(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "encoder"
    first = run("build-encoder", "--folder", str(place))
    assert first.code == 0 and str(place) in first.out
    assert "Checking the weights" in first.err
    assert E5Encoder(place).encode(["안녕하세요"]).shape == (1, 384)
    again = run("build-encoder", "--folder", str(place))
    assert again.code == 0 and "there already" in again.err


def test_a_folder_with_other_things_is_left_alone_and_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear aunt")
    said = run("build-encoder", "--folder", str(tmp_path))
    assert said.code == 1 and "holds something else" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
