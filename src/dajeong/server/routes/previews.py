"""What a draft would say, while it is being written: previews of replies, the table of feelings, stiff words.

Nothing is kept and no customer's turn is taken: the work is done beside the loop.
"""

import asyncio
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion, Language
from dajeong.errors import DajeongError
from dajeong.language.plain_words import plain_words
from dajeong.playbook import Playbook
from dajeong.playbook.feelings_table import FeelingsTable, feelings_table
from dajeong.playbook.files import Draft, read_draft
from dajeong.playbook.persona import Persona
from dajeong.playbook.stiff_words import StiffWord, stiff_words
from dajeong.server.drafting import draft_texts
from dajeong.server.routes.dependencies import MAY_READ, PlaybookName, Running
from dajeong.simulation.look_ahead import Preview
from dajeong.simulation.sample_sentences import SENTENCES
from dajeong.understanding import IntentModel

Sentence = Annotated[str, Field(min_length=1, max_length=500)]


class Over(Frozen):
    """Texts to be laid over the draft while somebody types; null takes a file away."""

    files: Annotated[dict[str, str | None], Field(max_length=500)] = Field(default_factory=dict)


class Look(Over):
    """What to look ahead with. Without sentences it is ours, one for each emotion.

    ``about`` is the scenario they are all taken to be about: null for the first a customer is shown, empty to read it from
    each sentence with the intents in force.
    """

    sentences: Annotated[tuple[Sentence, ...], Field(max_length=30)] = ()
    about: str | None = None


class Unread(Frozen):
    """Why a file cannot be read as it stands now."""

    file: str
    line: int
    message: str
    fix: str


class Seen(Frozen):
    """One sentence looked at; ``meant`` is the emotion it was written for, when it is one of ours."""

    meant: Emotion | None
    preview: Preview


class LookedAhead(Frozen):
    """What the draft would say. ``unread`` stands instead of it while a file cannot be read; ``persona`` is with defaults."""

    unread: Unread | None = None
    persona: Persona | None = None
    about: str | None = None
    introduction: str = ""
    seen: tuple[Seen, ...] = ()


class FeelingsNow(Frozen):
    """The table of feelings as the draft has it. ``unread`` stands instead of it while a file cannot be read."""

    unread: Unread | None = None
    table: FeelingsTable | None = None


class StiffNow(Frozen):
    """The stiff words of the draft."""

    words: tuple[StiffWord, ...]


class PlainWords(Frozen):
    """Stiff word -> plain word, as far as the product knows them."""

    words: dict[str, str]


router = APIRouter(prefix="/api/studio", tags=["previews"], dependencies=[MAY_READ])


@router.post("/playbooks/{name}/previews")
async def look_ahead(name: PlaybookName, body: Look, app: Running) -> LookedAhead:
    """Say what the draft, with these texts laid over it, would answer to each sentence as a first message."""
    texts = await draft_texts(app, name, body.files)
    draft = await asyncio.to_thread(read_draft, texts)
    playbook = draft.playbook
    if playbook is None or draft.notes.errors:
        return LookedAhead(unread=_unread(draft))
    about = _about(playbook, body.about)
    intents = await _intents(app, name) if about is None else None
    own = SENTENCES[playbook.language]
    sentences: dict[str, Emotion | None] = dict.fromkeys(body.sentences) or {own[each]: each for each in own}
    found = await app.trying.look_ahead(
        playbook, tuple(sentences), now=app.clock(), about=_intent_of(playbook, about), intents=intents
    )
    return LookedAhead(
        persona=playbook.persona,
        about=about,
        introduction=found.introduction,
        seen=tuple(Seen(meant=sentences[each.text], preview=each) for each in found.previews),
    )


@router.post("/playbooks/{name}/feelings")
async def read_feelings(name: PlaybookName, body: Over, app: Running) -> FeelingsNow:
    """Return the table of emotion and strength, with the policies and words of the draft."""
    draft = await asyncio.to_thread(read_draft, await draft_texts(app, name, body.files))
    if draft.playbook is None or draft.notes.errors:
        return FeelingsNow(unread=_unread(draft))
    written = draft.written.empathy
    policies, wordings = (
        frozenset(str(each.get("id")) for each in written.get(kind, ())) for kind in ("policies", "wordings")
    )
    return FeelingsNow(table=await asyncio.to_thread(feelings_table, draft.playbook, policies, wordings))


@router.post("/playbooks/{name}/stiff-words")
async def find_stiff_words(name: PlaybookName, body: Over, app: Running) -> StiffNow:
    """Return the stiff words in the draft's texts, each with the plain one and every place."""
    texts = await draft_texts(app, name, body.files)
    return StiffNow(words=await asyncio.to_thread(stiff_words, texts))


@router.get("/plain-words")
async def list_plain_words(language: Language = "ko") -> PlainWords:
    """Return the stiff words the product knows, with the plain ones."""
    return PlainWords(words=dict(plain_words(language)))


async def _intents(app: App, name: str) -> IntentModel | None:
    """The intents in force; those of a playbook nobody has published yet are not known."""
    try:
        return (await app.runtime.designs.current(name)).intents
    except DajeongError:
        return None


def _about(playbook: Playbook, asked: str | None) -> str | None:
    """The scenario the sentences are about: the one asked for while it is there, else the first a customer is shown."""
    if asked == "":
        return None
    if asked is not None and _intent_of(playbook, asked) is not None:
        return asked
    shown = (playbook.scenario_of[intent] for intent in playbook.main if intent in playbook.scenario_of)
    led_to = (each for each in playbook.scenarios if _intent_of(playbook, each) is not None)
    return next(shown, next(led_to, None))


def _intent_of(playbook: Playbook, scenario: str | None) -> str | None:
    return next((intent for intent, led_to in playbook.scenario_of.items() if led_to == scenario), None)


def _unread(draft: Draft) -> Unread:
    first = next((each for each in draft.notes.sorted() if each.severity == "error"), None)
    if first is None:
        return Unread(file="playbook.yaml", line=1, message="", fix="")
    return Unread(file=first.file, line=first.line, message=first.message, fix=first.fix)
