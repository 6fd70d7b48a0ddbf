"""Business systems on a stage: each action answers as its example says, and nothing is done anywhere."""

from collections.abc import Callable, Mapping
from typing import Any

from dajeong.playbook.actions import Action, ValueType
from dajeong.playbook.story import SystemAnswer
from dajeong.runtime.actions import Answer, checked

# What an output without an example is shown as; a date is far away from any "today" so that nobody takes it for a promise.
_MADE_UP: Mapping[ValueType, Any] = {
    "text": "A-1001",
    "number": 1,
    "money": 10_000,
    "date": "2030-01-02",
    "datetime": "2030-01-02T10:00:00+09:00",
    "yes_no": True,
    "list": [],
}


class ExampleActions:
    """Actions that answer with their example, mocks and built ones alike; where there is none, with a value of each type.

    ``systems`` holds what some of them are to answer instead, by name. The time they take passes by ``forward``.
    """

    def __init__(
        self, systems: Mapping[str, SystemAnswer] | None = None, forward: Callable[[float], None] | None = None
    ) -> None:
        self._systems = systems or {}
        self._forward = forward

    async def call(self, playbook: str, action: Action | None, key: str, inputs: Mapping[str, Any]) -> Answer:
        """As `Actions.call`."""
        if action is None:
            return Answer(problem="unknown")
        made_up = {name: _MADE_UP[value.type] for name, value in action.outputs.items() if value.required}
        wanted = self._systems.get(action.name, SystemAnswer())
        if wanted.takes and self._forward is not None:
            self._forward(wanted.takes)
        if wanted.problem is not None:
            return Answer(problem=wanted.problem)
        return checked(action, {**(action.example or made_up), **wanted.outputs})
