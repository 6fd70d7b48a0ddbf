"""Plays rehearsals beside the server, one after another in processes of their own, and goes on where a restart left them."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import ClassVar, TypeVar

import structlog

from dajeong.app import memory_runtime
from dajeong.errors import DajeongError
from dajeong.learning.installed import models_of
from dajeong.playbook import Playbook, load_playbook
from dajeong.server.calm_player import calm_reader
from dajeong.server.rehearsal_folder import Booked, RehearsalFolder, State
from dajeong.settings import Settings
from dajeong.simulation.rehearsal import Programme, Recipe, Result, RunFolder, Summary, Tally, rehearse

K = TypeVar("K")
V = TypeVar("V")
_log = structlog.get_logger(__name__)
# Rehearsals whose conversations or files somebody looks at now.
_LOOKED_AT = 3


class NoSuchRehearsal(DajeongError):
    """There is no rehearsal of this id, or no conversation of this number in it."""

    code: ClassVar[str] = "no_such_rehearsal"
    status: ClassVar[int] = 404


class StillPlaying(DajeongError):
    """The rehearsal is not over."""

    code: ClassVar[str] = "still_playing"
    status: ClassVar[int] = 409


@dataclass(slots=True)
class _Run:
    """A rehearsal that waits or is played. ``halt`` ends it early; only one that somebody ``stopped`` is over then."""

    booked: Booked
    folder: RehearsalFolder
    tally: Tally = field(default_factory=Tally)
    lock: threading.Lock = field(default_factory=threading.Lock)
    halt: threading.Event = field(default_factory=threading.Event)
    stopped: bool = False
    playing: "Future[None] | None" = None


class Rehearsals:
    """The rehearsals of a server, each in a folder of ``settings.data``. Its methods wait for the disk: not for the loop."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self._settings = settings
        self._place = settings.data / "rehearsals"
        self._clock = clock
        self._new_id = new_id
        self._stage = ThreadPoolExecutor(1, thread_name_prefix="rehearsing")
        self._runs: OrderedDict[str, _Run] = OrderedDict()
        self._results: OrderedDict[tuple[str, int], Mapping[int, Result]] = OrderedDict()
        self._playbooks: OrderedDict[str, Playbook] = OrderedDict()

    def go_on(self) -> None:
        """Take up again what an earlier process did not finish, in the order it was asked for."""
        left = [each for each in self._all() if each.state in ("waiting", "running")]
        for booked in sorted(left, key=lambda each: each.at):
            self._enter(booked.model_copy(update={"state": "waiting"}))

    def close(self) -> None:
        """End what is played; it goes on at the next start."""
        for run in self._runs.values():
            run.halt.set()
        self._stage.shutdown(wait=True, cancel_futures=True)

    def start(self, playbook: str, of: str, files: Mapping[str, str], *, customers: int, seed: int, by: str) -> Booked:
        """Book a rehearsal of these files; it is played when its turn comes. The files are known to be playable."""
        reader = f"{self._settings.reader}/{models_of(self._settings).pointer().version}"
        booked = Booked(
            id=self._new_id(),
            playbook=playbook,
            of=of,
            customers=customers,
            seed=seed,
            by=by,
            at=self._clock(),
            reader=reader,
        )
        self._folder(booked.id).begin(booked, files)
        self._enter(booked)
        return booked

    def of(self, playbook: str) -> list[Booked]:
        """Return the rehearsals of a playbook, the newest first."""
        found = [each for each in self._all() if each.playbook == playbook]
        return sorted(found, key=lambda each: each.at, reverse=True)

    def one(self, playbook: str, id: str) -> Booked:
        """Return a rehearsal. Raises NoSuchRehearsal."""
        run = self._runs.get(id)
        booked = run.booked if run else self._folder(id).booked()
        if booked is None or booked.playbook != playbook:
            raise NoSuchRehearsal("There is no such rehearsal. It may have been deleted.")
        return booked

    def ahead(self, id: str) -> int:
        """Return how many rehearsals are played before this one; 0 when it does not wait."""
        return list(self._runs).index(id) if id in self._runs else 0

    def summary(self, playbook: str, id: str) -> Summary | None:
        """Return what a rehearsal comes to so far; None before the first conversation. Raises NoSuchRehearsal."""
        booked = self.one(playbook, id)
        design = self.playbook(playbook, id)
        if run := self._runs.get(id):
            with run.lock:
                return run.tally.summary(design) if run.booked.done else None
        folder = self._folder(id)
        found = folder.summary()
        if found is None and booked.done:
            tally = Tally()
            for result in folder.results():
                tally.add(result)
            found = tally.summary(design)
        return found

    def playbook(self, playbook: str, id: str) -> Playbook:
        """Return the playbook as it was rehearsed. Raises NoSuchRehearsal."""
        self.one(playbook, id)
        if id not in self._playbooks:
            found = load_playbook(_own(self._folder(id).files())).playbook
            assert found is not None, "What was booked can be played."
            _remember(self._playbooks, id, found)
        return self._playbooks[id]

    def files(self, playbook: str, id: str) -> dict[str, str]:
        """Return the files that were rehearsed, customers among them. Raises NoSuchRehearsal."""
        self.one(playbook, id)
        return self._folder(id).files()

    def results(self, playbook: str, id: str) -> Mapping[int, Result]:
        """Return the conversations so far by their number, in its order. Raises NoSuchRehearsal."""
        key = id, self.one(playbook, id).done
        if key not in self._results:
            found = {each.number: each for each in self._folder(id).results()}
            _remember(self._results, key, dict(sorted(found.items())))
        return self._results[key]

    def stop(self, playbook: str, id: str) -> Booked:
        """End a rehearsal before it is done; what was played is kept. Raises NoSuchRehearsal."""
        booked = self.one(playbook, id)
        if run := self._runs.get(id):
            run.stopped = True
            run.halt.set()
            if run.playing is not None and run.playing.cancel():
                # It was not its turn yet.
                self._leave(run, "stopped")
            return booked.model_copy(update={"state": "stopped"})
        return booked

    def delete(self, playbook: str, id: str) -> None:
        """Delete a rehearsal that is over. Raises NoSuchRehearsal, StillPlaying."""
        self.one(playbook, id)
        if id in self._runs:
            raise StillPlaying("This rehearsal is still being played. Stop it first.")
        self._folder(id).delete()

    def _all(self) -> list[Booked]:
        if not self._place.is_dir():
            return []
        ids = [path.name for path in self._place.iterdir() if path.is_dir()]
        found = [self._runs[id].booked if id in self._runs else self._folder(id).booked() for id in ids]
        return [each for each in found if each is not None]

    def _folder(self, id: str) -> RehearsalFolder:
        return RehearsalFolder(self._place / id)

    def _enter(self, booked: Booked) -> None:
        run = _Run(booked, self._folder(booked.id))
        self._runs[booked.id] = run
        run.playing = self._stage.submit(self._perform, run)

    def _perform(self, run: _Run) -> None:
        """Play one rehearsal from where it is to its end, or until it is halted."""
        state: State = "finished"
        problem = None
        try:
            if not run.halt.is_set():
                self._book(run, state="running")
                self._play(run)
            if run.halt.is_set() and run.booked.done < run.booked.customers:
                # Halted by the end of the server it waits, and goes on at the next start.
                state = "stopped" if run.stopped else "waiting"
        except DajeongError as error:
            state, problem = "broke", error.code
        except Exception as error:
            _log.error("rehearsal.broke", playbook=run.booked.playbook, error=type(error).__name__)
            state, problem = "broke", "broken"
        self._leave(run, state, problem)

    def _leave(self, run: _Run, state: State, problem: str | None = None) -> None:
        self._book(run, state=state, problem=problem)
        if state != "waiting":
            self._runs.pop(run.booked.id, None)

    def _play(self, run: _Run) -> None:
        booked = run.booked
        programme = Programme(files=_played(run.folder.files()), customers=booked.customers, seed=booked.seed)
        recipe = Recipe(booked.id, programme, partial(calm_reader, self._settings), memory_runtime)
        with RunFolder(run.folder.path, programme, booked.reader) as folder:
            finished = set()
            for result in folder.kept():
                finished.add(result.number)
                self._count(run, result)
            left = [number for number in range(booked.customers) if number not in finished]
            playing = rehearse(recipe, left, workers=_workers())
            try:
                for result in playing:
                    folder.keep(result)
                    self._count(run, result)
                    if run.halt.is_set():
                        break
            finally:
                playing.close()
            if run.booked.done == booked.customers:
                folder.finish()
        if run.booked.done:
            run.folder.summarise(run.tally.summary(self.playbook(booked.playbook, booked.id)))

    def _count(self, run: _Run, result: Result) -> None:
        with run.lock:
            run.tally.add(result)
            done = run.booked.done + 1
            shares = {
                name: ((getattr(run.booked, name) or 0.0) * (done - 1) + hit) / done
                for name, hit in (
                    ("goal_success", result.judged("goal_reached") == "passed"),
                    ("left_in_anger", result.judged("left_in_anger") == "failed"),
                )
            }
            run.booked = run.booked.model_copy(update={"done": done, **shares})

    def _book(self, run: _Run, *, state: State, problem: str | None = None) -> None:
        with run.lock:
            run.booked = run.booked.model_copy(update={"state": state, "problem": problem})
        # Counted again from what is kept when it goes on.
        kept = run.booked.model_copy(update={"done": 0, "goal_success": None, "left_in_anger": None})
        run.folder.book(kept if state in ("waiting", "running") else run.booked)


def _workers() -> int:
    """Return on how many cores is played: one stays with the customers."""
    return max(1, (os.cpu_count() or 1) - 1)


def _played(files: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if not path.startswith("tests/")}


def _own(files: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if not path.startswith(("customers/", "tests/"))}


def _remember(kept: OrderedDict[K, V], key: K, value: V) -> None:
    kept[key] = value
    while len(kept) > _LOOKED_AT:
        kept.popitem(last=False)
