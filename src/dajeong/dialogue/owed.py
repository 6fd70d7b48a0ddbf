"""What is owed: the places whose words were not said yet, which of them are still worth saying, and as which moves."""

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.move import Move
from dajeong.conversation.reply import Purpose
from dajeong.dialogue.hearing import is_weak
from dajeong.playbook.plan import PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import CallAction, End, HandOff, Say, Step

MOVE_OF_LINE: dict[str, Move] = {
    "thanks": "thank",
    "survey_thanks": "thank",
    "ask_solved": "check",
    "survey": "check",
    "trouble": "offer_person",
    "given_up": "offer_person",
    "not_solved": "offer_person",
    "offer_person": "offer_person",
    "wrong_answer": "clarify",
    "recalled": "inform",
    "corrected": "act",
    "cancelled": "act",
    "restart": "act",
    "handoff": "act",
    "handed_over": "act",
    "danger": "act",
}
# What a reply is for when it speaks this line; the first that is owed decides.
PURPOSE_OF_LINE: dict[str, Purpose] = {
    "danger": "danger",
    "handoff": "handoff",
    "trouble": "trouble",
    "given_up": "trouble",
    "not_solved": "trouble",
    "survey_thanks": "goodbye",
    "cancelled": "cancelled",
    "human_question": "human_question",
    "wrong_answer": "ask_again",
    "not_understood": "not_understood",
    "abuse": "not_understood",
    "thanks": "thanks",
    "greeting": "greeting",
    "wait": "wait",
    "acknowledged": "greeting",
}
OFFERING = ("line.trouble", "line.given_up", "line.not_solved", "line.human_question")


def worth_saying(c: Conversation) -> tuple[str, ...]:
    """Return the owed places without the lines that another open message has made idle."""
    taken = [each.taken for each in c.unanswered if each.taken is not None]
    idle: set[str] = set()
    if any(not is_weak(each) for each in taken):
        idle |= {"line.greeting", "line.acknowledged", "line.not_understood", "line.abuse", "line.wrong_answer"}
    if any(each.taken_as != "not_understood" for each in taken):
        idle.add("line.not_understood")
    if c.frame is not None and c.frame.asked:
        idle.add("line.greeting")
    if c.frame is None or not c.frame.misses:
        idle.add("line.wrong_answer")
    return tuple(place for place in c.owed if place not in idle)


def is_offering(c: Conversation) -> bool:
    """Whether a line that offers a person is owed."""
    return any(place in OFFERING for place in c.owed)


def owed_moves(c: Conversation, playbook: Playbook, skip: str | None = None) -> tuple[PlannedMove, ...]:
    """Return the moves of all that is owed and worth saying, in order; ``skip`` is a place left out."""
    own_words = any(_is_worded_handoff(playbook, place) for place in worth_saying(c))
    found: list[PlannedMove] = []
    for place in worth_saying(c):
        if place == skip:
            continue
        # The design's own words for passing on are followed by what happens next.
        found.extend(_moves_at(c, playbook, "line.handed_over" if place == "line.handoff" and own_words else place))
    # Whether all is solved is asked once all is said.
    return (*(each for each in found if each.move != "check"), *(each for each in found if each.move == "check"))


def _moves_at(c: Conversation, playbook: Playbook, place: str) -> tuple[PlannedMove, ...]:
    """Return what is said at a place: nothing for a step that only thinks, or whose question is settled."""
    room, _, name = place.partition(".")
    times = c.spoken.get(place, 0)
    if room == "line":
        line = playbook.lines[name]
        return (PlannedMove(move=MOVE_OF_LINE.get(name, "inform"), wordings=((place, line),), times_before=times),)
    step = _step_at(playbook, place)
    if isinstance(step, Say):
        return (PlannedMove(move=step.move, wordings=((place, step.say),), times_before=times),)
    if isinstance(step, (HandOff, CallAction)) and step.say is not None:
        return (PlannedMove(move="act", wordings=((place, step.say),), times_before=times),)
    if isinstance(step, End):
        said = (PlannedMove(move="inform", wordings=((place, step.say),), times_before=times),) if step.say else ()
        asks = step.asks_if_solved and not c.frames and not c.waiting_matters and place == _last_end(c, playbook)
        return (*said, *(_moves_at(c, playbook, "line.ask_solved") if asks else ()))
    return ()


def _last_end(c: Conversation, playbook: Playbook) -> str | None:
    """Return the end that asks whether all is solved when several matters end in one reply: the last."""
    for place in reversed(c.owed):
        step = _step_at(playbook, place)
        if isinstance(step, End) and step.asks_if_solved:
            return place
    return None


def _step_at(playbook: Playbook, place: str) -> Step | None:
    room, _, name = place.partition(".")
    return playbook.scenarios[room].by_id.get(name) if room in playbook.scenarios else None


def _is_worded_handoff(playbook: Playbook, place: str) -> bool:
    step = _step_at(playbook, place)
    return isinstance(step, HandOff) and step.say is not None


def purpose_of_owed(c: Conversation) -> Purpose:
    """Return what a reply is for that says what is owed."""
    owed = {place.partition(".")[2] for place in worth_saying(c) if place.startswith("line.")}
    if any(not place.startswith("line.") for place in worth_saying(c)) and not owed & {"danger", "handoff", "trouble"}:
        return "matter"
    return next((purpose for line, purpose in PURPOSE_OF_LINE.items() if line in owed), "matter")
