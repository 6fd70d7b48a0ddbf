"""Vectors of the team's examples, remembered: a playbook is published again with most of its examples unchanged."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from threading import Lock

import numpy as np

from dajeong.understanding.encoder import Encoder, Vectors

# About 18 MB with the largest encoder.
_MOST = 5_000
# What one thread encodes at a time: always the same, so that a vector does not hang on how many threads there are.
_AT_ONCE = 64
_THREADS = 2
_vectors: OrderedDict[bytes, Vectors] = OrderedDict()
_lock = Lock()


def remembered(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """What ``encoder.encode(texts)`` gives; only texts that this process has not met lately are encoded.

    Meant for what the team wrote, never for customers' words. Texts are known by their hash. Texts of one length are encoded side by side.
    """
    keys = [
        blake2b(f"{encoder.name}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts
    ]
    with _lock:
        known = {key: _vectors[key] for key in keys if key in _vectors}
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if new:
        order = sorted(new, key=lambda key: len(new[key]))
        parts = [order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE)]
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="examples") as threads:
            for part, found in zip(
                parts, threads.map(lambda keys: encoder.encode([new[key] for key in keys]), parts), strict=True
            ):
                known.update(zip(part, found, strict=True))
    with _lock:
        for key in keys:
            _vectors[key] = known[key]
            _vectors.move_to_end(key)
        while len(_vectors) > _MOST:
            _vectors.popitem(last=False)
    return np.stack([known[key] for key in keys])
