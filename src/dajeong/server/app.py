"""The web application around a running 다정: its routes, its limits at the door, and one form for every problem."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from dajeong.app import App, random_id
from dajeong.server.intent_desk import IntentDesk
from dajeong.server.limits import BodyLimit
from dajeong.server.problems import answer_problems
from dajeong.server.rehearsing import Rehearsals
from dajeong.server.routes import chat, pages, shared, studio, team
from dajeong.server.static_files import studio_files, widget_files


def make_server(opened: Callable[[], AbstractAsyncContextManager[App]]) -> FastAPI:
    """Return the web application; ``opened`` opens the running app when the server starts."""

    @asynccontextmanager
    async def lifespan(server: FastAPI) -> AsyncIterator[None]:
        async with opened() as app:
            server.state.dajeong = app
            server.state.intent_desk = IntentDesk(app.reader.encoder)
            rehearsals = Rehearsals(app.settings, clock=app.clock, new_id=random_id)
            server.state.rehearsals = rehearsals
            rehearsals.go_on()
            try:
                yield
            finally:
                await asyncio.to_thread(rehearsals.close)
                await server.state.intent_desk.close()

    server = FastAPI(title="다정", version="0.1.0", lifespan=lifespan)
    server.include_router(chat.router)
    server.include_router(team.router)
    server.include_router(pages.router)
    server.include_router(shared.router)
    server.mount("/studio/files", studio_files(), name="studio")
    server.include_router(studio.router)
    server.mount("/widget/files", widget_files(), name="widget")
    answer_problems(server)
    # Pages and scripts go packed; event streams are left as they are.
    server.add_middleware(GZipMiddleware, minimum_size=1_000)
    server.add_middleware(BodyLimit)
    return server
