"""A conversation as people read it afterwards: what was said, how it was read, why we said it, how the mood went."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation import events as e
from dajeong.conversation.assignment import VersionAssigned
from dajeong.conversation.conversation import Conversation
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.fold import after
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.mood import TurningPoint
from dajeong.conversation.reading import Emotion, Group, Reading, Share
from dajeong.conversation.summary import Summary, summary
from dajeong.conversation.token import PersonalDataKind


class Hidden(Frozen):
    """A token that stands in a text for personal data, with what may be known of it."""

    token: str
    kind: PersonalDataKind
    valid: bool | None
    last_four: str | None


class CorrectedReading(Frozen):
    """How a teammate said the message should have been read; None where the reading was right."""

    emotion: Emotion | None
    intent: str | None
    teammate: str
    at: datetime


class CustomerLine(Frozen):
    """What the customer said, how it was read, and how it was taken. ``choice`` is a pressed button.

    ``correct`` is the address to which a correction of the reading is posted.
    """

    by: Literal["customer"] = "customer"
    version: int
    at: datetime
    message: str
    text: str
    choice: str | None
    hidden: tuple[Hidden, ...]
    reading: Reading | None = None
    reader: str = ""
    taken: e.MessageTaken | None = None
    correction: CorrectedReading | None = None
    correct: str


class AssistantLine(Frozen):
    """What the assistant said, and why: ``reply`` is the event with policy, moves, wordings, step, evidence, mood before.

    ``readings`` are those it answers, in the order of its ``answers``.
    """

    by: Literal["assistant"] = "assistant"
    version: int
    at: datetime
    reply: e.AssistantReplied
    readings: tuple[Reading, ...]


class TeammateLine(Frozen):
    """What a teammate said."""

    by: Literal["teammate"] = "teammate"
    version: int
    at: datetime
    message: str
    text: str
    teammate: str


Noted = Annotated[
    e.ScenarioEntered
    | e.StepReached
    | e.ScenarioLeft
    | e.SlotFilled
    | e.SlotEmptied
    | e.HandoffRequested
    | e.HolderChanged
    | e.TimePassed
    | e.SurveyAnswered
    | e.ConversationClosed
    | e.PlaybookChanged
    | VersionAssigned
    | e.CustomerForgotten,
    Field(discriminator="kind"),
]
NOTED = (
    e.ScenarioEntered,
    e.StepReached,
    e.ScenarioLeft,
    e.SlotFilled,
    e.SlotEmptied,
    e.HandoffRequested,
    e.HolderChanged,
    e.TimePassed,
    e.SurveyAnswered,
    e.ConversationClosed,
    e.PlaybookChanged,
    VersionAssigned,
    e.CustomerForgotten,
)


class Happening(Frozen):
    """Something that happened between the lines."""

    by: Literal["nobody"] = "nobody"
    version: int
    at: datetime
    event: Noted


class ActionLine(Frozen):
    """A business system that was asked, and what came of it; None while it has not answered. What it said is not shown."""

    by: Literal["action"] = "action"
    version: int
    at: datetime
    action: str
    scenario: str
    step: str
    problem: str | None = None
    returned_at: datetime | None = None


TranscriptLine = Annotated[
    CustomerLine | AssistantLine | TeammateLine | ActionLine | Happening, Field(discriminator="by")
]


class MoodPoint(Frozen):
    """The mood after one customer message. ``level`` is valence, -1 (against) to 1 (content)."""

    message: str
    version: int
    at: datetime
    emotion: Emotion
    group: Group
    strength: Share
    sure: bool
    level: float


class Transcript(Frozen):
    """One conversation in full. A turning point names the message at which the mood turned and the reply before it."""

    summary: Summary
    lines: tuple[TranscriptLine, ...]
    mood: tuple[MoodPoint, ...]
    turning_points: tuple[TurningPoint, ...]
    survey: int | None
    forgotten: bool


class _Reader:
    """Reads the events one by one; what comes later (a reading, a correction) is written beside the line it belongs to."""

    def __init__(self, conversation: str) -> None:
        self.state = Conversation(conversation)
        self.lines: list[TranscriptLine] = []
        self.mood: list[MoodPoint] = []
        self._customer: dict[str, int] = {}
        self._action: dict[str, int] = {}

    def read(self, each: e.Recorded) -> None:
        """Take in one event."""
        event, place = each.event, {"version": each.version, "at": each.at}
        before = self.state.mood.readings
        self.state = after(self.state, event, each.at)
        match event:
            case e.CustomerWrote():
                self._customer[event.message] = len(self.lines)
                self.lines.append(_customer_line(each, event))
            case e.MessageUnderstood():
                self._beside(event.message, reading=event.reading, reader=event.reader)
                if self.state.mood.readings > before and event.message in self._customer:
                    self.mood.append(self._mood_point(event.message))
            case e.MessageTaken():
                self._beside(event.message, taken=event)
            case ReadingCorrected():
                said = CorrectedReading(emotion=event.emotion, intent=event.intent, teammate=event.teammate, at=each.at)
                self._beside(event.message, correction=said if event.corrects else None)
            case e.AssistantReplied():
                readings = tuple(found for name in event.answers if (found := self._reading(name)) is not None)
                self.lines.append(AssistantLine(**place, reply=event, readings=readings))
            case e.TeammateWrote():
                self.lines.append(
                    TeammateLine(**place, message=event.message, text=event.text, teammate=event.teammate)
                )
            case e.ActionCalled():
                self._action[event.key] = len(self.lines)
                asked = {"action": event.action, "scenario": event.scenario, "step": event.step}
                self.lines.append(ActionLine(**place, **asked))
            case e.ActionReturned() if event.key in self._action:
                self._change(self._action[event.key], problem=event.problem, returned_at=each.at)
            case _ if isinstance(event, NOTED):
                self.lines.append(Happening(**place, event=event))

    def _beside(self, message: str, **news: object) -> None:
        if message in self._customer:
            self._change(self._customer[message], **news)

    def _change(self, place: int, **news: object) -> None:
        self.lines[place] = self.lines[place].model_copy(update=news)

    def _reading(self, message: str) -> Reading | None:
        line = self.lines[self._customer[message]] if message in self._customer else None
        return line.reading if isinstance(line, CustomerLine) else None

    def _mood_point(self, message: str) -> MoodPoint:
        line, mood = self.lines[self._customer[message]], self.state.mood
        return MoodPoint(
            message=message,
            version=line.version,
            at=line.at,
            emotion=mood.emotion,
            group=mood.group,
            strength=mood.strength,
            sure=mood.sure,
            level=mood.level,
        )


def transcript(events: Sequence[e.Recorded]) -> Transcript:
    """Return the transcript of a conversation from all of its events in order; there is at least one."""
    reader = _Reader(events[0].conversation)
    for each in events:
        reader.read(each)
    return Transcript(
        summary=summary(reader.state),
        lines=tuple(reader.lines),
        mood=tuple(reader.mood),
        turning_points=reader.state.mood.turning_points,
        survey=reader.state.survey_score,
        forgotten=reader.state.forgotten,
    )


def _customer_line(each: e.Recorded, event: e.CustomerWrote) -> CustomerLine:
    hidden = tuple(
        Hidden(token=fact.token, kind=fact.kind, valid=fact.valid, last_four=fact.last_four) for fact in event.tokens
    )
    return CustomerLine(
        version=each.version,
        at=each.at,
        message=event.message,
        text=event.text,
        choice=event.choice,
        hidden=hidden,
        correct=f"/api/learning/messages/{each.conversation}/{each.version}/correction",
    )
