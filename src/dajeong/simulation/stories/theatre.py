"""Where the stories of a playbook are played: each on a stage of its own, on a fixed day, with systems that touch nothing real."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dajeong.playbook import read_folder
from dajeong.playbook.actions import Action
from dajeong.playbook.story import Story, SystemAnswer
from dajeong.runtime import Actions, WorkerActions
from dajeong.runtime.actions import Answer
from dajeong.runtime.design import build_design
from dajeong.simulation.as_if import AsIfFelt, Readings
from dajeong.simulation.inline import Inline
from dajeong.simulation.playing import Playing
from dajeong.simulation.stage import morning_of
from dajeong.simulation.staging import MakeRuntime, set_stage
from dajeong.understanding.reader import EncodingReader

# A Monday: stories that name no day are all of this one, so that they go tomorrow as they go today.
USUAL_DAY = date(2026, 11, 23)


class Theatre:
    """Stages for one playbook. ``actions`` is the Python file that performs them; without one they answer with their examples."""

    def __init__(
        self,
        files: Mapping[str, str],
        reader: EncodingReader,
        make: MakeRuntime,
        *,
        actions: Path | None = None,
        day: date = USUAL_DAY,
    ) -> None:
        self.files = files
        self._reader = reader
        self._readings = Readings()
        self._make = make
        self._source = actions
        self._day = day
        self.design = build_design(files, reader.encoder)

    @classmethod
    def of_folder(cls, path: Path, reader: EncodingReader, make: MakeRuntime, *, day: date = USUAL_DAY) -> "Theatre":
        """Return one for the playbook in a folder, with the actions that lie beside it. Raises PlaybookUnusable."""
        source = path.resolve() / "actions.py"
        return cls(read_folder(path), reader, make, actions=source if source.exists() else None, day=day)

    @asynccontextmanager
    async def playing(self, story: Story, *, by_example: bool = False) -> AsyncIterator[Playing]:
        """Yield a fresh stage for a story; ``by_example``: its actions answer with their examples in any case."""
        day = story.day or self._day
        if self._source is None or by_example:
            yield self._playing(story)
            return
        name = self.design.playbook.name
        with TemporaryDirectory(prefix="dajeong-story-") as data:
            environment = {"DAJEONG_ACTIONS_DATA": data, "DAJEONG_ACTIONS_TODAY": day.isoformat()}
            # A process of their own for each story: nothing one did is known to the next.
            real = WorkerActions({name: str(self._source)}, environment=environment)
            try:
                yield self._playing(story, lambda examples: _Instead(story.systems, examples, real))
            finally:
                await real.close()

    def _playing(self, story: Story, instead: Callable[[Actions], Actions] = lambda examples: examples) -> Playing:
        stage = set_stage(
            self._make,
            self.design,
            self.files,
            ear=AsIfFelt(self._reader, self._readings),
            start=morning_of(story.day or self._day, self.design.zone),
            threads=Inline(),
            systems=story.systems,
            instead=instead,
        )
        return Playing(stage, self.design)


class _Instead:
    """Real systems, but for those whose answer the story names."""

    def __init__(self, systems: Mapping[str, SystemAnswer], named: Actions, real: Actions) -> None:
        self._systems = systems
        self._named = named
        self._real = real

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """As `Actions.call`."""
        answering = self._named if action is not None and action.name in self._systems else self._real
        return await answering.call(playbook, action, key, inputs)
