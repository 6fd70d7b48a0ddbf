"""Whether a customer has what they came for, by what happened."""

from collections.abc import Iterable

from dajeong.conversation import Recorded
from dajeong.conversation.events import (
    ActionReturned,
    HandoffRequested,
    ScenarioEntered,
    ScenarioLeft,
    StepReached,
)
from dajeong.simulation.customers.customer import Goal


class GoalWatch:
    """Watches the events of one conversation for a goal; ``ways`` are the scenarios that belong to the matter."""

    def __init__(self, goal: Goal, ways: frozenset[str]) -> None:
        self._goal = goal
        self._ways = ways
        self._entered = False
        self._finished = False
        self._done: set[str] = set()
        self._steps: set[str] = set()
        self.handed_over = False

    def see(self, events: Iterable[Recorded]) -> None:
        """Take in what happened next."""
        for each in events:
            match each.event:
                case ScenarioEntered(scenario=name):
                    self._entered |= name in self._ways
                case ScenarioLeft(scenario=name, outcome="done"):
                    self._finished |= name in self._ways
                case ActionReturned(action=action, problem=None):
                    self._done.add(action)
                case StepReached(scenario=name, step=step):
                    self._steps.add(f"{name}.{step}")
                case HandoffRequested():
                    self.handed_over = True
                case _:
                    pass

    @property
    def reached(self) -> bool:
        """Whether one of the ends that are right for this customer is there."""
        return ("person" in self._goal.ends and self.handed_over) or self._solved

    @property
    def _solved(self) -> bool:
        goal = self._goal
        if not self._entered or not {"solved", "refused"} & set(goal.ends):
            return False
        if not goal.done and not goal.reaches:
            return self._finished
        return self._done.issuperset(goal.done) and self._steps.issuperset(goal.reaches)
