"""Reviews the ways through scenarios: no dead ends, no loops without a question, always a person within two turns."""

from dajeong.playbook.problem import Path
from dajeong.playbook.review.graph import before, graph_of, is_else, loop_at, reachable
from dajeong.playbook.review.sight import Sight, steps_of
from dajeong.playbook.scenario import Ask, Branch, Choose, End, Go, HandOff, Scenario, Step


def review_ways(sight: Sight) -> None:
    """Note every way that leaves the customer standing."""
    for scenario in sight.scenarios:
        if len(scenario.by_id) < len(scenario.steps):
            # With two steps of one name there is no telling which way leads where.
            continue
        graph = graph_of(scenario)
        reached = reachable(graph, [scenario.steps[0].id])
        for path, step in steps_of(scenario):
            if step.id not in reached:
                sight.wrong(path, "unreachable_step", word=step.id)
                continue
            _ends(sight, scenario, path, step)
            if isinstance(step, Branch):
                _branch(sight, path, step)
            if isinstance(step, (Ask, Choose)):
                _person(sight, scenario, graph, path, step)
        _loops(sight, scenario, graph, reached)
    _goes(sight)
    _somebody(sight)


def _ends(sight: Sight, scenario: Scenario, path: Path, step: Step) -> None:
    """A step after which nothing is written, though the customer waits for what comes next."""
    if isinstance(step, (End, HandOff, Go)) or (isinstance(step, Branch) and _has_else(step)):
        return
    if isinstance(step, Choose) and step.options and all(option.then for option in step.options):
        return
    if scenario.after(step) is None:
        sight.wrong(path, "dead_end", word=step.id)


def _has_else(step: Branch) -> bool:
    return any(is_else(way.when) for way in step.ways)


def _branch(sight: Sight, path: Path, step: Branch) -> None:
    if not _has_else(step):
        sight.wrong(path, "branch_without_else")
    taken = False
    for number, way in enumerate(step.ways):
        if taken:
            sight.wrong((*path, "branch", number), "way_never_taken")
        taken = taken or is_else(way.when)


def _person(
    sight: Sight, scenario: Scenario, graph: dict[str, tuple[str, ...]], path: Path, step: Ask | Choose
) -> None:
    """Without an answer a person or an end must come within two turns; no ``otherwise`` means a person is offered."""
    if step.otherwise is None or step.otherwise not in scenario.by_id:
        return
    turns, todo, seen = 0, {step.otherwise}, {step.id}
    while todo and turns <= 1:
        waiting: set[str] = set()
        while todo:
            here = scenario.by_id[todo.pop()]
            if isinstance(here, (End, HandOff, Go)):
                return
            if here.id in seen:
                continue
            seen.add(here.id)
            if isinstance(here, (Ask, Choose)):
                if here.otherwise is None:
                    return
                waiting.add(here.otherwise)
            else:
                todo |= set(graph[here.id])
        todo = {name for name in waiting if name in scenario.by_id}
        turns += 1
    sight.wrong((*path, "otherwise"), "no_way_to_person", word=step.id)


def _loops(sight: Sight, scenario: Scenario, graph: dict[str, tuple[str, ...]], reached: set[str]) -> None:
    def waits(name: str) -> bool:
        step = scenario.by_id[name]
        return isinstance(step, Choose) or (isinstance(step, Ask) and step.fresh) or _asks_elsewhere(sight, step)

    noted: set[str] = set()
    for path, step in steps_of(scenario):
        if step.id in noted or step.id not in reached or not loop_at(graph, waits, step.id):
            continue
        moving = {name: tuple(each for each in nexts if not waits(each)) for name, nexts in graph.items()}
        loop = (reachable(moving, moving[step.id]) & before(moving, step.id)) | {step.id}
        noted |= loop
        asked = next((at for at, each in steps_of(scenario) if each.id in loop and isinstance(each, Ask)), None)
        if asked is not None:
            sight.wrong(asked, "loop_without_asking", word=scenario.steps[int(asked[-1])].id)
        else:
            sight.wrong(path, "endless_loop", word=step.id)


def _asks_elsewhere(sight: Sight, step: Step) -> bool:
    """Whether another scenario that is played here asks the customer something."""
    if not isinstance(step, Go) or step.scenario not in sight.playbook.scenarios:
        return False
    other = sight.playbook.scenarios[step.scenario]
    return any(isinstance(each, Choose) or (isinstance(each, Ask) and each.fresh) for each in other.steps)


def _goes(sight: Sight) -> None:
    """Scenarios that play one another without a question in between."""
    names = {scenario.id: scenario for scenario in sight.scenarios}
    graph = {
        name: tuple(
            step.scenario
            for step in scenario.steps
            if isinstance(step, Go) and step.scenario in names and not _question_before(scenario, step.id)
        )
        for name, scenario in names.items()
    }
    for name, scenario in names.items():
        if name not in reachable(graph, graph[name]):
            continue
        for path, step in steps_of(scenario):
            if isinstance(step, Go) and step.scenario in graph and name in reachable(graph, [step.scenario]):
                sight.wrong((*path, "go"), "endless_go", word=f"{name} → {step.scenario}")
                break


def _question_before(scenario: Scenario, step: str) -> bool:
    graph = graph_of(scenario)
    asking = {each.id for each in scenario.steps if isinstance(each, (Ask, Choose))}
    quiet = {name: tuple(each for each in nexts if each not in asking) for name, nexts in graph.items()}
    start = scenario.steps[0].id
    return start in asking or step not in reachable(quiet, [start])


def _somebody(sight: Sight) -> None:
    """Somewhere a person must be offered without being asked for."""
    if not (sight.whole("scenarios") and sight.whole("empathy")):
        return
    steps = (step for scenario in sight.playbook.scenarios.values() for step in scenario.steps)
    offered = any("offer_person" in policy.moves for policy in sight.playbook.empathy.policies)
    if not offered and not any(isinstance(step, HandOff) for step in steps):
        sight.wrong(("empathy",), "nobody_offered")
