"""Which step can follow which: the paths a scenario allows."""

from collections.abc import Callable, Iterable, Mapping

from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, End, Go, HandOff, Scenario, Step

Graph = Mapping[str, tuple[str, ...]]


def follows(scenario: Scenario, step: Step) -> tuple[str, ...]:
    """The ids of every step that can come right after ``step``; names that do not exist are left out."""
    found: list[str | None] = []
    match step:
        case End() | HandOff():
            return ()
        case Go() if not step.comes_back:
            return ()
        case Branch():
            found = [way.then for way in step.ways]
            if not any(is_else(way.when) for way in step.ways):
                found.append(scenario.after(step))
        case Choose():
            found = [option.then or scenario.after(step) for option in step.options] or [scenario.after(step)]
            found.append(step.otherwise)
        case Ask():
            found = [scenario.after(step), step.otherwise]
        case CallAction():
            found = [scenario.after(step), step.if_fails]
        case _:
            found = [scenario.after(step)]
    return tuple(dict.fromkeys(name for name in found if name in scenario.by_id))


def is_else(condition: object) -> bool:
    """Whether a condition is always met."""
    return not (
        getattr(condition, "holds", None) or getattr(condition, "any_of", None) or getattr(condition, "negated", None)
    )


def graph_of(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every step's id -> the ids that can follow."""
    return {step.id: follows(scenario, step) for step in scenario.steps}


def reachable(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Every step that can be reached, the starts among them."""
    seen: set[str] = set()
    todo = [start for start in starts if start in graph]
    while todo:
        step = todo.pop()
        if step not in seen:
            seen.add(step)
            todo.extend(graph[step])
    return seen


def before(graph: Graph, step: str) -> set[str]:
    """Every step from which ``step`` can be reached in one move or more."""
    turned: dict[str, list[str]] = {name: [] for name in graph}
    for name, nexts in graph.items():
        for each in nexts:
            turned[each].append(name)
    return reachable({name: tuple(found) for name, found in turned.items()}, turned.get(step, ()))


def loop_at(graph: Graph, waits: Callable[[str], bool], start: str) -> bool:
    """Whether ``start`` leads back to itself over steps that do not wait."""
    if waits(start):
        return False
    moving = {name: tuple(each for each in nexts if not waits(each)) for name, nexts in graph.items()}
    return start in reachable(moving, moving[start])
