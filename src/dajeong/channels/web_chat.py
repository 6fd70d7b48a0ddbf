"""The web chat: opens conversations, takes messages, and streams what happens from a position."""

from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from dajeong.channels.chat_events import ChatEvent, ChatMessage, ChatTyping, shown
from dajeong.conversation import Recorded
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.events import CustomerWrote
from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.runtime import Answering, Runtime
from dajeong.runtime.runtime import Receipt
from dajeong.storage.log import tail

REMEMBERED_TOKENS = 5_000
# Silence on a stream is broken this often (seconds), so that proxies keep it and a closed screen is noticed.
HEARTBEAT = 15.0


class NotYours(DajeongError):
    """The conversation does not exist or belongs to somebody else; nobody learns which."""

    code: ClassVar[str] = "not_your_conversation"
    status: ClassVar[int] = 404


class Tokens(Protocol):
    """Who may open which conversation."""

    async def grant(self, token: str, conversation: str, *, at: datetime) -> None:
        """Let the holder of the token open the conversation."""
        ...

    async def conversation_of(self, token: str) -> str | None:
        """Return the conversation a token opens."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A new conversation and the only token that opens it."""

    conversation: str
    token: str
    language: Language


class WebChat:
    """The channel behind the widget. It knows tokens, positions and nothing of what is answered."""

    def __init__(
        self,
        runtime: Runtime,
        answering: Answering,
        tokens: Tokens,
        *,
        clock: Callable[[], datetime],
        new_token: Callable[[], str],
    ) -> None:
        self._runtime = runtime
        self._answering = answering
        self._tokens = tokens
        self._clock = clock
        self._new_token = new_token
        self._known: OrderedDict[str, str] = OrderedDict()

    async def open(
        self, playbook: str, customer: str, language: Language | None = None, consents: Sequence[ConsentGiven] = ()
    ) -> Opened:
        """Open a conversation; its first words are the notice that an AI answers. Raises UnknownPlaybook."""
        design = await self._runtime.designs.current(playbook)
        spoken = language or design.playbook.language
        conversation, token = self._new_token()[:22], self._new_token()
        await self._tokens.grant(token, conversation, at=self._clock())
        await self._runtime.start(
            conversation,
            channel="web_chat",
            customer=customer,
            playbook=playbook,
            language=spoken,
            consents=consents,
        )
        return Opened(conversation, token, spoken)

    async def admit(self, conversation: str, token: str) -> None:
        """Let the holder of the conversation's own token pass. Raises NotYours."""
        if self._known.get(token) != conversation:
            if not token or await self._tokens.conversation_of(token) != conversation:
                raise NotYours("There is no such conversation for you. Open a new one.")
            self._known[token] = conversation
            if len(self._known) > REMEMBERED_TOKENS:
                self._known.popitem(last=False)

    async def send(self, conversation: str, *, message: str, text: str, choice: str | None = None) -> Receipt:
        """Keep a message and see to it that it is answered. Sending the same ``message`` id again is harmless."""
        receipt = await self._runtime.receive(conversation, message=message, text=text, choice=choice)
        self._answering.wake(conversation)
        return receipt

    async def agree(self, conversation: str, event: ConsentGiven | ConsentWithdrawn) -> None:
        """Keep what the customer agreed to, or took back."""
        await self._runtime.agree(conversation, event)

    async def history(self, conversation: str, *, after: int = 0) -> list[ChatEvent]:
        """Return what the customer has seen since a position, in order."""
        found: list[ChatEvent] = []
        while page := await self._runtime.log.follow(after, conversation=conversation):
            for recorded in page:
                if (event := await self._shown(conversation, recorded)) is not None:
                    found.append(event)
            after = page[-1].position
        return found

    async def stream(self, conversation: str, *, after: int = 0) -> AsyncIterator[ChatEvent | None]:
        """Yield events from a position on, for ever; None is a heartbeat. Nothing is skipped and nothing comes twice."""
        following = tail(self._runtime.log, after, conversation=conversation, look_every=HEARTBEAT)
        async with aclosing(following) as pages:
            async for page in pages:
                if not page:
                    yield None
                for recorded in page:
                    if (event := await self._shown(conversation, recorded)) is not None:
                        yield event
                    if isinstance(recorded.event, CustomerWrote) and await self._answers(conversation):
                        yield ChatTyping(position=recorded.position)

    async def _answers(self, conversation: str) -> bool:
        """Whether the assistant is about to answer: nobody is shown typing for a person who may not be there."""
        return (await self._runtime.load(conversation)).holder == "assistant"

    async def _shown(self, conversation: str, recorded: Recorded) -> ChatEvent | None:
        """Return the event with the customer's own data back in place: they may see what they wrote."""
        event = shown(recorded)
        if isinstance(event, ChatMessage):
            text = await self._runtime.intake.resolve(conversation, event.text)
            return event if text == event.text else event.model_copy(update={"text": text})
        return event
