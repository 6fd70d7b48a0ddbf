"""What a runtime refuses, each with what to do."""

from typing import ClassVar

from dajeong.errors import DajeongError


class UnknownConversation(DajeongError):
    """There is no such conversation."""

    code: ClassVar[str] = "unknown_conversation"
    status: ClassVar[int] = 404


class ConversationOver(DajeongError):
    """The conversation is closed; a new one can be opened."""

    code: ClassVar[str] = "conversation_closed"
    status: ClassVar[int] = 409
