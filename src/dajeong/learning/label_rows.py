"""What labelling asks of the place where labels are kept; storage fits it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, TypedDict, Unpack

from dajeong.conversation.labelling import KeptLabel, QueueRow, Reason, Whose
from dajeong.conversation.reading import Emotion, Language


class Listed(TypedDict):
    """Which list is asked for; see `LabelRows.page`."""

    by: str
    whose: Whose
    most_of_one: int
    bonus: Mapping[Emotion, int]
    reason: Reason | None
    language: Language | None
    playbook: str | None


class LabelRows(Protocol):
    """Where labels are kept, beside the queue they answer."""

    async def page(
        self,
        *,
        by: str,
        whose: Whose,
        most_of_one: int,
        bonus: Mapping[Emotion, int],
        reason: Reason | None = None,
        language: Language | None = None,
        playbook: str | None = None,
        after: tuple[int, str, int] | None = None,
        limit: int = 20,
    ) -> list[tuple[int, QueueRow]]:
        """Return (score, row), the highest score first."""
        ...

    async def total(self, **listed: Unpack[Listed]) -> int:
        """Return how many rows all pages of a list have together."""
        ...

    async def row(self, conversation: str, version: int) -> QueueRow | None:
        """Return one row of the queue."""
        ...

    async def reasons(self) -> dict[tuple[Reason, ...], int]:
        """Return how many messages are in the queue, by their reasons."""
        ...

    async def emotions(self) -> Mapping[Emotion, int]:
        """Return how many labels name each emotion."""
        ...

    async def read_as(self) -> Mapping[tuple[str, int], Emotion]:
        """Return the emotion that was read in each message of the queue with a label."""
        ...

    async def put(self, label: KeptLabel) -> None:
        """Keep a label, in place of the same person's earlier one."""
        ...

    async def take_back(self, conversation: str, version: int, by: str) -> bool:
        """Remove a label; return whether there was one."""
        ...

    async def labels(self, *, conversation: str | None = None, since: datetime | None = None) -> list[KeptLabel]:
        """Return labels in the order of their places."""
        ...
