"""One customer and one stage: they write, hear what comes back, and leave when they have what they want or have had enough."""

from dataclasses import dataclass, field
from datetime import datetime

import structlog

from dajeong.conversation import Conversation, Recorded
from dajeong.conversation.reading import Language
from dajeong.dialogue.open_question import waiting_step
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook
from dajeong.playbook.scenario import Ask
from dajeong.runtime.errors import ConversationOver
from dajeong.simulation.customers.meeting import Answered, Customer, Doing, Leaving
from dajeong.simulation.customers.temper import Feelings
from dajeong.simulation.rehearsal.goal import GoalWatch
from dajeong.simulation.stage import Exchange, NoSuchButton, Stage

_log = structlog.get_logger(__name__)
# No customer goes on longer than this, whatever they are like.
MOST_DOINGS = 40
# Between two messages sent one right after the other (seconds).
BREATH = 3.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a customer did, how they felt doing it, and what came of it (versions after ``since``)."""

    doing: Doing
    feelings: Feelings
    since: int
    exchange: Exchange
    waited: float
    reached: bool


@dataclass(slots=True)
class Performance:
    """A whole conversation as it was played. ``broke`` is the kind of error that ended it, if one did."""

    opening: Exchange
    turns: list[Turn] = field(default_factory=list)
    leaving: Leaving = "cut_off"
    broke: str | None = None

    @property
    def conversation(self) -> Conversation:
        """How it stands at the end."""
        return self.turns[-1].exchange.conversation if self.turns else self.opening.conversation

    @property
    def events(self) -> list[Recorded]:
        """Everything that happened."""
        return [*self.opening.events, *(each for turn in self.turns for each in turn.exchange.events)]


async def perform(
    stage: Stage, conversation: str, customer: Customer, watch: GoalWatch, playbook: Playbook, language: Language
) -> Performance:
    """Play a customer on a stage to the end. What breaks the assistant ends the conversation and is told."""
    played = Performance(await stage.open(conversation, language))
    doing = customer.opens()
    try:
        for _ in range(MOST_DOINGS):
            turn = await _turn(stage, conversation, doing, customer.feelings, watch)
            played.turns.append(turn)
            if doing.leaves is not None:
                played.leaving = doing.leaves
                break
            doing = customer.hears(_answered(turn, playbook))
    except ConversationOver:
        pass
    except DajeongError as problem:
        played.broke = problem.code
    except Exception as problem:
        # A draft may be half written. The verdict says that it broke; the type is all that may be told.
        _log.warning("rehearsal.broke", playbook=playbook.name, error=type(problem).__name__)
        played.broke = type(problem).__name__
    return played


async def _turn(stage: Stage, conversation: str, doing: Doing, feelings: Feelings, watch: GoalWatch) -> Turn:
    since = (await stage.runtime.load(conversation)).version
    sent = await _done(stage, conversation, doing)
    exchange = await stage.since(conversation, since)
    watch.see(exchange.events)
    typed = sum(reply.typing_ms for reply in exchange.replies) / 1000
    waited = (stage.clock.now - sent).total_seconds() + typed
    stage.clock.forward(typed)
    return Turn(doing, feelings, since, exchange, 0.0 if doing.silent else waited, watch.reached)


async def _done(stage: Stage, conversation: str, doing: Doing) -> datetime:
    """Have the customer do it; return when they had done it."""
    if doing.silent:
        await stage.wait(conversation)
        return stage.clock.now
    sent = stage.clock.now
    if doing.press is not None:
        try:
            stage.clock.forward(doing.pause)
            sent = stage.clock.now
            await stage.press(conversation, doing.press, pause=0.0)
        except NoSuchButton:
            # It went away while they made up their mind; they look at what is there now.
            pass
    for number, text in enumerate(doing.messages):
        last = number == len(doing.messages) - 1
        stage.clock.forward(BREATH if number else doing.pause)
        sent = stage.clock.now
        if last:
            await stage.say(conversation, text, pause=0.0)
        else:
            await stage.hand_in(conversation, text, pause=0.0)
    return sent


def _answered(turn: Turn, playbook: Playbook) -> Answered:
    c = turn.exchange.conversation
    step = waiting_step(c, playbook)
    return Answered(
        replies=turn.exchange.replies,
        waited=turn.waited,
        slot=step.slot if isinstance(step, Ask) else None,
        reached=turn.reached,
        held=c.holder != "assistant",
        closed=c.closed,
    )
