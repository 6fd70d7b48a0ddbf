"""A playbook's draft as the studio works on it: begun from the version in force, changed file by file, checked whole."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook.files import is_known_file
from dajeong.playbook.findings import Checked, Finding, checked
from dajeong.playbook.folder import without_trials
from dajeong.runtime.design import UnknownPlaybook
from dajeong.storage.drafts import DraftFile
from dajeong.storage.errors import UnfitText

# In bytes of UTF-8, as for a file of a folder.
LARGEST = 1_000_000
LONGEST_PATH = 200


class UnfitFile(DajeongError):
    """No file of a playbook that may be written here."""

    code: ClassVar[str] = "unfit_file"
    status: ClassVar[int] = 422


class Draft(Frozen):
    """A draft and what the check says of it. ``changed`` are the paths that differ from ``base``, the version in force.

    ``tried_at``: since when somebody has played the customer with it.
    """

    playbook: str
    title: str
    language: Language
    base: str | None
    files: tuple[DraftFile, ...]
    findings: tuple[Finding, ...]
    changed: tuple[str, ...]
    publishable: bool
    tried_at: datetime | None


async def draft_files(app: App, name: str) -> dict[str, DraftFile]:
    """Return the draft's files; at the first look they are those of the version in force. Raises UnknownPlaybook."""
    drafts, published = app.storage.drafts, app.storage.publications
    files = await drafts.of(name)
    if files:
        return files
    version = await published.current(name)
    if version is None:
        raise UnknownPlaybook("There is no playbook of this name. Look at the list of playbooks.")
    return await drafts.replace(name, await published.files(name, version), at=app.clock())


async def draft_texts(app: App, name: str, over: Mapping[str, str | None]) -> dict[str, str]:
    """Return the draft's texts with others laid over (None: taken away); nothing is stored. Raises UnfitFile."""
    for path, text in over.items():
        check_file(path, text)
    texts = {path: file.text for path, file in (await draft_files(app, name)).items()}
    laid = texts | {path: text for path, text in over.items() if text is not None}
    return {path: text for path, text in laid.items() if over.get(path, text) is not None}


async def look(app: App, name: str, reader: Language | None = None) -> Draft:
    """Return the draft with everything the check says, for a reader of a language or in the playbook's own."""
    files = await draft_files(app, name)
    base = await app.storage.publications.current(name)
    texts = {path: file.text for path, file in files.items()}
    found = await check(texts, reader)
    return Draft(
        playbook=name,
        title=found.playbook.title or name if found.playbook else name,
        language=found.playbook.language if found.playbook else "ko",
        base=base,
        files=tuple(files.values()),
        findings=found.findings,
        changed=await changed(app, name, texts),
        publishable=found.publishable,
        tried_at=await app.storage.drafts.tried_at(name),
    )


async def changed(app: App, name: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paths at which these texts differ from the version in force; all of them when there is none."""
    base = await app.storage.publications.current(name)
    before = without_trials(await app.storage.publications.files(name, base)) if base else {}
    texts = without_trials(texts)
    return tuple(sorted(path for path in {*texts, *before} if texts.get(path) != before.get(path)))


async def check(texts: Mapping[str, str], reader: Language | None = None) -> Checked:
    """Look through a draft beside the loop: it may take a while, and customers wait for nobody."""
    return await asyncio.to_thread(checked, texts, reader)


def check_file(path: str, text: str | None) -> None:
    """Raise UnfitFile or UnfitText for what is no file of a playbook, with a sentence for the writer."""
    parts = path.split("/")
    if len(path) > LONGEST_PATH or "\\" in path or any(part in ("", ".", "..") or part[0] == "." for part in parts):
        raise UnfitFile("This is no path of a playbook's file. Write it like scenarios/return.yaml.")
    if parts[-1].endswith((".py", ".sql")):
        raise UnfitFile("Code of actions is installed by the operator, not written in the studio.")
    if not is_known_file(path):
        raise UnfitFile(
            "A playbook has no file of this kind. Write it like scenarios/return.yaml or intents/orders.yaml."
        )
    if text is None:
        return
    if "\0" in text:
        raise UnfitText("The text holds a NUL character, which no text file does. Save it as UTF-8 again.")
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise UnfitFile("The text is larger than 1 MB. Split it into several files.")
