"""How a process that plays for the studio behaves: it lets everybody else go first, and ends when the server has ended."""

import multiprocessing
import os
import threading

from dajeong.learning.installed import reader_in_force
from dajeong.settings import Settings
from dajeong.understanding import TrainedReader

# Customers are answered by the same machine.
_NICE = 10


def calm_reader(settings: Settings) -> TrainedReader:
    """Return the reader in force, once this process has stepped back behind the server and is bound to its life."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    return reader_in_force(settings)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        # A server that was killed tells nobody to stop.
        os._exit(0)
