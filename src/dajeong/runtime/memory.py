"""Conversations kept folded while they are warm, so that a turn reads only what is new."""

from collections import OrderedDict

from dajeong.conversation import Conversation, after
from dajeong.storage import EventLog

WARM = 2_000


class Memory:
    """The newest fold of the conversations used last. The log stays the truth: a conflict reads on from it."""

    def __init__(self, log: EventLog, size: int = WARM) -> None:
        self._log = log
        self._size = size
        self._warm: OrderedDict[str, Conversation] = OrderedDict()

    async def load(self, conversation: str) -> Conversation:
        """Return the conversation folded, from memory or from the log; version 0 when it is unknown."""
        kept = self._warm.get(conversation)
        return kept if kept is not None else await self.reload(conversation)

    async def reload(self, conversation: str) -> Conversation:
        """Return the conversation with everything the log holds by now."""
        c = self._warm.get(conversation) or Conversation(conversation)
        for each in await self._log.read(conversation, after=c.version):
            c = after(c, each.event, each.at)
        self.keep(c)
        return c

    def keep(self, conversation: Conversation) -> None:
        """Remember a fold, unless a newer one is known."""
        kept = self._warm.get(conversation.id)
        if conversation.version and (kept is None or kept.version < conversation.version):
            self._warm[conversation.id] = conversation
        if conversation.id in self._warm:
            self._warm.move_to_end(conversation.id)
        while len(self._warm) > self._size:
            self._warm.popitem(last=False)

    def forget(self, conversation: str) -> None:
        """Drop a fold, because the words in it were blanked."""
        self._warm.pop(conversation, None)
