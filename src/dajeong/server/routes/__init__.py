"""The routes, one file a subject."""

from dajeong.server.routes.chat import chat_routes
from dajeong.server.routes.consents import consent_routes
from dajeong.server.routes.conversations import conversation_routes
from dajeong.server.routes.home import home_routes
from dajeong.server.routes.learning import learning_routes
from dajeong.server.routes.pages import page_routes
from dajeong.server.routes.playbooks import playbook_routes
from dajeong.server.routes.session import session_routes
from dajeong.server.routes.studio import studio_routes

__all__ = [
    "chat_routes",
    "consent_routes",
    "conversation_routes",
    "home_routes",
    "learning_routes",
    "page_routes",
    "playbook_routes",
    "session_routes",
    "studio_routes",
]
