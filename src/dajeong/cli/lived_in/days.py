"""Another day than the one the made-up customers were written for: their dates lie as far from it as they did."""

import re
from collections.abc import Mapping
from datetime import date, timedelta, timezone
from typing import Any

from dajeong.playbook.actions import Action
from dajeong.runtime import Actions
from dajeong.runtime.actions import Answer
from dajeong.simulation.customers import MadeUpCustomer
from dajeong.simulation.rehearsal.troupe import OPENING_DAY

KOREA = timezone(timedelta(hours=9))
WRITTEN_FOR = OPENING_DAY.astimezone(KOREA).date()
_ISO = re.compile(r"\b20\d\d-\d\d-\d\d(?!\d)")
_SPOKEN = re.compile(r"\b(\d{1,2})월 (\d{1,2})일")


def as_if_on(day: date, told: MadeUpCustomer) -> MadeUpCustomer:
    """Return the customer with the dates they speak of moved from the day they were written for to ``day``."""
    text = told.model_dump_json(exclude={"world"})
    return MadeUpCustomer.model_validate_json(moved(text, day)).model_copy(update={"world": told.world})


def moved(text: str, day: date) -> str:
    """Return a text whose dates, such as 2026-11-26 and 11월 26일, are moved from the day they were written for to ``day``."""
    by = day - WRITTEN_FOR

    def spoken(found: re.Match[str]) -> str:
        # Who names no year means the next such day.
        month, number = int(found[1]), int(found[2])
        year = WRITTEN_FOR.year + ((month, number) < (WRITTEN_FOR.month, WRITTEN_FOR.day))
        then = date(year, month, number) + by
        return f"{then.month}월 {then.day}일"

    text = _ISO.sub(lambda found: (date.fromisoformat(found[0]) + by).isoformat(), text)
    return _SPOKEN.sub(spoken, text)


class OnThatDay:
    """Business systems whose answers were written for one day, answering on ``day``."""

    def __init__(self, written: Actions, day: date) -> None:
        self._written = written
        self._day = day

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """As `Actions.call`."""
        answer = await self._written.call(playbook, action, key, inputs)
        return Answer({name: self._moved(value) for name, value in answer.outputs.items()}, answer.problem)

    def _moved(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._moved(each) for each in value]
        return moved(value, self._day) if isinstance(value, str) else value
