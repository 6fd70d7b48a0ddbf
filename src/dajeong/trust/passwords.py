"""Passwords of teammates: what one has to be, argon2id over it, and random ones that a person can type."""

import asyncio
import secrets
import unicodedata
from typing import ClassVar

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from dajeong.errors import DajeongError

# NIST SP 800-63B-4, 3.1.1: at least 15 characters where nothing else is asked for, at least 64 allowed, no rules on their kinds.
SHORTEST, LONGEST = 15, 256
# Fewer different characters than this is one key held down.
FEWEST_DIFFERENT = 5
# No 0 and o, 1 and l and i: whoever reads it from a terminal types it somewhere else. 31 letters, 20 of them: 99 bits.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _OF = 5, 4
# Each takes 64 MB while it is computed.
AT_ONCE = 2


class WeakPassword(DajeongError):
    """A password that would be guessed."""

    code: ClassVar[str] = "weak_password"
    status: ClassVar[int] = 422


def random_password() -> str:
    """Return a password nobody can guess, in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_OF)) for _ in range(_GROUPS))


def check_password(password: str, name: str) -> None:
    """Raise WeakPassword, saying what it lacks, unless it may be used."""
    plain = _as_compared(password)
    if len(plain) < SHORTEST:
        raise WeakPassword(f"A password has at least {SHORTEST} characters. A short sentence is one you can remember.")
    if len(plain) > LONGEST:
        raise WeakPassword(f"A password has at most {LONGEST} characters.")
    if len(set(plain)) < FEWEST_DIFFERENT or (name and plain.casefold().replace(name.casefold(), "").strip() == ""):
        raise WeakPassword("This is guessed at once: it repeats a few characters or the name. Choose another one.")


class Passwords:
    """Argon2id with the costs of pwdlib, off the event loop and never many at once."""

    def __init__(self, hashing: PasswordHash | None = None) -> None:
        self._hashing = hashing or PasswordHash((Argon2Hasher(),))
        self._turns = asyncio.Semaphore(AT_ONCE)
        # Compared with when there is no such name, so that the answer takes as long as with one.
        self._nobody = ""

    async def hash(self, password: str) -> str:
        """Return what is kept in its place."""
        async with self._turns:
            return await asyncio.to_thread(self._hashing.hash, _as_compared(password))

    async def fits(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """Return whether it is the password behind a hash, and a better hash when the costs have been raised since.

        None stands for nobody: it never fits and takes as long.
        """
        if kept is None:
            self._nobody = self._nobody or await self.hash(random_password())
        async with self._turns:
            right, better = await asyncio.to_thread(self._compare, _as_compared(password), kept or self._nobody)
        return (right, better) if kept is not None else (False, None)

    def _compare(self, password: str, kept: str) -> tuple[bool, str | None]:
        try:
            return self._hashing.verify_and_update(password, kept)
        except UnknownHashError:
            return False, None


def _as_compared(password: str) -> str:
    """One form of the same letters: Hangul typed on one system comes composed, on another in pieces (NIST SP 800-63B-4)."""
    return unicodedata.normalize("NFKC", password)
