"""One turn: ask `decide` what comes next, do it, until it says to wait."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from dajeong.conversation import Conversation, Event, after
from dajeong.conversation.events import ActionCalled
from dajeong.dialogue import Call, Read, Record, Say, Wait, decide
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook
from dajeong.playbook.plan import Plan

# No designed way needs more; a playbook that goes round in a circle must not take the server with it.
MOST_DECISIONS = 120


class TurnTooLong(DajeongError):
    """The playbook leads in a circle without waiting for the customer."""

    code: ClassVar[str] = "turn_too_long"


class Hands(Protocol):
    """What a turn needs of the world: somebody who reads and somebody who words."""

    async def read(self, conversation: Conversation, message: str) -> Event:
        """Return how the message is understood."""
        ...

    async def word(self, conversation: Conversation, plan: Plan) -> Event:
        """Return the reply, worded and guarded."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn came to: events to append together, the state with them at ``at``, an action to perform, and the wait."""

    events: tuple[Event, ...]
    conversation: Conversation
    at: datetime
    call: ActionCalled | None
    wait: Wait


async def take_turn(
    conversation: Conversation,
    playbook: Playbook,
    hands: Hands,
    *,
    now: datetime,
    new_id: Callable[[], str],
) -> Turn:
    """Return everything that happens until the conversation waits for somebody. Raises TurnTooLong."""
    events: list[Event] = []
    for _ in range(MOST_DECISIONS):
        match decide(conversation, playbook):
            case Read(message):
                event = await hands.read(conversation, message)
            case Record(event):
                pass
            case Say(plan):
                event = await hands.word(conversation, plan)
            case Call(action, scenario, step, inputs):
                call = ActionCalled(key=new_id(), action=action, scenario=scenario, step=step, inputs=inputs)
                return Turn((*events, call), after(conversation, call, now), now, call, Wait())
            case Wait() as wait:
                return Turn(tuple(events), conversation, now, None, wait)
        events.append(event)
        conversation = after(conversation, event, now)
    raise TurnTooLong("The playbook leads in a circle without waiting for the customer: run `dajeong check`.")
