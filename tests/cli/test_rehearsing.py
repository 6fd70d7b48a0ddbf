"""`dajeong rehearse`: whatever happens to it, nothing finished is lost, and the same command goes on to the same end."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dajeong.understanding import TrainedReader
from tests.cli.conftest import Run
from tests.simulation.rehearsal.small_rehearsal import FILES

CUSTOMERS = 60
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader.load(vectors=False)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("playbooks") / "shop"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def start(shop: Path) -> Start:
    """Starts a rehearsal of the shop into a folder, in a process of its own."""

    def started(out: Path, *more: str, largest_file: int | None = None) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "dajeong.cli", "rehearse", str(shop), "--customers", str(CUSTOMERS)]
        command += ["--workers", "1", "--out", str(out), *more]
        if largest_file is not None:
            command = ["prlimit", f"--fsize={largest_file}", *command]
        return subprocess.Popen(
            command,
            cwd=shop.parent,
            env={**os.environ, "DAJEONG_READER": "light", "DAJEONG_DATA": str(shop.parent / "data")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return started


@pytest.fixture(scope="module")
def undisturbed(start: Start, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, bytes]:
    """Standard output, standard error and the Parquet of a run that nothing happened to."""
    out = tmp_path_factory.mktemp("runs") / "undisturbed"
    said, complained = start(out, "--json").communicate(timeout=120)
    return said, complained, (out / "conversations.parquet").read_bytes()


def until_kept(out: Path, many: int, process: "subprocess.Popen[str]") -> None:
    spool = out / "conversations.jsonl"
    while not (spool.exists() and spool.read_bytes().count(b"\n") >= many):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def until_gone(group: int) -> None:
    until = time.monotonic() + 10
    while processes_of(group):
        assert time.monotonic() < until, "The players outlived who started them."
        time.sleep(0.05)


def processes_of(group: int) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = place.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state != "Z":
            found.append(int(place.parent.name))
    return found


def test_json_is_one_object_on_standard_output_and_nothing_else(undisturbed: tuple[str, str, bytes]) -> None:
    said, complained, _ = undisturbed
    assert said.count("\n") == 1 and complained == ""
    told = json.loads(said)
    assert told["conversations"] == CUSTOMERS and told["turns_per_second_per_core"] > 0
    assert 0 <= told["goal_success"] <= 1 and 0 <= told["left_in_anger"] <= 1
    assert all(sum(counts.values()) == CUSTOMERS for counts in told["verdicts"].values())


def test_a_rehearsal_killed_outright_goes_on_and_ends_as_if_nothing_had_happened(
    start: Start, undisturbed: tuple[str, str, bytes], tmp_path: Path
) -> None:
    first = start(tmp_path / "run")
    until_kept(tmp_path / "run", 5, first)
    first.kill()
    first.communicate()
    until_gone(first.pid)
    assert not (tmp_path / "run" / "conversations.parquet").exists()
    said, complained = start(tmp_path / "run", "--json").communicate(timeout=120)
    assert (tmp_path / "run" / "conversations.parquet").read_bytes() == undisturbed[2], complained
    shares = ("goal_success", "left_in_anger", "verdicts", "heat", "coverage", "worst")
    before, after = json.loads(undisturbed[0]), json.loads(said)
    assert {name: after[name] for name in shares} == {name: before[name] for name in shares}


def test_one_conversation_is_shown_with_what_went_wrong_in_it_and_nothing_is_played_again(
    start: Start, undisturbed: tuple[str, str, bytes]
) -> None:
    told = json.loads(undisturbed[0])
    worst = told["worst"][0]
    said, _ = start(Path(told["folder"]), "--show", str(worst["number"])).communicate(timeout=120)
    assert f"Conversation {worst['number']}: {worst['customer']}" in said and "customer" in said
    assert "0 played now" in said and said.count("They ") == len(worst["failed"])


def test_ctrl_c_ends_it_cleanly_and_says_how_to_go_on(start: Start, tmp_path: Path) -> None:
    process = start(tmp_path / "run")
    until_kept(tmp_path / "run", 5, process)
    os.killpg(process.pid, signal.SIGINT)
    _, complained = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "the same command goes on" in complained and "Traceback" not in complained
    until_gone(process.pid)
    assert (tmp_path / "run" / "conversations.jsonl").read_bytes().endswith(b"\n")


def test_a_full_disk_is_one_sentence_and_the_same_command_goes_on_after_room_is_made(
    start: Start, undisturbed: tuple[str, str, bytes], tmp_path: Path
) -> None:
    process = start(tmp_path / "run", largest_file=70_000)
    said, complained = process.communicate(timeout=120)
    assert (process.returncode, said) == (1, "")
    assert complained.count("\n") == 1 and "cannot be written (File too large)" in complained
    spool = (tmp_path / "run" / "conversations.jsonl").read_bytes()
    kept = spool.count(b"\n")
    assert spool.endswith(b"\n") and 10 < kept < CUSTOMERS
    said, _ = start(tmp_path / "run").communicate(timeout=120)
    assert f"{kept} kept from before" in " ".join(said.split())
    assert (tmp_path / "run" / "conversations.parquet").read_bytes() == undisturbed[2]


def test_two_at_once_do_not_play_into_one_folder(run: Run, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    held = os.open(tmp_path / "run", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    ran = run("rehearse", str(shop), "--out", str(tmp_path / "run"))
    os.close(held)
    assert ran.code == 1 and "Another process is playing into" in ran.err


def test_a_folder_of_another_rehearsal_is_refused(run: Run, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "programme.json").write_text('{"digest": "another"}')
    ran = run("rehearse", str(shop), "--out", str(tmp_path / "run"))
    assert ran.code == 1 and "holds a rehearsal of another playbook" in ran.err


def test_nobody_to_play_with_is_refused(run: Run, shop: Path) -> None:
    ran = run("rehearse", str(shop), "--customers", "0")
    assert ran.code != 0 and "--customers" in ran.err and "Traceback" not in ran.err


def test_a_folder_that_is_not_there_is_named(run: Run) -> None:
    ran = run("rehearse", "nowhere")
    assert ran.code == 1 and "There is no folder nowhere" in ran.err


def test_no_scheduler_is_named(run: Run, shop: Path) -> None:
    ran = run("rehearse", str(shop), "--cluster", "somewhere")
    assert ran.code == 1 and "tcp://" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("scenarios/refund.yaml", "otherwise: confirm", "otherwise: nowhere", "scenarios/refund.yaml:14: "),
        ("customers/some.yaml", "done: [request_refund]", "done: [call_back]", "customers/some.yaml:12: The goal is impossible"),
        ("customers/some.yaml", "phone: 010", "fax: 010", "customers/some.yaml:26: The playbook has no slot 'fax'"),
        (
            "customers/some.yaml",
            'order_number: "4417"',
            'order_number: {value: "4417", after: phone}, phone: {value: "1", after: order_number}',
            "customers/some.yaml:5: The agenda goes round in a circle",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_played_is_told_with_file_line_and_sentence(
    run: Run, tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    assert old in FILES[file]
    for path, text in {**FILES, file: FILES[file].replace(old, new, 1)}.items():
        (tmp_path / "broken" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "broken" / path).write_text(text, encoding="utf-8")
    ran = run("rehearse", "broken")
    assert ran.code == 1 and told in ran.err, ran.err
    assert not (tmp_path / ".state").exists()
