"""The web server: the chat's API and the pages that carry it."""

from dajeong.server.app import make_server
from dajeong.server.serve import serve

__all__ = ["make_server", "serve"]
