"""A conversation opens only with its own token, and the table of tokens opens nothing."""

from pathlib import Path

import pytest

from dajeong.storage import Storage, open_storage
from tests.storage.telling import NOON

TOKEN = "an-unguessable-token-of-one-customer"


async def test_a_conversation_opens_with_its_own_token_only(storage: Storage) -> None:
    await storage.tokens.grant(TOKEN, "c1", at=NOON)
    await storage.tokens.grant(TOKEN + "2", "c2", at=NOON)
    assert await storage.tokens.opens(TOKEN, "c1")
    assert not await storage.tokens.opens(TOKEN, "c2")
    assert not await storage.tokens.opens("", "c1")
    assert await storage.tokens.conversation_of(TOKEN + "3") is None


async def test_a_revoked_token_opens_nothing(storage: Storage) -> None:
    await storage.tokens.grant(TOKEN, "c1", at=NOON)
    await storage.tokens.revoke("c1")
    assert not await storage.tokens.opens(TOKEN, "c1")


@pytest.mark.parametrize("token", ["", "short", TOKEN])
async def test_a_short_token_or_one_in_use_is_not_granted(storage: Storage, token: str) -> None:
    await storage.tokens.grant(TOKEN, "c1", at=NOON)
    with pytest.raises(ValueError, match=r"short|before"):
        await storage.tokens.grant(token, "c2", at=NOON)
    assert await storage.tokens.opens(TOKEN, "c1")


async def test_the_token_itself_is_nowhere_in_the_database(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/dajeong.db") as storage:
        await storage.tokens.grant(TOKEN, "c1", at=NOON)
        assert not any(TOKEN.encode() in file.read_bytes() for file in tmp_path.iterdir())
