"""How a process that plays for the studio behaves: it lets everybody else go first."""

import os

from dajeong.learning.installed import reader_in_force
from dajeong.settings import Settings
from dajeong.understanding import TrainedReader

# Customers are answered by the same machine.
_NICE = 10


def calm_reader(settings: Settings) -> TrainedReader:
    """Return the reader in force, once this process has stepped back behind the server."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    return reader_in_force(settings)
