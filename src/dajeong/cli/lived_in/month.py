"""The last thirty days as they might have been: who came when, with a day's rhythm, weekends and one bad day."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from dajeong.cli.lived_in.business import KOREA
from dajeong.cli.lived_in.cast import Cast, Errand
from dajeong.conversation.made_up import MADE_UP
from dajeong.playbook.story import Story

DAYS = 30
# How busy each hour is: nights are nearly quiet, lunch and the evening are not.
_HOURS = (2, 1, 1, 1, 1, 1, 2, 4, 8, 14, 16, 14, 11, 13, 14, 13, 11, 9, 8, 9, 11, 10, 6, 4)
# Monday to Sunday: what went wrong at the weekend is told on Monday.
_WEEKDAYS = (1.3, 1.1, 1.0, 1.0, 1.1, 0.6, 0.5)
_FRIDAY = 4
_STORIES = 0.3
_RETURNS = 0.2


@dataclass(frozen=True, slots=True)
class Visit:
    """One conversation to be: when it begins (UTC), with whom, and what it is about."""

    id: str
    cast: Cast
    at: datetime
    customer: str
    story: Story | None = None
    errand: Errand | None = None
    # What this customer knows: the same on the second visit.
    knows: tuple[tuple[str, str], ...] = ()
    again: bool = False
    bad: bool = False


def visits_of_month(casts: Sequence[Cast], now: datetime) -> list[Visit]:
    """Return every visit that began before ``now``, in order of time: the same for everybody on the same day."""
    today = now.astimezone(KOREA).date()
    every = [visit for cast in casts for visit in _visits(cast, today)]
    return sorted((visit for visit in every if visit.at < now), key=lambda visit: (visit.at, visit.id))


def _visits(cast: Cast, today: date) -> list[Visit]:
    chance = Random(f"{today}:{cast.name}")
    stories = list(cast.stories)
    chance.shuffle(stories)
    found: list[Visit] = []
    broken = _bad_day(cast, today)
    for ago in reversed(range(DAYS)):
        day = today - timedelta(days=ago)
        bad = day == broken
        times = cast.customers.bad_day.times if bad and cast.customers.bad_day else _WEEKDAYS[day.weekday()]
        for at in _moments(day, int(cast.customers.a_day * times + chance.random()), chance):
            found.append(_visit(cast, at, found, stories, bad, chance))
    return found


def _visit(cast: Cast, at: datetime, before: list[Visit], stories: list[Story], bad: bool, chance: Random) -> Visit:
    number = len(before) + 1
    id_ = hashlib.sha256(f"{at.isoformat()}:{cast.name}:{number}".encode()).hexdigest()[:22]
    customer = f"{MADE_UP}{cast.name}-{number:03}"
    if bad and cast.customers.bad_day is not None:
        errand = _drawn(cast.customers.bad_day.errands, chance)
        return Visit(id_, cast, at, customer, errand=errand, knows=_known(errand, chance), bad=True)
    known = [each for each in before[-20:] if each.errand is not None and each.errand.again and not each.again]
    if known and chance.random() < _RETURNS:
        earlier = chance.choice(known)
        return Visit(id_, cast, at, earlier.customer, errand=earlier.errand, knows=earlier.knows, again=True)
    if stories and chance.random() < _STORIES:
        return Visit(id_, cast, at, customer, story=stories.pop())
    errand = _drawn(cast.customers.errands, chance)
    return Visit(id_, cast, at, customer, errand=errand, knows=_known(errand, chance))


def _bad_day(cast: Cast, today: date) -> date | None:
    """Return the day on which something was broken: what breaks at a weekend, few notice."""
    if cast.customers.bad_day is None:
        return None
    day = today - timedelta(days=cast.customers.bad_day.days_ago)
    while day.weekday() > _FRIDAY:
        day -= timedelta(days=1)
    return day


def _drawn(errands: dict[str, Errand], chance: Random) -> Errand:
    return chance.choices(list(errands.values()), [errand.weight for errand in errands.values()])[0]


def _known(errand: Errand, chance: Random) -> tuple[tuple[str, str], ...]:
    return tuple((slot, chance.choice(texts)) for slot, texts in errand.knows.items())


def _moments(day: date, count: int, chance: Random) -> list[datetime]:
    hours = chance.choices(range(24), _HOURS, k=count)
    return sorted(
        datetime.combine(day, time(hour), KOREA) + timedelta(seconds=chance.randrange(3600)) for hour in hours
    )
