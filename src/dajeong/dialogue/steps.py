"""Walking the designed way: from the step we stand at to the next thing to say, ask or do."""

from dajeong.conversation.conversation import Conversation, Frame
from dajeong.conversation.events import (
    HandoffRequested,
    ScenarioEntered,
    ScenarioLeft,
    ScenarioOutcome,
    SlotEmptied,
    SlotFilled,
    StepReached,
)
from dajeong.dialogue.answers import named_in
from dajeong.dialogue.bindings import bindings_of
from dajeong.dialogue.decision import Call, Decision, Record
from dajeong.dialogue.handoff import packet
from dajeong.dialogue.repair import new_matter
from dajeong.dialogue.reply import ask_reply, speak
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, End, Go, HandOff, Say, Scenario, Step
from dajeong.playbook.slot import OF_ONE_MATTER

# What ends a scenario so ends the whole matter, also in the scenarios that sent there.
ENDS_ALL: tuple[ScenarioOutcome, ...] = ("cancelled", "given_up", "trouble")


def advance(c: Conversation, playbook: Playbook) -> Decision | None:
    """Return the next decision on the designed way, or None when it waits for the customer."""
    frame = c.frame
    if frame is None:
        return _next_matter(c, playbook) or _rewind_last(c, playbook)
    ended = next((matter.outcome for matter in c.matters if matter.id == frame.matter), None)
    if ended is not None and ended in ENDS_ALL:
        return _leave(frame, ended)
    scenario = playbook.scenarios.get(frame.scenario)
    if scenario is None:
        return _leave(frame, "given_up")
    if frame.rewind is not None and (back := _way_back(frame, scenario, frame.rewind)) is not None:
        return Record(StepReached(scenario=scenario.id, step=back))
    if frame.step is None or frame.step not in scenario.by_id:
        return Record(StepReached(scenario=scenario.id, step=scenario.steps[0].id))
    return _at(c, playbook, frame, scenario, scenario.by_id[frame.step])


def _at(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Step) -> Decision | None:
    match step:
        case Say():
            return _next(frame, scenario, step)
        case Ask():
            return _ask(c, playbook, frame, scenario, step)
        case Choose():
            return _choose(c, playbook, frame, scenario, step)
        case Branch():
            return _branch(c, playbook, frame, scenario, step)
        case CallAction():
            return _call(c, playbook, frame, scenario, step)
        case Go():
            return _go(c, playbook, frame, scenario, step)
        case HandOff():
            return Record(HandoffRequested(reason="designed", packet=packet(c, playbook, step.suggests)))
        case End():
            return _leave(frame, "done")


def _next(frame: Frame, scenario: Scenario, step: Step) -> Decision:
    target = scenario.after(step)
    return _leave(frame, "done") if target is None else Record(StepReached(scenario=scenario.id, step=target))


def _leave(frame: Frame, outcome: ScenarioOutcome) -> Decision:
    return Record(ScenarioLeft(scenario=frame.scenario, matter=frame.matter, outcome=outcome))


def _ask(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Ask) -> Decision | None:
    slot = playbook.slots[step.slot]
    if step.fresh:
        answered = step.slot in frame.given
        return _next(frame, scenario, step) if answered else _question(c, playbook, frame, scenario, step)
    if step.slot in c.slots and step.slot in frame.known:
        return _next(frame, scenario, step)
    if not frame.asked:
        for heard in c.heard[frame.heard_from :]:
            if (value := named_in(slot, heard)) is not None:
                return Record(SlotFilled(slot=step.slot, value=value, message=heard.message))
    # What belongs to one matter only (a reason, a consent) is not carried into the next.
    if step.slot in c.slots and (slot.type == "choice" or slot.type in OF_ONE_MATTER):
        return Record(SlotEmptied(slot=step.slot))
    if step.slot in c.slots:
        return _next(frame, scenario, step)
    return _question(c, playbook, frame, scenario, step)


def _choose(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Choose) -> Decision | None:
    if scenario.direct and len(c.frames) > 1:
        # Whoever only asked in between goes on with what they came for.
        return _leave(frame, "done")
    if step.slot is not None and frame.asked and step.slot in frame.known and step.slot in c.slots:
        chosen = next((option for option in step.options if option.value == c.slots[step.slot]), None)
        if chosen is not None and chosen.then is not None:
            return Record(StepReached(scenario=scenario.id, step=chosen.then))
        if chosen is not None:
            return _next(frame, scenario, step)
    if step.slot is not None and not frame.asked and all(option.then is None for option in step.options):
        known = c.slots.get(step.slot) if step.slot in frame.given else None
        if known is not None and any(option.value == known for option in step.options):
            return _next(frame, scenario, step)
        slot = playbook.slots[step.slot].model_copy(update={"type": "choice", "options": step.options})
        for heard in c.unanswered:
            if (value := named_in(slot, heard)) is not None:
                return Record(SlotFilled(slot=step.slot, value=value, message=heard.message))
    return _question(c, playbook, frame, scenario, step)


def _question(
    c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Ask | Choose
) -> Decision | None:
    """Ask, ask again, or give up after the designed number of times; None while the answer is awaited."""
    # To tell the matter once more is natural; told again and again, it answers as little as what does not fit.
    if frame.misses + max(frame.retold - 1, 0) >= step.at_most:
        if step.otherwise is not None:
            return Record(StepReached(scenario=scenario.id, step=step.otherwise))
        return _leave(frame, "given_up")
    if frame.asked and not c.unanswered and not c.owed:
        return None
    if "line.wait" in c.owed:
        return speak(c, playbook)
    return ask_reply(c, playbook, step)


def _branch(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Branch) -> Decision:
    bindings = bindings_of(c, playbook)
    way = next((way for way in step.ways if way.when.met_by(bindings)), None)
    if way is None:
        return _next(frame, scenario, step)
    return Record(StepReached(scenario=scenario.id, step=way.then))


def _call(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: CallAction) -> Decision | None:
    if frame.returned is None:
        place = f"{scenario.id}.{step.id}"
        if step.say is not None and place in c.owed and (first := speak(c, playbook)) is not None:
            return first
        inputs = {name: c.slots.get(slot) for name, slot in step.inputs.items()}
        return Call(step.action, scenario.id, step.id, inputs)
    if step.action in c.problems:
        if step.if_fails is not None:
            return Record(StepReached(scenario=scenario.id, step=step.if_fails))
        return _leave(frame, "trouble")
    return _next(frame, scenario, step)


def _go(c: Conversation, playbook: Playbook, frame: Frame, scenario: Scenario, step: Go) -> Decision:
    if frame.returned is not None:
        return _next(frame, scenario, step)
    # A matter that waits is taken up by the way that leads there anyway: "환불할게요" is no second refund.
    waited = next((each for each in c.waiting_matters if playbook.scenario_of.get(each) == step.scenario), None)
    return Record(
        ScenarioEntered(
            scenario=step.scenario, matter=frame.matter, intent=waited or frame.intent, comes_back=step.comes_back
        )
    )


def _next_matter(c: Conversation, playbook: Playbook) -> Decision | None:
    """Take up the next matter of a message that named several."""
    if not c.waiting_matters or c.holder != "assistant":
        return None
    intent = c.waiting_matters[0]
    scenario = playbook.scenario_of[intent]
    return Record(ScenarioEntered(scenario=scenario, matter=new_matter(c), intent=intent))


def _rewind_last(c: Conversation, playbook: Playbook) -> Decision | None:
    """A correction after the matter had ended opens it again where the corrected thing is used."""
    if c.rewind is None or not c.matters:
        return None
    last = c.matters[-1]
    if not any(_uses(step, c.rewind) for step in playbook.scenarios[last.scenario].steps):
        return None
    return Record(ScenarioEntered(scenario=last.scenario, matter=last.id, intent=last.intent))


def _way_back(frame: Frame, scenario: Scenario, slot: str) -> str | None:
    """Return the step to go back to after a correction: where the slot came in, once something was done with it."""
    visited = [scenario.by_id[step] for step in frame.visited if step in scenario.by_id]
    if not any(isinstance(step, CallAction) and _uses(step, slot) for step in visited):
        return None
    return next(step.id for step in visited if _uses(step, slot) and not (isinstance(step, Ask) and step.fresh))


def _uses(step: Step, slot: str) -> bool:
    if isinstance(step, CallAction):
        return slot in step.inputs.values()
    return isinstance(step, Ask) and step.slot == slot
