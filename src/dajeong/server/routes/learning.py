"""Learning's API: the queue of messages worth labelling, labels, corrections, trainings, and what has changed."""

import asyncio
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import CustomerWrote
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.labelling import Reason, Whose
from dajeong.conversation.reading import Emotion, Language
from dajeong.learning.drift import DriftReport
from dajeong.learning.installed import models_of
from dajeong.learning.label import Label
from dajeong.learning.labels import GivenLabel, LabelItem, LabelPage, NothingToLabel, Progress
from dajeong.learning.observing import letters_known_to, watch_drift
from dajeong.learning.team_labels import IntentExamples, intent_examples
from dajeong.server.access import Person, require
from dajeong.server.routes.dependencies import Labeller, Running, Watcher
from dajeong.storage.operations import Operation

Conversation = Annotated[str, Path(max_length=64)]
Version = Annotated[int, Path(ge=1, le=1_000_000)]
Trainer = Annotated[Person, Depends(require("train"))]


class Correction(Frozen):
    """How a message should have been read; null where the reading was right, ``""`` for "no intent fits".

    An empty one takes back what was said before.
    """

    emotion: Emotion | None = None
    intent: Annotated[str, Field(max_length=200)] | None = None


class StartTraining(Frozen):
    """What is new, for the people who look at the versions."""

    note: Annotated[str, Field(max_length=500)] = ""


class Trainings(Frozen):
    """The newest trainings, the newest first."""

    trainings: tuple[Operation, ...]


class Examples(Frozen):
    """What could be added to a playbook's intents."""

    intents: tuple[IntentExamples, ...]


router = APIRouter(prefix="/api/learning", tags=["learning"])


@router.get("/queue")
async def read_queue(
    app: Running,
    who: Labeller,
    whose: Whose = "open",
    reason: Reason | None = None,
    language: Language | None = None,
    playbook: Annotated[str | None, Query(max_length=128)] = None,
    after: Annotated[str, Query(max_length=120)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> LabelPage:
    """Return messages worth a label, the most useful first."""
    return await app.labels.page(
        who.name, whose=whose, reason=reason, language=language, playbook=playbook, after=after, limit=limit
    )


@router.get("/messages/{conversation}/{version}")
async def read_message(conversation: Conversation, version: Version, app: Running, who: Labeller) -> LabelItem:
    """Return one message with what was said before it and how it was read."""
    return await app.labels.item(conversation, version, who.name)


@router.put("/messages/{conversation}/{version}/label")
async def put_label(
    body: Label, conversation: Conversation, version: Version, app: Running, who: Labeller
) -> GivenLabel:
    """Keep a label; your earlier one of this message is replaced."""
    kept = await app.labels.put(conversation, version, body, who.name)
    return GivenLabel(by=kept.by, at=kept.at, label=body)


@router.delete("/messages/{conversation}/{version}/label", status_code=204)
async def undo_label(conversation: Conversation, version: Version, app: Running, who: Labeller) -> None:
    """Take your label back."""
    await app.labels.take_back(conversation, version, who.name)


@router.post("/messages/{conversation}/{version}/correction", status_code=204)
async def correct_reading(
    body: Correction, conversation: Conversation, version: Version, app: Running, who: Labeller
) -> None:
    """Say how a message should have been read. What was answered stands; the message is queued for a whole label."""
    item = await app.labels.item(conversation, version, who.name)
    [recorded] = (await app.storage.log.read(conversation, after=item.version - 1))[:1]
    if not isinstance(recorded.event, CustomerWrote):
        raise NothingToLabel("There is no message of a customer here.")
    await app.runtime.note(
        conversation,
        ReadingCorrected(message=recorded.event.message, emotion=body.emotion, intent=body.intent, teammate=who.name),
    )


@router.get("/progress")
async def read_progress(app: Running, who: Labeller) -> Progress:
    """Return how far the labelling is, how far people agree, and how often the reading was right."""
    return await app.labels.progress()


@router.get("/playbooks/{playbook}/examples")
async def read_examples(playbook: Annotated[str, Path(max_length=128)], app: Running, who: Labeller) -> Examples:
    """Return labelled messages that could become examples of a playbook's intents."""
    intents = (await app.runtime.designs.current(playbook)).playbook.intents

    def known(intent: str) -> tuple[str, ...]:
        return intents[intent].examples if intent in intents else ()

    return Examples(intents=await intent_examples(app.storage.log, app.storage.labelling, playbook, known=known))


@router.post("/trainings", status_code=202)
async def start_training(body: StartTraining, app: Running, who: Trainer) -> Operation:
    """Start a training from the labels; watch it under its id. What it makes is a version nobody reads with yet."""
    return await app.retraining.start(by=who.name, note=body.note)


@router.get("/trainings")
async def read_trainings(app: Running, who: Trainer) -> Trainings:
    """Return the newest trainings."""
    return Trainings(trainings=tuple(await app.retraining.newest()))


@router.get("/trainings/{id}")
async def read_training(id: Annotated[str, Path(max_length=64)], app: Running, who: Trainer) -> Operation:
    """Return how a training is getting on."""
    return await app.retraining.of(id)


@router.get("/drift")
async def read_drift(
    app: Running,
    who: Watcher,
    days: Annotated[int, Query(ge=1, le=90)] = 7,
    reference: Annotated[int, Query(ge=1, le=365)] = 28,
) -> DriftReport:
    """Return what changed in the last days against the ``reference`` days before them."""
    models = models_of(app.settings)
    knows = await asyncio.to_thread(lambda: letters_known_to(models.model_file(models.pointer().version)))
    return await watch_drift(
        app.storage.log,
        app.clock(),
        window=timedelta(days=days),
        reference=timedelta(days=reference),
        knows=knows,
    )
