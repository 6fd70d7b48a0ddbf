"""What a customer's own screen may see of the log: words, buttons, who speaks, and nothing of why."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation import Recorded
from dajeong.conversation.events import (
    AssistantReplied,
    ConversationClosed,
    CustomerForgotten,
    CustomerWrote,
    HolderChanged,
    TeammateWrote,
)
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import Holder
from dajeong.conversation.reply import Choice, Expected

# How a message is marked for the customer: AI, a fixed text, or a person.
AuthorType = Literal["ai", "template", "human"]


class ChatMessage(Frozen):
    """One message as the customer sees it. ``author`` is None for their own."""

    kind: Literal["message"] = "message"
    position: int
    id: str
    by: Literal["customer", "assistant", "teammate"]
    author: AuthorType | None = None
    text: str
    at: datetime
    choices: tuple[Choice, ...] = ()
    expects: Expected | None = None
    survey: bool = False
    typing_ms: int = 0


class ChatTyping(Frozen):
    """An answer is on its way."""

    kind: Literal["typing"] = "typing"
    position: int


class ChatHolder(Frozen):
    """Who answers from here on."""

    kind: Literal["holder"] = "holder"
    position: int
    holder: Holder


class ChatClosed(Frozen):
    """The conversation is over."""

    kind: Literal["closed"] = "closed"
    position: int


class ChatForgotten(Frozen):
    """The customer's words were deleted on their wish."""

    kind: Literal["forgotten"] = "forgotten"
    position: int


ChatEvent = Annotated[ChatMessage | ChatTyping | ChatHolder | ChatClosed | ChatForgotten, Field(discriminator="kind")]


def shown(recorded: Recorded) -> ChatEvent | None:
    """Return what the customer sees of an event, tokens still in place, or None when it is none of their screen."""
    event, position = recorded.event, recorded.position
    match event:
        case CustomerWrote():
            return ChatMessage(position=position, id=event.message, by="customer", text=event.text, at=recorded.at)
        case AssistantReplied():
            return ChatMessage(
                position=position,
                id=event.reply,
                by="assistant",
                author="template" if event.author == "template" else "ai",
                text=event.text,
                at=recorded.at,
                choices=event.choices,
                expects=event.expects,
                survey=event.purpose == "survey",
                typing_ms=event.typing_ms,
            )
        case TeammateWrote():
            return ChatMessage(
                position=position, id=event.message, by="teammate", author="human", text=event.text, at=recorded.at
            )
        case HolderChanged():
            return ChatHolder(position=position, holder=event.holder)
        case ConversationClosed():
            return ChatClosed(position=position)
        case CustomerForgotten():
            return ChatForgotten(position=position)
    return None
