"""Research notes: what the team saw, heard and thought of, beside the scenarios and conversations it is about."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request

from dajeong.app import App, random_id
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.note import NotedPlace, NoteText
from dajeong.conversation.reading import Language
from dajeong.server.access import Person, require
from dajeong.server.noting import ShownNote, hidden, shown

Name = Annotated[str | None, Query(max_length=128)]
Id = Annotated[str, Path(max_length=64)]
Seen = Annotated[str, Header(alias="If-Match", pattern=r'^"?[0-9]{1,9}"?$', description="The revision you saw.")]
Spoken = Annotated[Language, Query(description="In which language personal data are named.")]


class Notes(Frozen):
    """Notes, the newest change first."""

    notes: tuple[ShownNote, ...]


async def _app(request: Request) -> App:
    app: App = request.app.state.dajeong
    return app


Running = Annotated[App, Depends(_app)]


def note_routes() -> APIRouter:
    """Return the routes under ``/api/studio/notes``."""
    router = APIRouter(prefix="/api/studio/notes", tags=["notes"])
    read, write = [Depends(require("read"))], [Depends(require("write"))]

    @router.get("", dependencies=read)
    async def list_notes(
        app: Running, conversation: Name = None, playbook: Name = None, scenario: Name = None, step: Name = None
    ) -> Notes:
        """Return all notes, or those about a conversation, a scenario or a step."""
        place = NotedPlace(playbook=playbook, scenario=scenario, step=step or "") if playbook and scenario else None
        return Notes(notes=await shown(app, await app.storage.notes.notes(conversation=conversation, place=place)))

    @router.post("", status_code=201)
    async def add_note(
        body: NoteText, app: Running, who: Annotated[Person, Depends(require("write"))], language: Spoken = "ko"
    ) -> ShownNote:
        """Keep a note. Personal data in it are hidden first."""
        text = await hidden(body, language)
        [note] = await shown(app, [await app.storage.notes.add(random_id(), text, by=who.name, at=app.clock())])
        return note

    @router.put("/{id}", dependencies=write)
    async def change_note(id: Id, body: NoteText, if_match: Seen, app: Running, language: Spoken = "ko") -> ShownNote:
        """Write a note over the revision you saw."""
        text = await hidden(body, language)
        revision = int(if_match.strip('"'))
        [note] = await shown(app, [await app.storage.notes.change(id, text, revision=revision, at=app.clock())])
        return note

    @router.delete("/{id}", status_code=204, dependencies=write)
    async def remove_note(id: Id, if_match: Seen, app: Running) -> None:
        """Delete the note you saw."""
        await app.storage.notes.remove(id, revision=int(if_match.strip('"')))

    return router
