"""A look ahead: what a playbook would answer to some sentences, through the very same turn. Nothing is kept."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import count

import structlog

from dajeong.conversation import Conversation, after
from dajeong.conversation.events import (
    ActionCalled,
    ActionReturned,
    AssistantReplied,
    ConversationStarted,
    CustomerWrote,
)
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Reading
from dajeong.playbook.plan import Plan
from dajeong.runtime import Hearing
from dajeong.runtime.design import Design
from dajeong.runtime.turn import take_turn
from dajeong.simulation.example_actions import ExampleActions
from dajeong.simulation.stage import BETWEEN_MESSAGES, Stage
from dajeong.wording import Guard, TemplateComposer, Worded

_log = structlog.get_logger(__name__)
# A designed way may call this many actions before its first words.
MOST_CALLS = 6
_AHEAD = "ahead"


class Piece(Frozen):
    """One move of a reply in its words. ``wording`` is the design they come from, e.g. ``ack_worried`` or ``late.ask``."""

    move: Move
    text: str
    wording: str


class Preview(Frozen):
    """What one sentence would meet: how it is read, the policy, and the opening of the reply, move by move.

    ``pieces`` is empty when the playbook, half written as it is, leads to no reply. ``refused`` are the rules the guard
    found broken on the way; with ``replaced`` the safe line stands instead of what was planned.
    """

    text: str
    reading: Reading
    policy: str | None = None
    scenario: str | None = None
    pieces: tuple[Piece, ...] = ()
    choices: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    replaced: bool = False


class Previews(Frozen):
    """The first words of every conversation, and the answer to each sentence in the order given."""

    introduction: str
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Looks ahead with one design, half written as it may be: only turns are taken, and each from the same opening."""

    stage: Stage
    design: Design
    threads: Executor

    async def at(self, sentences: Sequence[str]) -> Previews:
        """Return what each sentence meets as the first message of a conversation."""
        opened = await self._opened()
        self.stage.clock.forward(BETWEEN_MESSAGES)
        looked = [await self._looked(opened, text) for text in sentences]
        return Previews(introduction=" ".join(reply.text for reply in opened.replies), previews=tuple(looked))

    async def _opened(self) -> Conversation:
        playbook, now = self.design.playbook, self.stage.clock()
        started = ConversationStarted(
            channel="stage",
            customer="somebody",
            playbook=playbook.name,
            playbook_version=playbook.version,
            language=playbook.language,
        )
        begun = after(Conversation(_AHEAD), started, now)
        return (await take_turn(begun, playbook, _Noting(self), now=now, new_id=lambda: _AHEAD)).conversation

    async def _looked(self, opened: Conversation, text: str) -> Preview:
        hands = _Noting(self)
        asked = after(opened, CustomerWrote(message=_AHEAD, text=text), self.stage.clock())
        reading = (await hands.read(asked, _AHEAD)).reading
        try:
            reply = await self._first_reply(asked, hands)
        except Exception as problem:
            # What is being written may lead anywhere; `check` says where, and the other sentences are looked at all the same.
            _log.info("preview.broken", playbook=self.design.playbook.name, error=type(problem).__name__)
            return Preview(text=text, reading=reading)
        if reply is None:
            return Preview(text=text, reading=reading)
        worded = hands.said[0]
        return Preview(
            text=text,
            reading=reading,
            policy=reply.policy,
            scenario=reply.scenario,
            pieces=tuple(Piece(move=each.move, text=each.text, wording=each.wording) for each in worded.parts),
            choices=tuple(choice.label for choice in reply.choices),
            refused=tuple(dict.fromkeys(each.rule for each in reply.refused)),
            replaced=worded.replaced,
        )

    async def _first_reply(self, c: Conversation, hands: "_Noting") -> AssistantReplied | None:
        """Take turns, with what the actions answer on a stage, until something is said."""
        before, now = len(c.replies), self.stage.clock()
        for number in range(MOST_CALLS):
            turn = await take_turn(c, self.design.playbook, hands, now=now, new_id=partial(str, f"call{number}"))
            c = turn.conversation
            if len(c.replies) > before:
                return c.replies[before]
            if turn.call is None:
                return None
            c = after(c, await self._returned(turn.call), now)
        return None

    async def _returned(self, call: ActionCalled) -> ActionReturned:
        playbook = self.design.playbook
        answer = await ExampleActions().call(playbook.name, playbook.actions.get(call.action), call.key, call.inputs)
        return ActionReturned(key=call.key, action=call.action, outputs=answer.outputs, problem=answer.problem)


class _Noting(Hearing):
    """Hands that note how each reply was put together."""

    def __init__(self, ahead: LookAhead) -> None:
        ids = count(1)
        super().__init__(
            ahead.design,
            reader=ahead.stage.ear,
            composer=TemplateComposer(),
            guard=Guard(),
            intake=ahead.stage.runtime.intake,
            threads=ahead.threads,
            clock=ahead.stage.clock,
            new_id=lambda: f"{_AHEAD}{next(ids)}",
        )
        self.said: list[Worded] = []

    def worded(self, plan: Plan) -> Worded:
        """Return the words of ``plan``, and note them."""
        self.said.append(super().worded(plan))
        return self.said[-1]
