"""How customers reach us."""

from dajeong.channels.chat_events import ChatEvent, ChatMessage
from dajeong.channels.web_chat import NotYours, Opened, WebChat

__all__ = ["ChatEvent", "ChatMessage", "NotYours", "Opened", "WebChat"]
