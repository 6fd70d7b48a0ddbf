"""Two versions of a playbook compared in words: what a writer would say has changed. Pure."""

from dajeong.playbook.comparison.change import Change
from dajeong.playbook.comparison.compare import compare

__all__ = ["Change", "compare"]
