"""How a customer feels: a head learned from support messages and signs, and what the encoder's tuned layers hear, as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Emotion, EmotionReading, Evidence, Language
from dajeong.understanding.encoder import InContext
from dajeong.understanding.features import Plain, normalise
from dajeong.understanding.heads import EmotionHeads, Floats
from dajeong.understanding.signals import Signals
from dajeong.understanding.speech_act import read_speech_act

_SURE_SHARE = 0.45
_SURE_LEAD = 0.15
# What is said outright is not weighed: at least so urgent is a deadline, at least so tired who says so.
_URGENT, _WORN_OUT = 0.5, 0.5
# False pity offends more than a late one: without any sign, or with a courtesy only, neutral gets a start.
_QUIET_START = 0.8
_COURTESY_START = 2.0
_NONSENSE_START = 3.0
_NEUTRAL = EMOTIONS.index("neutral")
# Whoever is praised for trouble is not thanked: to thank back would be the worst answer there is.
_IRONY = 4.0
_CONTENT = [i for i, emotion in enumerate(EMOTIONS) if GROUP_OF[emotion] == "content"]
_COURTESY = frozenset({"thanks_word", "smile", "sweat", "trailing_dots"})
_MOST_WORDS = 4
_LEAST_WEIGHT = 0.2
_LONGEST_WORD = 24
# A message of whose letters fewer than this share stand in known n-grams of this length is taken for nonsense. Of messages
# people wrote one in a hundred has less than .65 (Korean) or .80 (English); of keys struck at random one in twenty has more than .38.
_WORDLIKE = {"ko": 2, "en": 4}
_LEAST_KNOWN = {"ko": 0.4, "en": 0.5}
# Signs that stand together say more than their sum, which is all that linear heads can give.
_TOGETHER = ((frozenset({"hurry", "repeated_exclamation"}), 0.15), (frozenset({"hurry", "deadline"}), 0.15))


@dataclass(frozen=True, slots=True)
class Felt:
    """An emotion with the 0-1 scales beside it and the words that speak for it."""

    emotion: EmotionReading
    urgency: float
    fatigue: float
    evidence: tuple[Evidence, ...] = ()
    nonsense: bool = False


class EmotionModel:
    """Ten emotions as shares of one, strength, urgency and fatigue."""

    def __init__(self, heads: EmotionHeads) -> None:
        self._heads = heads
        self._sign_place = {name: i for i, name in enumerate(heads.sign_names)}

    @property
    def name(self) -> str:
        """Eight hex digits of the heads' hash."""
        return self._heads.digest

    def read(self, text: str, language: Language, heard: InContext | None, signs: Signals, behaviour: Signals) -> Felt:
        """The feeling in ``text``. ``heard`` is what an encoder made of it, ``signs`` those in the words, ``behaviour`` those around it."""
        names = signs.names
        plain = normalise(text)
        indices, values, places = self._heads.messages.terms(plain)
        comments = self._heads.comments[language]
        known = comments.terms(plain)
        outputs = self._outputs(comments.weigh(known[0], known[1]), heard, signs, indices, values)
        logits = outputs[: len(EMOTIONS)] / self._heads.temperature
        nonsense = not signs.evidence and _is_nonsense(plain.text, language, [*places, *known[2]])
        if "sarcasm" in names:
            logits[_CONTENT] -= _IRONY
        logits[_NEUTRAL] += _NONSENSE_START if nonsense else _calm(text, signs)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        best = _dominant(shares)
        strength, urgency, fatigue = (float(v) for v in outputs[len(EMOTIONS) :])
        feeling = _reading(shares, best, strength + behaviour.strength, nonsense)
        return Felt(
            emotion=feeling,
            urgency=_share(max(urgency, _URGENT * ("deadline" in names)) + behaviour.urgency + _together(names)),
            fatigue=_share(max(fatigue, _WORN_OUT * ("worn_out" in names)) + behaviour.fatigue),
            evidence=_words(text, plain, places, values, indices, self._heads.messages.weights, best),
            nonsense=nonsense,
        )

    def _outputs(
        self,
        comment: Floats,
        heard: InContext | None,
        signs: Signals,
        indices: NDArray[np.int64],
        values: Floats,
    ) -> Floats:
        heads = self._heads
        outputs = heads.messages.bias + values @ heads.messages.weights[indices]
        if heard is not None and heads.features is not None:
            outputs = outputs + heard.features @ heads.features
        outputs = outputs + squashed(comment) @ heads.stacked
        if heard is not None:
            # Letters and tuned layers err in different places: their mean is better than either.
            outputs = 0.5 * (outputs + heard.felt)
        # A sign is a sign, however much else is heard: it keeps all of its weight.
        for name in sorted(signs.names):
            if name in self._sign_place:
                outputs = outputs + heads.signs[self._sign_place[name]]
        return np.asarray(outputs, dtype=np.float32)


def _together(names: frozenset[str]) -> float:
    return sum(more for both, more in _TOGETHER if both <= names)


def _is_nonsense(text: str, language: Language, places: Sequence[tuple[int, int, int]]) -> bool:
    """Whether hardly anything in ``text`` was ever seen in a message: a keyboard struck, sounds, bare marks."""
    least = _WORDLIKE[language]
    known = set().union(*(range(start, start + length) for _, start, length in places if length >= least))
    letters = [i for i, character in enumerate(text) if character.isalnum()]
    return not letters or sum(i in known for i in letters) < _LEAST_KNOWN[language] * len(letters)


def _calm(text: str, signs: Signals) -> float:
    if not signs.evidence:
        return _COURTESY_START if read_speech_act(text) in ("yes", "no") else _QUIET_START
    if signs.names <= _COURTESY and read_speech_act(text) in ("question", "request", "yes", "no"):
        return _COURTESY_START
    return 0.0


def squashed(logits: Floats) -> Floats:
    """Comment heads speak in logits relative to each emotion's base rate; a bounded form of them goes into the message head."""
    return np.asarray(np.tanh(logits / 3.0), dtype=np.float32)


def _dominant(shares: Floats) -> int:
    """The largest share of the group that has most together: who is angry or let down is first of all against us."""
    together: dict[str, float] = {}
    for emotion, share in zip(EMOTIONS, shares, strict=True):
        together[GROUP_OF[emotion]] = together.get(GROUP_OF[emotion], 0.0) + float(share)
    group = max(together, key=lambda name: together[name])
    return max((i for i, emotion in enumerate(EMOTIONS) if GROUP_OF[emotion] == group), key=lambda i: float(shares[i]))


def _reading(shares: Floats, best: int, strength: float, thin: bool) -> EmotionReading:
    lead = float(shares[best]) - max(float(share) for i, share in enumerate(shares) if i != best)
    sure = not thin and float(shares[best]) >= _SURE_SHARE and lead >= _SURE_LEAD
    return as_felt(EMOTIONS[best], strength, _scores(shares), sure=sure)


def as_felt(
    dominant: Emotion, strength: float, scores: Mapping[Emotion, float], *, sure: bool = True
) -> EmotionReading:
    """Return the reading of this emotion: who feels nothing feels it with no strength, and whatever is felt is felt a little."""
    group = GROUP_OF[dominant]
    strength = 0.0 if dominant == "neutral" else max(_share(strength), 0.1)
    sign = {"against": -1.0, "worried": -1.0, "content": 1.0, "other": 0.0}[group]
    return EmotionReading(
        dominant=dominant,
        group=group,
        strength=round(strength, 3),
        valence=round(sign * strength, 3),
        scores=dict(scores),
        sure=sure,
    )


def _scores(shares: Floats) -> dict[Emotion, float]:
    return {emotion: round(float(share), 4) for emotion, share in zip(EMOTIONS, shares, strict=True)}


def _words(
    text: str,
    plain: Plain,
    places: Sequence[tuple[int, int, int]],
    values: Floats,
    indices: NDArray[np.int64],
    weights: Floats,
    best: int,
) -> tuple[Evidence, ...]:
    """The words whose n-grams spoke loudest for the dominant emotion against the mean of the others (linear contributions)."""
    if not places or EMOTIONS[best] == "neutral":
        return ()
    columns = weights[indices, : len(EMOTIONS)]
    contribution = values * (columns[:, best] - columns.mean(axis=1))
    by_term = dict(zip(indices.tolist(), contribution.tolist(), strict=True))
    times: dict[int, int] = {}
    for term, _, _ in places:
        times[term] = times.get(term, 0) + 1
    weight_at = np.zeros(len(plain.text), dtype=np.float64)
    for term, start, length in places:
        weight_at[start : start + length] += by_term[term] / times[term] / length
    found = [(float(weight_at[i:j].sum()), i, j) for i, j in _spans(plain.text)]
    found = sorted((item for item in found if item[0] >= _LEAST_WEIGHT), reverse=True)[:_MOST_WORDS]
    return tuple(_word_evidence(text, plain, i, j, weight, EMOTIONS[best]) for weight, i, j in found)


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = None
    for i, character in enumerate(text):
        if character == " ":
            if start is not None:
                spans.append((start, i))
            start = None
        elif start is None:
            start = i
    return spans


def _word_evidence(text: str, plain: Plain, i: int, j: int, weight: float, toward: str) -> Evidence:
    start, end = plain.at[i], min(plain.at[j - 1] + 1, plain.at[i] + _LONGEST_WORD)
    return Evidence(sign="word", toward=toward, text=text[start:end], start=start, end=end, weight=round(weight, 3))


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 3)
