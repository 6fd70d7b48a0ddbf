"""How a feeling is met: the first designed policy whose condition holds, and its moves in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.conversation.move import FEELING_MOVES, Move
from dajeong.conversation.reading import EmotionReading, Group
from dajeong.conversation.reply import Purpose
from dajeong.dialogue.answers import only_laughs
from dajeong.dialogue.bindings import felt, matter_at_hand
from dajeong.playbook.empathy import Policy
from dajeong.playbook.persona import Warmth
from dajeong.playbook.plan import PlannedMove
from dajeong.playbook.playbook import Playbook

# Replies that answer no feeling: they are said of our own accord, or must stay bare.
UNFEELING: frozenset[Purpose] = frozenset({"notice", "danger", "silence", "survey", "goodbye", "repeat", "restart"})
# A worry in an answer to our own question is met from this strength on.
CLEARLY_FELT = 0.6
# Taken so, a message brings a matter.
BRINGS = frozenset({"matter", "same_matter", "clarified", "unclear_matter"})
# Manners meet manners: thanks are not answered by a second set of thanks.
MANNERS: frozenset[Purpose] = frozenset({"thanks", "greeting", "wait"})


@dataclass(frozen=True, slots=True)
class Met:
    """How the reply meets the customer: the policy, its feeling moves before and after the content, and the offer."""

    policy: Policy | None = None
    before: tuple[PlannedMove, ...] = ()
    after: tuple[PlannedMove, ...] = ()
    offers_person: bool = False


def meet(c: Conversation, playbook: Playbook, purpose: Purpose, bindings: Mapping[str, Any]) -> Met:
    """Return how to meet the feeling of the open messages in a reply for ``purpose``."""
    heard = felt(c)
    if heard is None or heard.reading is None or not _calls_for_meeting(heard, heard.reading.emotion, purpose):
        return Met()
    policy = next((each for each in playbook.empathy.policies if each.when.met_by(bindings)), None)
    wanted = policy.moves if policy else ()
    content_at = next(
        (n for n, move in enumerate(wanted) if move not in FEELING_MOVES and move != "offer_person"), None
    )
    place = len(wanted) if content_at is None else content_at
    offers = _offers(c, policy, purpose)
    before = [move for move in wanted[:place] if _is_said(move)]
    if purpose in ("ask_again", "not_understood"):
        before = [move for move in before if move != "reassure"]
    if matter_at_hand(c) is None or purpose == "ask_again":
        # Before we know what it is about there is nothing to own or to promise: one kind word, then the question.
        # And who is asked the same thing again has heard the rest.
        before = before[:1]
    elif policy is not None:
        before = _as_warm(before, playbook.persona.warmth, policy, heard.reading.emotion.group)
    return Met(
        policy=policy,
        before=tuple(_planned(move, playbook, bindings) for move in before),
        after=tuple(_planned(move, playbook, bindings) for move in wanted[place:] if _is_said(move)),
        offers_person=offers,
    )


def _calls_for_meeting(heard: Heard, emotion: EmotionReading, purpose: Purpose) -> bool:
    if purpose in UNFEELING:
        return False
    # Words we did not understand, and a feeling we are not sure of: naming it would be a guess.
    if purpose == "not_understood" and not emotion.sure:
        return False
    # A sigh tells a feeling, though not always which; praise it is never.
    if heard.taken is not None and heard.taken.taken_as == "vented":
        return emotion.sure and emotion.group in ("against", "worried")
    if purpose in MANNERS and emotion.group not in ("against", "worried"):
        return False
    # Who chats instead of answering is not thanked for it.
    if purpose in ("ask_again", "not_understood") and emotion.group == "content":
        return False
    # Nor is who brings a matter with a laugh.
    if heard.taken is not None and heard.taken.taken_as in BRINGS and heard.reading and only_laughs(heard.reading):
        return False
    answers = heard.taken is not None and heard.taken.taken_as in ("answer", "choice", "correction")
    # "ㅇㅇ" to a question of ours is an answer and no kindness.
    if answers and emotion.group == "content" and emotion.dominant != "gratitude":
        return False
    # "그냥 마음에 안 들어서요" as the reason that was asked for wants no comfort.
    return not (answers and emotion.group == "worried" and emotion.strength < CLEARLY_FELT)


def _as_warm(moves: list[Move], warmth: Warmth, policy: Policy, group: Group) -> list[Move]:
    """A plain persona says one kind sentence; a very warm one adds that the feeling makes sense, unless time presses."""
    if warmth == "plain":
        return moves[:1]
    more = group in ("against", "worried") and policy.pace != "at_once" and "validate" not in policy.forbidden
    if warmth == "very_warm" and more and moves and "validate" not in policy.moves:
        return [moves[0], "validate", *moves[1:]]
    return moves


def _is_said(move: Move) -> bool:
    return move in FEELING_MOVES or move == "lighten"


def _offers(c: Conversation, policy: Policy | None, purpose: Purpose) -> bool:
    """Offer a person when the policy says so, and in any case when anger stays or grows over two messages."""
    if purpose in ("handoff", "held", "danger") or c.holder != "assistant":
        return False
    if policy is not None and "offer_person" in policy.forbidden:
        return False
    just_offered = c.person_offered_at is not None and len(c.heard) - c.person_offered_at < 2
    wanted = c.mood.anger_stays or (policy is not None and "offer_person" in policy.moves)
    return wanted and not just_offered


def _planned(move: Move, playbook: Playbook, bindings: Mapping[str, Any]) -> PlannedMove:
    fitting = tuple(
        (each.id, each.wording)
        for each in playbook.empathy.wordings
        if each.move == move and each.when.met_by(bindings)
    )
    return PlannedMove(move=move, wordings=fitting, must=False)
