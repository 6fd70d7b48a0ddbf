"""Trains the emotion heads that come with the package: `python -m dajeong.learning.heads --data PATH`."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning.comments import load_go_emotions, load_kote
from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.measure import figures, read_with
from dajeong.learning.messages import Labelled, from_corpus, load_messages
from dajeong.understanding.emotion import squashed
from dajeong.understanding.encoder import Encoder, UseEncoder
from dajeong.understanding.everyday import save_everyday_vectors
from dajeong.understanding.features import ngrams, normalise
from dajeong.understanding.heads import BARE, EmotionHeads, Floats, GramHead
from dajeong.understanding.sign_rules import SIGN_NAMES
from dajeong.understanding.signals import find_signals

_LONGEST = 4
_COMMENT_TERMS = 12_000
_MESSAGE_TERMS = 8_000
_VECTOR_SCALE = 1.3
_COMMENT_SCALE = 0.5
_SIGN_SCALE = 0.8
# Chosen on the tune split of the corpus, between 2 and 12, for accuracy and calibration together.
_CLASS_C = 5.0
_SCALE_ALPHA = 2.0
_SEED = 7


def train_heads(data: Path, messages: Sequence[Labelled], encoder: Encoder | None) -> EmotionHeads:
    """The heads learned from the comments in ``data`` and from ``messages``. Deterministic; needs scikit-learn."""
    comments = {"ko": _comment_head(*load_kote(data)), "en": _comment_head(*load_go_emotions(data))}
    return message_head(comments, messages, encoder)


def message_head(comments: dict[str, GramHead], messages: Sequence[Labelled], encoder: Encoder | None) -> EmotionHeads:
    """The head over support messages, on top of the comment heads, sentence vectors (none without an encoder) and signs."""
    from sklearn.linear_model import LogisticRegression, Ridge

    vocabulary, idf = _vocabulary([row.text for row in messages], _MESSAGE_TERMS, least=2)
    empty = GramHead(vocabulary, idf, np.zeros((len(vocabulary), 1), np.float32), np.zeros(1, np.float32), _LONGEST)
    rows = _rows(empty, comments, messages, encoder)
    emotions = np.array([EMOTIONS.index(row.emotion) for row in messages])
    classes = LogisticRegression(C=_CLASS_C, class_weight="balanced", max_iter=2000).fit(rows, emotions)
    scales = [
        Ridge(alpha=_SCALE_ALPHA).fit(rows, np.array([getattr(row, name) for row in messages]))
        for name in ("strength", "urgency", "fatigue")
    ]
    weights = np.vstack([classes.coef_, *(scale.coef_[None] for scale in scales)]).T
    bias = np.concatenate([classes.intercept_, [float(scale.intercept_) for scale in scales]])
    blocks = np.cumsum([len(vocabulary), UseEncoder.dimension if encoder is not None else 0, len(EMOTIONS)])
    grams, vectors, stacked, signs = np.split(weights.astype(np.float32), blocks)
    return EmotionHeads(
        comments=comments,
        messages=GramHead(vocabulary, idf, grams, bias.astype(np.float32), _LONGEST),
        vectors=vectors * _VECTOR_SCALE if encoder is not None else None,
        stacked=stacked * _COMMENT_SCALE,
        signs=signs * _SIGN_SCALE,
        sign_names=SIGN_NAMES,
        temperature=1.0,
        digest="",
    )


def save_heads(heads: EmotionHeads, bare: EmotionHeads, path: Path) -> None:
    """Writes the heads, and ``bare`` learned from the same messages without vectors, as one compressed npz.

    Weights are in half precision, vocabularies UTF-8 lines; what both share stands there once.
    """
    assert heads.vectors is not None
    arrays: dict[str, NDArray[Any]] = {
        "vectors": heads.vectors.astype(np.float16),
        "sign_names": _bytes(heads.sign_names),
        "temperature": np.array([heads.temperature], dtype=np.float32),
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
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _comment_head(texts: list[str], labels: list[list[bool]]) -> GramHead:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped, unused-ignore]
    from sklearn.linear_model import LogisticRegression

    vocabulary, idf = _vocabulary(texts, _COMMENT_TERMS, least=3)
    empty = GramHead(vocabulary, idf, np.zeros((len(vocabulary), 1), np.float32), np.zeros(1, np.float32), _LONGEST)
    columns, values, starts = [], [], [0]
    for text in texts:
        indices, own, _ = empty.terms(normalise(text))
        columns += indices.tolist()
        values += own.tolist()
        starts.append(len(columns))
    rows = csr_matrix((values, columns, starts), shape=(len(texts), len(vocabulary)), dtype=np.float64)
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
    grams: GramHead, comments: dict[str, GramHead], messages: Sequence[Labelled], encoder: Encoder | None
) -> NDArray[np.float64]:
    places = {name: i for i, name in enumerate(SIGN_NAMES)}
    none = np.zeros((len(messages), 0), np.float32)
    vectors = none if encoder is None else encoder.encode([row.text for row in messages])
    out = []
    for row, vector in zip(messages, vectors, strict=True):
        plain = normalise(row.text)
        indices, values, _ = grams.terms(plain)
        own = np.zeros(len(grams.vocabulary), np.float32)
        own[indices] = values
        signs = np.zeros(len(places), np.float32)
        signs[[places[name] for name in find_signals(row.text).names]] = 1.0
        comment = squashed(comments[row.language].logits(plain))
        out.append(np.concatenate([own, vector * _VECTOR_SCALE, comment * _COMMENT_SCALE, signs * _SIGN_SCALE]))
    return np.stack(out).astype(np.float64)


def _bytes(words: Sequence[str] | dict[str, int]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def main() -> None:
    """Trains on the seed messages and the train split, measures on the held-back split, and writes the heads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with kote.jsonl.gz and goemotions-en/")
    parser.add_argument(
        "--messages", type=Path, default=Path("data/seed"), help="folder with messages-ko.tsv and messages-en.tsv"
    )
    parser.add_argument("--corpus", type=Path, default=Path("data/corpus"), help="folder of the corpus")
    parser.add_argument("--out", type=Path, default=Path("src/dajeong/understanding/heads/emotion.npz"))
    arguments = parser.parse_args()
    encoder = UseEncoder()
    corpus = read_corpus(arguments.corpus)
    messages = [*load_messages(arguments.messages), *from_corpus(in_split(corpus, "train"))]
    unseen = from_corpus(in_split(corpus, "heldback"))
    heads = train_heads(arguments.data, messages, encoder)
    bare = message_head(heads.comments, messages, None)
    for name, trained, reading_with in (
        ("with sentence vectors", heads, encoder),
        ("without sentence vectors", bare, None),
    ):
        print(f"{name}, on the held-back split")
        for line in figures(read_with(trained, unseen, reading_with)):
            print(line)
    save_heads(heads, bare, arguments.out)
    save_everyday_vectors(encoder)


if __name__ == "__main__":
    main()
