"""Labelling: the queue as people see it, their labels, how far they agree, and what may be learned from them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Literal

from dajeong.conversation import Conversation, fold
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import CustomerWrote, Recorded
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.labelling import KeptLabel, QueueRow, Reason, Whose
from dajeong.conversation.reading import EMOTIONS, Emotion, Language, Reading
from dajeong.errors import DajeongError
from dajeong.learning.agreement import Agreement, agreement
from dajeong.learning.label import Label, label_of, settled_emotion
from dajeong.learning.label_rows import LabelRows, Listed
from dajeong.storage import EventLog

# Of one conversation, and of messages that are nearly copies, no more than this are asked for.
MOST_OF_ONE = 2
# What a class without any label is worth; a class that has as many labels as ENOUGH is worth half of it.
RARE = 300
ENOUGH = 10
# Lines before a message that are shown with it.
LINES_BEFORE = 8


class NothingToLabel(DajeongError):
    """There is no such message, or no word of it is left."""

    code: ClassVar[str] = "nothing_to_label"
    status: ClassVar[int] = 404


class Said(Frozen):
    """A line before the message, its personal data as tokens."""

    by: Literal["customer", "assistant", "teammate"]
    text: str


class GivenLabel(Frozen):
    """A label with who gave it, and when."""

    by: str
    at: datetime
    label: Label


class LabelItem(Frozen):
    """A message to label, as far as it may be shown: words with tokens, what was said before, and how it was read.

    ``labels`` are those of the one who asks; others' would sway them. ``may_be_learned``: the customer agreed to training.
    """

    conversation: str
    version: int
    at: datetime
    playbook: str
    playbook_version: str
    language: Language
    text: str
    history: tuple[Said, ...]
    reading: Reading | None
    corrected_emotion: Emotion | None = None
    corrected_intent: str | None = None
    reasons: tuple[Reason, ...] = ()
    may_be_learned: bool = False
    labels: tuple[GivenLabel, ...] = ()


class LabelPage(Frozen):
    """A part of the queue; ``next`` asks for what follows, None at the end, ``total`` counts all parts."""

    items: tuple[LabelItem, ...]
    total: int
    next: str | None = None


class Progress(Frozen):
    """How far the labelling is: messages in the queue, and labels by verdict, emotion and person."""

    queue: int
    reasons: dict[Reason, int]
    labelled: int
    verdicts: dict[str, int]
    emotions: dict[Emotion, int]
    people: dict[str, int]
    read_right: float | None
    emotion_agreement: Agreement
    intent_agreement: Agreement


class Labels:
    """What people do with the queue."""

    def __init__(self, log: EventLog, rows: LabelRows, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._rows = rows
        self._clock = clock

    async def page(
        self,
        by: str,
        *,
        whose: Whose = "open",
        reason: Reason | None = None,
        language: Language | None = None,
        playbook: str | None = None,
        after: str = "",
        limit: int = 20,
    ) -> LabelPage:
        """Return messages to label for one person, the most useful first; classes with few labels come earlier."""
        counts = await self._rows.emotions()
        bonus = {emotion: round(RARE * ENOUGH / (ENOUGH + counts.get(emotion, 0))) for emotion in EMOTIONS}
        listed: Listed = {
            "by": by,
            "whose": whose,
            "most_of_one": MOST_OF_ONE,
            "bonus": bonus,
            "reason": reason,
            "language": language,
            "playbook": playbook,
        }
        found = await self._rows.page(**listed, after=_place(after), limit=limit)
        items = [await self._item(row.conversation, row.version, by, row) for _, row in found]
        last = f"{found[-1][0]}.{found[-1][1].version}.{found[-1][1].conversation}" if len(found) == limit else None
        return LabelPage(
            items=tuple(item for item in items if item is not None), total=await self._rows.total(**listed), next=last
        )

    async def item(self, conversation: str, version: int, by: str) -> LabelItem:
        """Return one message with what was said before it. Raises NothingToLabel."""
        found = await self._item(conversation, version, by, await self._rows.row(conversation, version))
        if found is None:
            raise NothingToLabel("There is no message to label here: it is not a customer's, or its words are gone.")
        return found

    async def put(self, conversation: str, version: int, label: Label, by: str) -> KeptLabel:
        """Keep a person's label of any customer's message; their earlier one is replaced. Raises NothingToLabel."""
        item = await self.item(conversation, version, by)
        if label.intent is not None and not label.intent.version:
            said = label.intent.model_copy(update={"version": item.playbook_version})
            label = label.model_copy(update={"intent": said})
        kept = KeptLabel(
            conversation=conversation,
            version=version,
            by=by,
            at=self._clock(),
            verdict=label.verdict,
            emotion=label.emotion,
            body=label.model_dump_json(exclude_defaults=True),
        )
        await self._rows.put(kept)
        return kept

    async def take_back(self, conversation: str, version: int, by: str) -> None:
        """Undo a person's label. Raises NothingToLabel when they gave none."""
        if not await self._rows.take_back(conversation, version, by):
            raise NothingToLabel("You have given no label here, so none was taken back.")

    async def progress(self) -> Progress:
        """Return how far the labelling is, how far people agree, and how often the reading was right where they do."""
        kept, reasons = await self._rows.labels(), await self._rows.reasons()
        alone: Counter[Reason] = Counter()
        for together, number in reasons.items():
            alone.update({reason: number for reason in together})
        said = [(each, label_of(each)) for each in kept if each.verdict == "labelled"]
        return Progress(
            queue=sum(reasons.values()),
            reasons=dict(alone),
            labelled=len({(each.conversation, each.version) for each, _ in said}),
            verdicts=dict(Counter(each.verdict for each in kept)),
            emotions=dict(Counter(label.emotion for _, label in said if label.emotion)),
            people=dict(Counter(each.by for each in kept)),
            read_right=await self._read_right(said),
            emotion_agreement=agreement(_by_message(said, lambda label: label.emotion)),
            intent_agreement=agreement(
                _by_message(said, lambda label: label.intent.known_as if label.intent else None)
            ),
        )

    async def _read_right(self, said: Sequence[tuple[KeptLabel, Label]]) -> float | None:
        """Return the share of labelled messages of the queue whose emotion was read as people say, None without any."""
        right = []
        read_as = await self._rows.read_as()
        for place, own in by_place(said).items():
            settled = settled_emotion(own)
            if settled is not None and place in read_as:
                right.append(read_as[place] == settled.emotion)
        return round(sum(right) / len(right), 4) if right else None

    async def _item(self, conversation: str, version: int, by: str, row: QueueRow | None) -> LabelItem | None:
        events = await self._log.read(conversation)
        written = customer_message(events, version)
        if written is None:
            return None
        state = fold(conversation, events)
        own = [each for each in await self._rows.labels(conversation=conversation) if each.by == by]
        corrected = _correction(events, written.message)
        return LabelItem(
            conversation=conversation,
            version=version,
            at=events[version - 1].at,
            playbook=state.playbook,
            playbook_version=row.playbook_version if row else state.playbook_version,
            language=state.language,
            text=written.text,
            history=lines_before(events, version),
            reading=_reading(state, written.message),
            corrected_emotion=corrected.emotion if corrected else None,
            corrected_intent=corrected.intent if corrected else None,
            reasons=row.reasons if row else (),
            may_be_learned="training" in state.consents,
            labels=tuple(
                GivenLabel(by=each.by, at=each.at, label=label_of(each)) for each in own if each.version == version
            ),
        )


def customer_message(events: Sequence[Recorded], version: int) -> CustomerWrote | None:
    """Return the customer's message at a version of its conversation, None when it is none or its words are gone."""
    event = events[version - 1].event if 0 < version <= len(events) else None
    return event if isinstance(event, CustomerWrote) and event.text.strip() and event.choice is None else None


def lines_before(events: Sequence[Recorded], version: int) -> tuple[Said, ...]:
    """Return what was said before the event at ``version``, the oldest first."""
    state = fold(events[0].conversation, events[: version - 1])
    return tuple(Said(by=line.by, text=line.text) for line in state.recent[-LINES_BEFORE:])


def by_place(said: Sequence[tuple[KeptLabel, Label]]) -> dict[tuple[str, int], list[Label]]:
    """Return what people said of each message, by conversation and version."""
    found: dict[tuple[str, int], list[Label]] = defaultdict(list)
    for kept, label in said:
        found[kept.conversation, kept.version].append(label)
    return found


def _reading(state: Conversation, message: str) -> Reading | None:
    return next((heard.reading for heard in state.heard if heard.message == message), None)


def _correction(events: Sequence[Recorded], message: str) -> ReadingCorrected | None:
    found = [each.event for each in events if isinstance(each.event, ReadingCorrected)]
    return next((each for each in reversed(found) if each.message == message), None)


def _by_message(
    said: Sequence[tuple[KeptLabel, Label]], value: Callable[[Label], str | None]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kept, label in said:
        if (own := value(label)) is not None:
            found[f"{kept.conversation} {kept.version}"][kept.by] = own
    return found


def _place(after: str) -> tuple[int, str, int] | None:
    """Return where a page ended; one that is not ours begins at the beginning."""
    score, _, rest = after.partition(".")
    version, _, conversation = rest.partition(".")
    if not (score.isdecimal() and version.isdecimal() and conversation) or len(score + version) > 18:
        return None
    return int(score), conversation, int(version)
