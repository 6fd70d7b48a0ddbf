"""The web application around a running 다정: routes, errors that say what to do, and limits at the door."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from dajeong.app import App
from dajeong.errors import DajeongError
from dajeong.server.routes import chat_routes, page_routes
from dajeong.server.static_files import widget_files

_log = structlog.get_logger(__name__)
# No message is this long; what is longer is not read into memory.
LONGEST_BODY = 256_000


def make_server(opened: Callable[[], AbstractAsyncContextManager[App]]) -> FastAPI:
    """Return the web application; ``opened`` opens the running app when the server starts."""

    @asynccontextmanager
    async def lifespan(server: FastAPI) -> AsyncIterator[None]:
        async with opened() as app:
            server.state.dajeong = app
            yield

    server = FastAPI(title="다정", version="0.1.0", lifespan=lifespan)
    server.include_router(chat_routes())
    server.include_router(page_routes())
    server.mount("/widget/files", widget_files(), name="widget")
    server.add_exception_handler(DajeongError, _known_problem)
    server.add_exception_handler(RequestValidationError, _unfit_request)
    server.add_exception_handler(HTTPException, _http_problem)
    server.add_exception_handler(Exception, _unknown_problem)
    server.middleware("http")(_limit_body)
    # Pages and scripts go packed; event streams are left as they are.
    server.add_middleware(GZipMiddleware, minimum_size=1_000)
    return server


async def _limit_body(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LONGEST_BODY:
        return _problem(413, "too_long", "This is too long to be a message. Write it in parts.")
    if request.method == "POST" and "content-length" not in request.headers:
        return _problem(411, "length_required", "Send the length of the body (Content-Length).")
    return await call_next(request)


async def _known_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, DajeongError)
    return _problem(error.status, error.code, error.message, retryable=error.retryable)


async def _unfit_request(request: Request, error: Exception) -> Response:
    """Say which fields are wrong, never what was in them."""
    assert isinstance(error, RequestValidationError)
    fields = sorted({".".join(str(part) for part in each["loc"] if part != "body") for each in error.errors()})
    named = ", ".join(field for field in fields if field) or "the body"
    return _problem(422, "unfit_request", f"The request does not have the documented form. Look at: {named}.")


async def _http_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _problem(404, "not_found", "There is nothing at this address.")
    return _problem(error.status_code, "refused", str(error.detail))


async def _unknown_problem(request: Request, error: Exception) -> Response:
    _log.error("server.broke", path=request.url.path, error=type(error).__name__)
    return _problem(500, "broken", "Something went wrong here. Nothing you sent is lost; try again.", retryable=True)


def _problem(status: int, code: str, message: str, *, retryable: bool = False) -> JSONResponse:
    return JSONResponse({"code": code, "message": message, "retryable": retryable}, status)
