"""A mistake in what a team wrote beside its playbook: where it stands, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that cannot be, and where it stands; lines count from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
