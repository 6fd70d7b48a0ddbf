"""Where the originals of tokens are kept: sealed with AES-256-GCM, one row each, bound to that row."""

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Collection, Sequence
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dajeong.conversation.token import SealedValue
from dajeong.errors import DajeongError
from dajeong.trust.keys import KeyRing, VaultKey

TENANT = "default"
TABLE = "vault"
_NONCE_BYTES = 12  # NIST SP 800-38D, 5.2.1.1


class VaultUnreadable(DajeongError):
    """A sealed value could not be opened: wrong key, moved row or damage. It is never answered with a guess."""

    code = "vault_unreadable"
    status = 500


class VaultStore(Protocol):
    """The rows of the vault. ``storage`` fits this; ``InMemoryVault`` serves rehearsals."""

    async def put(self, entries: Sequence[SealedValue]) -> bool:
        """Store all entries durably, or none and return False when a token or digest is taken in its conversation."""
        ...

    async def get(self, reference: str) -> SealedValue | None:
        """Return the row of a reference, or None."""
        ...

    async def of(self, conversation: str) -> Sequence[SealedValue]:
        """Return every row of a conversation, oldest first."""
        ...

    async def forget(self, conversations: Collection[str]) -> int:
        """Delete every row of these conversations and return how many (a customer is all of theirs)."""
        ...


class InMemoryVault:
    """A vault that ends with the process, for rehearsals and tests."""

    def __init__(self) -> None:
        self._rows: dict[str, SealedValue] = {}

    async def put(self, entries: Sequence[SealedValue]) -> bool:
        """Keep all entries, or none when one would not be unique."""
        seen = {(row.conversation, mark) for row in self._rows.values() for mark in (row.token, row.digest)}
        for entry in entries:
            marks = {(entry.conversation, entry.token), (entry.conversation, entry.digest)}
            if marks & seen or entry.reference in self._rows:
                return False
            seen |= marks
        self._rows.update((entry.reference, entry) for entry in entries)
        return True

    async def get(self, reference: str) -> SealedValue | None:
        """Return the row of a reference, or None."""
        return self._rows.get(reference)

    async def of(self, conversation: str) -> Sequence[SealedValue]:
        """Return the rows of a conversation in the order they came."""
        return [row for row in self._rows.values() if row.conversation == conversation]

    async def forget(self, conversations: Collection[str]) -> int:
        """Delete the rows of these conversations and return how many there were."""
        gone = [row.reference for row in self._rows.values() if row.conversation in conversations]
        for reference in gone:
            del self._rows[reference]
        return len(gone)


class Vault:
    """Seals and opens values, and knows them again without opening them. ``store`` keeps the rows."""

    def __init__(self, store: VaultStore, keys: KeyRing, tenant: str = TENANT) -> None:
        self.store = store
        self._keys = keys
        self._tenant = tenant
        self._ciphers = {key.id: AESGCM(key.secret) for key in keys.keys}
        self._marks = {key.id: _mark_key(key) for key in keys.keys}

    def seal(self, value: str, row: str, field: str = "value", table: str = TABLE) -> str:
        """Return ``value`` sealed for one place only, as ``key id:base64(nonce, ciphertext and tag)``."""
        key = self._keys.active
        nonce = os.urandom(_NONCE_BYTES)
        body = self._ciphers[key.id].encrypt(nonce, value.encode(), self._place(table, row, field))
        return f"{key.id}:{base64.b64encode(nonce + body).decode('ascii')}"

    def open(self, sealed: str, row: str, field: str = "value", table: str = TABLE) -> str:
        """Return the value sealed for this place. Raises ``VaultUnreadable`` when it is not this place's value."""
        key_id, _, encoded = sealed.partition(":")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise VaultUnreadable(
                "A stored value was sealed with a key that is not on the ring. Put that key back, behind the new one."
            )
        try:
            raw = base64.b64decode(encoded, validate=True)
            return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], self._place(table, row, field)).decode()
        except (InvalidTag, binascii.Error, ValueError):
            raise VaultUnreadable(
                "A stored value could not be opened: it is damaged, was moved to another row, or the key is "
                "another one of the same id. Restore it from a backup."
            ) from None

    def digests(self, conversation: str, canonical: str) -> tuple[str, ...]:
        """Return how a value is known again within one conversation: by the active key first, then by older ones."""
        message = json.dumps([conversation, canonical], ensure_ascii=False).encode()
        return tuple(hmac.new(self._marks[key.id], message, hashlib.sha256).hexdigest() for key in self._keys.keys)

    def _place(self, table: str, row: str, field: str) -> bytes:
        return json.dumps([self._tenant, table, row, field], ensure_ascii=False).encode()


def _mark_key(key: VaultKey) -> bytes:
    """Derive the key of the digests, so that one key is never used for two purposes."""
    return hmac.new(key.secret, b"dajeong vault digest", hashlib.sha256).digest()
