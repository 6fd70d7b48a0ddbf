"""The playbooks there are, as far as other pages need to name their parts."""

import asyncio

from fastapi import APIRouter

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook import Playbook
from dajeong.playbook.files import read_draft
from dajeong.server.drafting import draft_texts
from dajeong.server.routes.dependencies import MAY_READ, Running


class Named(Frozen):
    """An id and what the team calls it."""

    id: str
    title: str


class PlaybookNames(Frozen):
    """One playbook in its current version, with what the team calls its parts.

    One that was never published (``version`` is empty) has the names of its draft.
    """

    name: str
    title: str
    language: Language
    version: str
    scenarios: tuple[Named, ...]
    intents: tuple[Named, ...]
    actions: tuple[Named, ...]
    policies: tuple[Named, ...]
    published: bool


class Playbooks(Frozen):
    """Every playbook conversations are held with, and those that only have a draft."""

    playbooks: tuple[PlaybookNames, ...]


router = APIRouter(prefix="/api/studio/playbooks", tags=["studio"], dependencies=[MAY_READ])


@router.get("")
async def list_playbooks(app: Running) -> Playbooks:
    """Return the playbooks with the names of their parts: first those that are held now."""
    designs = app.runtime.designs
    held = designs.names()
    current = [(await designs.current(name)).playbook for name in held]
    others = {*await app.storage.drafts.names(), *await app.storage.publications.names()} - set(held)
    return Playbooks(
        playbooks=(
            *(_names(each.name, each, published=True) for each in current),
            *[await _draft_names(app, name) for name in sorted(others)],
        )
    )


async def _draft_names(app: App, name: str) -> PlaybookNames:
    texts = await draft_texts(app, name, {})
    draft = await asyncio.to_thread(read_draft, texts)
    return _names(name, draft.playbook or Playbook(name=name), published=False)


def _names(name: str, playbook: Playbook, *, published: bool) -> PlaybookNames:
    return PlaybookNames(
        name=name,
        title=playbook.title or name,
        language=playbook.language,
        version=playbook.version if published else "",
        scenarios=tuple(Named(id=id, title=own.title or id) for id, own in playbook.scenarios.items()),
        intents=tuple(Named(id=id, title=own.title or id) for id, own in playbook.intents.items()),
        actions=tuple(Named(id=id, title=own.title or id) for id, own in playbook.actions.items()),
        policies=tuple(Named(id=own.id, title=own.title or own.id) for own in playbook.empathy.policies),
        published=published,
    )
