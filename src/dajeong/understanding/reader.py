"""A message becomes a reading: the port, and the light reader that comes with the package."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from dajeong.conversation.reading import Evidence, Reading
from dajeong.understanding.behaviour import find_behaviour
from dajeong.understanding.emotion import EmotionModel
from dajeong.understanding.encoder import Encoder, UseEncoder
from dajeong.understanding.entities import find_entities, without_patterns
from dajeong.understanding.features import MAX_CHARACTERS
from dajeong.understanding.heads import load_heads
from dajeong.understanding.heard import Heard
from dajeong.understanding.intent import IntentModel, Ranked
from dajeong.understanding.language import detect_language
from dajeong.understanding.risk import read_risk
from dajeong.understanding.signals import find_signals
from dajeong.understanding.speech_act import read_speech_act
from dajeong.understanding.wishes import asks_if_human, find_wishes

_MOST_EVIDENCE = 10
_PLAIN_INTENT = 0.8


class Reader(Protocol):
    """Reads one customer message. Synchronous and on the CPU: the runtime calls it in a thread, several at once."""

    @property
    def name(self) -> str:
        """Which reader and which trained heads made a reading."""
        ...

    def read(
        self,
        text: str,
        *,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        """The reading of ``text`` after ``history`` (oldest first, this message not in it)."""
        ...


class LightReader:
    """Linear heads over character n-grams, signs and one small sentence encoder: no download, a few milliseconds.

    It works without the encoder too: in a third of the time and memory, and less well (docs/concepts/understanding.md).
    """

    def __init__(self, emotions: EmotionModel, encoder: Encoder | None) -> None:
        self._emotions = emotions
        self.encoder = encoder

    @classmethod
    def load(cls, path: Path | None = None, *, encoder: Encoder | None = None, vectors: bool = True) -> "LightReader":
        """The reader with the heads at ``path`` (None: those of the package). Raises HeadsUnusable.

        ``vectors=False`` reads letters and signs alone: no encoder is loaded.
        """
        if not vectors:
            return cls(EmotionModel(load_heads(path, vectors=False)), None)
        return cls(EmotionModel(load_heads(path)), encoder or UseEncoder())

    @property
    def name(self) -> str:
        """For example ``light-1@3fa29c01`` (``letters-1@...`` without vectors): the digits change whenever the heads do."""
        return f"{'letters' if self.encoder is None else 'light'}-1@{self._emotions.name}"

    def warm(self) -> None:
        """Load now what the first message would wait for (about one second); without effect later."""
        if self.encoder is not None:
            self.encoder.encode(["안녕하세요"])

    def read(
        self,
        text: str,
        *,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        """The reading of ``text``; only its first 2,000 characters are read. Any text is readable, also an empty one."""
        text = text[:MAX_CHARACTERS]
        words = without_patterns(text, patterns)
        language = detect_language(text, history)
        signs = find_signals(text)
        behaviour = find_behaviour(text, history, now)
        # One call for the message and its clauses: a text by itself costs the encoder more than its share.
        vectors = None
        if self.encoder is not None:
            vectors = self.encoder.encode([words, *(intents.clauses(words) if intents is not None else ())])
        felt = self._emotions.read(text, language, None if vectors is None else vectors[0], signs, behaviour)
        risk, risk_evidence = read_risk(text)
        ranked = intents.predict(words, vectors) if intents is not None else Ranked(None, 0.0)
        if felt.nonsense and ranked.confidence < _PLAIN_INTENT:
            # What nobody writes means nothing, unless the playbook has it word for word.
            ranked = Ranked(None, ranked.confidence, ranked.runners_up)
        return Reading(
            emotion=felt.emotion,
            intent=ranked.intent,
            confidence=ranked.confidence,
            runners_up=ranked.runners_up,
            also=ranked.also,
            urgency=felt.urgency,
            fatigue=felt.fatigue,
            abuse=round(min(signs.abuse, 1.0), 3),
            speech_act=read_speech_act(text),
            language=language,
            entities=find_entities(text, patterns, now),
            risk=risk,
            asks_if_human=asks_if_human(text),
            wishes=find_wishes(text),
            evidence=_gathered(risk_evidence, behaviour.evidence, signs.evidence, felt.evidence),
        )


def _gathered(
    risk: Evidence | None, behaviour: Sequence[Evidence], signs: Sequence[Evidence], words: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Risk first, then the weightiest; a word that a sign covers already is not told twice."""
    kept = [*behaviour, *signs]
    kept += [word for word in words if not any(_covers(sign, word) for sign in signs)]
    kept.sort(key=lambda item: (-item.weight, item.start if item.start is not None else -1))
    return tuple(([risk] if risk is not None else []) + kept)[:_MOST_EVIDENCE]


def _covers(sign: Evidence, word: Evidence) -> bool:
    if None in (sign.start, sign.end, word.start, word.end):
        return False
    return sign.start <= word.start and word.end <= sign.end  # type: ignore[operator]
