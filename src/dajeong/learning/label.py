"""What a person says of one message: how the customer felt, what they wanted, or that it cannot be told."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.labelling import KeptLabel, Verdict
from dajeong.conversation.reading import Emotion, Share, SpeechAct
from dajeong.learning.corpus import Flag


class IntentLabel(Frozen):
    """The intent a message has in one version of a playbook; None: nothing the team wrote fits."""

    playbook: Annotated[str, Field(min_length=1, max_length=128)]
    version: Annotated[str, Field(max_length=128)] = ""
    intent: Annotated[str, Field(min_length=1, max_length=200)] | None = None

    @property
    def known_as(self) -> str:
        """The intent's name among those of all playbooks."""
        return f"{self.playbook}/{self.intent or '-'}"


class Label(Frozen):
    """One person's label. ``emotion`` dominates; ``emotions`` are all that hold with their strength, 0-1 like every scale here.

    Whoever skips a message, or cannot tell, says nothing else of it.
    """

    verdict: Verdict = "labelled"
    emotion: Emotion | None = None
    emotions: dict[Emotion, Share] = Field(default_factory=dict)
    # None: not said, which is something else than none at all.
    urgency: Share | None = None
    fatigue: Share | None = None
    abuse: Share | None = None
    act: SpeechAct | None = None
    flags: tuple[Flag, ...] = ()
    intent: IntentLabel | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.verdict != "labelled":
            if self != Label.model_construct(verdict=self.verdict):
                raise ValueError("a message that is skipped or cannot be told has no other label")
            return self
        if self.emotion is None and self.intent is None:
            raise ValueError("a label says the dominant emotion, the intent, or both")
        if (self.emotion is None) != (not self.emotions) or (self.emotion and self.emotion not in self.emotions):
            raise ValueError("the dominant emotion is one of the emotions, with its strength")
        if self.emotions.get("neutral"):
            raise ValueError("neutral has no strength: 0")
        return self


def label_of(kept: KeptLabel) -> Label:
    """Return the label a row holds."""
    return Label.model_validate_json(kept.body)


def settled_emotion(labels: Sequence[Label]) -> Label | None:
    """Return what the people who labelled a message agree on: the emotion more than half of them named, its scales averaged.

    None when nobody named an emotion, or none has that many: such a message teaches nothing yet.
    """
    named = [label for label in labels if label.emotion is not None]
    if not named:
        return None
    emotion, votes = Counter(label.emotion for label in named).most_common(1)[0]
    if emotion is None or votes * 2 <= len(named):
        return None
    alike = [label for label in named if label.emotion == emotion]

    strengths = {each for label in alike for each in label.emotions}
    return Label(
        emotion=emotion,
        emotions={each: _mean([label.emotions.get(each, 0.0) for label in alike]) or 0.0 for each in sorted(strengths)},
        urgency=_mean([label.urgency for label in alike]),
        fatigue=_mean([label.fatigue for label in alike]),
        abuse=_mean([label.abuse for label in alike]),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of what was said, None when nobody said anything."""
    said = [value for value in values if value is not None]
    return round(sum(said) / len(said), 4) if said else None
