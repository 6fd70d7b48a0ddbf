"""Research notes: what the team saw, heard and thought of, beside the scenarios and conversations it is about."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query

from dajeong.app import App, random_id
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.note import NotedPlace, NoteText
from dajeong.conversation.reading import Language
from dajeong.server.noting import ShownNote, hidden, shown
from dajeong.server.problems import Telling
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, Running, Writer
from dajeong.storage.errors import RevisionConflict

Name = Annotated[str | None, Query(max_length=128)]
Id = Annotated[str, Path(max_length=64)]
Seen = Annotated[str, Header(alias="If-Match", pattern=r'^"?[0-9]{1,9}"?$', description="The revision you saw.")]
Spoken = Annotated[Language, Query(description="In which language personal data are named.")]


# What stands over a note whose own words were taken away.
BLANKED: dict[Language, str] = {"ko": "내용을 비운 메모", "en": "A note that was emptied"}


class NoteLook(Frozen):
    """What somebody decided who looked at a note of a forgotten customer: to leave its words, or to ``blank`` them."""

    blank: bool = False


class Notes(Frozen):
    """Notes, the newest change first."""

    notes: tuple[ShownNote, ...]


class NoteConflict(Frozen):
    """Somebody else changed the note meanwhile. ``theirs`` is what stands there now, null when it was deleted."""

    code: str
    message: str
    retryable: bool
    theirs: ShownNote | None


_MOVED: dict[int | str, dict[str, Any]] = {412: {"model": NoteConflict}}
router = APIRouter(prefix="/api/studio/notes", tags=["notes"])


@router.get("", dependencies=[MAY_READ])
async def list_notes(
    app: Running, conversation: Name = None, playbook: Name = None, scenario: Name = None, step: Name = None
) -> Notes:
    """Return all notes, or those about a conversation, a scenario or a step."""
    place = NotedPlace(playbook=playbook, scenario=scenario, step=step or "") if playbook and scenario else None
    return Notes(notes=await shown(app, await app.storage.notes.notes(conversation=conversation, place=place)))


@router.post("", status_code=201)
async def add_note(body: NoteText, app: Running, who: Writer, language: Spoken = "ko") -> ShownNote:
    """Keep a note. Personal data in it are hidden first."""
    text = await hidden(body, language)
    [note] = await shown(app, [await app.storage.notes.add(random_id(), text, by=who.name, at=app.clock())])
    return note


@router.put("/{id}", dependencies=[MAY_WRITE], responses=_MOVED)
async def change_note(id: Id, body: NoteText, if_match: Seen, app: Running, language: Spoken = "ko") -> ShownNote:
    """Write a note over the revision you saw."""
    text = await hidden(body, language)
    try:
        note = await app.storage.notes.change(id, text, revision=_revision(if_match), at=app.clock())
    except RevisionConflict as moved:
        raise await _conflict(app, id, moved) from None
    return (await shown(app, [note]))[0]


@router.post("/{id}/looked", responses=_MOVED)
async def look_at_note(
    id: Id,
    body: NoteLook,
    if_match: Seen,
    app: Running,
    who: Writer,
    language: Spoken = "ko",
) -> ShownNote:
    """Say that nothing of a forgotten customer is left in the note you saw, or take its title and text away for good."""
    title = BLANKED[language] if body.blank else None
    try:
        note = await app.storage.notes.looked(
            id, revision=_revision(if_match), by=who.name, at=app.clock(), blank_with=title
        )
    except RevisionConflict as moved:
        raise await _conflict(app, id, moved) from None
    return (await shown(app, [note]))[0]


@router.delete("/{id}", status_code=204, dependencies=[MAY_WRITE])
async def remove_note(id: Id, if_match: Seen, app: Running) -> None:
    """Delete the note you saw."""
    await app.storage.notes.remove(id, revision=_revision(if_match))


def _revision(if_match: str) -> int:
    return int(if_match.strip('"'))


async def _conflict(app: App, id: str, moved: RevisionConflict) -> Telling:
    theirs = await shown(app, await app.storage.notes.some([id]))
    return Telling(moved, {"theirs": theirs[0].model_dump(mode="json") if theirs else None})
