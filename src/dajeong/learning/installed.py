"""The models of an installation, and the reader its settings ask for."""

from pathlib import Path

import structlog

from dajeong.learning.following import LoadReader, open_in_force
from dajeong.learning.registry import Registry
from dajeong.settings import Settings
from dajeong.understanding import ContextEncoder, TrainedReader
from dajeong.understanding.e5 import is_installed, shared_encoder

_log = structlog.get_logger(__name__)


def models_of(settings: Settings) -> Registry:
    """Return the model versions of an installation."""
    return Registry(settings.data / "models")


def reads_fully(settings: Settings) -> bool:
    """Return whether messages are read with the encoder: as the setting says, and as far as its extra is installed."""
    if settings.reader == "full" and not is_installed():
        _log.warning("reader.light", because="the extra `full` is not installed: pip install 'dajeong[full]'")
        return False
    return settings.reader == "full"


def reader_loader(settings: Settings) -> LoadReader:
    """Return how this installation opens a model: with or without the encoder, as the setting says."""
    full = reads_fully(settings)

    def load(path: Path | None, encoder: ContextEncoder | None = None) -> TrainedReader:
        if not full:
            return TrainedReader.load(path, vectors=False)
        return TrainedReader.load(path, encoder=encoder or shared_encoder(settings.encoder, _told))

    return load


def _told(step: str) -> None:
    _log.info("encoder.build", step=step)


def reader_in_force(settings: Settings) -> TrainedReader:
    """Return the reader a server with these settings would read with: the promoted version, or the shipped one."""
    return open_in_force(models_of(settings), reader_loader(settings))[1]
