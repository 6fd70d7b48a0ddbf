"""Why a sentence is read as the intent it is: the examples nearest to it and the words that decide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import RunnerUp, Share
from dajeong.learning.intent_check import Written
from dajeong.understanding import Encoder, IntentModel, train_intents

MOST_RANKED = 5
MOST_NEAR = 4
# Words beyond this are not asked about one by one.
MOST_WORDS = 24
# A word that moves the chance by less decides nothing a person should look at.
_LEAST_WEIGHT = 0.03
_WORD = re.compile(r"\S+")


class NearExample(Frozen):
    """An example that is like the sentence, 0 to 1."""

    intent: str
    number: int
    text: str
    likeness: Share


class Deciding(Frozen):
    """A word of the sentence, by code points, and what the chance of the best intent loses without it (-1 to 1)."""

    start: int
    end: int
    weight: float


class Sentence(Frozen):
    """What one sentence means to a draft. ``intent`` is None when none is sure enough; ``threshold`` is what ``about`` must reach for it.

    ``about``: the chance that it is about anything this playbook knows; ``ranked``: the likeliest intents, best first.
    """

    intent: str | None
    confidence: Share
    about: Share
    threshold: Share
    also: tuple[str, ...]
    ranked: tuple[RunnerUp, ...]
    near: tuple[NearExample, ...]
    deciding: tuple[Deciding, ...]


@dataclass(frozen=True, slots=True)
class DraftHead:
    """The intent head of a draft beside the examples it was trained on, in the head's order."""

    model: IntentModel
    examples: tuple[tuple[str, int, str], ...]

    @classmethod
    def trained(cls, intents: dict[str, Written], encoder: Encoder | None) -> "DraftHead":
        """Return the head as publishing would train it: each intent's examples and its title as one more."""
        kept = {name: (*own.examples, own.title) for name, own in intents.items() if own.examples}
        examples = [
            (name, number, text) for name, own in kept.items() for number, text in enumerate(own) if text.strip()
        ]
        return cls(train_intents(kept, encoder), tuple(examples))

    def explain(self, text: str) -> Sentence:
        """Return how ``text`` is read, and why. A word's weight is what is lost when it is left out."""
        found = self.model.predict(text)
        if not self.model.names or not text.strip():
            return Sentence(
                intent=None,
                confidence=0.0,
                about=0.0,
                threshold=self.model.threshold,
                also=(),
                ranked=(),
                near=(),
                deciding=(),
            )
        words = list(_WORD.finditer(text))[:MOST_WORDS]
        without = [text[: word.start()] + text[word.end() :] for word in words] if len(words) > 1 else []
        scopes, shares = self.model.chances([text, *without])
        best = self.model.names.index(found.intent) if found.intent else int(shares[0].argmax())
        lost = [round(float(shares[0, best] - row[best]), 4) for row in shares[1:]]
        order = (-shares[0]).argsort(kind="stable")[:MOST_RANKED]
        return Sentence(
            intent=found.intent,
            confidence=found.confidence,
            about=round(float(scopes[0]), 4),
            threshold=self.model.threshold,
            also=found.also,
            ranked=tuple(
                RunnerUp(intent=self.model.names[at], confidence=round(float(shares[0, at]), 4)) for at in order
            ),
            near=self._near(text),
            deciding=_deciding(words, lost),
        )

    def guesses(self, texts: Sequence[str]) -> list[tuple[str, float, bool]]:
        """Return for each text the likeliest intent, its chance, and whether it would be taken for it; nothing without intents."""
        if not self.model.names or not texts:
            return []
        scopes, shares = self.model.chances(texts)
        return [
            (self.model.names[int(row.argmax())], round(float(row.max()), 4), bool(scope >= self.model.threshold))
            for scope, row in zip(scopes, shares, strict=True)
        ]

    def _near(self, text: str) -> tuple[NearExample, ...]:
        alike = self.model.likeness(text)
        found: dict[tuple[str, str], NearExample] = {}
        # A title often says what an example says already.
        for at in (-alike).argsort(kind="stable")[: 2 * MOST_NEAR]:
            intent, number, own = self.examples[int(at)]
            near = NearExample(intent=intent, number=number, text=own, likeness=round(float(alike[at]), 4))
            found.setdefault((intent, own), near)
        return tuple(found.values())[:MOST_NEAR]


def _deciding(words: Sequence[re.Match[str]], lost: Sequence[float]) -> tuple[Deciding, ...]:
    found = [
        Deciding(start=word.start(), end=word.end(), weight=weight)
        for word, weight in zip(words, lost, strict=False)
        if abs(weight) >= _LEAST_WEIGHT
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.weight)))
