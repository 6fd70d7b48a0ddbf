"""Intent heads, remembered: a draft is tried and a playbook published mostly with other wordings and the same examples."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from threading import Lock

from dajeong.understanding.encoder import Encoder
from dajeong.understanding.intent import IntentModel, train_intents

# A few megabytes each.
_MOST = 8
_heads: OrderedDict[tuple[int, bytes], IntentModel] = OrderedDict()
_lock = Lock()


def learned_intents(examples: Mapping[str, Sequence[str]], encoder: Encoder | None) -> IntentModel:
    """What ``train_intents(examples, encoder)`` gives; learned only when this process has not met these examples lately."""
    written = repr([(name, tuple(texts)) for name, texts in examples.items()])
    # A head holds its encoder, so that no other one can have its id meanwhile; one without an encoder hears the same always.
    key = id(encoder) if encoder is not None else 0, blake2b(written.encode("utf-8", "surrogatepass")).digest()
    with _lock:
        head = _heads.get(key)
    if head is None:
        head = train_intents(examples, encoder)
    with _lock:
        _heads[key] = head
        _heads.move_to_end(key)
        while len(_heads) > _MOST:
            _heads.popitem(last=False)
    return head
