"""What a reply is to do: the moves in order, each with its designed words, before any word is chosen."""

from typing import Any

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reply import Choice, Expected, Purpose
from dajeong.playbook.wording import Wording


class PlannedMove(Frozen):
    """One move and the words it may use, most fitting first; the composer takes the first that can be said.

    ``wordings`` pairs a stable id with its words. ``times_before`` is how often this place has spoken already.
    ``must`` marks a move the reply may not go without.
    """

    move: Move
    wordings: tuple[tuple[str, Wording], ...]
    times_before: int = 0
    must: bool = True


class Plan(Frozen):
    """A reply to be worded. ``bindings`` are the only source of names, amounts and dates.

    ``formats`` gives the value type of a binding (``order.total`` -> ``money:KRW``). ``used`` are the (wording id,
    variant) pairs already said in this conversation. ``backed`` names what may be promised because this turn calls the
    action or hands off.
    """

    purpose: Purpose
    moves: tuple[PlannedMove, ...]
    policy: str | None = None
    forbidden: tuple[Move, ...] = ()
    matter: str | None = None
    scenario: str | None = None
    step: str | None = None
    spoke: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    expects: Expected | None = None
    offers_person: bool = False
    at_once: bool = False
    longest_reply: int | None = None
    backed: tuple[str, ...] = ()
    bindings: dict[str, Any] = Field(default_factory=dict)
    formats: dict[str, str] = Field(default_factory=dict)
    used: frozenset[tuple[str, str]] = frozenset()
