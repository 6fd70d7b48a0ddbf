"""What was understood of one customer message: feeling, intent, urgency, and why we think so."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

Emotion = Literal[
    "anger",
    "frustration",
    "disappointment",
    "distrust",
    "anxiety",
    "sadness",
    "gratitude",
    "satisfaction",
    "confusion",
    "neutral",
]
Group = Literal["against", "worried", "content", "other"]
SpeechAct = Literal[
    "statement", "question", "request", "rhetorical", "thanks", "greeting", "yes", "no", "cancel", "other"
]
Language = Literal["ko", "en"]
Risk = Literal["none", "self_harm", "danger"]
# What a customer may ask of the conversation itself, whatever the matter is.
Wish = Literal["person", "repeat", "restart", "correct", "wait"]
Share = Annotated[float, Field(ge=0.0, le=1.0)]

GROUP_OF: dict[Emotion, Group] = {
    "anger": "against",
    "frustration": "against",
    "disappointment": "against",
    "distrust": "against",
    "anxiety": "worried",
    "sadness": "worried",
    "gratitude": "content",
    "satisfaction": "content",
    "confusion": "other",
    "neutral": "other",
}
EMOTIONS: tuple[Emotion, ...] = tuple(GROUP_OF)
NEGATIVE_EMOTIONS: tuple[Emotion, ...] = tuple(
    emotion for emotion, group in GROUP_OF.items() if group in ("against", "worried")
)


class Evidence(Frozen):
    """A word or sign that led to the reading, so that a person can check it.

    ``start`` and ``end`` are code-point offsets into the tokenised text; both are None for behaviour
    that no single word shows (four messages in ten seconds).
    """

    sign: str
    toward: str
    text: str = ""
    start: int | None = None
    end: int | None = None
    weight: float = 0.0


class EmotionReading(Frozen):
    """How the customer feels: scores per class relative to the base rate, one dominant, and whether we are sure."""

    dominant: Emotion = "neutral"
    group: Group = "other"
    strength: Share = 0.0
    valence: Annotated[float, Field(ge=-1.0, le=1.0)] = 0.0
    scores: dict[Emotion, float] = Field(default_factory=dict)
    sure: bool = True


class RunnerUp(Frozen):
    """An intent that was close."""

    intent: str
    confidence: Share


class Entity(Frozen):
    """Something a slot could take: its kind, the value in one canonical form, and where it stood."""

    kind: str
    value: str
    text: str
    start: int
    end: int


class Reading(Frozen):
    """Everything understood of one message. ``intent`` is None when nothing the team wrote fits."""

    emotion: EmotionReading = EmotionReading()
    intent: str | None = None
    confidence: Share = 0.0
    runners_up: tuple[RunnerUp, ...] = ()
    # Further matters named in the same message, in the order they were named.
    also: tuple[str, ...] = ()
    urgency: Share = 0.0
    fatigue: Share = 0.0
    abuse: Share = 0.0
    speech_act: SpeechAct = "statement"
    language: Language = "ko"
    entities: tuple[Entity, ...] = ()
    risk: Risk = "none"
    asks_if_human: bool = False
    wishes: tuple[Wish, ...] = ()
    evidence: tuple[Evidence, ...] = ()
