"""The one place where it is asked who may do what: teammates who are signed in, and programs with the operator's token."""

import hmac
from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args
from urllib.parse import unquote

from fastapi import Depends, Header, Request, Response
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.teammate import Role
from dajeong.errors import DajeongError
from dajeong.server.cookies import SESSION, check_origin, session_of
from dajeong.trust.sign_in import LONGEST_NAME, SignIn
from dajeong.trust.tries import token_tries

# label: see messages of customers, label and correct them; train: make models; watch: see figures; consent: say what a
# customer agreed to; read: see conversations as they were; write: change drafts and notes; publish: put versions in force, recall
# them; share: show notes, scenarios and conversations to people outside the team, by a link.
Permission = Literal["label", "train", "watch", "consent", "read", "write", "publish", "share"]
# A new role is a line here and in `Role`.
MAY: Mapping[Role | Literal["program"], frozenset[Permission]] = {
    "owner": frozenset(get_args(Permission)),
    "program": frozenset(get_args(Permission)),
}
# Wrong tokens from one address before it has to wait.
MOST_WRONG_TOKENS = 10


class Closed(DajeongError):
    """The operator has not opened this part of the API."""

    code: ClassVar[str] = "closed"
    status: ClassVar[int] = 403


class NotSignedIn(DajeongError):
    """No session that lasts, and no token of the operator."""

    code: ClassVar[str] = "not_signed_in"
    status: ClassVar[int] = 401


class NotAllowed(DajeongError):
    """Signed in, and of a role that does not do this."""

    code: ClassVar[str] = "not_allowed"
    status: ClassVar[int] = 403


class Person(Frozen):
    """Who asks. A program has no id, and its name is what it says it is."""

    id: str
    name: str
    role: Role | Literal["program"]


_bearer = HTTPBearer(auto_error=False, description="The operator's token (DAJEONG_API_TOKEN), for programs.")
_cookie = APIKeyCookie(
    name=SESSION, auto_error=False, description="A signed-in browser; what changes something wants X-CSRF-Token too."
)


def require(permission: Permission) -> Callable[..., Coroutine[Any, Any, Person]]:
    """Return the dependency that lets only those pass who have the permission, and says who they are.

    Raises Closed, NotSignedIn, NotAllowed, NotFromOurPage, TooManyTries.
    """

    async def allowed(
        request: Request,
        response: Response,
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
        _: Annotated[str | None, Depends(_cookie)],
        x_teammate: Annotated[str, Header(description="Whom a program asks for, percent-encoded.")] = "",
    ) -> Person:
        who = await _program(request, given.credentials, x_teammate) if given else await signed_in(request)
        if who is None:
            raise NotSignedIn("Sign in to the studio, or send the operator's token: 'Authorization: Bearer ...'.")
        if not given:
            check_origin(request)
        if permission not in MAY.get(who.role, ()):
            raise NotAllowed("Your role does not do this. Somebody who manages the team can change that.")
        response.headers["Cache-Control"] = "no-store"
        return who

    allowed.__name__ = f"may_{permission}"
    return allowed


async def signed_in(request: Request) -> Person | None:
    """Return whose session the browser shows, None without one that lasts."""
    door: SignIn = request.app.state.dajeong.sign_in
    teammate = await door.who(session_of(request))
    return Person(id=teammate.id, name=teammate.name, role=teammate.role) if teammate else None


def address_of(request: Request) -> str:
    """Return where a request comes from; behind a proxy that uvicorn trusts, whom the proxy names."""
    return request.client.host if request.client else ""


async def _program(request: Request, token: str, name: str) -> Person:
    app = request.app.state.dajeong
    right = app.settings.api_token.get_secret_value()
    if not right:
        raise Closed(
            "No token opens this. Sign in to the studio; or set DAJEONG_API_TOKEN to a long random secret, start again, and "
            "send it as 'Authorization: Bearer ...'."
        )
    tries = app.sign_in.tries
    key = token_tries(address_of(request))
    await tries.look(key, MOST_WRONG_TOKENS)
    if not hmac.compare_digest(token.encode(), right.encode()):
        await tries.begin({key: MOST_WRONG_TOKENS})
        raise NotSignedIn("Send the operator's token: 'Authorization: Bearer ...'. This one does not open anything.")
    return Person(id="", name=" ".join(unquote(name).split())[:LONGEST_NAME] or "operator", role="program")
