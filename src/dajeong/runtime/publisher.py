"""Puts playbooks in force in a running server: from a folder, from a draft, an earlier version again, a second one beside."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import structlog

from dajeong.errors import DajeongError
from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.playbook.files import is_beside
from dajeong.runtime.design import Design, Designs, UnfitShare, build_design
from dajeong.runtime.publishing import publishable
from dajeong.storage.drafts import DraftStore
from dajeong.storage.publications import Publication, PublicationStore
from dajeong.understanding import Encoder

_log = structlog.get_logger(__name__)
_CUSTOMERS = "customers/"


class Publisher:
    """Every way for a version to reach new conversations. What was in force before goes on until the new one is ready."""

    def __init__(
        self,
        drafts: DraftStore,
        published: PublicationStore,
        designs: Designs,
        *,
        encoder: Callable[[], Encoder | None],
        clock: Callable[[], datetime],
    ) -> None:
        self._drafts = drafts
        self._published = published
        self._designs = designs
        self._encoder = encoder
        self._clock = clock

    async def publish(self, name: str, files: Mapping[str, str], *, note: str = "", by: str = "") -> Publication:
        """Check and publish a playbook and let new conversations have it. Raises PlaybookUnusable; nothing changes then."""
        design = await self._built(name, files)
        await self._take_into_draft(name, files)
        publication = await self._published.publish(name, files, at=self._clock(), note=note, by=by)
        self._designs.adopt(design)
        return publication

    async def publish_draft(
        self, name: str, files: Mapping[str, str], *, note: str = "", by: str = "", percent: int = 100
    ) -> Publication:
        """Publish these files of a draft; whoever writes it meanwhile loses nothing. Raises PlaybookUnusable.

        With a ``percent`` below 100 the version in force before goes on with the rest of the new conversations.
        """
        design = await self._built(name, files)
        done = await self._published.publish(name, files, at=self._clock(), note=note, by=by, percent=percent)
        self._designs.adopt(design)
        if percent < 100:
            await self._designs.refresh(name)
        return done

    async def put_in_force(
        self, name: str, version: str, *, note: str = "", by: str = "", recall: str | None = None
    ) -> Publication:
        """Let new conversations have an earlier version, and those of a recalled one leave it. Raises NotKept, PlaybookUnusable."""
        await self._designs.of(name, version)
        done = await self._published.put_in_force(name, version, at=self._clock(), note=note, by=by, recall=recall)
        await self._designs.refresh(name)
        return done

    async def share(self, name: str, version: str | None, percent: int, *, by: str = "") -> None:
        """Let ``percent`` of new conversations have a second version; None: all have the one in force.

        Raises NotKept, PlaybookUnusable, and UnfitShare for the version in force and for a recalled one.
        """
        if version is None:
            await self._published.end_share(name)
        elif version == await self._published.current(name) or version in await self._published.recalled(name):
            raise UnfitShare("Only an earlier version that was not recalled can be tried beside the one in force.")
        else:
            await self._designs.of(name, version)
            await self._published.set_share(name, version, percent, at=self._clock(), by=by)
        await self._designs.refresh(name)

    async def _built(self, name: str, files: Mapping[str, str]) -> Design:
        await asyncio.to_thread(publishable, files, name)
        return await asyncio.to_thread(build_design, files, self._encoder())

    async def _take_into_draft(self, name: str, files: Mapping[str, str]) -> None:
        """Make the draft these files, unless the studio holds in it what nobody has published yet."""
        draft = {path: each.text for path, each in (await self._drafts.of(name)).items()}
        version = await self._published.current(name)
        known = await self._published.files(name, version) if version else {}
        written = {path: text for path, text in draft.items() if not is_beside(path)}
        if written and written != files and written != {path: known[path] for path in known if not is_beside(path)}:
            _log.warning("playbook.draft_kept", playbook=name)
            return
        beside = {path: text for path, text in draft.items() if is_beside(path)}
        await self._drafts.replace(name, {**beside, **files}, at=self._clock())

    async def publish_folder(self, path: Path, *, note: str = "", changed: bool = False) -> str:
        """Publish the playbook in a folder unless it is in force already; return its name.

        A folder that was published before, and is not in force any more, only comes back when it has ``changed``: the
        studio may have gone on from it.
        """
        files = read_folder(path)
        loaded = await asyncio.to_thread(load_playbook, files)
        name = loaded.playbook.name if loaded.playbook else path.name
        version = loaded.playbook.version if loaded.playbook else ""
        known = [each.version for each in await self._published.history(name)]
        if version not in (known[:1] if changed else known):
            await self.publish(name, files, note=note)
        elif version != known[0]:
            _log.info("playbook.studio_kept", playbook=name, version=known[0])
        if changed or version not in known or not await self._drafts.of(name):
            # Not at every start: those deleted from a draft would come back.
            await self._take_customers(name, await asyncio.to_thread(read_beside, path, "customers"))
        await self._designs.current(name)
        return name

    async def _take_customers(self, name: str, customers: Mapping[str, str]) -> None:
        """Bring a folder's made-up customers into the draft where it has none.

        Its stories stay in the folder: they are told with its own actions, which a draft does not have.
        """
        draft, version = await self._drafts.of(name), await self._published.current(name)
        if customers and not draft and version is not None:
            draft = await self._drafts.replace(name, await self._published.files(name, version), at=self._clock())
        if any(path.startswith(_CUSTOMERS) for path in draft):
            return
        for path, text in customers.items():
            await self._drafts.save(name, path, text, revision=0, at=self._clock())

    async def load_published(self) -> None:
        """Have every published playbook ready before the first customer comes; one that cannot be used is left out."""
        for name in await self._published.names():
            try:
                await self._designs.current(name)
            except DajeongError as problem:
                _log.error("playbook.unusable", playbook=name, code=problem.code)
