"""Time: one kind line after silence, then the question at the end, then the close."""

from datetime import timedelta

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import ConversationClosed
from dajeong.dialogue.decision import Decision, Record, Wait
from dajeong.dialogue.reply import line_reply
from dajeong.playbook.playbook import Playbook


def wait(c: Conversation, playbook: Playbook) -> Wait:
    """Return until when to wait for the customer; a person who holds the thread is never hurried by a clock."""
    timing = playbook.timing
    since = c.replied_at or c.started_at
    last = c.last_reply
    if since is None or last is None or c.holder != "assistant":
        return Wait()
    if last.purpose == "survey":
        return Wait(since + timedelta(seconds=timing.survey_waits), "survey")
    if c.heard and not c.nudged and (c.frames or last.expects):
        return Wait(since + timedelta(seconds=timing.silence_after), "silence")
    return Wait(since + timedelta(seconds=timing.close_after), "close")


def close_in_time(c: Conversation, playbook: Playbook) -> Decision | None:
    """Act on a waiting time that ran out, and close once the last question is answered."""
    if c.survey_score is not None and "line.survey_thanks" not in c.owed and not c.unanswered:
        return Record(ConversationClosed(reason="ended"))
    said_farewell = c.last_reply is not None and "line.closing" in c.last_reply.spoke
    if said_farewell and not c.unanswered:
        return Record(ConversationClosed(reason="silence"))
    if c.time_passed is None:
        return None
    match c.time_passed.why:
        case "silence":
            return _nudge(c, playbook)
        # Who went without an answer is asked as well: a survey of the helped alone would flatter us.
        case "close" if playbook.survey and c.matters and not _asked(c):
            return line_reply(c, playbook, "survey", "survey", move="check", expects="survey")
    if c.heard:
        return line_reply(c, playbook, "closing", "goodbye")
    # Nobody ever wrote: there is nobody to say goodbye to.
    return Record(ConversationClosed(reason="silence"))


def _nudge(c: Conversation, playbook: Playbook) -> Decision:
    last = c.last_reply
    return line_reply(
        c,
        playbook,
        "silence",
        "silence",
        choices=tuple(choice for choice in last.choices if choice.value != "person") if last else (),
        expects=last.expects if last else None,
        offers_person=last.offers_person if last else False,
    )


def _asked(c: Conversation) -> bool:
    return any(reply.purpose == "survey" for reply in c.replies)
