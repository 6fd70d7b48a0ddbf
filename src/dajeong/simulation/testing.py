"""All tests of a playbook at once: the stories somebody told and those of its empathy policies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dajeong.playbook.mistake import Mistake
from dajeong.playbook.story_file import read_stories
from dajeong.simulation.policies import policy_outcomes
from dajeong.simulation.stories import Outcome, Run, Theatre, run_stories


@dataclass(frozen=True, slots=True)
class ToldAll:
    """What came of every story, and what is wrong with the files that tell them."""

    runs: tuple[Run, ...]
    policies: tuple[Outcome, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Of the told stories in the order they are written, then of the policies in the order they are tried."""
        return (*(run.outcome for run in self.runs), *self.policies)

    @property
    def all_hold(self) -> bool:
        """Whether every file can be read and everything in them is so."""
        return not self.mistakes and all(each.holds for each in self.outcomes)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are, and how many of them hold."""
        played = [each for each in self.policies if not each.skipped]
        return {
            "stories": len(self.runs),
            "stories_hold": sum(run.outcome.holds for run in self.runs),
            "policy_stories": len(played),
            "policy_stories_hold": sum(each.holds for each in played),
            "mistakes": len(self.mistakes),
        }

    @property
    def summary(self) -> str:
        """The counts as one sentence."""
        n = self.counts
        parts = [f"{n['stories_hold']} of {n['stories']} stories hold"]
        if self.policies:
            parts.append(f"{n['policy_stories_hold']} of {n['policy_stories']} made from empathy policies")
        if self.mistakes:
            parts.append(f"{n['mistakes']} mistake(s) in their files")
        return ", ".join(parts) + "."


async def tell_all(
    theatre: Theatre,
    beside: Mapping[str, str],
    *,
    policies: bool = True,
    each: Callable[[Outcome], object] = lambda outcome: None,
) -> ToldAll:
    """Play every story of ``beside`` (path -> text) and one for every policy in force; ``each`` hears of them as they end."""
    stories, mistakes = read_stories(beside, theatre.design.playbook)
    runs: list[Run] = []
    async for run in run_stories(stories, theatre):
        runs.append(run)
        each(run.outcome)
    kept = {
        (line.expect.policy, exchange.replies[-1].scenario)
        for run in runs
        if run.outcome.holds
        for line, exchange in zip(run.written.story.lines, run.exchanges, strict=True)
        if line.expect.policy is not None and exchange.replies
    }
    proved: list[Outcome] = []
    if policies:
        async for outcome in policy_outcomes(theatre, kept):
            proved.append(outcome)
            each(outcome)
    return ToldAll(tuple(runs), tuple(proved), mistakes)
