"""A shelf of playbooks that were never published."""

from collections.abc import Mapping

from dajeong.playbook import content_version
from dajeong.runtime.design import UnknownPlaybook


class LooseShelf:
    """Playbooks straight from their files, for a rehearsal, a test or a chat in the terminal."""

    def __init__(self, playbooks: Mapping[str, Mapping[str, str]]) -> None:
        self._playbooks = playbooks

    async def current(self, name: str) -> str | None:
        """Return the one version there is."""
        return content_version(self._playbooks[name]) if name in self._playbooks else None

    async def files(self, name: str, version: str) -> Mapping[str, str]:
        """Return the files of the playbook."""
        if name not in self._playbooks:
            raise UnknownPlaybook(f"There is no playbook '{name}' here.")
        return self._playbooks[name]

    async def recalled(self, name: str) -> frozenset[str]:
        """Return nothing: loose files have one version."""
        return frozenset()

    async def share(self, name: str) -> None:
        """Return nothing: loose files have one version."""
