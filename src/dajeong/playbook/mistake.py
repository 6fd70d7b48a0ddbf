"""A mistake in what a team wrote beside its playbook: where it stands, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that cannot be, and where it stands; lines count from 1. ``about``: the id of what it is part of, where it has one."""

    file: str
    line: int
    message: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
