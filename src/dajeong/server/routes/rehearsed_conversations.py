"""The conversations of a rehearsal: found by what failed, opened one by one, and made into stories."""

import asyncio
from collections.abc import Collection, Mapping
from itertools import count
from typing import Annotated

from fastapi import APIRouter, Path, Query

from dajeong.conversation.frozen import Frozen
from dajeong.playbook.folder import without_trials
from dajeong.playbook.story import story_text
from dajeong.server.drafting import draft_files
from dajeong.server.rehearsal_cast import deeds_of, who_is
from dajeong.server.rehearsing import NoSuchRehearsal, Rehearsals
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, PlaybookName, Running
from dajeong.server.routes.rehearsals import Desk, Id
from dajeong.server.routes.tries import KeptStory, story_path
from dajeong.simulation.customers import MadeUpCustomer
from dajeong.simulation.customers.meeting import Leaving
from dajeong.simulation.rehearsal import Result
from dajeong.simulation.rehearsal.result import Said, VerdictName
from dajeong.simulation.rehearsal.troupe import OPENING_DAY
from dajeong.simulation.trying import Script

Number = Annotated[int, Path(ge=0, le=1_000)]
PAGE = 30


class Played(Frozen):
    """One conversation in a list."""

    number: int
    customer: str
    who: str
    leaving: Leaving
    turns: int
    reached: bool
    failed: tuple[VerdictName, ...]
    anger: float
    stood_at: str | None


class PlayedPage(Frozen):
    """Some of the conversations that were asked for, by number; ``next`` is where the following ones begin."""

    conversations: tuple[Played, ...]
    total: int
    next: int | None


class PlayedLine(Said):
    """One line of a rehearsed conversation."""


class PlayedResult(Result):
    """What came of one customer, line by line."""

    lines: tuple[PlayedLine, ...]


class PlayedWhole(Frozen):
    """One conversation whole, and its customer."""

    result: PlayedResult
    customer: MadeUpCustomer | None


router = APIRouter(prefix="/api/studio/playbooks/{name}/rehearsals/{id}/conversations", tags=["rehearsals"])


@router.get("", dependencies=[MAY_READ])
async def list_played(
    name: PlaybookName,
    id: Id,
    desk: Desk,
    verdict: Annotated[VerdictName | None, Query(description="Only those of which this failed.")] = None,
    customer: Annotated[str | None, Query(max_length=100)] = None,
    step: Annotated[str | None, Query(max_length=200, description="scenario.step at which they left unhelped.")] = None,
    since: Annotated[int, Query(ge=0, description="The first number.", alias="from")] = 0,
) -> PlayedPage:
    """Return conversations of a rehearsal, by number."""
    results = await asyncio.to_thread(desk.results, name, id)
    who = who_is(await asyncio.to_thread(desk.files, name, id))
    found = [
        each
        for each in results.values()
        if (verdict is None or each.judged(verdict) == "failed")
        and (customer is None or each.customer == customer)
        and (step is None or (each.left_unhelped and each.stood_at == step))
    ]
    rest = [each for each in found if each.number >= since]
    return PlayedPage(
        conversations=tuple(_row(each, who) for each in rest[:PAGE]),
        total=len(found),
        next=rest[PAGE].number if len(rest) > PAGE else None,
    )


@router.get("/{number}", dependencies=[MAY_READ])
async def open_played(name: PlaybookName, id: Id, number: Number, desk: Desk) -> PlayedWhole:
    """Return one conversation whole, and its customer."""
    result, files = await asyncio.to_thread(_result, desk, name, id, number)
    return PlayedWhole(
        result=PlayedResult.model_validate(result.model_dump()), customer=who_is(files).get(result.customer)
    )


@router.post("/{number}/story", status_code=201, dependencies=[MAY_WRITE])
async def make_story(name: PlaybookName, id: Id, number: Number, app: Running, desk: Desk) -> KeptStory:
    """Keep a conversation in the draft as a story that expects what happened in it."""
    result, files = await asyncio.to_thread(_result, desk, name, id, number)
    told = who_is(files).get(result.customer)
    script = Script(without_trials(files), deeds_of(result), OPENING_DAY, told.world if told else {})
    tried = await app.trying.play(script)
    if tried.stopped is not None:
        # The same words said one by one may end a conversation earlier; so far the story goes.
        script = Script(script.files, script.deeds[: tried.stopped.line], OPENING_DAY, script.systems)
    draft = await draft_files(app, name)
    title, path = _place(f"{told.who if told and told.who else result.customer} {number + 1}", draft)
    story = await app.trying.written_down(script, title)
    file = await app.storage.drafts.save(name, path, story_text(story), revision=0, at=app.clock())
    return KeptStory(title=story.story, file=file)


def _row(result: Result, who: Mapping[str, MadeUpCustomer]) -> Played:
    told = who.get(result.customer)
    return Played(
        number=result.number,
        customer=result.customer,
        who=told.who if told else result.customer,
        leaving=result.leaving,
        turns=result.turns,
        reached=result.judged("goal_reached") == "passed",
        failed=tuple(each.name for each in result.failed),
        anger=result.ended.anger,
        stood_at=result.stood_at,
    )


def _result(desk: Rehearsals, name: str, id: str, number: int) -> tuple[Result, dict[str, str]]:
    result = desk.results(name, id).get(number)
    if result is None:
        raise NoSuchRehearsal("This conversation was not played.")
    return result, desk.files(name, id)


def _place(title: str, taken: Collection[str]) -> tuple[str, str]:
    """Return a title no other story has, and where the story of that title is kept."""
    titles = (title if n == 1 else f"{title} ({n})" for n in count(1))
    return next((each, path) for each in titles if (path := story_path(each, ())) not in taken)
