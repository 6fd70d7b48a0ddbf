"""Conversations for people who read them: the list with its filters and search, and one conversation with all its whys."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import AwareDatetime

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion, Group, Language
from dajeong.conversation.summary import Standing, Summary
from dajeong.conversation.transcript import Transcript, transcript
from dajeong.language.grams import sought
from dajeong.runtime.errors import UnknownConversation
from dajeong.server.routes.dependencies import MAY_READ, Running
from dajeong.storage.facts import Fact
from dajeong.storage.search import Place, Wanted

Name = Annotated[str | None, Query(max_length=128)]


class ConversationPage(Frozen):
    """Conversations, the newest activity first. ``next`` is the cursor of the following page, ``total`` counts all pages."""

    items: tuple[Summary, ...]
    next: str | None
    total: int


router = APIRouter(prefix="/api/studio/conversations", tags=["conversations"], dependencies=[MAY_READ])


@router.get("")
async def list_conversations(
    app: Running,
    q: Annotated[str, Query(max_length=200, description="Words; a conversation has them all.")] = "",
    emotion: Annotated[
        Emotion | Group | None, Query(description="An emotion or a group that was read at least once.")
    ] = None,
    outcome: Annotated[
        Standing | None, Query(description="How it stands: as its newest matter ended, or without an end.")
    ] = None,
    scenario: Annotated[str | None, Query(max_length=128, description="One that was entered; `-`: none was.")] = None,
    fact: Annotated[
        Fact | None, Query(description="What Home counts; what happened, did between `from` and `to`.")
    ] = None,
    channel: Name = None,
    playbook: Name = None,
    version: Name = None,
    language: Language | None = None,
    since: Annotated[AwareDatetime | None, Query(alias="from", description="Newest event at or after.")] = None,
    until: Annotated[AwareDatetime | None, Query(alias="to", description="Newest event before.")] = None,
    cursor: Annotated[str, Query(pattern=r"^([0-9]{1,17}\.[0-9]{1,17})?$", description="From `next`.")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ConversationPage:
    """Return conversations that fit everything asked. Where words are sought, ``preview`` is the line that has most of them."""
    words = sought(q)
    if q.strip() and not words:
        # Signs alone, or a token: no line has them, and the whole list would look as if it had.
        return ConversationPage(items=(), next=None, total=0)
    wanted = Wanted(
        sought=words,
        feeling=emotion,
        outcome=outcome,
        scenario=scenario,
        fact=fact,
        channel=channel,
        playbook=playbook,
        version=version,
        language=language,
        since=since,
        until=until,
    )
    found = await app.storage.search.page(wanted, after=_place(cursor), limit=limit)
    return ConversationPage(
        items=found.rows,
        next=f"{found.after.last_at}.{found.after.number}" if found.after else None,
        total=found.total,
    )


@router.get("/{id}")
async def read_transcript(id: Annotated[str, Path(max_length=64)], app: Running) -> Transcript:
    """Return one conversation: what was said, how each message was read, why each reply was given, and the mood."""
    events = await app.storage.log.read(id)
    if not events:
        raise UnknownConversation("There is no such conversation. It may be a mistyped address.")
    # A long one takes a while to fold, and others wait for the loop.
    return await asyncio.to_thread(transcript, events)


def _place(cursor: str) -> Place | None:
    if not cursor:
        return None
    last_at, _, number = cursor.partition(".")
    return Place(int(last_at), int(number))
