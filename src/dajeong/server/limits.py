"""Limits at the door: a body too long to be a message is not read into memory."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dajeong.server.problems import problem

# No message is this long, in bytes.
LONGEST_BODY = 256_000
# A draft's files come whole, and a character may take six bytes of JSON.
LONGEST_DRAFT = 8_000_000
DRAFTS = "/api/studio/playbooks/"


class BodyLimit:
    """Refuses a body that is too long or of unknown length. Plain ASGI: a stream behind it stays a stream."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 413 or 411."""
        if scope["type"] == "http":
            length = Headers(scope=scope).get("content-length")
            longest = LONGEST_DRAFT if scope["path"].startswith(DRAFTS) else LONGEST_BODY
            if length is not None and (not length.isdecimal() or int(length) > longest):
                refused = problem(413, "too_long", "This is too long. Send it in parts.")
                return await refused(scope, receive, send)
            if length is None and scope["method"] in ("POST", "PUT", "PATCH"):
                refused = problem(411, "length_required", "Send the length of the body (Content-Length).")
                return await refused(scope, receive, send)
        await self._app(scope, receive, send)
