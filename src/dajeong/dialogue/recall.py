"""Leaving a playbook version that was recalled: at the next step boundary, or from the beginning with an apology."""

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import Event, PlaybookChanged, ScenarioEntered, ScenarioLeft
from dajeong.playbook.playbook import Playbook


def leave_recalled(c: Conversation, playbook: Playbook) -> tuple[Event, ...]:
    """Return what moves the conversation to ``playbook``.

    Where every scenario being played still has the step we stand at, it simply goes on there. Otherwise the matter is
    begun again by its intent, with an apology, and only dropped when the new version has no way for it any more.
    """
    moved: list[Event] = [PlaybookChanged(playbook_version=playbook.version)]
    if all(_still_stands(frame.scenario, frame.step, playbook) for frame in c.frames):
        return tuple(moved)
    for frame in reversed(c.frames):
        moved.append(ScenarioLeft(scenario=frame.scenario, matter=frame.matter, outcome="recalled"))
    first = c.frames[0]
    scenario = playbook.scenario_of.get(first.intent) if first.intent else None
    if scenario is not None:
        moved.append(ScenarioEntered(scenario=scenario, matter=first.matter, intent=first.intent))
    return tuple(moved)


def _still_stands(scenario: str, step: str | None, playbook: Playbook) -> bool:
    found = playbook.scenarios.get(scenario)
    return found is not None and (step is None or step in found.by_id)
