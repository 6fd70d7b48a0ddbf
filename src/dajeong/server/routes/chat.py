"""The chat's API: open, write, read again, and follow live."""

import re
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query
from fastapi.responses import StreamingResponse
from pydantic import Field

from dajeong.channels import ChatEvent, WebChat
from dajeong.conversation.consent import ConsentGiven, ConsentPurpose, ConsentWithdrawn, Terms
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.server.routes.dependencies import Running

# No log is longer than a 64-bit position.
FARTHEST = 2**63 - 1
PLACE = re.compile(r"[0-9]{1,30}")
Place = Annotated[int, Query(ge=0, le=FARTHEST)]
Id = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class Consent(Frozen):
    """What the customer agreed to, or no longer agrees to; ``terms`` is the site's own name of the text they were shown."""

    purpose: ConsentPurpose
    given: bool = True
    terms: Terms = ""

    def event(self) -> ConsentGiven | ConsentWithdrawn:
        """Return what goes on record."""
        if self.given:
            return ConsentGiven(purpose=self.purpose, terms=self.terms)
        return ConsentWithdrawn(purpose=self.purpose)


class OpenChat(Frozen):
    """Which playbook to talk to. ``customer`` is the site's own opaque id of a signed-in customer, if any."""

    playbook: Id
    language: Language | None = None
    customer: Annotated[str, Field(max_length=128)] | None = None
    consents: Annotated[tuple[Consent, ...], Field(max_length=4)] = ()


class OpenedChat(Frozen):
    """The conversation and the only token that opens it, with everything said so far."""

    conversation: str
    token: str
    language: Language
    events: tuple[ChatEvent, ...]


class SendMessage(Frozen):
    """A message. ``message`` is the sender's own id: sending it again is harmless. ``choice`` is a pressed button's value."""

    message: Id
    # How long a message may be is said by intake, in words of its own.
    text: str
    choice: Annotated[str, Field(max_length=200)] | None = None


class Kept(Frozen):
    """The message is kept, durably; the answer follows on the stream."""

    message: str
    version: int
    repeated: bool


class History(Frozen):
    """Everything shown since a position."""

    events: tuple[ChatEvent, ...]


async def _web_chat(app: Running) -> WebChat:
    return app.web_chat


Chat = Annotated[WebChat, Depends(_web_chat)]


async def _own(conversation: str, chat: Chat, authorization: Annotated[str, Header()] = "") -> str:
    """Return the conversation when the bearer token opens it."""
    await chat.admit(conversation, authorization.removeprefix("Bearer ").strip())
    return conversation


Own = Annotated[str, Depends(_own)]
router = APIRouter(prefix="/api/chat", tags=["chat"])


@router.post("/conversations", status_code=201)
async def open_conversation(body: OpenChat, chat: Chat) -> OpenedChat:
    """Open a conversation."""
    given = [event for each in body.consents if isinstance(event := each.event(), ConsentGiven)]
    opened = await chat.open(body.playbook, body.customer or "", body.language, given)
    events = await chat.history(opened.conversation)
    return OpenedChat(
        conversation=opened.conversation, token=opened.token, language=opened.language, events=tuple(events)
    )


@router.post("/conversations/{conversation}/messages", status_code=202)
async def send_message(body: SendMessage, conversation: Own, chat: Chat) -> Kept:
    """Keep a customer's message; the answer comes on the stream."""
    receipt = await chat.send(conversation, message=body.message, text=body.text, choice=body.choice)
    return Kept(message=receipt.message, version=receipt.version, repeated=receipt.repeated)


@router.put("/conversations/{conversation}/consent", status_code=204)
async def say_consent(body: Consent, conversation: Own, chat: Chat) -> None:
    """Write down what the customer agreed to, or took back. Saying it again is harmless."""
    await chat.agree(conversation, body.event())


@router.get("/conversations/{conversation}/messages")
async def read_history(conversation: Own, chat: Chat, after: Place = 0) -> History:
    """Return what was shown since a position."""
    return History(events=tuple(await chat.history(conversation, after=after)))


@router.get("/conversations/{conversation}/events", response_class=StreamingResponse)
async def follow(
    conversation: Own,
    chat: Chat,
    after: Place = 0,
    last_event_id: Annotated[str, Header()] = "",
) -> StreamingResponse:
    """Stream events (``ChatEvent``) from a position on; resumable with ``Last-Event-ID``."""
    start = min(int(last_event_id), FARTHEST) if PLACE.fullmatch(last_event_id) else after
    return StreamingResponse(
        _lines(chat, conversation, start),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _lines(chat: WebChat, conversation: str, after: int) -> AsyncIterator[bytes]:
    """Yield server-sent events; Hangul goes as UTF-8, not escaped."""
    yield b"retry: 1000\n\n"
    async for event in chat.stream(conversation, after=after):
        if event is None:
            yield b": still here\n\n"
            continue
        # Typing is a passing state: it must not move the place a reader resumes at.
        place = f"id: {event.position}\n" if event.kind != "typing" else ""
        yield f"{place}event: {event.kind}\ndata: {event.model_dump_json()}\n\n".encode()
