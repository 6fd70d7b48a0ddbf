"""What can go wrong with what is kept; none of these messages holds a word that was kept."""

from typing import ClassVar

from dajeong.errors import DajeongError


class StorageUnavailable(DajeongError):
    """The database cannot take or give anything just now; what was acknowledged before is safe."""

    code: ClassVar[str] = "storage_unavailable"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


class DatabaseInUse(DajeongError):
    """A second process opened a SQLite database."""

    code: ClassVar[str] = "database_in_use"
    status: ClassVar[int] = 503


class UnfitAddress(DajeongError):
    """The address of the database is not one we can open."""

    code: ClassVar[str] = "unfit_database_address"


class VersionConflict(DajeongError):
    """Somebody else appended to the conversation meanwhile: read it again and think again."""

    code: ClassVar[str] = "version_conflict"
    status: ClassVar[int] = 409
    retryable: ClassVar[bool] = True

    def __init__(self, version: int, after: int) -> None:
        super().__init__(
            f"The conversation is at version {version}, not {after}: something happened meanwhile. "
            "Nothing was saved; read it again and decide again."
        )
        self.version = version


class AlreadyRecorded(DajeongError):
    """The message with this id is in the log; a repeat is harmless. ``version`` is where it stands."""

    code: ClassVar[str] = "already_recorded"
    status: ClassVar[int] = 409

    def __init__(self, version: int) -> None:
        super().__init__(f"This message was recorded before, as version {version}. Nothing was saved twice.")
        self.version = version


class RevisionConflict(DajeongError):
    """Somebody else changed the draft file meanwhile. ``revision`` is its newest one, 0 when it is gone."""

    code: ClassVar[str] = "revision_conflict"
    status: ClassVar[int] = 412

    def __init__(self, path: str, revision: int) -> None:
        super().__init__(
            f"{path} was changed meanwhile and is at revision {revision}. Nothing was saved; look at the newest text first."
        )
        self.revision = revision


class NotKept(DajeongError):
    """What was asked for was never kept here, or is not any more."""

    code: ClassVar[str] = "not_found"
    status: ClassVar[int] = 404


class UnfitText(DajeongError):
    """A text that no database keeps faithfully."""

    code: ClassVar[str] = "unfit_text"
    status: ClassVar[int] = 422


class NameTaken(DajeongError):
    """Something of this name is kept already."""

    code: ClassVar[str] = "name_taken"
    status: ClassVar[int] = 409
