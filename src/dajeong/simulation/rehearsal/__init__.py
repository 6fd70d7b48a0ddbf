"""Rehearsals: a playbook played with many made-up customers, what can be said of each, and of all together."""

from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.run import Recipe, rehearse
from dajeong.simulation.rehearsal.store import RunFolder
from dajeong.simulation.rehearsal.tally import Summary, Tally
from dajeong.simulation.rehearsal.troupe import Programme, playable

__all__ = ["Programme", "Recipe", "Result", "RunFolder", "Summary", "Tally", "playable", "rehearse"]
