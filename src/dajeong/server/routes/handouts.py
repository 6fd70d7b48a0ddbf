"""Pages for people outside the team: given out by a link, listed, and taken back."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from dajeong.app import random_id, random_token
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.note import Handout, HandoutBody, HandoutText
from dajeong.server.access import Person, require
from dajeong.server.handout_page import drafted
from dajeong.server.noting import hidden_title
from dajeong.server.routes.dependencies import Running
from dajeong.server.routes.notes import Spoken

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


router = APIRouter(prefix="/api/studio/handouts", tags=["notes"])


@router.get("")
async def list_handouts(app: Running, who: Sharer) -> Handouts:
    """Return the pages that were given out."""
    return Handouts(handouts=tuple(await app.storage.notes.handouts()))


@router.post("", status_code=201)
async def give_handout(body: NewHandout, app: Running, who: Sharer, language: Spoken = "ko") -> Given:
    """Make a page and its link. Personal data in its title are hidden; a draft is set down as it is now."""
    token, now = random_token(), app.clock()
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
