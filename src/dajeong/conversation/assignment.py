"""Which of two versions a new conversation is held with, while a team tries a second one beside the first."""

import hashlib
from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

_PARTS = 10_000


class VersionAssigned(Frozen):
    """The conversation got one of two versions by lot. ``percent`` is the share of new conversations ``second`` gets."""

    kind: Literal["version_assigned"] = "version_assigned"
    version: str
    first: str
    second: str
    percent: Annotated[int, Field(ge=0, le=100)]


def assigned(conversation: str, first: str, second: str, percent: int) -> VersionAssigned:
    """Return the lot of a conversation. It hangs on the conversation's id and ``second`` alone: asked again, it is the same."""
    digest = hashlib.sha256(f"{second}:{conversation}".encode("utf-8", "surrogatepass")).digest()
    drawn = int.from_bytes(digest[:8], "big") % _PARTS < percent * _PARTS // 100
    return VersionAssigned(version=second if drawn else first, first=first, second=second, percent=percent)
