"""A turn as the issue of speed puts it: from the request at the door until the reply is stored, one at a time."""

import asyncio
import tempfile
import time
from contextlib import nullcontext
from itertools import count
from pathlib import Path

import httpx2

from bench.load import MESSAGES
from bench.playbooks import PARCEL
from dajeong.app import App, open_app
from dajeong.conversation.events import AssistantReplied
from dajeong.server import make_server
from dajeong.settings import Settings

WARM_UP = 40


def stored_times(files: dict[str, str], turns: int = 400) -> list[float]:
    """Return the milliseconds of each turn over the whole application, with SQLite on disk and no network in between."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(files, turns, Path(folder)))


async def _measure(files: dict[str, str], turns: int, folder: Path) -> list[float]:
    settings = Settings(data=folder, actions={"parcel": str(PARCEL / "actions.py")})
    async with open_app(settings) as app:
        await app.publisher.publish("parcel", files)
        server = make_server(lambda: nullcontext(app))
        server.state.dajeong = app
        transport = httpx2.ASGITransport(app=server)
        async with httpx2.AsyncClient(transport=transport, base_url="http://bench") as client:
            took = [await _turn(app, client, conversation) for conversation in await _conversations(client, turns)]
    return took[WARM_UP:]


async def _conversations(client: httpx2.AsyncClient, turns: int) -> list[tuple[str, str, int]]:
    """Return (conversation, token, number of the message) for each turn, eight messages a conversation."""
    found = []
    for _ in range(turns // len(MESSAGES)):
        opened = (await client.post("/api/chat/conversations", json={"playbook": "parcel"})).json()
        found += [(opened["conversation"], opened["token"], number) for number in range(len(MESSAGES))]
    return found


_ids = count(1)


async def _turn(app: App, client: httpx2.AsyncClient, place: tuple[str, str, int]) -> float:
    conversation, token, number = place
    body = {"message": f"m{next(_ids)}", "text": MESSAGES[number]}
    after = await app.storage.log.position()
    with app.storage.log.subscribe(conversation) as bell:
        began = time.perf_counter()
        await client.post(
            f"/api/chat/conversations/{conversation}/messages", json=body, headers={"Authorization": f"Bearer {token}"}
        )
        # The bell rings when an append is on disk: first the message's, then the reply's.
        while await bell.wait(5):
            stored = time.perf_counter()
            new = await app.storage.log.follow(after, conversation=conversation)
            if any(isinstance(each.event, AssistantReplied) for each in new):
                return (stored - began) * 1000
    raise SystemExit("bench: a message was not answered.")
