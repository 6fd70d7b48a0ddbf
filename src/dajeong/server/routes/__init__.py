"""The routes, one file a subject."""

from dajeong.server.routes.chat import chat_routes
from dajeong.server.routes.pages import page_routes
from dajeong.server.routes.studio import studio_routes
from dajeong.server.routes.team import team_routes

__all__ = ["chat_routes", "page_routes", "studio_routes", "team_routes"]
