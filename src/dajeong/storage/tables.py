"""The tables, the same on SQLite and PostgreSQL. Times are microseconds, as in `micros`."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()

events = Table(
    "events",
    metadata,
    # Assigned by the one who holds the log's turn, so it has no gaps and follows the order of commits.
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("conversation", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    # The channel's id of a customer's message: a repeat is found by it.
    Column("message", Text),
    # Only on the first event, so that forgetting finds every conversation in the log itself.
    Column("customer", Text),
    # JSON text, because PostgreSQL's jsonb refuses characters that customers send.
    Column("body", Text, nullable=False),
    Index("events_in_order", "conversation", "version", unique=True),
)
Index(
    "events_message_once",
    events.c.conversation,
    events.c.message,
    unique=True,
    sqlite_where=events.c.message.is_not(None),
    postgresql_where=events.c.message.is_not(None),
)
Index(
    "events_of_customer",
    events.c.customer,
    sqlite_where=events.c.customer.is_not(None),
    postgresql_where=events.c.customer.is_not(None),
)

inbox = Table(
    "inbox",
    metadata,
    Column("conversation", Text, primary_key=True),
    # What lists are filtered and ordered by; everything else is in the row.
    Column("customer", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("row", Text, nullable=False),
    Index("inbox_newest", "closed", "holder", "last_at"),
    Index("inbox_of_customer", "customer", "last_at"),
)

due = Table(
    "due",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("until", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Index("due_next", "until"),
)

vault = Table(
    "vault",
    metadata,
    # The order in which they came; tokens of a conversation are numbered by it.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("conversation", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("valid", Boolean),
    Column("last_four", Text),
    Index("vault_token_once", "conversation", "token", unique=True),
    Index("vault_value_once", "conversation", "digest", unique=True),
)

access_tokens = Table(
    "access_tokens",
    metadata,
    # SHA-256 of the token: whoever reads the table cannot open a conversation with it.
    Column("digest", Text, primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("access_tokens_of_conversation", "conversation"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    # None: deleted. The revision goes on counting, so that nobody's old one fits a new file by chance.
    Column("text", Text),
    Column("revision", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# Since when somebody has played the customer with a draft; a playbook nobody has tried has no row.
tried = Table(
    "tried",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("version", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("playbook", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("publications_newest", "playbook", "number"),
)

recalls = Table(
    "recalls",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("note", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

shares = Table(
    "shares",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("version", Text, nullable=False),
    # Of new conversations.
    Column("percent", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

followers = Table(
    "followers",
    metadata,
    Column("name", Text, primary_key=True),
    # Everything up to here is in the follower's own table.
    Column("position", BigInteger, nullable=False),
)

label_queue = Table(
    "label_queue",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("playbook_version", Text, nullable=False),
    Column("emotion", Text, nullable=False),
    Column("intent", Text),
    # Words between blanks, so that one of them is found by LIKE.
    Column("reasons", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("likeness", Text, nullable=False),
    Index("label_queue_by_likeness", "likeness"),
)

labels = Table(
    "labels",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("by", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("emotion", Text),
    Column("body", Text, nullable=False),
)

operations = Table(
    "operations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    # When its process was last alive: one that says nothing any more was lost with it.
    Column("seen_at", BigInteger, nullable=False),
    Column("detail", Text, nullable=False),
    Index("operations_newest", "kind", "started_at"),
)

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

summaries = Table(
    "summaries",
    metadata,
    # The position of the conversation's first event.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("conversation", Text, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("channel", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    # Words between blanks, as above.
    Column("scenarios", Text, nullable=False),
    Column("feelings", Text, nullable=False),
    # Holds a line that was said: goes when its customer is forgotten.
    Column("row", Text, nullable=False),
    Index("summaries_of_conversation", "conversation", unique=True),
    # Everything a list is filtered by, so that counting reads no rows.
    Index(
        "summaries_newest",
        *("last_at", "number", "channel", "playbook", "version", "language", "outcome", "scenarios", "feelings"),
    ),
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
