"""The tuning itself: seeded and on one thread. That it gives the same bytes twice was not tried."""

import math
import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from dajeong.conversation.reading import EMOTIONS
from tools.tuning.example import Example
from tools.tuning.layers import TunedLayers

_BATCH = 16
# Messages of like length stand together, so that little is padded; batches of one chunk come in any order.
_CHUNK = 16 * _BATCH
_HEADS_FASTER = 10.0
_WARM = 0.06
_DECAY = 0.01
_SMOOTH = 0.05
_EVENED = 0.3


def tune(
    layers: TunedLayers, rows: Sequence[Example], *, epochs: int, rate: float, seed: int, tell: Callable[[str], None]
) -> None:
    """Teach the layers all that the rows say. Changes ``layers``; on two ordinary cores about four minutes an epoch of 8,600 rows."""
    chance = random.Random(seed)
    weight = _class_weights(rows)
    named = dict(layers.named_parameters())
    slow = [value for name, value in named.items() if name.startswith("layers.") and value.requires_grad]
    fast = [value for name, value in named.items() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": slow}, {"params": fast}], weight_decay=_DECAY)
    steps, step = epochs * math.ceil(len(rows) / _BATCH), 0
    layers.train()
    for epoch in range(epochs):
        lost = []
        for batch in _batches(rows, chance):
            pace = min(1.0, step / (_WARM * steps)) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
            for group, faster in zip(optimiser.param_groups, (1.0, _HEADS_FASTER), strict=True):
                group["lr"] = rate * faster * pace
            loss = _loss(layers, batch, weight)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimiser.step()
            step += 1
            lost.append(loss.item())
        tell(f"Epoch {epoch + 1} of {epochs}: loss {np.mean(lost):.3f}")
    layers.eval()


def _loss(layers: TunedLayers, batch: Sequence[Example], weight: Tensor) -> Tensor:
    top = F.dropout(layers(batch), 0.1, layers.training)
    felt = layers.felt(top)
    wanted = torch.from_numpy(np.stack([row.shares for row in batch])) * (1 - _SMOOTH) + _SMOOTH / len(EMOTIONS)
    shares = F.log_softmax(felt[:, : len(EMOTIONS)], dim=1)
    loss = -(wanted * weight * shares).sum(dim=1).mean()
    loss = loss + F.mse_loss(felt[:, len(EMOTIONS) :], torch.from_numpy(np.stack([row.scales for row in batch])))
    told = [i for i, row in enumerate(batch) if row.present is not None]
    if told:
        own = [batch[i] for i in told]
        present = torch.from_numpy(np.stack([row.present for row in own if row.present is not None]))
        flags = torch.from_numpy(np.stack([row.flags for row in own if row.flags is not None]))
        acts = torch.tensor([row.act for row in own])
        loss = loss + 0.5 * F.binary_cross_entropy_with_logits(layers.present(top[told]), present)
        loss = loss + 0.3 * F.cross_entropy(layers.act(top[told]), acts)
        loss = loss + 0.3 * F.binary_cross_entropy_with_logits(layers.flags(top[told]), flags)
    return loss


def _batches(rows: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    mixed = chance.sample(list(rows), len(rows))
    batches = []
    for start in range(0, len(mixed), _CHUNK):
        chunk = sorted(mixed[start : start + _CHUNK], key=lambda row: row.length)
        batches += [chunk[i : i + _BATCH] for i in range(0, len(chunk), _BATCH)]
    chance.shuffle(batches)
    yield from batches


def _class_weights(rows: Sequence[Example]) -> Tensor:
    counted = np.stack([row.shares for row in rows]).sum(axis=0).clip(1)
    return torch.tensor((counted.mean() / counted) ** _EVENED, dtype=torch.float32)
