"""What goes wrong, as an answer: a code, what happened and what to do, and whether to try again."""

from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from dajeong.errors import DajeongError
from dajeong.trust.tries import TooManyTries

_log = structlog.get_logger(__name__)


class Telling(DajeongError):
    """An error whose answer brings ``more``, which helps to solve it: a text that stands there now, findings."""

    def __init__(self, error: DajeongError, more: Mapping[str, Any]) -> None:
        super().__init__(error.message)
        self.error = error
        self.more = more


def problem(
    status: int,
    code: str,
    message: str,
    *,
    retryable: bool = False,
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> JSONResponse:
    """Return the answer every problem gets, with ``more`` that helps to solve it."""
    return JSONResponse({"code": code, "message": message, "retryable": retryable, **(more or {})}, status, headers)


def answer_problems(server: FastAPI) -> None:
    """Have the server answer every problem in this one form."""
    server.add_exception_handler(DajeongError, _known)
    server.add_exception_handler(RequestValidationError, _unfit_request)
    server.add_exception_handler(HTTPException, _http)
    server.add_exception_handler(Exception, _unknown)


async def _known(request: Request, error: Exception) -> Response:
    more = error.more if isinstance(error, Telling) else None
    error = error.error if isinstance(error, Telling) else error
    assert isinstance(error, DajeongError)
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooManyTries) else None
    return problem(error.status, error.code, error.message, retryable=error.retryable, headers=headers, more=more)


async def _unfit_request(request: Request, error: Exception) -> Response:
    """Say which fields are wrong, never what was in them; the name of an unknown field is the sender's words too."""
    assert isinstance(error, RequestValidationError)
    wrong = error.errors()
    known = [each["loc"] for each in wrong if each["type"] != "extra_forbidden"]
    fields = sorted({".".join(str(part) for part in place if part != "body") for place in known})
    if len(known) < len(wrong):
        fields.append("a field that is not in the documentation")
    named = ", ".join(field for field in fields if field) or "the body"
    return problem(422, "unfit_request", f"The request does not have the documented form. Look at: {named}.")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return problem(404, "not_found", "There is nothing at this address.")
    if error.status_code == 400:
        return problem(400, "unreadable", "The body cannot be read. Send JSON in UTF-8.")
    return problem(error.status_code, "refused", f"This cannot be done here ({error.detail}).")


async def _unknown(request: Request, error: Exception) -> Response:
    _log.error("server.broke", path=request.url.path, error=type(error).__name__)
    return problem(500, "broken", "Something went wrong here. Nothing you sent is lost; try again.", retryable=True)
