"""Home's numbers: what happened today, where it hurts, and what waits for a person."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.inbox import InboxRow
from dajeong.conversation.reading import GROUP_OF, Emotion
from dajeong.errors import DajeongError
from dajeong.server.routes.dependencies import Running, Watcher
from dajeong.storage.facts import HURT
from dajeong.storage.today import Happened, Waiting

DAYS = 7
MOST_SCENARIOS = 5
MOST_WAITING = 4
_DAY = timedelta(days=1)


class DayFelt(Frozen):
    """One day: conversations that had their newest event in it, and how many of them rest in hurt."""

    begins: datetime
    conversations: int
    hurt: int


class Sore(Frozen):
    """A scenario that customers left, or are in, with hurt. ``scenario`` is None where no scenario was reached."""

    playbook: str
    scenario: str | None
    title: str
    conversations: int
    hurt: int


class WaitingCustomer(Frozen):
    """A customer who waits for a person."""

    conversation: str
    since: datetime
    emotion: Emotion
    scenario: str | None
    title: str


class WaitingNote(Frozen):
    """A note whose own words somebody must look at: a customer it is about was forgotten."""

    id: str
    title: str
    by: str
    since: datetime


class Home(Frozen):
    """Everything Home shows. ``yesterday`` is counted until the same hour, so that the two can be compared.

    ``waiting_notes`` are some of ``notes``, those of the one who asks first.
    """

    now: datetime
    fresh: bool
    playbooks: tuple[str, ...]
    today: Happened
    yesterday: Happened
    days: tuple[DayFelt, ...]
    sore: tuple[Sore, ...]
    waiting: int
    longest_waiting: tuple[WaitingCustomer, ...]
    notes: int
    waiting_notes: tuple[WaitingNote, ...]


router = APIRouter(prefix="/api/studio", tags=["studio"])


@router.get("/home")
async def read_home(
    app: Running,
    who: Watcher,
    today: Annotated[AwareDatetime, Query(description="The midnight that began today where you are, with its zone.")],
) -> Home:
    """Return what happened today, where it hurts, and what waits for a person."""
    return await home_of(app, today, who.name)


async def home_of(app: App, today: datetime, name: str) -> Home:
    """Return what Home shows to somebody of this name whose today began then."""
    now = app.clock()
    # A clock that is wrong by days would ask for the whole log.
    begin = min(max(today, now - 2 * _DAY), now)
    # The minute beyond lets in what is written while we count.
    stretches = [(begin, now + timedelta(minutes=1)), (begin - _DAY, now - _DAY)]
    so_far, yesterday = await app.storage.today.happened(stretches)
    week = begin - (DAYS - 1) * _DAY
    rows = [row for row in await app.storage.today.lately(week) if row.messages]
    number, longest = await app.storage.today.waiting(limit=MOST_WAITING)
    notes, some = await app.storage.notes.to_look_at(first_by=name, limit=MOST_WAITING)
    titles = _Titles(app)
    return Home(
        now=now,
        fresh=not await app.storage.today.anybody_wrote(),
        playbooks=tuple(app.runtime.designs.names()),
        today=so_far,
        yesterday=yesterday,
        days=felt_by_day(rows, week),
        sore=tuple([await titles.named(each) for each in sore_places(rows)]),
        waiting=number,
        longest_waiting=tuple([each for one in longest if (each := await _customer(app, one, titles))]),
        notes=notes,
        waiting_notes=tuple(
            WaitingNote(id=each.id, title=each.title, by=each.by, since=each.forgotten_at)
            for each in some
            if each.forgotten_at is not None
        ),
    )


def felt_by_day(rows: list[InboxRow], week: datetime) -> tuple[DayFelt, ...]:
    """Return the days from ``week`` on, each with its conversations; a day without any is there too."""
    all_of, hurt_of = Counter[int](), Counter[int]()
    for row in rows:
        if row.last_at is not None:
            day = min((row.last_at - week) // _DAY, DAYS - 1)
            all_of[day] += 1
            hurt_of[day] += _hurts(row)
    return tuple(DayFelt(begins=week + n * _DAY, conversations=all_of[n], hurt=hurt_of[n]) for n in range(DAYS))


def sore_places(rows: list[InboxRow]) -> list[Sore]:
    """Return the scenarios with most conversations that rest in hurt, the sorest first; none that has no such one."""
    all_of = Counter((row.playbook, row.scenario) for row in rows)
    hurt_of = Counter((row.playbook, row.scenario) for row in rows if _hurts(row))
    worst = sorted(hurt_of, key=lambda place: (-hurt_of[place], all_of[place], str(place)))[:MOST_SCENARIOS]
    return [
        Sore(playbook=place[0], scenario=place[1], title="", conversations=all_of[place], hurt=hurt_of[place])
        for place in worst
    ]


def _hurts(row: InboxRow) -> bool:
    return GROUP_OF[row.emotion] in HURT


async def _customer(app: App, waiting: Waiting, titles: "_Titles") -> WaitingCustomer | None:
    row = await app.storage.log.inbox_of(waiting.conversation)
    if row is None:
        return None
    return WaitingCustomer(
        conversation=row.conversation,
        since=waiting.since,
        emotion=row.emotion,
        scenario=row.scenario,
        title=await titles.of(row.playbook, row.scenario),
    )


class _Titles:
    """What the team calls its scenarios now."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def named(self, place: Sore) -> Sore:
        """Return the place with its title."""
        return place.model_copy(update={"title": await self.of(place.playbook, place.scenario)})

    async def of(self, playbook: str, scenario: str | None) -> str:
        """Return the title, or the id when the playbook no longer has it."""
        if scenario is None:
            return ""
        try:
            scenarios = (await self._app.runtime.designs.current(playbook)).playbook.scenarios
        except DajeongError:
            return scenario
        return scenarios[scenario].title or scenario if scenario in scenarios else scenario
