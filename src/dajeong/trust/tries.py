"""How often somebody may try and fail before they have to wait."""

import math
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from typing import ClassVar, Protocol

from dajeong.errors import DajeongError

# A /64 is what one household or machine is given.
_ONE_HOLDER = 64
WINDOW = timedelta(minutes=15)


class TooManyTries(DajeongError):
    """Somebody is guessing. ``retry_after`` is in whole seconds."""

    code: ClassVar[str] = "too_many_tries"
    status: ClassVar[int] = 429
    retryable: ClassVar[bool] = True

    def __init__(self, retry_after: int) -> None:
        super().__init__(
            f"There were too many failed tries. Wait {-(-retry_after // 60)} min and try again; the right words will do then."
        )
        self.retry_after = retry_after


class TryRows(Protocol):
    """Failed tries. ``storage`` fits this."""

    async def count(self, most: Mapping[str, int], *, at: datetime, since: datetime) -> datetime | None:
        """Count one try under each key; return when the tries of the first key over its ``most`` began, else None."""
        ...

    async def standing(self, key: str, *, since: datetime) -> tuple[int, datetime] | None:
        """Return how many tries there were and when they began."""
        ...

    async def take_back(self, *keys: str) -> None:
        """Uncount one try of each key."""
        ...

    async def forget(self, key: str) -> None:
        """Let a key begin anew."""
        ...

    async def clear(self, *, before: datetime) -> None:
        """Delete what is too old to count."""
        ...


class Tries:
    """Counts tries within a window that begins with the first and never grows: a wait has an end, whoever goes on trying."""

    def __init__(self, rows: TryRows, clock: Callable[[], datetime]) -> None:
        self._rows = rows
        self._clock = clock

    async def begin(self, most: Mapping[str, int]) -> None:
        """Count a try before it is looked at, so that many at once are no way around. Raises TooManyTries."""
        now = self._clock()
        began = await self._rows.count(most, at=now, since=now - WINDOW)
        if began is not None:
            raise TooManyTries(self._wait(began))

    async def look(self, key: str, most: int) -> None:
        """Raise TooManyTries when the key has had as many, without counting another."""
        standing = await self._rows.standing(key, since=self._clock() - WINDOW)
        if standing is not None and standing[0] >= most:
            raise TooManyTries(self._wait(standing[1]))

    async def succeeded(self, *keys: str) -> None:
        """Uncount a try that was right, and sweep."""
        await self._rows.take_back(*keys)
        await self._rows.clear(before=self._clock() - WINDOW)

    async def forget(self, key: str) -> None:
        """Let a key begin anew."""
        await self._rows.forget(key)

    def _wait(self, began: datetime) -> int:
        return max(1, math.ceil((began + WINDOW - self._clock()).total_seconds()))


def name_tries(key: str) -> str:
    """Return under what the tries of a name are counted."""
    return f"name:{_digest(key)}"


def address_tries(address: str) -> str:
    """Return under what the sign-ins from an address are counted."""
    return f"address:{_digest(_holder(address))}"


def token_tries(address: str) -> str:
    """Return under what the wrong tokens from an address are counted."""
    return f"token:{_digest(_holder(address))}"


def _holder(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return str(int(known) >> (known.max_prefixlen - _ONE_HOLDER))
    return str(getattr(known, "ipv4_mapped", None) or known)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
