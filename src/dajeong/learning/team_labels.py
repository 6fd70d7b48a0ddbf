"""The team's labels as rows: their words are read from the log at that moment, so what was forgotten is not there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dajeong.conversation import Recorded, fold
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.made_up import is_made_up
from dajeong.learning.corpus import near_copies
from dajeong.learning.evaluation.sample import Sample
from dajeong.learning.label import label_of, settled_emotion
from dajeong.learning.label_rows import LabelRows
from dajeong.learning.labels import by_place, customer_message, lines_before
from dajeong.learning.messages import Labelled
from dajeong.learning.training import kept_back, learnable
from dajeong.storage import EventLog
from dajeong.understanding import Reader


class TeamLabels(Frozen):
    """Labelled messages of the log, tokenised. ``agreed``: their customers consented to training; ``others``: to measure only."""

    agreed: tuple[Sample, ...]
    others: tuple[Sample, ...]

    @property
    def measured(self) -> tuple[Sample, ...]:
        """The rows no version ever learns from: the fifth that is kept back, and those without consent."""
        return tuple(sample for sample in self.agreed if kept_back(sample)) + self.others


@dataclass(frozen=True, slots=True)
class TeamSource:
    """A `LabelSource` of what customers agreed to; ``reader`` fills in the scales nobody labelled."""

    labels: TeamLabels
    reader: Reader
    now: datetime
    name: str = "labels of your own conversations"
    licence: str = "your customers' consent to training"

    def rows(self) -> Sequence[Labelled]:
        """Return what may be learned from."""
        return [learnable(sample, self.reader, self.now) for sample in self.labels.agreed if not kept_back(sample)]


class IntentExamples(Frozen):
    """Messages people gave an intent: offered to its playbook as examples, never put there by themselves."""

    playbook: str
    intent: str
    examples: tuple[str, ...]


async def read_team_labels(log: EventLog, rows: LabelRows) -> TeamLabels:
    """Return every message whose labels settle on an emotion, with its words as the log has them now."""
    said = [(kept, label_of(kept)) for kept in await rows.labels() if kept.verdict == "labelled"]
    agreed: list[Sample] = []
    others: list[Sample] = []
    events: Sequence[Recorded] = ()
    for (conversation, version), labels in by_place(said).items():
        if not events or events[0].conversation != conversation:
            events = await log.read(conversation)
        written, settled = customer_message(events, version), settled_emotion(labels)
        state = fold(conversation, events)
        # What was tried on the demonstration's customers says nothing about real ones, not even as a measure.
        if written is None or settled is None or settled.emotion is None or is_made_up(state.customer):
            continue
        sample = Sample(
            id=f"{conversation}.{version}",
            text=written.text,
            language=state.language,
            emotion=settled.emotion,
            history=tuple((line.by, line.text) for line in lines_before(events, version)),
            strength=settled.emotions.get(settled.emotion),
            urgency=settled.urgency,
            fatigue=settled.fatigue,
            situation=f"conversation {conversation}",
        )
        (agreed if "training" in state.consents else others).append(sample)
    return TeamLabels(agreed=tuple(agreed), others=tuple(others))


async def intent_examples(
    log: EventLog, rows: LabelRows, playbook: str, *, known: Callable[[str], Sequence[str]] = lambda intent: ()
) -> tuple[IntentExamples, ...]:
    """Return example messages by intent, of customers who consented to training; ``known`` gives what an intent has already.

    A message nearly the same as another of its intent is offered once, and one that is there already not at all.
    """
    found: dict[str, list[str]] = {}
    for kept in await rows.labels():
        label = label_of(kept)
        if label.intent is None or label.intent.playbook != playbook or label.intent.intent is None:
            continue
        events = await log.read(kept.conversation)
        written, state = customer_message(events, kept.version), fold(kept.conversation, events)
        if written is not None and "training" in state.consents and not is_made_up(state.customer):
            own = found.setdefault(label.intent.intent, [])
            text = " ".join(written.text.split())
            have = [*known(label.intent.intent), *own]
            if text not in have and not near_copies([text], have):
                own.append(text)
    return tuple(
        IntentExamples(playbook=playbook, intent=intent, examples=tuple(own))
        for intent, own in sorted(found.items())
        if own
    )
