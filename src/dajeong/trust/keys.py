"""The keys of the vault: read from the environment or from a file only its owner can read."""

import base64
import binascii
import hashlib
import os
import re
import secrets
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dajeong.errors import DajeongError

VARIABLE = "DAJEONG_VAULT_KEY"
KEY_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


class VaultKeyError(DajeongError):
    """The vault has no usable key; nothing may be received until an operator gives it one."""

    code = "vault_key"
    status = 500


@dataclass(frozen=True, slots=True)
class VaultKey:
    """One 256-bit key and the name that sealed values carry. Its ``repr`` hides the secret."""

    id: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The key that seals (the first) and older ones that still open. To rotate, put a new key in front."""

    keys: tuple[VaultKey, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise VaultKeyError("The vault has no key. Set DAJEONG_VAULT_KEY or make a key file.")
        if len({key.id for key in self.keys}) != len(self.keys):
            raise VaultKeyError("Two vault keys have the same id. Give each its own.")

    @property
    def active(self) -> VaultKey:
        """The key that seals new values."""
        return self.keys[0]

    def named(self, key_id: str) -> VaultKey | None:
        """Return the key of that id, or None when it is not on the ring."""
        return next((key for key in self.keys if key.id == key_id), None)


def read_keys(environment: Mapping[str, str], path: Path | None = None) -> KeyRing:
    """Return the keys of ``DAJEONG_VAULT_KEY`` (comma-separated, newest first) or else of the file at ``path``.

    A key is ``base64`` or ``id:base64`` of 32 bytes. Raises ``VaultKeyError`` naming what is wrong, never the key.
    """
    given = environment.get(VARIABLE, "").strip()
    if given:
        return KeyRing(_parse(given.split(","), VARIABLE))
    if path is None:
        raise VaultKeyError(f"The vault has no key. Set {VARIABLE} to 32 bytes in base64, or make a key file.")
    return _read_file(path)


def make_key_file(path: Path) -> KeyRing:
    """Write a new random key to ``path`` (mode 0600) and return it. Raises ``VaultKeyError`` if the file exists."""
    secret = secrets.token_bytes(KEY_BYTES)
    key = VaultKey(_fingerprint(secret), secret)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise VaultKeyError("The key file exists already. A new key would make stored values unreadable.") from None
    except OSError as error:
        raise VaultKeyError(f"The key file could not be written ({error.strerror}). Check its folder.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{key.id}:{base64.b64encode(secret).decode('ascii')}\n")
        file.flush()
        os.fsync(file.fileno())
    return KeyRing((key,))


def _read_file(path: Path) -> KeyRing:
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="ascii")
    except FileNotFoundError:
        raise VaultKeyError(f"There is no vault key file and {VARIABLE} is not set. Make one of them.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise VaultKeyError(f"The vault key file cannot be read ({type(error).__name__}).") from None
    if stat.S_IMODE(mode) & 0o077:
        raise VaultKeyError(
            f"Others can read the vault key file (mode {stat.S_IMODE(mode):04o}). Set its mode to 0600."
        )
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return KeyRing(_parse(lines, "the vault key file"))


def _parse(written: Sequence[str], where: str) -> tuple[VaultKey, ...]:
    return tuple(_one(text.strip(), place, where) for place, text in enumerate(written, start=1) if text.strip())


def _one(text: str, place: int, where: str) -> VaultKey:
    key_id, colon, encoded = text.rpartition(":")
    try:
        secret = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise VaultKeyError(f"Key {place} of {where} is not base64. Write 32 random bytes in base64.") from None
    if len(secret) != KEY_BYTES:
        raise VaultKeyError(f"Key {place} of {where} has {len(secret)} bytes. AES-256 needs exactly {KEY_BYTES}.")
    if colon and not _ID.fullmatch(key_id):
        raise VaultKeyError(f"The id of key {place} of {where} must be 1 to 32 letters, digits, - or _.")
    return VaultKey(key_id or _fingerprint(secret), secret)


def _fingerprint(secret: bytes) -> str:
    return hashlib.sha256(b"dajeong vault key id" + secret).hexdigest()[:8]
