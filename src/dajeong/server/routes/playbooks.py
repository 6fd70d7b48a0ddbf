"""The playbooks that are held now, as far as other pages need to name their parts."""

from fastapi import APIRouter, Depends, Request

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.server.access import require


class Named(Frozen):
    """An id and what the team calls it."""

    id: str
    title: str


class PlaybookNames(Frozen):
    """One playbook in its current version, with the names of its scenarios and intents."""

    name: str
    title: str
    language: Language
    version: str
    scenarios: tuple[Named, ...]
    intents: tuple[Named, ...]


class Playbooks(Frozen):
    """Every playbook conversations are held with."""

    playbooks: tuple[PlaybookNames, ...]


def playbook_routes() -> APIRouter:
    """Return the routes under ``/api/studio/playbooks``."""
    router = APIRouter(prefix="/api/studio/playbooks", tags=["studio"], dependencies=[Depends(require("read"))])

    @router.get("")
    async def list_playbooks(request: Request) -> Playbooks:
        """Return the playbooks that are held now, with the names of their parts."""
        app: App = request.app.state.dajeong
        designs = app.runtime.designs
        current = [(await designs.current(name)).playbook for name in designs.names()]
        return Playbooks(
            playbooks=tuple(
                PlaybookNames(
                    name=each.name,
                    title=each.title or each.name,
                    language=each.language,
                    version=each.version,
                    scenarios=tuple(Named(id=id, title=own.title or id) for id, own in each.scenarios.items()),
                    intents=tuple(Named(id=id, title=own.title or id) for id, own in each.intents.items()),
                )
                for each in current
            )
        )

    return router
