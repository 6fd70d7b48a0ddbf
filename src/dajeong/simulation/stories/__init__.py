"""Stories as tests: whole conversations that must go as they are told, and one for every empathy policy."""

from dajeong.simulation.stories.junit import junit
from dajeong.simulation.stories.outcome import Outcome
from dajeong.simulation.stories.running import Run, run_stories
from dajeong.simulation.stories.telling import conversation
from dajeong.simulation.stories.theatre import Theatre
from dajeong.simulation.stories.updating import can_be_updated, updated

__all__ = ["Outcome", "Run", "Theatre", "can_be_updated", "conversation", "junit", "run_stories", "updated"]
