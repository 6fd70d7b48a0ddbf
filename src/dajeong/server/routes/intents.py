"""Intents of a draft: which steal from each other, what a sentence means, and lists of examples from and for a spreadsheet."""

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.learning.csv_text import csv_text
from dajeong.learning.intent_check import IntentCheck
from dajeong.learning.intent_sentence import Sentence
from dajeong.learning.missing_examples import Suggestion, missing_examples
from dajeong.playbook.files import read_draft
from dajeong.server.drafting import draft_texts
from dajeong.server.intent_desk import IntentDesk, intents_of
from dajeong.server.routes.dependencies import MAY_READ, MAY_WRITE, Labeller, PlaybookName, Reader, Running
from dajeong.server.spreadsheet import LARGEST, Table, TableTooLarge, read_table, write_xlsx

Files = Annotated[dict[str, str | None], Field(max_length=500)]
HEADS = {"ko": ("의도", "제목", "예문"), "en": ("intent", "title", "example")}
_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ToCheck(Frozen):
    """Texts to be laid over the draft; null takes a file away."""

    files: Files = Field(default_factory=dict)


class ToTry(ToCheck):
    """A sentence as a customer might write it."""

    text: Annotated[str, Field(max_length=300)]


class Suggestions(Frozen):
    """What customers said that could become examples."""

    suggestions: tuple[Suggestion, ...]


def _desk(request: Request) -> IntentDesk:
    desk: IntentDesk = request.app.state.intent_desk
    return desk


Desk = Annotated[IntentDesk, Depends(_desk)]
router = APIRouter(prefix="/api/studio/playbooks/{name}/intents", tags=["intents"])


@router.post("/check")
async def check_intents(name: PlaybookName, body: ToCheck, app: Running, desk: Desk, who: Reader) -> IntentCheck:
    """Leave each example out once and return which are not known then, and which intents take them. Nothing is stored.

    Asking about newer examples gives up what the same person asked before.
    """
    return await desk.check(await draft_texts(app, name, body.files), asker=f"{name} {who.id or who.name}")


@router.post("/sentence", dependencies=[MAY_READ])
async def try_sentence(name: PlaybookName, body: ToTry, app: Running, desk: Desk) -> Sentence:
    """Return which intent a sentence has in the draft, how sure that is, and why. Nothing is stored."""
    texts = await draft_texts(app, name, body.files)
    return await desk.ask(texts, lambda head: head.explain(body.text))


@router.post(
    "/import",
    dependencies=[MAY_WRITE],
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {}}}}},
)
async def preview_table(
    name: PlaybookName,
    request: Request,
    file: Annotated[str, Query(max_length=200, description="The file's name.")] = "",
) -> Table:
    """Return what is in a CSV or XLSX file, for people to choose the columns. Nothing is stored."""
    if int(request.headers.get("content-length", "0")) > LARGEST:
        raise TableTooLarge("The file is larger than 5 MB. Keep only the sheet with the examples, or split it.")
    return await asyncio.to_thread(read_table, await request.body(), file)


@router.get("/export", dependencies=[MAY_READ], response_class=Response)
async def export_examples(name: PlaybookName, app: Running, format: Literal["csv", "xlsx"] = "csv") -> Response:
    """Return every example of the draft as a table."""
    texts = await draft_texts(app, name, {})
    made = await asyncio.to_thread(_table, texts, format)
    headers = {"Content-Disposition": f'attachment; filename="{name}-intents.{format}"'}
    return Response(made, media_type=_KINDS[format], headers=headers)


@router.get("/suggestions")
async def read_suggestions(name: PlaybookName, app: Running, desk: Desk, who: Labeller) -> Suggestions:
    """Return messages of the labelling queue that the draft's examples do not know yet."""
    texts = await draft_texts(app, name, {})
    known = {intent: own.examples for intent, own in (await asyncio.to_thread(intents_of, texts)).items()}
    found = await missing_examples(app.storage.log, app.storage.labelling, name, who.name, known=known)
    said = await desk.ask(texts, lambda head: head.guesses([each.text for each in found]))
    return Suggestions(suggestions=tuple(each.guessed(*own) for each, own in zip(found, said, strict=False)))


def _table(texts: dict[str, str], format: Literal["csv", "xlsx"]) -> bytes:
    playbook = read_draft(texts).playbook
    language = playbook.language if playbook else "ko"
    rows = [HEADS[language]]
    rows += [(intent, own.title, example) for intent, own in intents_of(texts).items() for example in own.examples]
    return csv_text(rows).encode() if format == "csv" else write_xlsx(rows, HEADS[language][0])
