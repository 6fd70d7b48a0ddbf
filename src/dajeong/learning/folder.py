"""Changes in a folder that are whole or not there, whatever kills the process, and that take turns between processes."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from dajeong.errors import DajeongError

_LOCK = ".lock"
_PATIENCE = 10.0


class RegistryUnavailable(DajeongError):
    """The folder of models cannot be written just now."""

    code: ClassVar[str] = "registry_unavailable"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have ``folder`` to oneself; it is made if it is not there. The system lets go when the process ends, however it ends.

    Raises RegistryUnavailable after ten seconds of waiting, and for whatever the disk refuses inside.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _refused(error) from None
    try:
        _wait_for(file)
        yield
    except OSError as error:
        raise _refused(error) from None
    finally:
        os.close(file)


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file at once: a reader sees the old file or the new one. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        _to_disk(beside)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _to_disk(path.parent)


def durable_folder(made: Path, place: Path) -> None:
    """Move a filled folder to its place once all it holds is on the disk. Raises OSError."""
    for file in sorted(made.iterdir()):
        _to_disk(file)
    _to_disk(made)
    made.chmod(0o755)
    made.rename(place)
    _to_disk(place.parent)


def _wait_for(file: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise RegistryUnavailable(
                    "Another process is changing the models and does not finish. Nothing was changed; try again."
                ) from None
            time.sleep(0.02)


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _refused(error: OSError) -> RegistryUnavailable:
    return RegistryUnavailable(
        f"The folder of models could not be written ({error.strerror}). Nothing was changed: make room or mend it, and try again."
    )
