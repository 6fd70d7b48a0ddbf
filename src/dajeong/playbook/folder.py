"""Reads a playbook's folder from disk: path inside the folder -> text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from dajeong.errors import DajeongError
from dajeong.playbook.files import BESIDE_FOLDERS

LARGEST = 1_000_000
MOST_FILES = 5_000
_ENDINGS = (".yaml", ".yml")
# What the team wrote beside the playbook to try it with.
TRIED_WITH = ("customers", "tests")


class FolderUnreadable(DajeongError):
    """A playbook's folder could not be read as text files."""

    code: ClassVar[str] = "folder_unreadable"
    status: ClassVar[int] = 400


def read_folder(path: str | Path) -> dict[str, str]:
    """Return every file of a playbook's folder, by its path inside the folder with forward slashes.

    Layout, README, actions' code and data, tests and hidden files are left out. Raises ``FolderUnreadable`` when the
    folder is not there, or a file is not UTF-8 or larger than 1 MB; the message names it.
    """
    return _texts(Path(path), lambda inside: inside.parts[0] not in BESIDE_FOLDERS)


def read_beside(path: str | Path, *kinds: str) -> dict[str, str]:
    """Return the customers and stories that lie beside a playbook, or only these ``kinds``, as `read_folder` returns its files."""
    return _texts(Path(path), lambda inside: inside.parts[0] in (kinds or TRIED_WITH))


def without_trials(files: Mapping[str, str]) -> dict[str, str]:
    """Return what a version is made of: no customers and no stories, which only try it."""
    return {path: text for path, text in files.items() if path.split("/", 1)[0] not in TRIED_WITH}


def _texts(folder: Path, wanted: Callable[[Path], bool]) -> dict[str, str]:
    if not folder.is_dir():
        raise FolderUnreadable(f"There is no folder {folder}: give the folder that holds playbook.yaml.")
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.suffix not in _ENDINGS or not wanted(inside) or any(part.startswith(".") for part in inside.parts):
            continue
        if file.is_file():
            found[inside.as_posix()] = _text(file, inside.as_posix())
        if len(found) > MOST_FILES:
            raise FolderUnreadable(f"{folder} holds more than {MOST_FILES} files: give the folder of one playbook.")
    return found


def _text(file: Path, name: str) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise FolderUnreadable(f"{name} is larger than 1 MB: split it into several files.")
        raw = file.read_bytes()
    except OSError as error:
        raise FolderUnreadable(f"{name} cannot be read ({error.strerror}): look at its permissions.") from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise FolderUnreadable(f"{name} is not UTF-8 (line {line}): save it as UTF-8.") from error
