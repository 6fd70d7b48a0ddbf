"""What to do next, in the imperative: the five answers `decide` can give."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dajeong.conversation.events import Event, Why
from dajeong.playbook.plan import Plan


@dataclass(frozen=True, slots=True)
class Read:
    """Have this message understood."""

    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """Settled without help: append this."""

    event: Event


@dataclass(frozen=True, slots=True)
class Say:
    """Word this plan, guard it and send it."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Call:
    """Ask a business system; ``inputs`` still hold tokens, the runtime resolves them."""

    action: str
    scenario: str
    step: str
    inputs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wait:
    """Done for now; ``until`` (UTC) is when to think again if nothing happens, None for never."""

    until: datetime | None = None
    why: Why | None = None


Decision = Read | Record | Say | Call | Wait
