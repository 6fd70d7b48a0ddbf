"""Performs an action that is on record: what it is asked with comes out of the vault, what it answers goes through intake."""

import structlog

from dajeong.conversation import Conversation
from dajeong.conversation.events import ActionCalled, ActionReturned
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook
from dajeong.runtime.actions import Actions, Problem
from dajeong.trust import Intake

_log = structlog.get_logger(__name__)


async def perform(
    c: Conversation, call: ActionCalled, playbook: Playbook, *, actions: Actions, intake: Intake
) -> ActionReturned:
    """Return what came back. Raises only what may go well the next time."""
    problem: Problem | None = "failed"
    try:
        inputs = await intake.resolve_values(c.id, call.inputs)
        answer = await actions.call(c.playbook, playbook.actions.get(call.action), call.key, inputs)
        problem = "rubbish"
        outputs, facts = await intake.take_values(c.id, answer.outputs, c.language, tuple(playbook.patterns.values()))
        problem = answer.problem
    except DajeongError as unusable:
        if unusable.retryable:
            raise
        # Asking once more would change nothing: the designed way for trouble goes on.
        _log.warning("action.unusable", action=call.action, code=unusable.code)
        outputs, facts = {}, ()
    return ActionReturned(key=call.key, action=call.action, outputs=outputs, problem=problem, tokens=facts)
