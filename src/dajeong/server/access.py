"""The one place where it is asked who may do what. There is no sign-in yet: whoever holds the operator's token may do all."""

import hmac
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import unquote

from fastapi import Depends, Header, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError

# label: see messages of customers, label and correct them; train: make models; watch: see figures; consent: say what a
# customer agreed to.
Permission = Literal["label", "train", "watch", "consent"]
# Failures of one address within this many seconds, before it has to wait.
MOST_FAILURES, WINDOW = 10, 60.0
REMEMBERED = 10_000
LONGEST_NAME = 64


class Closed(DajeongError):
    """The operator has not opened this part of the API."""

    code: ClassVar[str] = "closed"
    status: ClassVar[int] = 403


class NotSignedIn(DajeongError):
    """No token, or another one than the operator's."""

    code: ClassVar[str] = "not_signed_in"
    status: ClassVar[int] = 401


class TooManyTries(DajeongError):
    """Somebody is guessing."""

    code: ClassVar[str] = "too_many_tries"
    status: ClassVar[int] = 429
    retryable: ClassVar[bool] = True


class Person(Frozen):
    """Who asks. Until there is a sign-in, the name is what they call themselves."""

    name: str


class Failures:
    """Failed tries by address, kept for a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def too_many(self, address: str) -> bool:
        """Return whether this address has to wait."""
        recent = [at for at in self._seen.get(address, ()) if self._clock() - at < WINDOW]
        return len(recent) >= MOST_FAILURES

    def add(self, address: str) -> None:
        """Remember a failure."""
        self._seen.setdefault(address, []).append(self._clock())
        self._seen[address] = self._seen[address][-MOST_FAILURES:]
        self._seen.move_to_end(address)
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)


_bearer = HTTPBearer(auto_error=False, description="The operator's token (DAJEONG_API_TOKEN).")


def require(permission: Permission) -> Callable[..., Coroutine[Any, Any, Person]]:
    """Return the dependency that lets only those pass who have the permission, and says who they are.

    Raises Closed, NotSignedIn, TooManyTries.
    """

    async def allowed(
        request: Request,
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
        x_teammate: Annotated[str, Header(description="Who you are, percent-encoded; goes with what you do.")] = "",
    ) -> Person:
        token = request.app.state.dajeong.settings.api_token.get_secret_value()
        if not token:
            raise Closed(
                "This part of the API is closed. Set DAJEONG_API_TOKEN to a long random secret, start again, and send it as "
                "'Authorization: Bearer ...'."
            )
        failures: Failures = request.app.state.failures
        address = request.client.host if request.client else ""
        if failures.too_many(address):
            raise TooManyTries("Too many wrong tokens came from this address. Wait a minute and try again.")
        if given is None or not hmac.compare_digest(given.credentials.encode(), token.encode()):
            # No token at all is a forgotten header, not a guess.
            if given is not None:
                failures.add(address)
            raise NotSignedIn(
                "Send the operator's token: 'Authorization: Bearer ...'. This one does not open anything."
            )
        return Person(name=" ".join(unquote(x_teammate).split())[:LONGEST_NAME] or "operator")

    # Every permission is the operator's for now; roles will be asked for it here.
    allowed.__name__ = f"may_{permission}"
    return allowed
