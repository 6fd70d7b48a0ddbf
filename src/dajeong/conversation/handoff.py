"""Who holds the thread, why it is passed on, and what whoever takes over is handed."""

from typing import Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.mood import Mood

Holder = Literal["assistant", "queue", "teammate"]
HandoffReason = Literal["asked", "designed", "offered", "danger", "not_understood", "trouble"]


class Packet(Frozen):
    """What a teammate needs on taking over, so that the customer is not asked twice."""

    matter: str | None = None
    intent: str | None = None
    slots: dict[str, str] = Field(default_factory=dict)
    mood: Mood = Mood()
    promised: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    suggested: str = ""
