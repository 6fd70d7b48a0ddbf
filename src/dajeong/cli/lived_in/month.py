"""The last thirty days as they might have been: who came when, with a day's rhythm, weekends and one bad day."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from dajeong.cli.lived_in.cast import Cast
from dajeong.cli.lived_in.days import KOREA
from dajeong.conversation.made_up import MADE_UP
from dajeong.simulation.customers import MadeUpCustomer
from dajeong.simulation.rehearsal import Programme
from dajeong.simulation.rehearsal.troupe import casting

DAYS = 30
# How busy each hour is: nights are nearly quiet, lunch and the evening are not.
_HOURS = (2, 1, 1, 1, 1, 1, 2, 4, 8, 14, 16, 14, 11, 13, 14, 13, 11, 9, 8, 9, 11, 10, 6, 4)
# Monday to Sunday: what went wrong at the weekend is told on Monday.
_WEEKDAYS = (1.3, 1.1, 1.0, 1.0, 1.1, 0.6, 0.5)
_FRIDAY = 4
_RETURNS = 0.15


@dataclass(frozen=True, slots=True)
class Visit:
    """One conversation to be: when it begins (UTC), by what name somebody comes, and who that is."""

    id: str
    cast: Cast
    at: datetime
    customer: str
    told: MadeUpCustomer
    again: bool = False
    bad: bool = False

    @property
    def day(self) -> date:
        """The day in Korea."""
        return self.at.astimezone(KOREA).date()


def visits_of_month(casts: Sequence[Cast], now: datetime) -> list[Visit]:
    """Return every visit that began before ``now``, in order of time: the same for everybody on the same day."""
    today = now.astimezone(KOREA).date()
    every = [visit for cast in casts for visit in _visits(cast, today)]
    return sorted((visit for visit in every if visit.at < now), key=lambda visit: (visit.at, visit.id))


def _visits(cast: Cast, today: date) -> list[Visit]:
    chance = Random(f"{today}:{cast.name}")
    bad_day, broken = cast.month.bad_day, _bad_day(cast, today)
    moments: list[datetime] = []
    for ago in reversed(range(DAYS)):
        day = today - timedelta(days=ago)
        times = bad_day.times if bad_day and day == broken else _WEEKDAYS[day.weekday()]
        moments += _moments(day, int(cast.month.a_day * times + chance.random()), chance)
    ordinary = _seats(cast.customers, len(moments), chance)
    hit = [told for told in cast.customers if bad_day and told.goal.intent in bad_day.intents]
    unlucky = _seats(hit, len(moments), chance) if hit else []
    found: list[Visit] = []
    for number, at in enumerate(moments, start=1):
        id_ = hashlib.sha256(f"{at.isoformat()}:{cast.name}:{number}".encode()).hexdigest()[:22]
        name = f"{MADE_UP}{cast.name}-{number:03}"
        known = [each for each in found[-20:] if each.told.says.again and not each.again and not each.bad]
        if at.astimezone(KOREA).date() == broken and unlucky:
            found.append(Visit(id_, cast, at, name, unlucky.pop(), bad=True))
        elif known and chance.random() < _RETURNS:
            earlier = chance.choice(known)
            found.append(Visit(id_, cast, at, earlier.customer, earlier.told, again=True))
        else:
            found.append(Visit(id_, cast, at, name, ordinary.pop()))
    return found


def _seats(customers: Sequence[MadeUpCustomer], many: int, chance: Random) -> list[MadeUpCustomer]:
    """Return who comes, as a rehearsal would have them."""
    return [told for told, _ in casting(customers, Programme(files={}, customers=many, seed=chance.getrandbits(48)))]


def _bad_day(cast: Cast, today: date) -> date | None:
    """Return the day on which something was broken: what breaks at a weekend, few notice."""
    if cast.month.bad_day is None:
        return None
    day = today - timedelta(days=cast.month.bad_day.days_ago)
    while day.weekday() > _FRIDAY:
        day -= timedelta(days=1)
    return day


def _moments(day: date, count: int, chance: Random) -> list[datetime]:
    hours = chance.choices(range(24), _HOURS, k=count)
    return sorted(
        datetime.combine(day, time(hour), KOREA) + timedelta(seconds=chance.randrange(3600)) for hour in hours
    )
