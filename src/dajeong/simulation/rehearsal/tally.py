"""What a rehearsal comes to: counted conversation by conversation, so that ten thousand need no more memory than ten."""

from collections import Counter
from collections.abc import Mapping
from heapq import heappush, heappushpop

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import Playbook
from dajeong.simulation.rehearsal.result import Judged, Result, VerdictName

WORST = 10


class Spot(Frozen):
    """A step as customers went through it: how many came, left there, left there in anger, and turned against us there."""

    step: str
    came: int = 0
    left: int = 0
    left_in_anger: int = 0
    turned: int = 0


class Coverage(Frozen):
    """What of one kind was visited, how often, and what never."""

    visited: dict[str, int]
    never: tuple[str, ...]


class Worst(Frozen):
    """One of the worst conversations."""

    number: int
    customer: str
    failed: tuple[VerdictName, ...]
    anger: float


class Summary(Frozen):
    """A rehearsal in numbers. Shares are of all conversations, 0-1; ``turns`` are customers' messages."""

    conversations: int
    turns: int
    goal_success: float
    left_in_anger: float
    verdicts: dict[VerdictName, dict[Judged, int]]
    reasons: dict[str, int]
    leaving: dict[str, int]
    turns_on_average: float
    by_customer: dict[str, dict[str, int]]
    heat: tuple[Spot, ...]
    coverage: dict[str, Coverage] = Field(default_factory=dict)
    worst: tuple[Worst, ...] = ()


class Tally:
    """Counts results as they come."""

    def __init__(self) -> None:
        self._conversations = self._turns = 0
        self._verdicts: dict[VerdictName, Counter[Judged]] = {}
        self._reasons: Counter[str] = Counter()
        self._leaving: Counter[str] = Counter()
        self._customers: dict[str, Counter[str]] = {}
        self._came: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._left_in_anger: Counter[str] = Counter()
        self._turned: Counter[str] = Counter()
        self._seen: dict[str, Counter[str]] = {
            "scenarios": Counter(),
            "steps": Counter(),
            "policies": Counter(),
            "moves": Counter(),
        }
        self._worst: list[tuple[float, int, Worst]] = []

    def add(self, result: Result) -> None:
        """Count one conversation."""
        self._conversations += 1
        self._turns += result.turns
        self._leaving[result.leaving] += 1
        for verdict in result.verdicts:
            self._verdicts.setdefault(verdict.name, Counter())[verdict.judged] += 1
            if verdict.judged != "passed":
                self._reasons[f"{verdict.name}.{verdict.why}"] += 1
        own = self._customers.setdefault(result.customer, Counter())
        own["conversations"] += 1
        own["reached"] += result.judged("goal_reached") == "passed"
        own["left_in_anger"] += result.judged("left_in_anger") == "failed"
        self._add_places(result)
        self._add_seen(result)
        self._add_worst(result)

    def summary(self, playbook: Playbook) -> Summary:
        """Return the counts so far, with what of ``playbook`` was never visited."""
        total = max(1, self._conversations)
        failed = {name: dict(counts) for name, counts in self._verdicts.items()}
        return Summary(
            conversations=self._conversations,
            turns=self._turns,
            goal_success=round(self._verdicts.get("goal_reached", Counter())["passed"] / total, 4),
            left_in_anger=round(self._verdicts.get("left_in_anger", Counter())["failed"] / total, 4),
            verdicts=failed,
            reasons=dict(self._reasons.most_common()),
            leaving=dict(self._leaving.most_common()),
            turns_on_average=round(self._turns / total, 2),
            by_customer={name: dict(counts) for name, counts in sorted(self._customers.items())},
            heat=self._heat(),
            coverage=self._coverage(playbook),
            worst=tuple(worst for _, _, worst in sorted(self._worst, key=lambda each: (-each[0], each[1]))),
        )

    def _add_places(self, result: Result) -> None:
        self._came.update(set(result.steps))
        if result.stood_at is not None and result.left_unhelped:
            self._left[result.stood_at] += 1
            self._left_in_anger[result.stood_at] += result.judged("left_in_anger") == "failed"
        at, before = None, None
        for line in result.lines:
            steps = [step for step in line.spoke if not step.startswith("line.")]
            at = steps[-1] if steps else at
            if line.by == "customer":
                # Felt after our last words and before their own.
                if before is not None and at is not None and line.anger - before >= 0.1:
                    self._turned[at] += 1
                before = line.anger

    def _add_seen(self, result: Result) -> None:
        self._seen["steps"].update(set(result.steps))
        self._seen["scenarios"].update({step.partition(".")[0] for step in result.steps})
        self._seen["policies"].update({line.policy for line in result.lines if line.policy})
        self._seen["moves"].update({move for line in result.lines for move in line.moves})

    def _add_worst(self, result: Result) -> None:
        names = tuple(verdict.name for verdict in result.failed)
        badness = len(names) + 2 * ("left_in_anger" in names) + result.ended.anger
        if not names:
            return
        entry = (
            badness,
            -result.number,
            Worst(number=result.number, customer=result.customer, failed=names, anger=result.ended.anger),
        )
        (heappush if len(self._worst) < WORST else heappushpop)(self._worst, entry)

    def _heat(self) -> tuple[Spot, ...]:
        spots = (
            Spot(
                step=step,
                came=self._came[step],
                left=self._left[step],
                left_in_anger=self._left_in_anger[step],
                turned=self._turned[step],
            )
            for step in {*self._came, *self._left, *self._turned}
        )
        return tuple(sorted(spots, key=lambda spot: (-spot.left_in_anger, -spot.left, -spot.turned, spot.step)))

    def _coverage(self, playbook: Playbook) -> dict[str, Coverage]:
        known: Mapping[str, list[str]] = {
            "scenarios": list(playbook.scenarios),
            "steps": [f"{name}.{step.id}" for name, scenario in playbook.scenarios.items() for step in scenario.steps],
            "policies": [policy.id for policy in playbook.empathy.policies],
            "moves": sorted({move for policy in playbook.empathy.policies for move in policy.moves}),
        }
        return {
            kind: Coverage(
                visited=dict(self._seen[kind].most_common()),
                never=tuple(each for each in all_of_them if not self._seen[kind][each]),
            )
            for kind, all_of_them in known.items()
        }
