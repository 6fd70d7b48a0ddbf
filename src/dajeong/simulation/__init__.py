"""Rehearsals: conversations through the very same turn, in memory and on a clock of their own."""

from dajeong.simulation.as_if import AsIfFelt
from dajeong.simulation.stage import Exchange, Stage, VirtualClock
from dajeong.simulation.storytelling import story_of, tell
from dajeong.simulation.verdict import unmet

__all__ = ["AsIfFelt", "Exchange", "Stage", "VirtualClock", "story_of", "tell", "unmet"]
