"""A made-up customer on a day of the month: nothing they do is later than now, and what is broken is broken for them too."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from dajeong.cli.lived_in.days import as_if_on
from dajeong.cli.lived_in.month import Visit
from dajeong.playbook.story import SystemAnswer
from dajeong.simulation import VirtualClock
from dajeong.simulation.customers import MadeUpCustomer
from dajeong.simulation.customers.meeting import Answered, Customer, Doing
from dajeong.simulation.customers.temper import Feelings

# Between two things sent one after the other, and until the answer is there.
_MARGIN = timedelta(seconds=60)
# What having to come once more adds to their anger.
_AGAIN = 0.4
# Longer than this nobody is waited for in silence.
_LONGEST_SILENCE = timedelta(hours=3)


def who_comes(visit: Visit, chance: Random) -> MadeUpCustomer:
    """Return the customer of a visit as they are on that day: who comes again says it otherwise, and angrier."""
    told = as_if_on(visit.day, visit.told)
    bad_day = visit.cast.month.bad_day
    if visit.bad and bad_day is not None:
        down = {name: SystemAnswer(problem="failed") for name in bad_day.failing if chance.random() < bad_day.share}
        told = told.model_copy(update={"world": told.world | down})
    if visit.again:
        again = told.says.model_copy(update={"opens": told.says.again})
        feels = told.feels.model_copy(update={"anger": min(1.0, told.feels.anger + _AGAIN)})
        told = told.model_copy(update={"says": again, "feels": feels})
    return told


class UntilNow:
    """A customer who does nothing later than ``until``: there they are still in the middle of it.

    ``takes`` is the longest the business systems need, in seconds.
    """

    def __init__(self, customer: Customer, clock: VirtualClock, until: datetime, takes: float = 0.0) -> None:
        self._customer = customer
        self._clock = clock
        self._until = until
        self._takes = timedelta(seconds=takes)
        self.stopped = False

    @property
    def feelings(self) -> Feelings:
        """How they feel."""
        return self._customer.feelings

    @feelings.setter
    def feelings(self, felt: Feelings) -> None:
        self._customer.feelings = felt

    def opens(self) -> Doing:
        """As `Customer.opens`."""
        return self._in_time(self._customer.opens())

    def hears(self, answered: Answered) -> Doing:
        """As `Customer.hears`."""
        return self._in_time(self._customer.hears(answered))

    def _in_time(self, doing: Doing) -> Doing:
        takes = _LONGEST_SILENCE if doing.silent else timedelta(seconds=doing.pause) + self._takes + _MARGIN
        if self._clock.now + takes <= self._until:
            return doing
        self.stopped = True
        return replace(doing, messages=(), press=None, silent=False, leaves="cut_off")
