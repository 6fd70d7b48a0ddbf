"""The built files of widget and studio, kept by browsers for ever because their names change with their content."""

from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
WIDGET = STATIC / "widget"
STUDIO = STATIC / "studio"
_FOR_EVER = "public, max-age=31536000, immutable"


class _Kept(StaticFiles):
    """Static files that a browser need not ask for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if path.startswith("assets"):
            response.headers["Cache-Control"] = _FOR_EVER
        return response


def widget_files() -> StaticFiles:
    """Return the application that serves the widget's files."""
    return _Kept(directory=WIDGET, check_dir=False)


def studio_files() -> StaticFiles:
    """Return the application that serves the studio's files."""
    return _Kept(directory=STUDIO, check_dir=False)
