"""Sets a stage: a runtime in memory for a design that is built already, with a clock that begins where it is told to."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import datetime
from itertools import count
from typing import Protocol

from dajeong.playbook.story import SystemAnswer
from dajeong.runtime import Actions, Runtime
from dajeong.runtime.design import Design
from dajeong.simulation.as_if import AsIfFelt
from dajeong.simulation.example_actions import ExampleActions
from dajeong.simulation.stage import Stage, VirtualClock
from dajeong.trust.personal_data import Searcher
from dajeong.understanding.reader import EncodingReader


class MakeRuntime(Protocol):
    """Makes a runtime in memory."""

    def __call__(
        self,
        playbooks: Mapping[str, Mapping[str, str]],
        actions: Actions,
        *,
        reader: EncodingReader,
        threads: Executor,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        scanner: Searcher | None,
    ) -> Runtime:
        """Return a runtime with these playbooks, with the very same turn as everywhere."""
        ...


def set_stage(
    make: MakeRuntime,
    design: Design,
    files: Mapping[str, str],
    *,
    ear: AsIfFelt,
    start: datetime,
    threads: Executor,
    systems: Mapping[str, SystemAnswer] | None = None,
    instead: Callable[[Actions], Actions] = lambda examples: examples,
    scanner: Searcher | None = None,
) -> Stage:
    """Return a stage for ``design``, which is that of ``files``, at ``start``.

    Business systems answer as ``systems`` say and by their examples otherwise; the time they take passes on the clock. ``instead``
    may put others in their place. ``scanner`` looks for personal data instead of the standard one.
    """
    clock, numbers, name = VirtualClock(start), count(1), design.playbook.name
    runtime = make(
        {name: files},
        instead(ExampleActions(systems, clock.forward)),
        reader=ear,
        threads=threads,
        clock=clock,
        new_id=lambda: f"id{next(numbers)}",
        scanner=scanner,
    )
    runtime.designs.adopt(design)
    return Stage(runtime, clock, name, ear)
