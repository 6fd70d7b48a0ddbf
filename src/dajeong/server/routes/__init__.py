"""The routes, one file a subject."""

from dajeong.server.routes import chat, pages, shared, studio, team

__all__ = ["chat", "pages", "shared", "studio", "team"]
