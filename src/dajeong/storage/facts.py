"""What stands or happened in a conversation: the very facts that Home counts, to list the conversations behind a number."""

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Select, and_, or_, select

from dajeong.conversation.handoff import Holder
from dajeong.conversation.reading import GROUP_OF
from dajeong.storage.micros import to_micros
from dajeong.storage.tables.log import events, inbox

Fact = Literal["wrote", "solved", "handed_over", "waiting", "hurt"]
# How a scenario is asked for that no conversation has: those that reached none.
NO_SCENARIO = "-"
HURT = ("against", "worried")

KIND_OF: dict[Fact, str] = {"wrote": "customer_wrote", "solved": "scenario_left", "handed_over": "handoff_requested"}
# The outcome as it stands in the body of `ScenarioLeft`, which holds nobody's words.
DONE = '%"outcome":"done"%'
# Named one by one, so that the inbox's own index finds the newest among them.
EVERY = (inbox.c.closed.in_([False, True]), inbox.c.holder.in_(get_args(Holder)))
QUEUED = and_(inbox.c.closed.is_(False), inbox.c.holder == "queue")


def with_fact(fact: Fact, scenario: str | None, since: datetime | None, until: datetime | None) -> Select[tuple[str]]:
    """Return the statement of the conversations that have a fact.

    What happened (``wrote``, ``solved``, ``handed_over``) happened between ``since`` (with it) and ``until`` (without it);
    ``waiting`` and ``hurt`` stand now. A conversation rests in hurt in the newest scenario it reached.
    """
    if fact == "waiting":
        return select(inbox.c.conversation).where(QUEUED)
    if fact == "hurt":
        return select(inbox.c.conversation).where(*_resting(scenario))
    happened = select(events.c.conversation).where(events.c.kind == KIND_OF[fact])
    if fact == "solved":
        happened = happened.where(events.c.body.like(DONE))
    if since is not None:
        # The inbox finds the few that have anything new; the log alone would be read whole.
        lately = and_(inbox.c.conversation == events.c.conversation, *EVERY, inbox.c.last_at >= to_micros(since))
        happened = happened.join(inbox, lately).where(events.c.at >= to_micros(since))
    if until is not None:
        happened = happened.where(events.c.at < to_micros(until))
    return happened


def _resting(scenario: str | None) -> list[ColumnElement[bool]]:
    hurting = [emotion for emotion, group in GROUP_OF.items() if group in HURT]
    resting: list[ColumnElement[bool]] = [or_(*(inbox.c.row.contains(f'"emotion":"{each}"') for each in hurting))]
    if scenario is not None:
        kept = "null" if scenario == NO_SCENARIO else f'"{scenario}"'
        resting.append(inbox.c.row.contains(f'"scenario":{kept}', autoescape=True))
    return resting
