"""Tries: somebody of the team plays the customer with a draft, unsaved texts and all, and nothing is kept but a story."""

import re
import unicodedata
from collections.abc import Collection
from typing import Annotated, Literal, Self

from fastapi import APIRouter, Depends, Path, Request
from pydantic import Field, model_validator

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Share
from dajeong.playbook.findings import Finding
from dajeong.playbook.story import Deed, Supposed, story_text
from dajeong.runtime.design import PlaybookUnusable
from dajeong.server.access import require
from dajeong.server.drafting import check, draft_files, draft_texts
from dajeong.simulation.tried import EveryFeeling, Tried
from dajeong.storage.playbooks import DraftFile

Name = Annotated[str, Path(max_length=64)]
MOST_LINES = 60
_LONGEST_SLUG = 60


class TryLine(Frozen):
    """One thing the customer does: writes, presses the button of this value, or waits until something comes of it.

    ``if_felt``: the words are read as if the customer felt so.
    """

    say: Annotated[str, Field(max_length=4_000)] | None = None
    press: Annotated[str, Field(max_length=200)] | None = None
    wait: Literal[True] | None = None
    if_felt: Supposed | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(each is not None for each in (self.say, self.press, self.wait)) != 1:
            raise ValueError("A line is one of say, press and wait.")
        if self.if_felt is not None and self.say is None:
            raise ValueError("Only what is said can be felt.")
        return self

    def deed(self) -> Deed:
        """Return it as the stage has it; which silence it was shows when it is played."""
        return Deed(customer=self.say, press=self.press, wait="silence" if self.wait else None, felt=self.if_felt)


class Asked(Frozen):
    """A try from its beginning. ``files`` are laid over the draft and not kept; null takes a file away."""

    files: Annotated[dict[str, str | None], Field(max_length=500)] = Field(default_factory=dict)
    lines: Annotated[tuple[TryLine, ...], Field(max_length=MOST_LINES)]

    def deeds(self) -> tuple[Deed, ...]:
        """Return the lines as the stage has them."""
        return tuple(line.deed() for line in self.lines)


class AskedFeelings(Asked):
    """The same, and how strong each feeling shall be; null: as strong as what was read."""

    strength: Share | None = None


class AskedStory(Asked):
    """The same, and what the story is to be called."""

    title: Annotated[str, Field(min_length=1, max_length=120)]


class TryAnswer(Frozen):
    """What came of a try. ``tried`` is null when the draft cannot be played at all; ``findings`` are its errors then, and
    when the draft broke on the way."""

    tried: Tried | None
    findings: tuple[Finding, ...] = ()


class KeptStory(Frozen):
    """A story as it stands in the draft now."""

    title: str
    file: DraftFile


async def _app(request: Request) -> App:
    app: App = request.app.state.dajeong
    return app


Running = Annotated[App, Depends(_app)]


def try_routes() -> APIRouter:
    """Return the routes of tries under ``/api/studio/playbooks/{name}/tries``."""
    router = APIRouter(prefix="/api/studio/playbooks/{name}/tries", tags=["tries"])

    @router.post("", dependencies=[Depends(require("read"))])
    async def try_draft(name: Name, body: Asked, app: Running) -> TryAnswer:
        """Play a try from its beginning in memory. Actions answer with their examples; nothing is done or kept anywhere."""
        texts = await draft_texts(app, name, body.files)
        try:
            tried = await app.trying.play(texts, body.deeds(), now=app.clock())
        except PlaybookUnusable:
            tried = None
        if tried is not None and (tried.stopped is None or tried.stopped.why != "broke"):
            return TryAnswer(tried=tried)
        found = await check(texts)
        return TryAnswer(tried=tried, findings=tuple(each for each in found.findings if each.severity == "error"))

    @router.post("/feelings", dependencies=[Depends(require("read"))])
    async def try_every_feeling(name: Name, body: AskedFeelings, app: Running) -> EveryFeeling:
        """Return the answers to the last line that was said, for each emotion side by side."""
        texts = await draft_texts(app, name, body.files)
        return await app.trying.every_feeling(texts, body.deeds(), now=app.clock(), strength=body.strength)

    @router.post("/story", status_code=201, dependencies=[Depends(require("write"))])
    async def keep_story(name: Name, body: AskedStory, app: Running) -> KeptStory:
        """Keep a try in the draft as a story that expects what happened."""
        texts = await draft_texts(app, name, body.files)
        title = " ".join(body.title.split())
        story = await app.trying.written_down(texts, body.deeds(), now=app.clock(), title=title)
        path = story_path(title, await draft_files(app, name))
        file = await app.storage.playbooks.save(name, path, story_text(story), revision=0, at=app.clock())
        return KeptStory(title=title, file=file)

    return router


def story_path(title: str, taken: Collection[str]) -> str:
    """Return where a story of this title is kept: its words with hyphens, and a number when the place is taken."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", title).lower().replace("_", " "))
    slug = "-".join(words)[:_LONGEST_SLUG].strip("-") or "story"
    places = (f"stories/{slug}{f'-{n}' if n else ''}.yaml" for n in (0, *range(2, len(taken) + 3)))
    return next(place for place in places if place not in taken)
