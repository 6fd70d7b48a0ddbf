"""What goes between the one who fills a database and those who play: what to play, and what came of it."""

from datetime import datetime

from dajeong.conversation import Recorded
from dajeong.conversation.events import Why
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.token import SealedValue


class Order(Frozen):
    """Which share of which month to play. ``now`` is where the month ends; ``data`` holds the vault's key and the models."""

    folders: tuple[str, ...]
    now: str
    data: str
    share: int
    players: int


class Sheet(Frozen):
    """One conversation as it went: its events, the sealed values they point at, and what it still waits for."""

    events: tuple[Recorded, ...]
    sealed: tuple[SealedValue, ...]
    due: tuple[datetime, Why] | None
