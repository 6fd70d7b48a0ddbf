"""Passing the conversation to a person: the packet they need, who holds the thread, and what the customer is told."""

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.conversation.events import HolderChanged
from dajeong.conversation.handoff import Packet
from dajeong.conversation.reading import Reading
from dajeong.dialogue.bindings import matter_at_hand
from dajeong.dialogue.decision import Decision, Record, Wait
from dajeong.dialogue.reply import line_reply, speak
from dajeong.playbook.playbook import Playbook

# The customer is told this often that words were passed on; after that silence is kinder than an echo ...
TOLD_AT_MOST = 2
# ... unless they ask whether anybody is there, or are angry: that is answered this often.
ANSWERED_AT_MOST = 5


def packet(c: Conversation, playbook: Playbook, suggested: str = "") -> Packet:
    """Return everything a teammate needs so that the customer is not asked again."""
    at_hand = matter_at_hand(c) or ((c.matters[-1].scenario, c.matters[-1].intent) if c.matters else None)
    scenario = playbook.scenarios.get(at_hand[0]) if at_hand else None
    return Packet(
        matter=scenario.title if scenario else None,
        intent=at_hand[1] if at_hand else None,
        slots={playbook.slots[name].title: value for name, value in c.slots.items() if name in playbook.slots},
        mood=c.mood,
        promised=tuple(promise.text for reply in c.replies for promise in reply.promises),
        tried=tuple(playbook.actions[name].title or name for name in c.results if name in playbook.actions),
        suggested=suggested,
    )


def hand_over(c: Conversation, playbook: Playbook) -> Decision | None:
    """Put the thread in the queue once a handoff is asked for, and say so."""
    if c.packet is None or not any(place in ("line.handoff", "line.danger") for place in c.owed):
        return None
    if c.holder == "assistant":
        return Record(HolderChanged(holder="queue"))
    return speak(c, playbook)


def hold(c: Conversation, playbook: Playbook) -> Decision | None:
    """While a person holds the thread the assistant keeps quiet, but for danger and one kind word."""
    if c.holder == "assistant":
        return None
    open_messages = c.unanswered
    if any(each.reading and each.reading.risk != "none" for each in open_messages) and not c.spoken.get("line.danger"):
        return line_reply(c, playbook, "danger", "danger")
    if c.holder == "queue" and open_messages:
        most = ANSWERED_AT_MOST if any(_calls_for_a_word(each) for each in open_messages) else TOLD_AT_MOST
        if c.spoken.get("line.held", 0) < most:
            return line_reply(c, playbook, "held", "held")
    return Wait()


def _calls_for_a_word(heard: Heard) -> bool:
    reading = heard.reading or Reading()
    return reading.speech_act in ("question", "greeting", "rhetorical") or reading.emotion.group == "against"
