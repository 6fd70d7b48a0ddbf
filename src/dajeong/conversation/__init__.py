"""What happened: events, the conversation they fold into, readings and mood. Pure."""

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import Event, Recorded
from dajeong.conversation.fold import after, fold
from dajeong.conversation.inbox import InboxRow, inbox_row
from dajeong.conversation.mood import Mood

__all__ = ["Conversation", "Event", "InboxRow", "Mood", "Recorded", "after", "fold", "inbox_row"]
