"""A message becomes a reading: the port, and the reader with trained heads that comes with the package."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from dajeong.conversation.reading import Evidence, Reading
from dajeong.understanding.behaviour import find_behaviour
from dajeong.understanding.e5 import shared_encoder
from dajeong.understanding.emotion import EmotionModel
from dajeong.understanding.encoder import ContextEncoder, InContext
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
_MOST_SHOWN = 0.3
# Numbers, amounts and the tokens that stand for personal data.
_VALUE = re.compile(
    r"\[[^\[\]\d]{1,12}\d+\]|[$€£₩]?\d[\d.,:/-]*\s?(?:만\s?원|천\s?원|원|번|dollars?|euros?|pounds?|usd)?",
    re.IGNORECASE,
)
_AROUND_A_VALUE = re.compile(
    r"(?:주문|송장|운송장|예약|계약|접수|쿠폰|회원|고객|카드|전화|휴대폰|휴대전화|핸드폰)?\s?(?:번호|코드)(?:는|은|가|요)?|금액(?:은|이)?|"
    r"(?<![가-힣])(?:네|예|넵|넹|응|어|아|음|여기(?:요|는)?|이거(?:요)?|제|저)(?![가-힣])|(?<=[\d\]\s])(?:로|으로)(?![가-힣])|"
    r"(?:이에요|예요|에요|입니다|입니더|이라예|라예|이요|이여|인데요|이고요|이구요|이네요|임|요)(?![가-힣])|"
    r"(?:적혀|쓰여|나와)\s?있(?:기로는|어요|네요|는\s?건)|이?라고\s?(?:돼|되어|나와|적혀|쓰여)\s?(?:있어요|있네요|있습니다)|(?<![가-힣])맞아요|"
    r"\b(?:order|booking|card|phone|account|amount|charge|number|no|code|last|four|digits|ending|ends|with|of|on|in|and|is|are|was|it'?s|it|they|my|"
    r"the|that|this|here|yes|yeah|yep|sure|certainly|please|sorry|um|uh|ok|okay)\b",
    re.IGNORECASE,
)


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


class EncodingReader(Reader, Protocol):
    """A reader that says which encoder it hears with: the intents of a playbook are learned with the same one."""

    @property
    def encoder(self) -> ContextEncoder | None:
        """The encoder, None for one that reads letters and signs alone."""
        ...


class TrainedReader:
    """Linear heads over character n-grams, signs and one small encoder that hears the context: a few milliseconds on a CPU.

    It works without the encoder too: in an eighth of the time and a third of the memory, and less well (docs/concepts/understanding.md).
    """

    def __init__(self, emotions: EmotionModel, encoder: ContextEncoder | None) -> None:
        self._emotions = emotions
        self.encoder = encoder

    @classmethod
    def load(
        cls, path: Path | None = None, *, encoder: ContextEncoder | None = None, vectors: bool = True
    ) -> "TrainedReader":
        """The reader with the heads at ``path`` (None: those of the package). Raises HeadsUnusable, EncoderUnusable.

        Without an ``encoder`` it takes the one this process shares, built on first use. ``vectors=False`` reads letters and signs alone.
        """
        if not vectors:
            return cls(EmotionModel(load_heads(path)), None)
        encoder = encoder or shared_encoder()
        return cls(EmotionModel(load_heads(path, encoder=encoder.name)), encoder)

    def hearing_through(self, encoder: ContextEncoder) -> "TrainedReader":
        """Return the same reader with an encoder that gives what its own gives."""
        return TrainedReader(self._emotions, encoder)

    @property
    def name(self) -> str:
        """For example ``full-2@3fa29c01`` (``light-2@...`` without an encoder): the digits change whenever the heads do."""
        return f"{'light' if self.encoder is None else 'full'}-2@{self._emotions.name}"

    def warm(self) -> None:
        """Do now what the first message would wait for: the network's first run."""
        if self.encoder is not None:
            self.encoder.in_context(["안녕하세요"], assistant="", customer="")

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
        heard = self._in_context(words, history, intents)
        bare = _is_bare_value(text, words)
        felt = self._emotions.read(text, language, None if bare else heard, signs, behaviour)
        risk, risk_evidence = read_risk(text)
        ranked = _meant(words, None if bare else intents, heard, nonsense=felt.nonsense)
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
            evidence=_gathered(text, risk_evidence, behaviour.evidence, signs.evidence, felt.evidence),
        )

    def _in_context(self, words: str, history: Sequence[Heard], intents: IntentModel | None) -> InContext | None:
        if self.encoder is None:
            return None
        # One call for the message and its clauses: a text by itself costs the encoder more than its share.
        texts = [words, *(intents.clauses(words) if intents is not None else ())]
        return self.encoder.in_context(
            texts, assistant=_last(history, "assistant"), customer=_last(history, "customer")
        )


def _meant(words: str, intents: IntentModel | None, heard: InContext | None, *, nonsense: bool) -> Ranked:
    if intents is None:
        return Ranked(None, 0.0)
    ranked = intents.predict(words, None if heard is None else heard.vectors)
    if nonsense and ranked.confidence < _PLAIN_INTENT:
        # What nobody writes means nothing, unless the playbook has it word for word.
        return Ranked(None, ranked.confidence, ranked.runners_up)
    return ranked


def _is_bare_value(text: str, words: str) -> bool:
    """Whether a number is all that is said: it feels nothing, whatever was said before it, and asks for nothing."""
    rest = _VALUE.sub(" ", words)
    return rest != text and not any(character.isalpha() for character in _AROUND_A_VALUE.sub(" ", rest))


def _last(history: Sequence[Heard], by: str) -> str:
    """What one side said last; a teammate speaks for us as the assistant does."""
    return next((heard.text for heard in reversed(history) if (heard.by == "customer") == (by == "customer")), "")


def _gathered(
    text: str,
    risk: Evidence | None,
    behaviour: Sequence[Evidence],
    signs: Sequence[Evidence],
    words: Sequence[Evidence],
) -> tuple[Evidence, ...]:
    """Risk first, then the weightiest; a word that a sign covers already is not told twice.

    Who is shown everything is shown nothing: places cover at most ``_MOST_SHOWN`` of the text, but for one that stands alone.
    """
    found = [*behaviour, *signs]
    found += [word for word in words if not any(_covers(sign, word) for sign in signs)]
    found.sort(key=lambda item: (-item.weight, item.start if item.start is not None else -1))
    shown: set[int] = set()
    kept = []
    for item in found:
        place = set() if item.start is None or item.end is None else set(range(item.start, item.end))
        if not place or not shown or len(shown | place) <= _MOST_SHOWN * len(text):
            kept.append(item)
            shown |= place
    return tuple(([risk] if risk is not None else []) + kept)[:_MOST_EVIDENCE]


def _covers(sign: Evidence, word: Evidence) -> bool:
    if sign.start is None or sign.end is None or word.start is None or word.end is None:
        return False
    return sign.start <= word.start and word.end <= sign.end
