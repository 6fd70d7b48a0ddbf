"""Tries: somebody of the team plays the customer with a draft, unsaved texts and all, and nothing is kept but a story."""

import asyncio
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Annotated, Literal, Self

from fastapi import APIRouter
from pydantic import Field, ValidationError, model_validator
from ruamel.yaml.error import YAMLError

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Share
from dajeong.playbook.findings import Finding
from dajeong.playbook.story import STORIES, Deed, Story, Supposed, SystemAnswer, stories_of, story_text
from dajeong.runtime.design import PlaybookUnusable
from dajeong.server.drafting import check, draft_files, draft_texts
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, PlaybookName, ReadIn, Running
from dajeong.server.routes.drafts import Over
from dajeong.simulation.tried import EveryFeeling, Told, Tried
from dajeong.simulation.trying import Script
from dajeong.storage.drafts import DraftFile

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

    @classmethod
    def of(cls, deed: Deed) -> Self:
        """Return what a story has the customer do."""
        return cls(say=deed.customer, press=deed.press, wait=True if deed.wait else None, if_felt=deed.felt)

    def deed(self) -> Deed:
        """Return it as the stage has it; which silence it was shows when it is played."""
        return Deed(customer=self.say, press=self.press, wait="silence" if self.wait else None, felt=self.if_felt)


class Asked(Frozen):
    """A try from its beginning. ``files`` are laid over the draft and not kept; null takes a file away.

    ``systems`` are actions that answer otherwise than their examples.
    """

    files: Annotated[dict[str, str | None], Field(max_length=500)] = Field(default_factory=dict)
    lines: Annotated[tuple[TryLine, ...], Field(max_length=MOST_LINES)]
    systems: Annotated[dict[str, SystemAnswer], Field(max_length=100)] = Field(default_factory=dict)

    async def script(self, app: App, name: str) -> Script:
        """Return what is to be played. Raises UnknownPlaybook, UnfitFile."""
        texts = await draft_texts(app, name, self.files)
        return Script(texts, tuple(line.deed() for line in self.lines), app.clock(), self.systems)


class AskedFeelings(Asked):
    """The same, and how strong each feeling shall be; null: as strong as what was read."""

    strength: Share | None = None


class AskedStory(Asked):
    """The same, and what the story is to be called. ``path`` is that of a story it takes the place of."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    path: Annotated[str, Field(pattern=rf"^{STORIES}[^/]+\.yaml$", max_length=200)] | None = None


class TryAnswer(Frozen):
    """What came of a try. ``tried`` is null when the draft cannot be played at all; ``findings`` are its errors then, and
    when the draft broke on the way."""

    tried: Tried | None
    findings: tuple[Finding, ...] = ()


class KeptStory(Frozen):
    """A story as it stands in the draft now."""

    title: str
    file: DraftFile


class HeldStory(Told):
    """A story of the draft, what its customer does, and how it goes now. ``number`` counts the stories of its file from 0."""

    path: str
    number: int
    lines: tuple[TryLine, ...]
    systems: dict[str, SystemAnswer]


class HeldStories(Frozen):
    """Every story of the draft. ``unreadable`` are the files that hold none; ``playable``: the draft could be played."""

    stories: tuple[HeldStory, ...]
    unreadable: tuple[str, ...]
    playable: bool


router = APIRouter(prefix="/api/studio/playbooks/{name}/tries", tags=["tries"])


@router.post("", dependencies=[MAY_READ])
async def try_draft(name: PlaybookName, body: Asked, app: Running, reader: ReadIn) -> TryAnswer:
    """Play a try from its beginning in memory. Actions answer with their examples; nothing is done, and only that the draft
    was tried is kept."""
    script = await body.script(app, name)
    try:
        tried = await app.trying.play(script)
    except PlaybookUnusable:
        tried = None
    if tried is not None and (tried.stopped is None or tried.stopped.why != "broke"):
        if tried.came:
            await app.storage.drafts.tell_tried(name, at=app.clock())
        return TryAnswer(tried=tried)
    found = await check(script.files, reader)
    return TryAnswer(tried=tried, findings=tuple(each for each in found.findings if each.severity == "error"))


@router.post("/feelings", dependencies=[MAY_READ])
async def try_every_feeling(name: PlaybookName, body: AskedFeelings, app: Running) -> EveryFeeling:
    """Return the answers to the last line that was said, for each emotion side by side."""
    return await app.trying.every_feeling(await body.script(app, name), body.strength)


@router.post("/story", status_code=201, dependencies=[MAY_WRITE])
async def keep_story(name: PlaybookName, body: AskedStory, app: Running) -> KeptStory:
    """Keep a try in the draft as a story that expects what happened."""
    title = " ".join(body.title.split())
    script, files = await body.script(app, name), await draft_files(app, name)
    path = body.path or story_path(title, files)
    # What takes the place of a story is of the same day.
    day = next((each.day for _, _, each in _stories({path: files[path].text})[0]), None) if path in files else None
    story = await app.trying.written_down(replace(script, day=day), title)
    revision = files[path].revision if path in files else 0
    file = await app.storage.drafts.save(name, path, story_text(story), revision=revision, at=app.clock())
    return KeptStory(title=title, file=file)


@router.post("/stories", dependencies=[MAY_READ])
async def tell_stories(name: PlaybookName, body: Over, app: Running) -> HeldStories:
    """Say how every story of the draft goes with these texts laid over it: what each expected and is not so any more."""
    texts = await draft_texts(app, name, body.files)
    found, unreadable = await asyncio.to_thread(_stories, texts)
    try:
        told = await app.trying.told(texts, [story for _, _, story in found], now=app.clock())
    except PlaybookUnusable:
        return HeldStories(stories=(), unreadable=unreadable, playable=False)
    held = (
        HeldStory(
            path=path,
            number=number,
            lines=tuple(TryLine.of(line) for line in story.lines),
            systems=story.systems,
            **dict(each),
        )
        for (path, number, story), each in zip(found, told, strict=True)
    )
    return HeldStories(stories=tuple(held), unreadable=unreadable, playable=True)


def story_path(title: str, taken: Collection[str]) -> str:
    """Return where a story of this title is kept: its words with hyphens, and a number when the place is taken."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", title).lower().replace("_", " "))
    slug = "-".join(words)[:_LONGEST_SLUG].strip("-") or "story"
    places = (f"{STORIES}{slug}{f'-{n}' if n else ''}.yaml" for n in (0, *range(2, len(taken) + 3)))
    return next(place for place in places if place not in taken)


def _stories(texts: Mapping[str, str]) -> tuple[list[tuple[str, int, Story]], tuple[str, ...]]:
    """Return the stories of a draft with their places, and the files that are none."""
    found: list[tuple[str, int, Story]] = []
    unreadable = []
    for path in sorted(each for each in texts if each.startswith(STORIES)):
        try:
            found += [(path, number, story) for number, story in enumerate(stories_of(texts[path]))]
        except (ValidationError, YAMLError):
            unreadable.append(path)
    return found, tuple(unreadable)
