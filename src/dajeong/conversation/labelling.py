"""Messages worth a person's label, and the labels they got; no words of anybody."""

from datetime import datetime
from typing import Literal

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion, Language

# Why a label is worth the time: the emotion was unsure, no intent was found where one was needed, a teammate corrected the
# reading, or a handoff came within two turns.
Reason = Literal["unsure", "abstained", "corrected", "before_handoff"]
# ``skipped``: not by me; ``cannot_tell``: read, and nobody could say from the words.
Verdict = Literal["labelled", "cannot_tell", "skipped"]
# What a list shows: what nobody has labelled, what others have and I have not, or what I have.
Whose = Literal["open", "others", "mine"]


class QueueRow(Frozen):
    """A message worth labelling. ``version`` is that of its event; ``likeness`` is shared by messages that are nearly copies."""

    conversation: str
    version: int
    at: datetime
    language: Language
    playbook: str
    playbook_version: str
    emotion: Emotion
    intent: str | None
    reasons: tuple[Reason, ...]
    priority: int
    likeness: str


class KeptLabel(Frozen):
    """One person's label of one message; ``body`` is the whole label as JSON."""

    conversation: str
    version: int
    by: str
    at: datetime
    verdict: Verdict
    emotion: Emotion | None
    body: str
