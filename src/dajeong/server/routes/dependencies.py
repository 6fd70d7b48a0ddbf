"""What routes ask for: the running 다정, the playbook an address names, and somebody who may do it."""

from typing import Annotated

from fastapi import Depends, Header, Path, Request

from dajeong.app import App
from dajeong.conversation.reading import Language
from dajeong.server.access import Person, require


async def _app(request: Request) -> App:
    app: App = request.app.state.dajeong
    return app


async def _read_in(
    accept_language: Annotated[
        str, Header(max_length=200, description="What remarks are told in; otherwise the playbook's language.")
    ] = "",
) -> Language | None:
    begins: dict[str, Language] = {"ko": "ko", "en": "en"}
    return begins.get(accept_language.strip()[:2].lower())


Running = Annotated[App, Depends(_app)]
# The language of who asks, where the answer is words for them.
ReadIn = Annotated[Language | None, Depends(_read_in)]
PlaybookName = Annotated[str, Path(max_length=64)]
# For a whole router, or for a route that lets them in without asking who it is.
MAY_READ, MAY_WRITE = Depends(require("read")), Depends(require("write"))
Reader = Annotated[Person, MAY_READ]
Writer = Annotated[Person, MAY_WRITE]
Labeller = Annotated[Person, Depends(require("label"))]
Watcher = Annotated[Person, Depends(require("watch"))]
