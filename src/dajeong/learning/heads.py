"""Trains the emotion heads that come with the package: `python -m dajeong.learning.heads --data PATH`."""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning.comments import load_go_emotions, load_kote
from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.hearing import Progress, hear, silent
from dajeong.learning.measure import figures, read_with
from dajeong.learning.messages import Labelled, from_corpus, load_messages
from dajeong.understanding.e5 import shared_encoder
from dajeong.understanding.emotion import squashed
from dajeong.understanding.encoder import ContextEncoder
from dajeong.understanding.features import Plain, ngrams, normalise
from dajeong.understanding.heads import BARE, EmotionHeads, Floats, GramHead
from dajeong.understanding.sign_rules import SIGN_NAMES
from dajeong.understanding.signals import find_signals

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_LONGEST = 4
_COMMENT_TERMS = 12_000
_MESSAGE_TERMS = 10_000
_COMMENT_SCALE = 0.5
_SIGN_SCALE = 0.8
# Chosen on the tune split of the corpus.
_CLASS_C = 2.0
_EVENED = 0.3
_TEMPERATURES = tuple(round(0.5 + 0.05 * i, 2) for i in range(31))
_SCALE_ALPHA = 2.0
_SEED = 7


def comment_heads(data: Path) -> dict[str, GramHead]:
    """The heads learned from the public comments in ``data``, by language. Deterministic; needs scikit-learn."""
    return {"ko": _comment_head(*load_kote(data)), "en": _comment_head(*load_go_emotions(data))}


def message_head(
    comments: dict[str, GramHead],
    messages: Sequence[Labelled],
    encoder: ContextEncoder | None,
    *,
    temperature: float = 1.0,
    progress: Progress = silent,
) -> EmotionHeads:
    """The head over support messages, on top of the comment heads, what an encoder hears (nothing without one) and signs."""
    from sklearn.linear_model import LogisticRegression, Ridge

    vocabulary, idf = _vocabulary([row.text for row in messages], _MESSAGE_TERMS, least=2)
    empty = GramHead(vocabulary, idf, np.zeros((len(vocabulary), 1), np.float32), np.zeros(1, np.float32), _LONGEST)
    rows = _rows(empty, comments, messages, encoder, progress)
    emotions = np.array([EMOTIONS.index(row.emotion) for row in messages])
    progress("Fitting the emotions ...")
    weight = {i: float(share) for i, share in enumerate(_class_weights(emotions))}
    classes = LogisticRegression(C=_CLASS_C, class_weight=weight, max_iter=2000).fit(rows, emotions)
    scales = [
        Ridge(alpha=_SCALE_ALPHA, solver="sparse_cg", random_state=_SEED).fit(
            rows, np.array([getattr(row, name) for row in messages])
        )
        for name in ("strength", "urgency", "fatigue")
    ]
    weights = np.vstack([classes.coef_, *(scale.coef_[None] for scale in scales)]).T
    bias = np.concatenate([classes.intercept_, [float(scale.intercept_) for scale in scales]])
    width = rows.shape[1] - len(vocabulary) - len(EMOTIONS) - len(SIGN_NAMES)
    blocks = np.cumsum([len(vocabulary), width, len(EMOTIONS)])
    grams, features, stacked, signs = np.split(weights.astype(np.float32), blocks)
    return EmotionHeads(
        comments=comments,
        messages=GramHead(vocabulary, idf, grams, bias.astype(np.float32), _LONGEST),
        features=features if encoder is not None else None,
        stacked=stacked * _COMMENT_SCALE,
        signs=signs * _SIGN_SCALE,
        sign_names=SIGN_NAMES,
        temperature=temperature,
        digest="",
        encoder=encoder.name if encoder is not None else "",
    )


def calibrated(heads: EmotionHeads, messages: Sequence[Labelled], encoder: ContextEncoder | None) -> EmotionHeads:
    """The heads with the temperature at which the shares of ``messages``, which they did not learn from, are likeliest.

    Source: Guo et al. 2017, arXiv:1706.04599.
    """
    heard = hear(messages, encoder)

    def surprise(temperature: float) -> float:
        read = read_with(replace(heads, temperature=temperature), messages, heard)
        return -float(np.mean([np.log(max(one.emotion.scores[row.emotion], 1e-4)) for row, one in read]))

    return replace(heads, temperature=min(_TEMPERATURES, key=surprise))


def save_heads(heads: EmotionHeads, bare: EmotionHeads, path: Path) -> None:
    """Writes the heads, and ``bare`` learned from the same messages without an encoder, as one compressed npz.

    Weights are in half precision, vocabularies UTF-8 lines; what both share stands there once.
    """
    assert heads.features is not None
    arrays: dict[str, NDArray[Any]] = {
        "features": heads.features.astype(np.float16),
        "encoder": _bytes([heads.encoder]),
        "sign_names": _bytes(heads.sign_names),
    }
    for name, head in (
        ("comments_ko", heads.comments["ko"]),
        ("comments_en", heads.comments["en"]),
        ("messages", heads.messages),
    ):
        arrays[f"{name}_vocabulary"] = _bytes(head.vocabulary)
        arrays[f"{name}_idf"] = head.idf.astype(np.float16)
        arrays[f"{name}_weights"] = head.weights.astype(np.float16)
        arrays[f"{name}_bias"] = head.bias.astype(np.float32)
    for kind, own in (("", heads), (BARE, bare)):
        arrays[f"{kind}stacked"] = own.stacked.astype(np.float16)
        arrays[f"{kind}signs"] = own.signs.astype(np.float16)
        arrays[f"{kind}messages_weights"] = own.messages.weights.astype(np.float16)
        arrays[f"{kind}messages_bias"] = own.messages.bias.astype(np.float32)
        arrays[f"{kind}temperature"] = np.array([own.temperature], dtype=np.float32)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _comment_head(texts: list[str], labels: list[list[bool]]) -> GramHead:
    from sklearn.linear_model import LogisticRegression

    vocabulary, idf = _vocabulary(texts, _COMMENT_TERMS, least=3)
    empty = GramHead(vocabulary, idf, np.zeros((len(vocabulary), 1), np.float32), np.zeros(1, np.float32), _LONGEST)
    rows = _counted(empty, [normalise(text) for text in texts])
    wanted = np.array(labels)
    weights = np.zeros((len(vocabulary), len(EMOTIONS)), np.float32)
    bias = np.zeros(len(EMOTIONS), np.float32)
    for i in range(len(EMOTIONS)):
        head = LogisticRegression(C=2.0, solver="liblinear", random_state=_SEED).fit(rows, wanted[:, i])
        base = float(wanted[:, i].mean())
        weights[:, i] = head.coef_[0]
        # Relative to the base rate: 0 means "as likely as in any comment".
        bias[i] = head.intercept_[0] - np.log(base / (1 - base))
    return GramHead(vocabulary, idf, weights, bias, _LONGEST)


def _vocabulary(texts: Sequence[str], most: int, least: int) -> tuple[dict[str, int], Floats]:
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({piece for piece, _ in ngrams(normalise(text), 1, _LONGEST) if "\n" not in piece})
    kept = sorted(((count, piece) for piece, count in seen.items() if count >= least), key=lambda x: (-x[0], x[1]))[
        :most
    ]
    idf = np.array([np.log((1 + len(texts)) / (1 + count)) + 1 for count, _ in kept], dtype=np.float32)
    return {piece: i for i, (_, piece) in enumerate(kept)}, idf


def _rows(
    grams: GramHead,
    comments: dict[str, GramHead],
    messages: Sequence[Labelled],
    encoder: ContextEncoder | None,
    progress: Progress,
) -> "csr_matrix":
    """A row for each message: n-grams, what the encoder hears, comment heads, signs."""
    from scipy.sparse import csr_matrix, hstack

    places = {name: i for i, name in enumerate(SIGN_NAMES)}
    plain = [normalise(row.text) for row in messages]
    signs = np.zeros((len(messages), len(places)))
    comment = np.zeros((len(messages), len(EMOTIONS)))
    for i, row in enumerate(messages):
        signs[i, [places[name] for name in find_signals(row.text).names]] = _SIGN_SCALE
        comment[i] = squashed(comments[row.language].logits(plain[i])) * _COMMENT_SCALE
    parts = [_counted(grams, plain)]
    if encoder is not None:
        parts.append(
            csr_matrix(np.stack([one.features for one in hear(messages, encoder, progress) if one is not None]))
        )
    return hstack([*parts, csr_matrix(comment), csr_matrix(signs)]).tocsr()


def _counted(grams: GramHead, texts: Sequence[Plain]) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    columns, values, starts = [], [], [0]
    for text in texts:
        indices, own, _ = grams.terms(text)
        columns += indices.tolist()
        values += own.tolist()
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(texts), len(grams.vocabulary)), dtype=np.float64)


def _class_weights(emotions: NDArray[np.int64]) -> Floats:
    """Rare emotions count more, but not as if all were equally common: customers are more often neutral than grateful."""
    counted = np.bincount(emotions, minlength=len(EMOTIONS)).clip(1)
    return np.asarray((counted.mean() / counted) ** _EVENED, dtype=np.float32)


def _bytes(words: Sequence[str] | dict[str, int]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def main() -> None:
    """Trains on the seed messages and the train split, calibrates on tune, measures on the held-back split, writes the heads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with kote.jsonl.gz and goemotions-en/")
    parser.add_argument(
        "--messages", type=Path, default=Path("data/seed"), help="folder with messages-ko.tsv and messages-en.tsv"
    )
    parser.add_argument("--corpus", type=Path, default=Path("data/corpus"), help="folder of the corpus")
    parser.add_argument("--out", type=Path, default=Path("src/dajeong/understanding/heads/emotion.npz"))
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.corpus)
    messages = [*load_messages(arguments.messages), *from_corpus(in_split(corpus, "train"))]
    chosen_on, unseen = (from_corpus(in_split(corpus, split)) for split in ("tune", "heldback"))
    print("Learning from public comments ...", flush=True)
    comments = comment_heads(arguments.data)
    made = []
    for name, encoder in (("with the encoder", shared_encoder(progress=print)), ("letters and signs alone", None)):
        heads = message_head(comments, messages, encoder, progress=print)
        made.append(calibrated(heads, chosen_on, encoder))
        print(f"{name}, temperature {made[-1].temperature}, on the held-back split")
        for line in figures(read_with(made[-1], unseen, hear(unseen, encoder))):
            print(line, flush=True)
    full, bare = made
    save_heads(full, bare, arguments.out)


if __name__ == "__main__":
    main()
