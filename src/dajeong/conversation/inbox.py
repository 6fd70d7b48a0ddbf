"""The inbox row of a conversation: what a list of conversations needs, rebuildable from the log at any time."""

from datetime import datetime

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import Holder
from dajeong.conversation.reading import Emotion, Language


class InboxRow(Frozen):
    """One line of the inbox; no words of the customer."""

    conversation: str
    version: int
    channel: str
    customer: str
    playbook: str
    playbook_version: str
    language: Language
    holder: Holder
    closed: bool
    emotion: Emotion
    level: float
    messages: int
    scenario: str | None
    started_at: datetime | None
    last_at: datetime | None


def inbox_row(conversation: Conversation) -> InboxRow:
    """Return the row for a conversation as it stands."""
    scenario = conversation.frame.scenario if conversation.frame else None
    if scenario is None and conversation.matters:
        scenario = conversation.matters[-1].scenario
    return InboxRow(
        conversation=conversation.id,
        version=conversation.version,
        channel=conversation.channel,
        customer=conversation.customer,
        playbook=conversation.playbook,
        playbook_version=conversation.playbook_version,
        language=conversation.language,
        holder=conversation.holder,
        closed=conversation.closed,
        emotion=conversation.mood.emotion,
        level=conversation.mood.level,
        messages=len(conversation.heard),
        scenario=scenario,
        started_at=conversation.started_at,
        last_at=conversation.last_at,
    )
