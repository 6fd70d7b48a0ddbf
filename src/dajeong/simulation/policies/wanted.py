"""What a reply must be like for its policy to be kept: worked out from the design alone, never from what was said."""

from dajeong.conversation.move import FEELING_MOVES
from dajeong.playbook.empathy import Policy
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.story import Expectation


def wanted(policy: Policy, playbook: Playbook) -> Expectation:
    """Return what to expect of a reply by ``policy`` to a matter that is known.

    A plain persona says one kind sentence alone, and a very warm one may add that the feeling makes sense; a joke is made by
    a humorous one alone.
    """
    moves = policy.moves
    first_content = next(
        (n for n, move in enumerate(moves) if move not in FEELING_MOVES and move != "offer_person"), len(moves)
    )
    before = tuple(move for move in moves[:first_content] if move in FEELING_MOVES)
    persona = playbook.persona
    if persona.warmth == "plain":
        before = before[:1]
    jokes = persona.humour == "when_content"
    after = tuple(
        move
        for move in moves[first_content:]
        if move in (*FEELING_MOVES, "offer_person") or (move == "lighten" and jokes)
    )
    offered = tuple(move for move in moves[:first_content] if move == "offer_person")
    return Expectation(
        policy=policy.id,
        moves_start=before[:1] if persona.warmth == "very_warm" else before,
        has_moves=(*before, *after, *offered),
        no_moves=tuple(move for move in policy.forbidden if move not in policy.moves),
    )
