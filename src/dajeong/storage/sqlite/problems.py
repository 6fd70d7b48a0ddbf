"""What SQLite's errors mean for the one who called."""

import sqlite3

from dajeong.storage.errors import StorageUnavailable

_MEANING = {
    sqlite3.SQLITE_BUSY: "Another program holds the database locked.",
    sqlite3.SQLITE_LOCKED: "Another program holds the database locked.",
    sqlite3.SQLITE_FULL: "The disk of the database is full: make room on it.",
    sqlite3.SQLITE_IOERR: "The disk of the database cannot be written or read: is it full, or gone?",
    sqlite3.SQLITE_CANTOPEN: "The database file cannot be opened: is its disk there?",
    sqlite3.SQLITE_READONLY: "The database file cannot be written: look at its permissions and its disk.",
}
# A constraint or a wrong value is the caller's affair; everything else is the database's.
_CALLERS = (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_RANGE, sqlite3.SQLITE_TOOBIG)


def unavailable(problem: BaseException) -> StorageUnavailable | None:
    """Return the error to raise instead when the database is to blame, None when it is not."""
    if isinstance(problem, StorageUnavailable):
        return problem
    problem = getattr(problem, "orig", None) or problem
    if not isinstance(problem, sqlite3.Error):
        return None
    # The low byte is the primary code; the rest says more closely which.
    code = getattr(problem, "sqlite_errorcode", None)
    primary = sqlite3.SQLITE_ERROR if code is None else code & 0xFF
    if primary in _CALLERS or isinstance(problem, sqlite3.ProgrammingError):
        return None
    name = getattr(problem, "sqlite_errorname", "no code")
    meaning = _MEANING.get(primary, "The database did not do what it was asked.")
    return StorageUnavailable(f"{meaning} Nothing of this was saved; try again in a moment. (SQLite says {name}.)")


def gone() -> StorageUnavailable:
    """Return the error for a file that is not where it was."""
    return StorageUnavailable(
        "The database file is not where it was. Nothing of this was saved; put it back, and everything goes on."
    )


def closed() -> StorageUnavailable:
    """Return the error for one who comes when the database is being closed."""
    return StorageUnavailable("The database is being closed. Nothing of this was saved; try again after the restart.")
