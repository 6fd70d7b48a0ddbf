"""The follower that keeps the list of conversations and the index of their words up with the log."""

from collections.abc import Mapping, Sequence

from dajeong.conversation import Conversation, Recorded, after
from dajeong.conversation.summary import SPOKEN, summary
from dajeong.language.grams import MOST_GRAMS, grams
from dajeong.runtime.follower import Follower
from dajeong.storage import EventLog
from dajeong.storage.search import Listed, SearchStore


class Listing:
    """One conversation as the list has it, event by event."""

    def __init__(self, first: Recorded) -> None:
        self._number = first.position
        self._state = Conversation(first.conversation)
        # Each gram once, in the order they were said.
        self._grams: dict[str, None] = {}

    @property
    def version(self) -> int:
        """Up to where it is known."""
        return self._state.version

    def add(self, recorded: Recorded) -> None:
        """Take in the next event."""
        self._state = after(self._state, recorded.event, recorded.at)
        if isinstance(recorded.event, SPOKEN):
            self._grams |= dict.fromkeys(grams(recorded.event.text))

    def listed(self) -> Listed:
        """Return what is kept of it for lists and search; no words of a customer who is forgotten."""
        words = () if self._state.forgotten else tuple(self._grams)[:MOST_GRAMS]
        return Listed(self._number, summary(self._state), words)


class SearchList(Follower[Listing]):
    """Follows the log for the studio's list of conversations."""

    name = "search/2"
    gather = 1.0

    def __init__(self, log: EventLog, rows: SearchStore) -> None:
        super().__init__(log, rows)
        self._rows = rows

    def _begin(self, first: Recorded) -> Listing:
        return Listing(first)

    async def _write(self, followed: Mapping[str, Listing], *, before: int, now: int) -> bool:
        rows = [each.listed() for each in followed.values()]
        return await self._rows.advance(self.name, before=before, now=now, listed=rows)


def listed(events: Sequence[Recorded]) -> Listed:
    """Return what is kept of a conversation for lists and search, from all of its events in order."""
    listing = Listing(events[0])
    for each in events:
        listing.add(each)
    return listing.listed()
