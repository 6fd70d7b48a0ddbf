"""What to do next: a pure function of what happened and what the team wrote."""

from collections.abc import Callable

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import MessageTaken
from dajeong.dialogue.decision import Decision, Read, Record, Wait
from dajeong.dialogue.handoff import hand_over, hold
from dajeong.dialogue.hearing import hear, is_weak
from dajeong.dialogue.repair import note, settle
from dajeong.dialogue.reply import introduction, line_reply, solved_buttons, speak
from dajeong.dialogue.steps import advance
from dajeong.dialogue.waiting import close_in_time, wait
from dajeong.playbook.playbook import Playbook


def decide(conversation: Conversation, playbook: Playbook) -> Decision:
    """Return the next thing to do. Ask again after each decision has happened, until it is ``Wait``.

    The order is the order of what matters: who we are is said first, danger and a wish for a person leave everything,
    what the customer just said comes before our own plan, and only then does the designed way go on.
    """
    if conversation.closed or conversation.forgotten or conversation.open_action:
        return Wait()
    for consider in _IN_ORDER:
        if (decision := consider(conversation, playbook)) is not None:
            return decision
    return wait(conversation, playbook)


def _introduce(c: Conversation, playbook: Playbook) -> Decision | None:
    """Say who we are: an AI. Nobody can switch this off."""
    return None if c.introduced else introduction(c, playbook)


def _read(c: Conversation, playbook: Playbook) -> Decision | None:
    return Read(c.unread.message) if c.unread else None


def _listen(c: Conversation, playbook: Playbook) -> Decision | None:
    """Take every open message as something and act on it; danger first, and a greeting beside a matter settles itself."""
    taken = c.to_settle
    if taken is not None and not is_weak(taken) and (decision := settle(c, playbook, taken)) is not None:
        return decision
    untaken = [each for each in c.unanswered if each.taken is None]
    if untaken:
        heard = next((each for each in untaken if each.reading and each.reading.risk != "none"), untaken[0])
        return Record(hear(c, playbook, heard))
    if taken is not None and is_weak(taken) and not _heard_more(c, taken):
        return settle(c, playbook, taken)
    return None


def _heard_more(c: Conversation, taken: MessageTaken) -> bool:
    """Whether another message still open was taken as something that carries the conversation on."""
    return any(
        each.taken is not None and each.taken.message != taken.message and not is_weak(each.taken)
        for each in c.unanswered
    )


def _speak(c: Conversation, playbook: Playbook) -> Decision | None:
    """Say what is still owed once no scenario has anything to add; no message goes without an answer."""
    said = speak(c, playbook) if c.owed else None
    given = [each.taken for each in c.unanswered if each.taken is not None and each.taken.taken_as == "answer"]
    if said is None and given and c.frame is None:
        return note(c, playbook, given[-1])
    if said is None and c.unanswered:
        return line_reply(c, playbook, "ask_solved", "matter", choices=solved_buttons(playbook), expects="solved")
    return said


_IN_ORDER: tuple[Callable[[Conversation, Playbook], Decision | None], ...] = (
    _introduce,
    _read,
    hand_over,
    hold,
    _listen,
    close_in_time,
    advance,
    _speak,
)
