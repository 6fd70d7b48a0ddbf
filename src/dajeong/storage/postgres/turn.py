"""Whose turn it is to append: one transaction at a time, so that positions appear in the order in which they were given."""

from sqlalchemy import TextClause, text

# Any number will do as long as nobody else in this database uses it: "dajeong" read as bytes.
KEY = int.from_bytes(b"dajeong")
MIGRATION_KEY = KEY + 1
# Over this channel processes tell each other which conversations have news; "*" means that it could be any.
CHANNEL = "dajeong_log"
ANY = "*"

TAKE_TURN = f"SELECT pg_advisory_xact_lock({KEY})"


def take_turn() -> TextClause:
    """Return the statement that waits for the turn; it ends with the transaction, after its rows can be seen."""
    return text(TAKE_TURN)
