"""A demonstration that looks lived in: a made-up month, played through the real engine."""

from dajeong.cli.lived_in.filling import fill
from dajeong.cli.lived_in.showing import move_in

__all__ = ["fill", "move_in"]
