"""Who works in the studio, what they noted, and what they gave out."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from dajeong.storage.tables.metadata import metadata

teammates = Table(
    "teammates",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    # The name as it is compared: two that look alike are one.
    Column("key", Text, nullable=False),
    Column("role", Text, nullable=False),
    # The argon2id hash with its costs and salt.
    Column("password", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Index("teammates_key_once", "key", unique=True),
)

sessions = Table(
    "sessions",
    metadata,
    # SHA-256 of the token, as in `access_tokens`.
    Column("digest", Text, primary_key=True),
    Column("teammate", Text, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Index("sessions_of_teammate", "teammate"),
)

tries = Table(
    "tries",
    metadata,
    # Whose tries, as a digest: somebody types a password where the name belongs.
    Column("key", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", BigInteger, nullable=False),
    Index("tries_oldest", "since"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("revision", Integer, nullable=False),
    # Holds places of customers' words, never the words.
    Column("body", Text, nullable=False),
    # When a customer whom the note is about was forgotten, and who has looked since at what people wrote in it themselves.
    Column("forgotten_at", BigInteger),
    Column("looked_at", BigInteger),
    Column("looked_by", Text),
    Index("notes_newest", "changed_at"),
)

note_places = Table(
    "note_places",
    metadata,
    Column("note", Text, primary_key=True),
    # What the note is about: "conversation <id>", "scenario <playbook>/<id>", with "/<step>" for a step.
    Column("target", Text, primary_key=True),
    Index("notes_of_target", "target"),
)

handouts = Table(
    "handouts",
    metadata,
    Column("id", Text, primary_key=True),
    # SHA-256 of the link's token, as in `access_tokens`.
    Column("digest", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("body", Text, nullable=False),
    Index("handouts_by_digest", "digest", unique=True),
)
