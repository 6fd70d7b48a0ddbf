"""What was said before the message that is being read."""

from datetime import datetime
from typing import Literal

from dajeong.conversation.frozen import Frozen


class Heard(Frozen):
    """One earlier message, its personal data already turned into tokens such as ``[전화 1]``."""

    by: Literal["customer", "assistant", "teammate"]
    text: str
    at: datetime | None = None
