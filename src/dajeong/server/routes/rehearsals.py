"""Rehearsals: a draft or a version played with many made-up customers, watched, looked into, and made into stories."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import Playbook
from dajeong.playbook.folder import without_trials
from dajeong.server.drafting import draft_texts
from dajeong.server.rehearsal_cast import Cast, cast_of, who_is
from dajeong.server.rehearsal_folder import Booked
from dajeong.server.rehearsing import Rehearsals
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, PlaybookName, ReadIn, Running, Writer
from dajeong.server.routes.versions import DRAFT, texts_of
from dajeong.simulation.rehearsal import Summary, playable
from dajeong.simulation.rehearsal.compare import Comparing, Flip, MeanName, Shift
from dajeong.simulation.rehearsal.result import VerdictName

Id = Annotated[str, Path(pattern=r"^[0-9A-Za-z_-]{1,40}$")]
_LONGEST_WORDS = 60


class RehearsalStart(Frozen):
    """What to rehearse: so many customers, with this seed of all chance, on the draft or on a version."""

    customers: Annotated[int, Field(ge=10, le=1_000)] = 100
    seed: Annotated[int, Field(ge=0, le=1_000_000)] = 1
    of: Annotated[str, Field(max_length=64)] = DRAFT


class RehearsalStanding(Booked):
    """A rehearsal and how it stands; ``ahead`` counts those that are played before it."""

    ahead: int = 0


class StepName(Frozen):
    """A step for people: its scenario, its kind, and what it says first."""

    scenario: str
    kind: str
    says: str


class RehearsalSummary(Summary):
    """What a rehearsal comes to."""


class ComparedFigure(Shift):
    """One figure of both rehearsals."""


class RehearsalComparison(Frozen):
    """What got better and worse from one rehearsal to another, as `Comparison` tells it."""

    conversations: int
    unpaired: int
    failed: dict[VerdictName, ComparedFigure]
    means: dict[MeanName, ComparedFigure]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    unclear: tuple[str, ...]
    flips: tuple[Flip, ...]


class RehearsalShown(Frozen):
    """A rehearsal with what it comes to so far, and names for people. ``policies`` and ``scenarios`` are titles by id."""

    run: RehearsalStanding
    summary: RehearsalSummary | None
    scenarios: dict[str, str]
    steps: dict[str, StepName]
    policies: dict[str, str]
    customers: dict[str, str]


async def _desk(request: Request) -> Rehearsals:
    desk: Rehearsals = request.app.state.rehearsals
    return desk


Desk = Annotated[Rehearsals, Depends(_desk)]
router = APIRouter(prefix="/api/studio/playbooks/{name}", tags=["rehearsals"])


@router.get("/customers", dependencies=[MAY_READ])
async def list_customers(name: PlaybookName, app: Running, read_in: ReadIn) -> Cast:
    """Return the draft's made-up customers, and every mistake in their files with its line."""
    return await asyncio.to_thread(cast_of, await draft_texts(app, name, {}), read_in)


@router.get("/rehearsals", dependencies=[MAY_READ])
async def list_rehearsals(name: PlaybookName, desk: Desk) -> tuple[RehearsalStanding, ...]:
    """Return the rehearsals of a playbook, the newest first."""
    return tuple(_standing(desk, each) for each in await asyncio.to_thread(desk.of, name))


@router.post("/rehearsals", status_code=201)
async def start_rehearsal(
    name: PlaybookName, body: RehearsalStart, app: Running, desk: Desk, who: Writer
) -> RehearsalStanding:
    """RehearsalStart a rehearsal in the background; where one is played already it waits for its turn."""
    draft = await draft_texts(app, name, {})
    own = without_trials(draft if body.of == DRAFT else await texts_of(app, name, body.of))
    files = {**own, **{path: text for path, text in draft.items() if path.startswith("customers/")}}
    await asyncio.to_thread(playable, files)
    booked = await asyncio.to_thread(
        lambda: desk.start(name, body.of, files, customers=body.customers, seed=body.seed, by=who.name)
    )
    return _standing(desk, booked)


@router.get("/rehearsals/{id}", dependencies=[MAY_READ])
async def read_rehearsal(name: PlaybookName, id: Id, desk: Desk) -> RehearsalShown:
    """Return how a rehearsal stands, and what it comes to so far."""
    return await asyncio.to_thread(_shown, desk, name, id)


@router.get("/rehearsals/{id}/compare/{before}", dependencies=[MAY_READ])
async def compare_rehearsals(name: PlaybookName, id: Id, before: Id, desk: Desk) -> RehearsalComparison:
    """Return what got better and worse since another rehearsal with the same customers, number and seed."""
    return await asyncio.to_thread(_compared, desk, name, before, id)


@router.post("/rehearsals/{id}/stop", dependencies=[MAY_WRITE])
async def stop_rehearsal(name: PlaybookName, id: Id, desk: Desk) -> RehearsalStanding:
    """End a rehearsal early; what was played is kept."""
    return _standing(desk, await asyncio.to_thread(desk.stop, name, id))


@router.delete("/rehearsals/{id}", status_code=204, dependencies=[MAY_WRITE])
async def delete_rehearsal(name: PlaybookName, id: Id, desk: Desk) -> None:
    """Delete a rehearsal that is over, with all its conversations."""
    await asyncio.to_thread(desk.delete, name, id)


def _compared(desk: Rehearsals, name: str, before: str, after: str) -> RehearsalComparison:
    comparing = Comparing()
    for result in desk.results(name, before).values():
        comparing.add("before", result)
    for result in desk.results(name, after).values():
        comparing.add("after", result)
    return RehearsalComparison.model_validate(comparing.comparison().model_dump())


def _standing(desk: Rehearsals, booked: Booked) -> RehearsalStanding:
    return RehearsalStanding(**dict(booked), ahead=desk.ahead(booked.id))


def _shown(desk: Rehearsals, name: str, id: str) -> RehearsalShown:
    playbook = desk.playbook(name, id)
    summary = desk.summary(name, id)
    return RehearsalShown(
        summary=RehearsalSummary(**dict(summary)) if summary else None,
        run=_standing(desk, desk.one(name, id)),
        scenarios={each.id: each.title or each.id for each in playbook.scenarios.values()},
        steps=_steps(playbook),
        policies={each.id: each.title or each.id for each in playbook.empathy.policies},
        customers={each.id: each.who for each in who_is(desk.files(name, id)).values()},
    )


def _steps(playbook: Playbook) -> dict[str, StepName]:
    found = {}
    for scenario in playbook.scenarios.values():
        for step in scenario.steps:
            says = getattr(step, "say", None)
            words = " ".join(says.first[0].split())[:_LONGEST_WORDS] if says is not None and says.first else ""
            found[f"{scenario.id}.{step.id}"] = StepName(scenario=scenario.id, kind=step.kind, says=words)
    return found
