"""`dajeong compare`: two versions of a playbook, or two rehearsals that were played, by the same customers."""

import json
from pathlib import Path

import pytest

from dajeong.simulation.rehearsal import Programme, Result, RunFolder
from tests.cli.conftest import Run
from tests.simulation.rehearsal.played import result
from tests.simulation.rehearsal.small_rehearsal import FILES


def written(folder: Path, files: dict[str, str]) -> str:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return str(folder)


def kept(folder: Path, results: list[Result]) -> str:
    with RunFolder(folder, Programme(files={}, customers=len(results), seed=1), "light") as run_folder:
        for each in results:
            run_folder.keep(each)
    return str(folder)


def test_two_rehearsals_are_compared_as_they_were_played(run: Run, tmp_path: Path) -> None:
    one = kept(tmp_path / "one", [result(number, "goal_reached") for number in range(20)])
    other = kept(
        tmp_path / "other", [result(number, *(("asked_twice",) if number == 7 else ())) for number in range(20)]
    )
    said = run("compare", one, other)
    assert said.code == 0, said.err
    assert "20 conversations" in said.out and "Better: goal_reached." in said.out and "Worse: nothing." in said.out
    assert "7 (somebody_1: asked_twice worse)" in said.out


def test_with_json_everything_is_one_object(run: Run, tmp_path: Path) -> None:
    one = kept(tmp_path / "one", [result(number) for number in range(20)])
    other = kept(tmp_path / "other", [result(number, "left_in_anger") for number in range(20)])
    told = json.loads(run("compare", one, other, "--json").out)
    shift = told["failed"]["left_in_anger"]
    assert told["worse"] == ["left_in_anger"] and told["left_out"] == []
    assert shift["difference"] == 1 and 0 < shift["low"] < shift["high"]
    assert len(told["flips"]) == 20


def test_two_versions_of_a_playbook_are_played_by_the_customers_of_the_second(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAJEONG_READER", "light")
    sound = written(tmp_path / "sound", FILES)
    scenario = next(path for path in FILES if path.startswith("scenarios/") and "request_refund" in FILES[path])
    broken = {path: text for path, text in FILES.items() if not path.startswith("customers/")}
    broken[scenario] = broken[scenario].replace("request_refund", "find_order")
    said = run("compare", written(tmp_path / "broken", broken), sound, "--customers", "4", "--workers", "1")
    assert said.code == 0, said.err
    assert "4 conversations with the same customers" in said.out
    assert "Left out of both: sends_back. The goal is impossible" in said.out


def test_a_playbook_and_a_rehearsal_are_not_compared(run: Run, tmp_path: Path) -> None:
    said = run("compare", written(tmp_path / "shop", FILES), kept(tmp_path / "one", [result(0)]))
    assert said.code == 1 and "two playbooks, or two rehearsals" in said.err
