"""The newest events of a log that only this process appends to, so that a follower near its end reads no disk."""

from collections import deque
from collections.abc import Sequence

from dajeong.conversation.events import Recorded

# About three kilobytes each.
REMEMBERED = 5_000


class Recent:
    """Every event above a position, by conversation. Only the event loop touches it; one that is never fed knows nothing."""

    def __init__(self, size: int = REMEMBERED) -> None:
        self._size = size
        self._above: int | None = None
        self._all: deque[Recorded] = deque()
        self._of: dict[str, deque[Recorded]] = {}

    def add(self, recorded: Sequence[Recorded]) -> None:
        """Remember what was just committed, in the order of positions."""
        if self._above is None:
            self._above = recorded[0].position - 1
        for each in recorded:
            self._all.append(each)
            self._of.setdefault(each.conversation, deque()).append(each)
        while len(self._all) > self._size:
            oldest = self._all.popleft()
            self._above = oldest.position
            own = self._of[oldest.conversation]
            own.popleft()
            if not own:
                del self._of[oldest.conversation]

    def after(self, position: int, conversation: str | None, limit: int) -> list[Recorded] | None:
        """Return the events above a position, oldest first, or None when they may not all be remembered."""
        if self._above is None or position < self._above:
            return None
        found: list[Recorded] = []
        for each in reversed(self._all if conversation is None else self._of.get(conversation, ())):
            if each.position <= position:
                break
            found.append(each)
        return found[::-1][:limit]

    def clear(self) -> None:
        """Forget everything: what is in the log was changed."""
        self._above = None
        self._all.clear()
        self._of.clear()
