"""Playbooks into the database and out of it, without a running server: a draft, a version in force, the folder again."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from dajeong.app import system_clock
from dajeong.errors import DajeongError
from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.playbook.files import is_beside
from dajeong.runtime.design import UnknownPlaybook
from dajeong.runtime.publishing import publishable
from dajeong.settings import Settings
from dajeong.storage import Storage, open_storage


class FolderInUse(DajeongError):
    """The folder to write to holds something already."""

    code: ClassVar[str] = "folder_in_use"
    status: ClassVar[int] = 409


@asynccontextmanager
async def kept_in(settings: Settings) -> AsyncIterator[Storage]:
    """Open the storage of the settings. Raises DatabaseInUse while a server has the SQLite file."""
    settings.data.mkdir(parents=True, exist_ok=True)
    async with open_storage(settings.database_url) as storage:
        yield storage


async def import_folder(path: Path, settings: Settings) -> str:
    """Make the folder the draft of its playbook, errors and all, and return the name. Nobody is served by a draft."""
    files = read_folder(path)
    playbook = load_playbook(files).playbook
    name = playbook.name if playbook else path.resolve().name
    async with kept_in(settings) as storage:
        await _draft(storage, name, path, files)
    return name


async def publish_folder(path: Path, note: str, settings: Settings) -> tuple[str, str]:
    """Put the folder in force for new conversations and return (name, version). Raises PlaybookUnusable; then nothing changed."""
    files = read_folder(path)
    playbook = publishable(files)
    async with kept_in(settings) as storage:
        await _draft(storage, playbook.name, path, files)
        published = await storage.publications.publish(playbook.name, files, at=system_clock(), note=note)
    return playbook.name, published.version


async def _draft(storage: Storage, name: str, path: Path, files: Mapping[str, str]) -> None:
    """Make these files the draft, with the folder's customers; what was made in the studio to try it with stays."""
    made = {inside: file.text for inside, file in (await storage.drafts.of(name)).items() if is_beside(inside)}
    await storage.drafts.replace(name, {**made, **read_beside(path, "customers"), **files}, at=system_clock())


async def export_playbook(name: str, path: Path, settings: Settings, version: str | None = None) -> int:
    """Write the version in force (or the one named, or else the draft) to a new folder; return how many files it has.

    Raises UnknownPlaybook, FolderInUse.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FolderInUse(f"{path} holds something already. Nothing was written; name a folder that is not there yet.")
    async with kept_in(settings) as storage:
        chosen = version or await storage.publications.current(name)
        if chosen is not None:
            files = await storage.publications.files(name, chosen)
        else:
            files = {inside: file.text for inside, file in (await storage.drafts.of(name)).items()}
    if not files:
        raise UnknownPlaybook(f"There is no playbook '{name}' here. `dajeong import PATH` brings one in.")
    for inside, text in files.items():
        (path / inside).parent.mkdir(parents=True, exist_ok=True)
        (path / inside).write_bytes(text.encode("utf-8"))
    return len(files)
