"""The two cookies of a teammate's browser, and the token by which a request shows that our own page made it."""

import hmac
import re
import secrets
from typing import ClassVar

from fastapi import Request, Response

from dajeong.errors import DajeongError
from dajeong.trust.sign_in import WHOLE

SESSION, SECRET = "dajeong_session", "dajeong_csrf"
TOKEN_HEADER = "X-CSRF-Token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MADE_HERE = re.compile(r"[A-Za-z0-9_-]{43}")


class NotFromOurPage(DajeongError):
    """A request that some other page may have had the browser send."""

    code: ClassVar[str] = "not_from_our_page"
    status: ClassVar[int] = 403
    retryable: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__(
            f"The header {TOKEN_HEADER} is missing or of another session. Ask GET /api/session for it and try again."
        )


def session_of(request: Request) -> str:
    """Return the session's token, "" without one."""
    return request.cookies.get(_name(request, SESSION), "")


def give_session(request: Request, response: Response, token: str) -> None:
    """Put the session's token into the browser, or take it out with ""."""
    _give(request, response, SESSION, token, int(WHOLE.total_seconds()) if token else 0)


def csrf_token(request: Request, response: Response, session: str) -> str:
    """Return what our page has to send with everything that changes something, making the browser's secret if need be."""
    secret = request.cookies.get(_name(request, SECRET), "")
    if not _MADE_HERE.fullmatch(secret):
        secret = secrets.token_urlsafe(32)
        _give(request, response, SECRET, secret, None)
    return _token(secret, session)


def check_origin(request: Request) -> None:
    """Raise NotFromOurPage unless the request changes nothing or our own page made it.

    The token is bound to the session, so that a planted secret helps nobody (OWASP: signed double submit cookie); where
    the browser says which site asks (Fetch Metadata), that has to be ours.
    """
    if request.method in SAFE:
        return
    secret, shown = request.cookies.get(_name(request, SECRET), ""), request.headers.get(TOKEN_HEADER, "")
    right = hmac.compare_digest(_token(secret, session_of(request)).encode(), shown.encode())
    asks = request.headers.get("sec-fetch-site", "same-origin")
    if not right or not _MADE_HERE.fullmatch(secret) or asks not in ("same-origin", "none"):
        raise NotFromOurPage


def _token(secret: str, session: str) -> str:
    return hmac.new(secret.encode(), b"csrf:" + session.encode(), "sha256").hexdigest()


def _give(request: Request, response: Response, name: str, value: str, seconds: int | None) -> None:
    response.set_cookie(
        _name(request, name),
        value,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=_encrypted(request),
    )


def _name(request: Request, name: str) -> str:
    # With this prefix no neighbour under the same domain can plant the cookie (RFC 6265bis, 4.1.3.2).
    return f"__Host-{name}" if _encrypted(request) else name


def _encrypted(request: Request) -> bool:
    return request.url.scheme == "https"
