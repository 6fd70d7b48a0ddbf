"""Empathy policies: when a customer feels so, which moves in which order, and which are forbidden."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import FEELING_MOVES, Move
from dajeong.conversation.reading import Emotion, Group
from dajeong.playbook.condition import ALWAYS, Condition
from dajeong.playbook.wording import Wording


class Policy(Frozen):
    """One designed answer to a feeling. The first policy whose ``when`` is met answers the message.

    ``moves`` is the order; ``inform`` (or another content move) in it marks where the step's own words stand, and
    without one they follow the feeling moves. ``answers_to`` lists the emotions and groups this policy is for, so
    that a review can see which feelings have none.
    """

    id: str
    title: str = ""
    answers_to: tuple[Emotion | Group, ...] = ()
    when: Condition = ALWAYS
    moves: tuple[Move, ...] = ()
    forbidden: tuple[Move, ...] = ()
    longest_reply: Annotated[int, Field(ge=60, le=1000)] | None = None
    pace: Literal["usual", "at_once"] = "usual"

    @property
    def feeling_moves(self) -> tuple[Move, ...]:
        """The moves of this policy that meet the feeling, in order."""
        return tuple(move for move in self.moves if move in FEELING_MOVES)


class MoveWording(Frozen):
    """Designed words for one move. ``when`` narrows them to a feeling, a matter or a situation.

    ``id`` is stable: it is what the log keeps. Texts may use ``{happened}`` and ``{matter}``; one that does is only
    used when the matter is known.
    """

    id: str
    move: Move
    when: Condition = ALWAYS
    wording: Wording


class Empathy(Frozen):
    """All policies in the order they are tried, and the words for their moves (the most specific first)."""

    policies: tuple[Policy, ...] = ()
    wordings: tuple[MoveWording, ...] = ()

    def policy(self, policy_id: str) -> Policy | None:
        """Return the policy of that id."""
        return next((policy for policy in self.policies if policy.id == policy_id), None)
