"""What teammates and their programs use: everything behind the sign-in, and the sign-in itself."""

from fastapi import APIRouter

from dajeong.server.routes import (
    consents,
    conversations,
    drafts,
    exercises,
    handouts,
    home,
    intents,
    learning,
    lines,
    notes,
    playbooks,
    previews,
    rehearsals,
    rehearsed_conversations,
    session,
    tries,
    versions,
)

# Each route asks for a permission; those of the session are the door.
router = APIRouter()
for subject in (
    session,
    home,
    playbooks,
    drafts,
    versions,
    exercises,
    previews,
    lines,
    tries,
    rehearsals,
    rehearsed_conversations,
    conversations,
    intents,
    learning,
    consents,
    notes,
    handouts,
):
    router.include_router(subject.router)
