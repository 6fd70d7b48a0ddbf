"""What every test shares: no internet, no settings of the person at the keyboard, the same examples each time."""

import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.storage.postgres import postgres_url, server, template

__all__ = ["postgres_url", "server", "template"]

# A developer's own settings must not change what a test says.
for _name in [name for name in os.environ if name.startswith("DAJEONG_")]:
    del os.environ[_name]

# The machine may be busy, and a failure must come back when it is run again.
settings.register_profile("dajeong", deadline=None, derandomize=True, database=None)
settings.load_profile("dajeong")


class InternetUsed(AssertionError):
    """A test tried to leave the machine."""


def _stays_here(family: int, address: Any) -> bool:
    if family not in (socket.AF_INET, socket.AF_INET6):
        return True
    host = str(address[0])
    return host in ("localhost", "::1", "") or host.startswith("127.")


@pytest.fixture(autouse=True, scope="session")
def _no_internet() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        real: Callable[..., Any] = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, real: Callable[..., Any] = real) -> Any:
            if not _stays_here(self.family, address):
                raise InternetUsed("A test tried to reach another machine: answer from a local server instead.")
            return real(self, address)

        patch.setattr(socket.socket, name, guarded)
    yield
    patch.undo()
