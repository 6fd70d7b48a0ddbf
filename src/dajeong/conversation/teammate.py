"""Who works in the studio, and the browsers they are signed in with; as they are kept."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

# What somebody may do follows from it; a new role is a line here and one in the table of `server/access.py`.
Role = Literal["owner"]


class Teammate(Frozen):
    """A person of the team. ``key`` is the name as it is compared, ``password`` the argon2id hash and never the password."""

    id: str
    name: str
    key: str
    role: Role
    password: str = Field(repr=False)
    made_at: datetime


class SignedIn(Frozen):
    """One browser of a teammate. ``digest`` is SHA-256 of the token in its cookie: the row opens nothing."""

    digest: str = Field(repr=False)
    teammate: str
    started_at: datetime
    seen_at: datetime
