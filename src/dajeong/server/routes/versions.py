"""Versions of a playbook: published from the draft, put in force again, recalled, tried beside each other, compared."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook import content_version
from dajeong.playbook.comparison import Change, compare
from dajeong.playbook.folder import without_trials
from dajeong.runtime.design import PlaybookUnusable
from dajeong.server.access import Person, require
from dajeong.server.drafting import check, draft_files, draft_texts
from dajeong.server.problems import Telling
from dajeong.server.routes.dependencies import MAY_READ, PlaybookName, ReadIn, Running
from dajeong.storage.errors import RevisionConflict
from dajeong.storage.publications import Share

Version = Annotated[str, Field(max_length=64)]
Asked = Annotated[str, Query(max_length=64, description="A version, or `draft`.")]
Note = Annotated[str, Field(max_length=2_000)]
# The draft goes by a version's name wherever one is asked for.
DRAFT = "draft"


class NothingToPublish(DajeongError):
    """The draft is what is in force already."""

    code = "nothing_changed"
    status = 409


class Published(Frozen):
    """A version as it was put in force.

    ``share`` is its percentage of new conversations, ``conversations`` counts those that stand at it.
    """

    version: str
    note: str
    by: str
    at: datetime
    recalled: bool
    in_force: bool
    share: int
    conversations: int


class VersionHistory(Frozen):
    """Every time a version was put in force, the newest first, and the second version that is being tried."""

    versions: tuple[Published, ...]
    share: Share | None


class Publish(Frozen):
    """The draft as it was seen: path -> revision. Only ``percent`` of new conversations get it at first."""

    note: Note = ""
    percent: Annotated[int, Field(ge=1, le=100)] = 100
    revisions: Annotated[dict[str, int], Field(max_length=5_000)]


class PutInForce(Frozen):
    """Why an earlier version is wanted again, and which one conversations shall leave for it."""

    note: Note = ""
    recall: Version | None = None


class Try(Frozen):
    """A second version and the percentage of new conversations that get it."""

    version: Version
    percent: Annotated[int, Field(ge=1, le=99)]


class ChangedFile(Frozen):
    """A file in both versions; null where there is none."""

    path: str
    before: str | None
    after: str | None


class Comparison(Frozen):
    """What changed between two versions, in sentences, and the files that differ."""

    changes: tuple[Change, ...]
    files: tuple[ChangedFile, ...]


Publisher = Annotated[Person, Depends(require("publish"))]
router = APIRouter(prefix="/api/studio/playbooks", tags=["versions"])


@router.get("/{name}/versions", dependencies=[MAY_READ])
async def list_versions(name: PlaybookName, app: Running) -> VersionHistory:
    """Return what was published, the newest first."""
    return await history_of(app, name)


@router.get("/{name}/versions/{version}/files", dependencies=[MAY_READ])
async def read_version(name: PlaybookName, version: str, app: Running) -> dict[str, str]:
    """Return a version's files as they were published; ``draft`` is the draft."""
    return dict(await texts_of(app, name, version))


@router.get("/{name}/compare", dependencies=[MAY_READ])
async def compare_versions(
    name: PlaybookName, before: Asked, after: Asked, app: Running, language: Language = "ko"
) -> Comparison:
    """Return what changed from one version to another, in words; ``draft`` is the draft."""
    old, new = [without_trials(await texts_of(app, name, each)) for each in (before, after)]
    changes = await asyncio.to_thread(compare, old, new, language)
    paths = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
    files = (ChangedFile(path=path, before=old.get(path), after=new.get(path)) for path in paths)
    return Comparison(changes=changes, files=tuple(files))


@router.post("/{name}/publish", status_code=201)
async def publish_draft(
    name: PlaybookName, body: Publish, app: Running, who: Publisher, reader: ReadIn
) -> VersionHistory:
    """Put the draft you saw in force for new conversations."""
    texts = await _as_seen(app, name, body.revisions)
    found = await check(texts, reader)
    if not found.publishable:
        errors = [each.model_dump(mode="json") for each in found.findings if each.severity == "error"]
        unusable = PlaybookUnusable("The draft has errors and was not published. Mend them first.")
        raise Telling(unusable, {"findings": errors})
    if content_version(texts) == await app.storage.publications.current(name):
        raise NothingToPublish("The draft is the version in force already. Change something first.")
    await app.publisher.publish_draft(name, texts, note=body.note, by=who.name, percent=body.percent)
    return await history_of(app, name)


@router.post("/{name}/versions/{version}/put-in-force")
async def put_in_force(
    name: PlaybookName, version: str, body: PutInForce, app: Running, who: Publisher
) -> VersionHistory:
    """Let new conversations have an earlier version. Those of a recalled one leave it at their next step."""
    await app.publisher.put_in_force(name, version, note=body.note, by=who.name, recall=body.recall)
    return await history_of(app, name)


@router.put("/{name}/share")
async def try_second(name: PlaybookName, body: Try, app: Running, who: Publisher) -> VersionHistory:
    """Let a percentage of new conversations have a second version."""
    await app.publisher.share(name, body.version, body.percent, by=who.name)
    return await history_of(app, name)


@router.delete("/{name}/share")
async def end_share(name: PlaybookName, app: Running, who: Publisher) -> VersionHistory:
    """Let all new conversations have the version in force. Those under way keep theirs."""
    await app.publisher.share(name, None, 0, by=who.name)
    return await history_of(app, name)


async def history_of(app: App, name: str) -> VersionHistory:
    """Return what was published of a playbook, the newest first; nothing for one that only has a draft."""
    store = app.storage.publications
    held, share = await app.storage.search.held_by_version(name), await store.share(name)
    shared = {share.version: share.percent} if share else {}
    versions = [
        Published(
            version=each.version,
            note=each.note,
            by=each.by,
            at=each.at,
            recalled=each.recalled,
            in_force=number == 0,
            share=100 - sum(shared.values()) if number == 0 else shared.get(each.version, 0),
            conversations=held.get(each.version, 0),
        )
        for number, each in enumerate(await store.history(name))
    ]
    if not versions:
        # Says so where the playbook is unknown.
        await draft_files(app, name)
    return VersionHistory(versions=tuple(versions), share=share)


async def texts_of(app: App, name: str, version: str) -> Mapping[str, str]:
    """Return the files of a version or of the draft. Raises NotKept, UnknownPlaybook."""
    return await draft_texts(app, name, {}) if version == DRAFT else await app.storage.publications.files(name, version)


async def _as_seen(app: App, name: str, seen: Mapping[str, int]) -> dict[str, str]:
    files = await draft_files(app, name)
    moved = [path for path in {*files, *seen} if path not in files or files[path].revision != seen.get(path)]
    if moved:
        path = min(moved)
        raise RevisionConflict(path, files[path].revision if path in files else 0)
    return without_trials({path: file.text for path, file in files.items()})
