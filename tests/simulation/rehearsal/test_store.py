"""A rehearsal's folder: nothing finished is lost, nothing is mixed up, and the same conversations are the same file."""

import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from dajeong.simulation.rehearsal import Result, RunFolder
from dajeong.simulation.rehearsal.store import NotKept, OtherRehearsal, RehearsalInUse, is_run_folder, kept_in
from tests.simulation.rehearsal.small_rehearsal import played, programme

READER = "light/shipped"


def folder(place: Path, seed: int = 1, **more: bool) -> RunFolder:
    return RunFolder(place, programme(seed=seed), READER, **more)


def filled(place: Path, results: Sequence[Result]) -> Path:
    with folder(place) as run:
        for each in results:
            run.keep(each)
        return run.finish()


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """No file can grow beyond ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_was_kept_is_there_again_as_it_was(tmp_path: Path) -> None:
    filled(tmp_path / "run", played())
    with folder(tmp_path / "run") as run:
        assert tuple(run.kept()) == played()
    assert is_run_folder(tmp_path / "run") and not is_run_folder(tmp_path)


def test_the_same_conversations_are_the_same_file_in_whatever_order_they_ended(tmp_path: Path) -> None:
    one = filled(tmp_path / "one", played())
    other = filled(tmp_path / "other", played()[::-1])
    assert one.read_bytes() == other.read_bytes()


def test_the_file_is_in_the_order_of_the_numbers_and_can_be_counted(tmp_path: Path) -> None:
    file = filled(tmp_path / "run", played()[::-1])
    rows = duckdb.execute(f"SELECT number, customer, turns, reached, lines FROM '{file}'").fetchall()
    assert [(row[0], row[1], row[2], row[3]) for row in rows] == [
        (each.number, each.customer, each.turns, each.reached) for each in played()
    ]
    said = duckdb.execute(f"SELECT json_extract_string(lines, '$[0].text') FROM '{file}' WHERE number = 0").fetchall()
    assert said == [(played()[0].lines[0].text,)]


def test_the_columns_are_the_same_whatever_is_in_them(tmp_path: Path) -> None:
    bare = played()[0].model_copy(update={"stood_at": None, "verdicts": (), "steps": ()})
    files = [filled(tmp_path / "all", played()), filled(tmp_path / "bare", [bare])]
    one, other = (duckdb.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall() for file in files)
    assert one == other


def test_a_torn_last_line_is_taken_out_and_what_follows_is_whole(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole", played())
    spool = tmp_path / "run" / "conversations.jsonl"
    filled(tmp_path / "run", played()[:5])
    with spool.open("ab") as file:
        file.write(played()[5].model_dump_json().encode()[:-40])
    assert len(list(kept_in(tmp_path / "run"))) == 5
    assert filled(tmp_path / "run", played()[5:]).read_bytes() == whole.read_bytes()


def test_what_a_crash_left_between_the_lines_is_taken_out(tmp_path: Path) -> None:
    filled(tmp_path / "run", played()[:2])
    spool = tmp_path / "run" / "conversations.jsonl"
    with spool.open("ab") as file:
        file.write(b"\0" * 512 + b'\n{"number": 3}\n')
    filled(tmp_path / "run", played()[2:])
    with folder(tmp_path / "run") as run:
        assert tuple(run.kept()) == played()
        assert duckdb.execute(f"SELECT number FROM '{run.finish()}'").fetchall() == [(each,) for each in range(12)]


def test_a_folder_of_another_rehearsal_is_refused_and_left_alone(tmp_path: Path) -> None:
    filled(tmp_path / "run", played())
    with pytest.raises(OtherRehearsal, match="another seed"), folder(tmp_path / "run", seed=2):
        pass
    (tmp_path / "run" / "programme.json").write_text("[]")
    with pytest.raises(OtherRehearsal), folder(tmp_path / "run"):
        pass
    assert tuple(kept_in(tmp_path / "run")) == played()


def test_who_asks_for_it_begins_anew_in_a_folder(tmp_path: Path) -> None:
    filled(tmp_path / "run", played())
    with folder(tmp_path / "run", seed=2, again=True) as run:
        assert not list(run.kept())
    assert not (tmp_path / "run" / "conversations.parquet").exists()


def test_two_do_not_play_into_one_folder_at_once(tmp_path: Path) -> None:
    with folder(tmp_path / "run") as run:
        run.keep(played()[0])
        with pytest.raises(RehearsalInUse, match="Wait for it"), folder(tmp_path / "run", again=True):
            pass
        run.keep(played()[1])
    with folder(tmp_path / "run") as run:
        assert tuple(run.kept()) == played()[:2]


def test_a_full_disk_is_one_sentence_loses_nothing_and_the_rehearsal_goes_on_after_room_is_made(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole", played())
    sizes = [len(each.model_dump_json().encode()) + 1 for each in played()]
    with disk_of(sum(sizes[:4]) + 100), folder(tmp_path / "run") as run:
        for each in played()[:4]:
            run.keep(each)
        with pytest.raises(NotKept, match=r"cannot be written \(File too large\).*kept.*go on"):
            run.keep(played()[4])
    assert (tmp_path / "run" / "conversations.jsonl").stat().st_size == sum(sizes[:4])
    assert tuple(kept_in(tmp_path / "run")) == played()[:4]
    assert filled(tmp_path / "run", played()[4:]).read_bytes() == whole.read_bytes()


def test_a_disk_full_at_the_very_end_leaves_no_half_a_file(tmp_path: Path) -> None:
    with folder(tmp_path / "run") as run:
        for each in played():
            run.keep(each)
        with disk_of(200), pytest.raises(NotKept):
            run.finish()
        assert {each.name for each in run.path.iterdir()} == {"conversations.jsonl", "programme.json"}
        assert duckdb.execute(f"SELECT number FROM '{run.finish()}'").fetchall() == [(each,) for each in range(12)]


def test_a_place_where_no_folder_can_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotKept, match="cannot be written"), folder(tmp_path / "file" / "run"):
        pass
