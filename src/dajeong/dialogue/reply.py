"""Building the plan of a reply: what is owed, in order, met by the policy for how the customer feels."""

from typing import Any

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.move import Move
from dajeong.conversation.reply import Choice, Expected, Purpose
from dajeong.dialogue.bindings import bindings_of, felt, formats_of
from dajeong.dialogue.decision import Say
from dajeong.dialogue.empathy import Met, meet
from dajeong.dialogue.owed import MOVE_OF_LINE, is_offering, owed_moves, purpose_of_owed, worth_saying
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Ask, CallAction, Choose
from dajeong.playbook.slot import PERSONAL, Slot
from dajeong.playbook.wording import Wording

SURVEY_SCORES = ("1", "2", "3", "4", "5")


def line_reply(
    c: Conversation,
    playbook: Playbook,
    line: str,
    purpose: Purpose,
    *,
    move: Move | None = None,
    bindings: dict[str, Any] | None = None,
    verbatim: str | None = None,
    choices: tuple[Choice, ...] = (),
    expects: Expected | None = None,
    offers_person: bool = False,
    times_before: int | None = None,
) -> Say:
    """Return a reply that speaks one of the team's lines, after whatever is owed already."""
    place = f"line.{line}"
    before = c.spoken.get(place, 0) if times_before is None else times_before
    moves = [*owed_moves(c, playbook, skip=place)]
    moves.append(
        PlannedMove(
            move=move or MOVE_OF_LINE.get(line, "inform"),
            wordings=((place, playbook.lines[line]),),
            times_before=before,
        )
    )
    if verbatim is not None:
        moves.append(PlannedMove(move="inform", wordings=(("line.verbatim", Wording(first=("{verbatim}",))),)))
    if purpose == "survey":
        choices = tuple(Choice(label=score, value=f"survey:{score}") for score in SURVEY_SCORES)
    return _say(
        c,
        playbook,
        tuple(moves),
        purpose=purpose,
        spoke=(*(owed for owed in worth_saying(c) if owed != place), place),
        extra={**(bindings or {}), **({"verbatim": verbatim} if verbatim is not None else {})},
        choices=choices,
        expects=expects,
        offers_person=offers_person or expects == "person",
    )


def introduction(c: Conversation, playbook: Playbook) -> Say:
    """Return the first words: who we are in the persona's own words, then that this is an AI and a person can be had."""
    said = line_reply(c, playbook, "notice", "notice").plan
    own = playbook.persona.introduction.strip()
    hello = (PlannedMove(move="inform", wordings=(("persona.introduction", Wording(first=(own,))),)),) if own else ()
    # It answers nothing: a message that came before it is still to be heard.
    return Say(said.model_copy(update={"moves": (*hello, *said.moves), "answers": ()}))


def speak(c: Conversation, playbook: Playbook) -> Say | None:
    """Return a reply that says what is owed, or None when nothing owed has words."""
    moves = owed_moves(c, playbook)
    if not moves:
        return None
    offers = is_offering(c)
    checks = any(planned.move == "check" for planned in moves)
    if all(planned.move == "check" for planned in moves):
        # Whether all is solved is no answer to "아니요, 괜찮아요".
        place = "line.all_right"
        said = PlannedMove(move="inform", wordings=((place, playbook.lines["all_right"]),), times_before=0)
        moves = (said, *moves)
    return _say(
        c,
        playbook,
        moves,
        purpose=purpose_of_owed(c),
        spoke=worth_saying(c),
        choices=solved_buttons(playbook) if checks else (),
        expects="person" if offers else "solved" if checks else None,
        offers_person=offers,
    )


def ask_reply(c: Conversation, playbook: Playbook, step: Ask | Choose) -> Say:
    """Return a reply that says what is owed and then asks the step's question, in other words when it was missed."""
    assert c.frame is not None
    place = f"{c.frame.scenario}.{step.id}"
    misses = c.frame.misses
    # Told once more in the very same words a question sounds like a machine: without other words of its own it takes these.
    stale = c.spoken.get(place, 0) > 0 and not (step.say.second or len(step.say.first) > 1)
    again = step.again if isinstance(step, Ask) and (misses or stale) else None
    question = PlannedMove(
        move="ask" if isinstance(step, Ask) else "clarify",
        wordings=((f"{place}.again", again),) if again else ((place, step.say),),
        times_before=max(misses - 1, 0) if again else c.spoken.get(place, 0),
    )
    slot = playbook.slots.get(step.slot) if step.slot else None
    options = step.options if isinstance(step, Choose) else slot.options if slot else ()
    choices = tuple(Choice(label=option.label, value=option.value) for option in options)
    if slot is not None and slot.type == "yes_no":
        choices = tuple(
            Choice(label=playbook.lines[f"{value}_button"].first[0], value=value) for value in ("yes", "no")
        )
    # Words made for asking again say themselves that the answer did not fit.
    skip = "line.wrong_answer" if again or _is_upset(c) else None
    return _say(
        c,
        playbook,
        (*owed_moves(c, playbook, skip=skip), question),
        purpose="ask_again" if misses else purpose_of_owed(c),
        spoke=(*(owed for owed in worth_saying(c) if owed not in (place, skip)), place),
        choices=choices,
        expects="slot" if isinstance(step, Ask) else "choice",
        offers_person=is_offering(c),
        step=step.id,
    )


def _is_upset(c: Conversation) -> bool:
    """Whether the customer let off steam instead of answering: that is no mistake to point out."""
    heard = felt(c)
    emotion = heard.reading.emotion if heard is not None and heard.reading is not None else None
    return emotion is not None and emotion.group in ("against", "worried") and emotion.sure


def _say(
    c: Conversation,
    playbook: Playbook,
    content: tuple[PlannedMove, ...],
    *,
    purpose: Purpose,
    spoke: tuple[str, ...],
    extra: dict[str, Any] | None = None,
    choices: tuple[Choice, ...] = (),
    expects: Expected | None = None,
    offers_person: bool = False,
    step: str | None = None,
) -> Say:
    bindings = {**bindings_of(c, playbook), **_line_bindings(c, playbook), **(extra or {})}
    met = meet(c, playbook, purpose, bindings)
    offers = offers_person or met.offers_person
    if offers and expects == "solved":
        # One question at a time: a yes must not mean both.
        content, choices, expects = tuple(each for each in content if each.move != "check"), (), None
    moves = _in_order(met, content)
    if met.offers_person and not (is_offering(c) or any(planned.move == "offer_person" for planned in content)):
        moves = (*moves, _offer(c, playbook))
    if offers and all(choice.value != "person" for choice in choices):
        choices = (*choices, Choice(label=playbook.lines["person_button"].first[0], value="person"))
    frame = c.frame
    return Say(
        Plan(
            purpose=purpose,
            moves=moves,
            policy=met.policy.id if met.policy else None,
            forbidden=met.policy.forbidden if met.policy else (),
            matter=frame.matter if frame else (c.matters[-1].id if c.matters else None),
            scenario=_scenario(c, spoke),
            step=step or _step(spoke),
            spoke=spoke,
            answers=tuple(each.message for each in c.unanswered),
            choices=choices,
            expects=expects or ("person" if offers and not c.frames else None),
            offers_person=offers,
            at_once=bool(met.policy and met.policy.pace == "at_once"),
            longest_reply=met.policy.longest_reply if met.policy else None,
            backed=_backed(c, playbook, purpose),
            bindings=bindings,
            formats=_formats(c, playbook),
            used=c.used,
        )
    )


def _in_order(met: Met, content: tuple[PlannedMove, ...]) -> tuple[PlannedMove, ...]:
    """Return what is said and the feeling's moves around it."""
    done = any(planned.move == "act" for planned in content)
    # What is done needs no promise that it will be looked at.
    before = tuple(planned for planned in met.before if not (done and planned.move == "reassure"))
    # A question is the last thing heard: nothing but the offer of a person comes after it.
    asks = bool(content) and content[-1].move in ("ask", "clarify", "check")
    return (*before, *content, *(() if asks else met.after))


def told(slot: Slot, value: str | None) -> dict[str, Any]:
    """Return what may be said of a value: its name, and itself unless it is somebody's own; they know what they wrote."""
    return {"title": slot.title} if slot.type in PERSONAL else {"title": slot.title, "value": value}


def solved_buttons(playbook: Playbook) -> tuple[Choice, ...]:
    return tuple(
        Choice(label=playbook.lines[f"{value}_button"].first[0], value=f"solved:{value}") for value in ("yes", "no")
    )


def _offer(c: Conversation, playbook: Playbook) -> PlannedMove:
    times = c.spoken.get("line.offer_person", 0)
    return PlannedMove(
        move="offer_person", wordings=(("line.offer_person", playbook.lines["offer_person"]),), times_before=times
    )


def _line_bindings(c: Conversation, playbook: Playbook) -> dict[str, Any]:
    """Return the names only lines use: what was corrected, what is asked."""
    bound: dict[str, Any] = {}
    frame = c.frame
    step = playbook.scenarios[frame.scenario].by_id.get(frame.step) if frame and frame.step else None
    if isinstance(step, (Ask, Choose)) and step.slot in playbook.slots:
        bound["title"] = playbook.slots[step.slot].title
    if c.corrected is not None and "line.corrected" in c.owed and c.corrected in playbook.slots:
        bound |= told(playbook.slots[c.corrected], c.slots.get(c.corrected))
    return bound


def _formats(c: Conversation, playbook: Playbook) -> dict[str, str]:
    """How bound values are said; what was corrected is said like its slot, a date as a date."""
    formats = formats_of(playbook)
    corrected = {"value": formats[c.corrected]} if c.corrected in formats else {}
    return {**formats, **corrected}


def _backed(c: Conversation, playbook: Playbook, purpose: Purpose) -> tuple[str, ...]:
    """Return what this reply may promise: what an action of this turn entitles to, and a person when one is called."""
    step = playbook.scenarios[c.frame.scenario].by_id.get(c.frame.step) if c.frame and c.frame.step else None
    called = (*c.done_now, *((step.action,) if isinstance(step, CallAction) else ()))
    actions = [playbook.actions[name] for name in called if name in playbook.actions]
    promises = [promise for action in actions for promise in action.may_promise]
    return (*promises, *(("handoff",) if purpose in ("handoff", "danger", "held") else ()))


def _scenario(c: Conversation, spoke: tuple[str, ...]) -> str | None:
    if c.frame is not None:
        return c.frame.scenario
    return next((place.partition(".")[0] for place in reversed(spoke) if not place.startswith("line.")), None)


def _step(spoke: tuple[str, ...]) -> str | None:
    return next((place.partition(".")[2] for place in reversed(spoke) if not place.startswith("line.")), None)


__all__ = ["ask_reply", "introduction", "line_reply", "solved_buttons", "speak", "told"]
