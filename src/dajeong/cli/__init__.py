"""The command line."""

from dajeong.cli.main import app, main

__all__ = ["app", "main"]
