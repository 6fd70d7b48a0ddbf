"""Signing in to the studio: who is there, for how long, and the one owner."""

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import ClassVar, Protocol

from dajeong.conversation.teammate import SignedIn, Teammate
from dajeong.errors import DajeongError
from dajeong.trust.passwords import LONGEST, Passwords, check_password
from dajeong.trust.tries import Tries, address_tries, name_tries

# Unused for so long, or begun so long ago, a browser has to sign in again.
IDLE, WHOLE = timedelta(hours=12), timedelta(days=7)
# A browser is noted as seen at most this often, so that reading pages is not writing rows.
NOTED_EVERY = timedelta(minutes=1)
# Failed tries within a quarter of an hour: a person who is unsure needs fewer; an office shares one address.
MOST_OF_NAME, MOST_OF_ADDRESS = 10, 30
LONGEST_NAME = 64


class WrongNameOrPassword(DajeongError):
    """One of them; which one is nobody's to know."""

    code: ClassVar[str] = "wrong_name_or_password"
    status: ClassVar[int] = 401

    def __init__(self) -> None:
        super().__init__("Name and password do not fit together. `dajeong owner` gives the owner a new password.")


class UnfitName(DajeongError):
    """A name nobody could sign in with."""

    code: ClassVar[str] = "unfit_name"
    status: ClassVar[int] = 422


class TeammateRows(Protocol):
    """Teammates and their browsers. ``storage`` fits this."""

    async def named(self, key: str) -> Teammate | None:
        """Return the teammate whose name is compared as ``key``."""
        ...

    async def owner(self) -> Teammate | None:
        """Return the owner."""
        ...

    async def keep_owner(self, owner: Teammate, *, only_first: bool) -> bool:
        """Make the owner, or renew name and password of the one there is and sign them out; False when not done."""
        ...

    async def begin(self, row: SignedIn, *, password: str, better: str | None = None) -> bool:
        """Keep a browser while the teammate's hash is still ``password``, and ``better`` in its place; False when it is not."""
        ...

    async def signed_in(self, digest: str) -> tuple[SignedIn, Teammate] | None:
        """Return the browser and whose it is."""
        ...

    async def seen(self, digest: str, at: datetime) -> None:
        """Keep when a browser was last heard of."""
        ...

    async def end(self, digest: str) -> None:
        """Sign one browser out."""
        ...

    async def end_all(self, teammate: str) -> None:
        """Sign every browser of a teammate out."""
        ...

    async def clear(self, *, started_before: datetime, seen_before: datetime) -> None:
        """Delete the browsers whose time is over."""
        ...


class SignIn:
    """The door of the studio. Tokens are made here, told once and kept only as digests."""

    def __init__(
        self,
        rows: TeammateRows,
        tries: Tries,
        *,
        clock: Callable[[], datetime],
        new_token: Callable[[], str],
        passwords: Passwords | None = None,
    ) -> None:
        self.tries = tries
        self._rows = rows
        self._clock = clock
        self._new_token = new_token
        self._passwords = passwords or Passwords()

    async def sign_in(self, name: str, password: str, *, address: str, before: str = "") -> tuple[Teammate, str]:
        """Return who it is and the token of a new session; the one of ``before`` ends, so that nobody can plant theirs.

        Raises WrongNameOrPassword, TooManyTries.
        """
        key = name_key(name)
        of_address, of_name = address_tries(address), name_tries(key)
        await self.tries.begin({of_address: MOST_OF_ADDRESS, of_name: MOST_OF_NAME})
        found = await self._rows.named(key)
        right, better = await self._passwords.fits(password, found.password if found else None)
        if found is None or not right:
            raise WrongNameOrPassword
        token, now = self._new_token(), self._clock()
        row = SignedIn(digest=_digest(token), teammate=found.id, started_at=now, seen_at=now)
        if not await self._rows.begin(row, password=found.password, better=better):
            raise WrongNameOrPassword
        await self.tries.succeeded(of_address, of_name)
        await self._rows.clear(started_before=now - WHOLE, seen_before=now - IDLE)
        if before:
            await self.sign_out(before)
        return found, token

    async def who(self, token: str) -> Teammate | None:
        """Return whose session it is while it lasts, None otherwise."""
        found = await self._rows.signed_in(_digest(token)) if token else None
        if found is None:
            return None
        row, teammate = found
        now = self._clock()
        if now - row.started_at >= WHOLE or now - row.seen_at >= IDLE:
            return None
        if now - row.seen_at >= NOTED_EVERY:
            await self._rows.seen(row.digest, now)
        return teammate

    async def sign_out(self, token: str, *, everywhere: bool = False) -> None:
        """End a session, or all of its teammate's; a token that opens nothing ends nothing."""
        whose = await self.who(token) if everywhere else None
        if whose is not None:
            await self._rows.end_all(whose.id)
        elif token:
            await self._rows.end(_digest(token))

    async def owner(self) -> Teammate | None:
        """Return the owner, None while there is none."""
        return await self._rows.owner()

    async def keep_owner(self, name: str, password: str, *, id: str, only_first: bool = False) -> bool:
        """Make the owner, or give the one there is this name and password and sign them out everywhere.

        Returns False when there is one and ``only_first`` is asked for. Raises WeakPassword, UnfitName.
        """
        shown = " ".join(name.split())
        if not 1 <= len(shown) <= LONGEST_NAME or not shown.isprintable():
            raise UnfitName(f"A name has 1 to {LONGEST_NAME} letters.")
        check_password(password, shown)
        owner = Teammate(
            id=id,
            name=shown,
            key=name_key(shown),
            role="owner",
            password=await self._passwords.hash(password),
            made_at=self._clock(),
        )
        kept = await self._rows.keep_owner(owner, only_first=only_first)
        if kept:
            await self.tries.forget(name_tries(owner.key))
        return kept


def name_key(name: str) -> str:
    """Return a name as it is compared: upper and lower case, width and blanks make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name[:LONGEST]).casefold().split())


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
