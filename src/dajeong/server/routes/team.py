"""What teammates and their programs use: everything behind the sign-in, and the sign-in itself."""

from fastapi import APIRouter

from dajeong.server.routes.consents import consent_routes
from dajeong.server.routes.conversations import conversation_routes
from dajeong.server.routes.drafts import draft_routes
from dajeong.server.routes.exercises import exercise_routes
from dajeong.server.routes.handouts import handout_routes
from dajeong.server.routes.home import home_routes
from dajeong.server.routes.intents import intent_routes
from dajeong.server.routes.learning import learning_routes
from dajeong.server.routes.notes import note_routes
from dajeong.server.routes.playbooks import playbook_routes
from dajeong.server.routes.previews import preview_routes
from dajeong.server.routes.rehearsals import rehearsal_routes
from dajeong.server.routes.rehearsed_conversations import rehearsed_conversation_routes
from dajeong.server.routes.session import session_routes
from dajeong.server.routes.tries import try_routes
from dajeong.server.routes.versions import version_routes


def team_routes() -> APIRouter:
    """Return the routes under ``/api`` that are not a customer's. Each asks for a permission; the session's are the door."""
    router = APIRouter()
    for routes in (
        session_routes(),
        home_routes(),
        playbook_routes(),
        draft_routes(),
        version_routes(),
        exercise_routes(),
        preview_routes(),
        try_routes(),
        rehearsal_routes(),
        rehearsed_conversation_routes(),
        conversation_routes(),
        intent_routes(),
        learning_routes(),
        consent_routes(),
        note_routes(),
        handout_routes(),
    ):
        router.include_router(routes)
    return router
