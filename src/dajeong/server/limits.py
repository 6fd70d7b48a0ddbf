"""Limits at the door: a body too long to be a message is not read into memory."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dajeong.server.problems import problem

# No message is this long, in bytes.
LONGEST_BODY = 256_000


class BodyLimit:
    """Refuses a body that is too long or of unknown length. Plain ASGI: a stream behind it stays a stream."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 413 or 411."""
        if scope["type"] == "http":
            length = Headers(scope=scope).get("content-length")
            if length is not None and (not length.isdecimal() or int(length) > LONGEST_BODY):
                refused = problem(413, "too_long", "This is too long to be a message. Write it in parts.")
                return await refused(scope, receive, send)
            if length is None and scope["method"] == "POST":
                refused = problem(411, "length_required", "Send the length of the body (Content-Length).")
                return await refused(scope, receive, send)
        await self._app(scope, receive, send)
