"""A moment of a conversation as conditions see it: what the customer feels, what it is about, and what went before."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dajeong.conversation.mood import Mood, Trend, mood_after
from dajeong.conversation.reading import GROUP_OF, Emotion, EmotionReading, Group, Reading
from dajeong.playbook.condition import Scalar
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.story import Supposed
from dajeong.understanding.emotion import as_felt

# From here on a feeling that is not sure counts towards the mood of the matter (see the dialogue room's bindings).
STRONG = 0.5
# A value that only has to be there: whatever the customer is asked for, whatever a system's example says.
ANYTHING = "(anything)"


@dataclass(frozen=True, slots=True)
class Before:
    """A message before: with which feeling, and whether it was about the same matter."""

    felt: Supposed
    same_matter: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """What must be so for a policy to answer. ``values`` are slots and outputs of actions, by the name conditions use."""

    felt: Supposed
    before: tuple[Before, ...] = ()
    values: dict[str, Scalar] = field(default_factory=dict)


def matter_bindings(playbook: Playbook, intent: str) -> dict[str, Any]:
    """Return what conditions see of a matter."""
    scenario = playbook.scenarios[playbook.scenario_of[intent]]
    meant = playbook.intents[intent]
    bound = {"scenario": scenario.id, "intent": intent, "matter": meant.matter or scenario.matter}
    return {**bound, "happened": meant.happened} if meant.happened else bound


def bindings(playbook: Playbook, situation: Situation) -> dict[str, Any]:
    """Return everything conditions see in a situation but the matter, as `dajeong.dialogue.bindings` binds it in a conversation."""
    felt = situation.felt
    now = emotion_of(felt)
    trend, anger_stays, so_far = _over_time(situation.before, felt)
    return {
        **situation.values,
        "mood": now.group,
        "mood_so_far": so_far,
        "emotion": now.dominant,
        "strength": now.strength,
        "sure": now.sure,
        "trend": trend,
        "anger_stays": anger_stays,
        "urgency": felt.urgency or 0.0,
        "fatigue": felt.fatigue or 0.0,
        "abuse": 0.0,
        "speech_act": None,
        "language": playbook.language,
        "messages": len(situation.before) + 1,
        "hotline": playbook.hotline,
        "persona.name": playbook.persona.name,
        "repeated": sum(each.same_matter for each in situation.before),
    }


@lru_cache(maxsize=10_000)
def emotion_of(felt: Supposed) -> EmotionReading:
    """Return how a supposed feeling is read."""
    return as_felt(felt.emotion, felt.strength, {felt.emotion: 1.0}, sure=felt.sure is not False)


def calm(emotion: Emotion = "neutral", strength: float = 0.0) -> Supposed:
    """Return a message without hurry and weariness."""
    return Supposed(emotion=emotion, strength=strength, urgency=0.0, fatigue=0.0)


@lru_cache(maxsize=50_000)
def _over_time(before: tuple[Before, ...], felt: Supposed) -> tuple[Trend, bool, Group]:
    mood = Mood()
    for number, each in enumerate([*(each.felt for each in before), felt]):
        mood = mood_after(mood, Reading(emotion=emotion_of(each)), str(number), None)
    feelings = [each.felt for each in before if each.same_matter] + [felt]
    moved = [
        each
        for each in feelings
        if GROUP_OF[each.emotion] != "other" and (each.sure is not False or emotion_of(each).strength >= STRONG)
    ]
    so_far = (
        GROUP_OF[max(moved, key=lambda each: (each.sure is not False, each.strength)).emotion] if moved else "other"
    )
    return mood.trend, mood.anger_stays, so_far
