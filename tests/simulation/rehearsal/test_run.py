"""A rehearsal is played by processes that may die; whatever happens to them, every conversation is played once."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import pytest

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal import Result, rehearse
from dajeong.simulation.rehearsal.run import PlayersDied, handed_out, play_for
from dajeong.understanding import TrainedReader
from tests.simulation.rehearsal.played import result
from tests.simulation.rehearsal.small_rehearsal import deadly, light, played, recipe


class NoSuchReader(DajeongError):
    """What keeps a worker from reading."""


def missing() -> TrainedReader:
    raise NoSuchReader("The reader is not here.")


def as_bytes(results: list[Result]) -> list[str]:
    return [each.model_dump_json() for each in sorted(results, key=lambda each: each.number)]


def test_processes_play_what_one_plays_alone_byte_for_byte() -> None:
    found = list(rehearse(recipe(), range(12), workers=2))
    assert as_bytes(found) == as_bytes(list(played()))


def test_only_the_numbers_that_are_left_are_played() -> None:
    assert sorted(each.number for each in rehearse(recipe(), [3, 11], workers=1)) == [3, 11]


def test_a_killed_worker_loses_no_finished_conversation_and_the_rest_is_played() -> None:
    playing = rehearse(recipe(24), range(24), workers=2)
    found = list(islice(playing, 3))
    victim = multiprocessing.active_children()[0]
    assert victim.pid is not None
    os.kill(victim.pid, signal.SIGKILL)
    found += playing
    assert [each.number for each in sorted(found, key=lambda each: each.number)] == list(range(24))
    assert as_bytes(found) == as_bytes(list(played(24)))


def test_players_who_do_not_stop_dying_are_told_and_not_started_for_ever() -> None:
    with pytest.raises(PlayersDied, match="--workers 1"):
        list(rehearse(recipe(make_reader=deadly), range(4), workers=1))


def test_what_keeps_a_worker_from_reading_is_told_as_it_is() -> None:
    with pytest.raises(NoSuchReader, match="not here"):
        list(rehearse(recipe(make_reader=missing), range(2), workers=1))


def test_who_stops_listening_leaves_no_process_behind() -> None:
    before = set(multiprocessing.active_children())
    playing = rehearse(recipe(40), range(40), workers=2)
    next(playing)
    playing.close()
    assert set(multiprocessing.active_children()) <= before


def test_several_threads_of_a_process_play_the_same_conversations() -> None:
    told = recipe()
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: play_for(told, number), range(12)))
    assert as_bytes(found) == as_bytes(list(played()))


def test_a_process_changes_from_one_rehearsal_to_another() -> None:
    one, other = recipe(seed=1), recipe(seed=2)
    found = [play_for(one, 0), play_for(other, 0), play_for(one, 0)]
    assert found[0] == found[2] == played(seed=1)[0] and found[1] == played(seed=2)[0]


def test_a_slow_disk_does_not_hold_the_players_but_for_what_is_handed_out_ahead() -> None:
    finished: list[int] = []
    ahead_is_done = threading.Event()

    def play(number: int) -> Result:
        finished.append(number)
        if len(finished) == 8:
            ahead_is_done.set()
        return result(number)

    with ThreadPoolExecutor(2) as players:
        results = handed_out(lambda number: players.submit(play, number), range(50), 8)
        first = next(results)
        # While the first is kept nobody asks for more, and still all that was handed out is played.
        assert ahead_is_done.wait(10) and len(finished) <= 8
        assert {first.number, *(each.number for each in results)} == set(range(50))


def test_what_ended_well_beside_a_failure_is_handed_over_first() -> None:
    futures: list[Future[Result]] = [Future() for _ in range(3)]
    futures[0].set_exception(NoSuchReader("gone"))
    futures[1].set_result(result(1))
    futures[2].set_result(result(2))
    results = handed_out(lambda number: futures[number], range(3), 3)
    assert {next(results).number, next(results).number} == {1, 2}
    with pytest.raises(NoSuchReader):
        next(results)


def test_a_small_rehearsal_needs_no_more_workers_than_conversations() -> None:
    playing = rehearse(recipe(make_reader=light), [0], workers=8)
    assert next(playing).number == 0
    assert len(multiprocessing.active_children()) == 1
    playing.close()
