"""Pages for people outside the team: given out by a link, taken back, and read by whoever has the link while it lasts."""

import secrets
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from dajeong.app import random_id
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.note import Handout, HandoutBody, HandoutText
from dajeong.conversation.reading import Language
from dajeong.server.access import Person, require
from dajeong.server.handout_page import drafted, gathered, gone_page, handout_page
from dajeong.server.noting import hidden_title
from dajeong.server.routes.dependencies import Running
from dajeong.server.routes.notes import Spoken

# Nothing from elsewhere, nothing that runs, nothing that is sent; no search engine, no copy on the way.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
Sharer = Annotated[Person, Depends(require("share"))]


class NewHandout(HandoutText):
    """What the page shall show, and for how many days its link opens it."""

    days: Annotated[int, Field(ge=1, le=90)] = 14


class Given(Frozen):
    """The page with its link, which is told this once: only its digest is kept."""

    handout: Handout
    link: str


class Handouts(Frozen):
    """Every page that was given out, the newest first."""

    handouts: tuple[Handout, ...]


def handout_routes() -> APIRouter:
    """Return the routes under ``/api/studio/handouts``."""
    router = APIRouter(prefix="/api/studio/handouts", tags=["notes"])

    @router.get("")
    async def list_handouts(app: Running, who: Sharer) -> Handouts:
        """Return the pages that were given out."""
        return Handouts(handouts=tuple(await app.storage.notes.handouts()))

    @router.post("", status_code=201)
    async def give_handout(body: NewHandout, app: Running, who: Sharer, language: Spoken = "ko") -> Given:
        """Make a page and its link. Personal data in its title are hidden; a draft is set down as it is now."""
        token, now = secrets.token_urlsafe(32), app.clock()
        snapshot = await drafted(app, body.places) if body.draft else ()
        title = await hidden_title(body.title, language)
        text = HandoutBody(**body.model_dump(exclude={"days", "title"}), title=title, snapshot=snapshot)
        expires_at = now + timedelta(days=body.days)
        made = await app.storage.notes.give(random_id(), text, token, by=who.name, at=now, expires_at=expires_at)
        return Given(handout=made, link=f"/shared/{token}")

    @router.delete("/{id}", status_code=204)
    async def take_back_handout(id: Annotated[str, Path(max_length=64)], app: Running, who: Sharer) -> None:
        """Let the link open nothing from now on."""
        await app.storage.notes.revoke(id, at=app.clock())

    return router


def shared_routes() -> APIRouter:
    """Return the route of the page itself, which needs no sign-in."""
    router = APIRouter(include_in_schema=False)

    @router.get("/shared/{token}")
    async def shared(token: Annotated[str, Path(max_length=200)], request: Request, app: Running) -> HTMLResponse:
        language: Language = "en" if request.headers.get("accept-language", "").startswith("en") else "ko"
        handout = await app.storage.notes.opened_by(token, app.clock())
        if handout is None:
            return HTMLResponse(gone_page(language), 404, HEADERS)
        return HTMLResponse(handout_page(await gathered(app, handout), language), headers=HEADERS)

    return router
