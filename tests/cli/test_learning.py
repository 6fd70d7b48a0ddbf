"""Training, measuring and the versions, as somebody at a keyboard has them."""

import json
import re
from pathlib import Path

import pytest

from dajeong.learning.registry import Registry
from dajeong.understanding import TrainedReader
from tests.cli.conftest import Run
from tests.learning.models import NOON, add_another
from tests.learning.small_data import small_corpus, small_labels, small_messages

_LOAD = TrainedReader.__dict__["load"]


@pytest.fixture
def run_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a folder with small data, with models that are really loaded, of letters alone."""
    monkeypatch.setattr(TrainedReader, "load", _LOAD)
    monkeypatch.setenv("DAJEONG_READER", "light")
    small_corpus(tmp_path / "data" / "corpus")
    small_messages(tmp_path / "data" / "seed")
    return run


def trained(run: Run, *more: str) -> str:
    """Train, and return the name of the version."""
    said = run("train", *more)
    assert said.code == 0, said.err
    found = re.search(r"^(\S+) is made and not in force yet", said.out, flags=re.MULTILINE)
    assert found, said.out
    return found[1]


def test_from_labels_to_a_version_in_force_and_back(run_here: Run, tmp_path: Path) -> None:
    labels = small_labels(tmp_path / "ours.tsv")
    said = run_here("train", "--labels", str(labels), "--note", "delivery words")
    assert said.code == 0, said.err
    assert "corpus, held-back split: 20 messages" in said.out and "ours.tsv, kept back" in said.out
    assert "Learning from" in said.err
    name = re.findall(r"dajeong models promote (\S+)", said.out)[0]
    listed = run_here("models", "list").out
    assert "* shipped" in listed and f"  {name}" in listed and "delivery words" in listed
    card = json.loads(run_here("models", "show", name).out)
    assert card["note"] == "delivery words" and card["command"].startswith("dajeong train --labels")
    assert run_here("models", "promote", card["sha256"][:6]).out.startswith(f"{name} is in force.")
    assert f"* {name}" in run_here("models", "list").out
    refused = run_here("models", "remove", name)
    assert refused.code == 1 and "in force" in refused.err
    assert "shipped is in force again." in run_here("models", "roll-back").out
    again = run_here("models", "roll-back")
    assert again.code == 1 and "Nothing was in force before" in again.err
    assert f"{name} is removed." in run_here("models", "remove", name).out
    assert name not in run_here("models", "list").out


def test_two_versions_are_compared_in_the_terminal_in_html_and_in_json(run_here: Run, tmp_path: Path) -> None:
    name = trained(run_here)
    said = run_here("evaluate", name, "--against", "shipped", "--out", "report.html", "--json", "report.json")
    assert said.code == 0, said.err
    assert "corpus, held-back split, ko: 20 messages" in said.out
    assert f"{name} beside shipped, 20 messages:" in said.out
    assert re.search(
        r"ten emotions: [+-]0\.\d+ \([+-]0\.\d+ to [+-]0\.\d+\) — (better|worse|no difference shown)", said.out
    )
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
    found = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert found["evaluation"]["version"] == name and found["comparison"]["against"] == "shipped"
    # Held-back rows stay unread.
    assert all(mistake["text"] is None for mistake in found["evaluation"]["mistakes"])


def test_own_labels_are_measured_on_the_fifth_no_version_learned_from(run_here: Run, tmp_path: Path) -> None:
    labels = small_labels(tmp_path / "ours.tsv", 60)
    said = run_here("evaluate", "--on", str(labels), "--json", "some.json")
    assert re.search(r"ours\.tsv, the \d+ of 60 messages kept back", said.out)
    some = json.loads((tmp_path / "some.json").read_text("utf-8"))["evaluation"]
    assert 2 < some["figures"]["rows"] < 30
    said = run_here("evaluate", "--on", str(labels), "--all", "--words", "--json", "all.json")
    every = json.loads((tmp_path / "all.json").read_text("utf-8"))["evaluation"]
    assert every["figures"]["rows"] == 60 and every["fingerprint"] != some["fingerprint"]
    assert all(mistake["text"] for mistake in every["mistakes"]) and not any(each["text"] for each in some["mistakes"])


def test_one_message_can_be_measured_and_proves_nothing(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("text\temotion\n덕분에 잘 해결됐어요 감사합니다\tgratitude\n", encoding="utf-8")
    said = run_here("evaluate", "--on", "one.tsv", "--all", "--against", "shipped", "--out", "report.html")
    assert said.code == 0, said.err
    assert re.search(r"ten emotions +1\.000 +\(0\.2\d\d to 1\.000\)", said.out)
    assert said.out.count("no difference shown") == 4


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("train", "--labels", "bad.tsv"), "bad.tsv: row 2: an unknown emotion"),
        (("train", "--labels", "gone.tsv"), "gone.tsv cannot be read"),
        (("train", "--corpus", "nowhere"), "There is no folder nowhere"),
        (("train", "--data", "nowhere"), "'kote.jsonl.gz' is not in the folder of public data"),
        (("evaluate", "9"), "'9' is not a version here. There are: shipped."),
        (("evaluate", "--on", "bad.tsv"), "bad.tsv: row 2: an unknown emotion"),
        (("evaluate", "--corpus", "nowhere"), "There is no folder nowhere"),
        (("evaluate", "--on", "tune"), "has no message in its split 'tune'"),
        (("evaluate", "--out", "no/such/folder/report.html"), "could not be written"),
        (("models", "promote", "2027"), "'2027' is not a version here"),
        (("models", "remove", "shipped"), "belongs to the package"),
        (("models", "roll-back"), "Nothing was in force before"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    run_here: Run, tmp_path: Path, command: tuple[str, ...], said: str
) -> None:
    (tmp_path / "bad.tsv").write_text("text\temotion\n왜 안 와요\tfury\n", encoding="utf-8")
    ran = run_here(*command)
    assert ran.code == 1 and said in ran.err and "Traceback" not in ran.err
    assert run_here("models", "list").out.split() == ["*", "shipped", "with", "the", "package"]


def test_a_version_whose_file_was_touched_is_shown_as_unusable_and_not_promoted(run_here: Run, tmp_path: Path) -> None:
    registry = Registry(tmp_path / "data" / "models")
    name = add_another(registry, tmp_path)
    (registry.folder / name / "emotion.npz").write_bytes(b"cut")
    listed = run_here("models", "list")
    assert f"{name}  UNUSABLE: {name}/emotion.npz has 3 bytes instead of" in listed.out
    for command in (("models", "promote", name), ("evaluate", name)):
        refused = run_here(*command)
        assert refused.code == 1 and f"{name}/emotion.npz" in refused.err
    assert "* shipped" in run_here("models", "list").out


def test_what_is_in_force_reads_in_the_terminal_too(
    run_here: Run, tmp_path: Path, shop_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real = _LOAD.__func__

    def load(path: Path | None = None, **more: object) -> TrainedReader:
        reader: TrainedReader = real(TrainedReader, path, **more)
        opened.append(reader.name)
        return reader

    monkeypatch.setattr(TrainedReader, "load", load)
    registry = Registry(tmp_path / "data" / "models")
    registry.promote(add_another(registry, tmp_path), at=NOON)
    assert json.loads(run_here("read", typed='{"text": "감사합니다"}\n').out)["emotion"]["dominant"] == "gratitude"
    line = '{"conversation": "1", "text": "감사합니다"}\n'
    assert run_here("answer", str(shop_folder), typed=line).code == 0
    assert len(opened) == 2 and len(set(opened)) == 1
    assert opened[0] != real(TrainedReader, None, vectors=False).name


def test_training_needs_its_extra_and_says_so_before_anything_else(
    run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dajeong.learning.training.find_spec", lambda name: None)
    refused = run_here("train", "--labels", "gone.tsv")
    assert refused.code == 1 and "pip install 'dajeong[learn]'" in refused.err


def test_the_time_of_a_version_is_the_clocks(run_here: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dajeong.app.system_clock", lambda: NOON)
    name = trained(run_here)
    assert name.startswith("2026-11-23-")
    assert "2026-11-23 03:00" in run_here("models", "list").out
