"""Signing in and out of the studio, and who is signed in."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Header, Request, Response
from pydantic import Field, SecretStr

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError
from dajeong.server.access import Person, address_of, signed_in
from dajeong.server.cookies import check_origin, csrf_token, give_session, session_of
from dajeong.server.routes.dependencies import Running

_log = structlog.get_logger(__name__)


class NameAndPassword(Frozen):
    """What a teammate signs in with."""

    name: Annotated[str, Field(max_length=200)]
    password: Annotated[SecretStr, Field(max_length=1_000)]


class Session(Frozen):
    """Who is signed in, null for nobody; ``csrf`` goes as X-CSRF-Token with everything that changes something."""

    person: Person | None
    csrf: str


async def _from_our_page(
    request: Request, x_csrf_token: Annotated[str, Header(description="`csrf` of GET /api/session.")] = ""
) -> None:
    check_origin(request)


def _nobody_keeps(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


# Open to everybody.
router = APIRouter(prefix="/api/session", tags=["session"], dependencies=[Depends(_nobody_keeps)])


@router.get("")
async def read_session(request: Request, response: Response) -> Session:
    """Return who is signed in, and the token that what changes something has to come with."""
    csrf = csrf_token(request, response, session_of(request))
    return Session(person=await signed_in(request), csrf=csrf)


@router.post("", dependencies=[Depends(_from_our_page)])
async def sign_in(body: NameAndPassword, request: Request, response: Response, app: Running) -> Session:
    """Sign in. A session this browser had before ends."""
    try:
        teammate, token = await app.sign_in.sign_in(
            body.name, body.password.get_secret_value(), address=address_of(request), before=session_of(request)
        )
    except DajeongError as problem:
        _log.warning("sign_in.refused", code=problem.code)
        raise
    _log.info("sign_in.done", teammate=teammate.id)
    give_session(request, response, token)
    person = Person(id=teammate.id, name=teammate.name, role=teammate.role)
    return Session(person=person, csrf=csrf_token(request, response, token))


@router.delete("", dependencies=[Depends(_from_our_page)])
async def sign_out(request: Request, response: Response, app: Running, everywhere: bool = False) -> Session:
    """Sign out, or sign every browser of this teammate out."""
    await app.sign_in.sign_out(session_of(request), everywhere=everywhere)
    give_session(request, response, "")
    return Session(person=None, csrf=csrf_token(request, response, ""))
