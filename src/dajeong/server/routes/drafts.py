"""Drafts of playbooks: looked at whole, changed file by file with the revision that was seen, checked while typing."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Header
from pydantic import Field

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook.draft import copied, new_playbook
from dajeong.playbook.findings import Finding
from dajeong.playbook.folder import without_trials
from dajeong.server.drafting import Draft, changed, check, check_file, draft_files, draft_texts, look
from dajeong.server.problems import Telling
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, PlaybookName, ReadIn, Running
from dajeong.storage.drafts import DraftFile
from dajeong.storage.errors import NotKept, RevisionConflict

Seen = Annotated[
    str, Header(alias="If-Match", pattern=r'^"?[0-9]{1,9}"?$', description="The revision you saw; 0 for a new file.")
]


class Text(Frozen):
    """A file's whole text."""

    text: str


class Over(Frozen):
    """Texts to be laid over the draft; null takes a file away."""

    files: Annotated[dict[str, str | None], Field(max_length=500)]


class Found(Frozen):
    """What the check says of the whole draft. ``changed`` are the paths that differ from the version in force."""

    findings: tuple[Finding, ...]
    changed: tuple[str, ...]
    publishable: bool


class Saved(Found):
    """The file as it is kept now."""

    file: DraftFile


class Discarded(Frozen):
    """The draft as it is now, and the files as they were before: what can be brought back."""

    draft: Draft
    before: tuple[DraftFile, ...]


class Conflict(Frozen):
    """Somebody else changed the file meanwhile. ``theirs`` is what stands there now, null when it was deleted."""

    code: str
    message: str
    retryable: bool
    theirs: DraftFile | None


class NewPlaybook(Frozen):
    """A playbook to begin: from the small one, or as a copy of another's draft."""

    name: Annotated[str, Field(max_length=64)]
    title: Annotated[str, Field(min_length=1, max_length=100)]
    language: Language = "ko"
    from_: Annotated[str | None, Field(alias="from", max_length=64)] = None


_MOVED: dict[int | str, dict[str, Any]] = {412: {"model": Conflict}}
router = APIRouter(prefix="/api/studio/playbooks", tags=["drafts"])


@router.post("", status_code=201, dependencies=[MAY_WRITE])
async def begin_playbook(body: NewPlaybook, app: Running, reader: ReadIn) -> Draft:
    """Begin a playbook: a draft that runs, and that nobody meets before it is published."""
    model = new_playbook(body.name, body.language) if body.from_ is None else await draft_texts(app, body.from_, {})
    files = copied(model, body.name, body.title)
    await app.storage.drafts.begin(body.name, files, at=app.clock())
    return await look(app, body.name, reader)


@router.get("/{name}/draft", dependencies=[MAY_READ])
async def read_draft(name: PlaybookName, app: Running, reader: ReadIn) -> Draft:
    """Return the draft; a playbook that has none yet gets it from the version in force."""
    return await look(app, name, reader)


@router.put("/{name}/draft/files/{path:path}", dependencies=[MAY_WRITE], responses=_MOVED)
async def save_file(name: PlaybookName, path: str, body: Text, if_match: Seen, app: Running, reader: ReadIn) -> Saved:
    """Write one file over the revision you saw."""
    check_file(path, body.text)
    await draft_files(app, name)
    try:
        file = await app.storage.drafts.save(name, path, body.text, revision=_number(if_match), at=app.clock())
    except RevisionConflict as moved:
        raise await _conflict(app, name, path, moved) from None
    found = await _found(app, name, await draft_texts(app, name, {}), reader)
    return Saved(file=file, **dict(found))


@router.delete("/{name}/draft/files/{path:path}", dependencies=[MAY_WRITE], responses=_MOVED)
async def remove_file(name: PlaybookName, path: str, if_match: Seen, app: Running, reader: ReadIn) -> Found:
    """Delete the file you saw. `PUT` with revision 0 brings it back."""
    await draft_files(app, name)
    try:
        await app.storage.drafts.remove(name, path, revision=_number(if_match), at=app.clock())
    except RevisionConflict as moved:
        raise await _conflict(app, name, path, moved) from None
    return await _found(app, name, await draft_texts(app, name, {}), reader)


@router.post("/{name}/draft/check", dependencies=[MAY_READ])
async def check_draft(name: PlaybookName, body: Over, app: Running, reader: ReadIn) -> Found:
    """Say what the check finds in the draft with these texts laid over it. Nothing is stored."""
    return await _found(app, name, await draft_texts(app, name, body.files), reader)


@router.post("/{name}/draft/discard", dependencies=[MAY_WRITE])
async def discard_draft(name: PlaybookName, app: Running, reader: ReadIn) -> Discarded:
    """Go back to the version in force; customers and stories stay. ``before`` holds what was there: `PUT` brings it back."""
    before = await draft_files(app, name)
    version = await app.storage.publications.current(name)
    if version is None:
        raise NotKept("This playbook was never published: there is no version to go back to.")
    texts = {path: file.text for path, file in before.items()}
    trials = texts.items() - without_trials(texts).items()
    own = without_trials(await app.storage.publications.files(name, version))
    await app.storage.drafts.replace(name, {**own, **dict(trials)}, at=app.clock())
    return Discarded(draft=await look(app, name, reader), before=tuple(before.values()))


def _number(if_match: str) -> int:
    return int(if_match.strip('"'))


async def _found(app: App, name: str, texts: Mapping[str, str], reader: Language | None) -> Found:
    found = await check(texts, reader)
    return Found(findings=found.findings, changed=await changed(app, name, texts), publishable=found.publishable)


async def _conflict(app: App, name: str, path: str, moved: RevisionConflict) -> Telling:
    theirs = (await app.storage.drafts.of(name)).get(path)
    return Telling(moved, {"theirs": theirs.model_dump(mode="json") if theirs else None})
