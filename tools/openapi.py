"""Writes web/shared/openapi.json, from which the TypeScript types of the API are made. `python -m tools.openapi`."""

import json
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from dajeong.app import App
from dajeong.server import make_server

OPENAPI = Path(__file__).resolve().parents[1] / "web" / "shared" / "openapi.json"


def openapi_text() -> str:
    """The description of the API as the server gives it, without opening a database."""
    return json.dumps(make_server(_never_opened).openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _never_opened() -> AbstractAsyncContextManager[App]:
    raise RuntimeError("Describing the API opens nothing.")


if __name__ == "__main__":
    OPENAPI.parent.mkdir(parents=True, exist_ok=True)
    OPENAPI.write_text(openapi_text(), encoding="utf-8")
