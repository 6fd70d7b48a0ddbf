"""Exercises in writing: a reply somebody is practising is heard as the check and the guard would hear it. Nothing is kept."""

import asyncio
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.language import promises_in, review_words
from dajeong.language.finding import Severity
from dajeong.server.routes.dependencies import MAY_READ


class Practised(Frozen):
    """A reply in the language it is written in; ``advise_in`` is the writer's own."""

    text: Annotated[str, Field(max_length=2_000)]
    language: Language = "ko"
    advise_in: Language = "ko"


class Remark(Frozen):
    """One thing to write otherwise. ``start`` and ``end`` are code points in the reply."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    advice: str


class Heard(Frozen):
    """What is remarked on a reply, and the words in which it promises an outcome that something must stand behind."""

    remarks: tuple[Remark, ...]
    promises: tuple[str, ...]


router = APIRouter(prefix="/api/studio/exercises", tags=["studio"], dependencies=[MAY_READ])


@router.post("/reply")
async def hear_reply(body: Practised) -> Heard:
    """Return what a good editor would remark on a reply."""
    return await asyncio.to_thread(_heard, body)


def _heard(body: Practised) -> Heard:
    return Heard(
        remarks=tuple(
            Remark(
                rule=each.rule,
                severity=each.severity,
                start=each.start,
                end=each.end,
                text=each.text,
                advice=each.advice_in(body.advise_in),
            )
            for each in review_words(body.text, language=body.language)
        ),
        promises=tuple(each.text for each in promises_in(body.text, body.language) if each.kind == "outcome"),
    )
