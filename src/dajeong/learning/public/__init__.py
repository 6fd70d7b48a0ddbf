"""Figures on public sets of comments, by the same kind of heads the reader has: what a change is worth, and what others reach."""

from dajeong.learning.public.deep_encoder import DeepEncoder, deep_encoder
from dajeong.learning.public.go_emotions import go_emotions_figure
from dajeong.learning.public.kept_vectors import Progress, kept_vectors
from dajeong.learning.public.kote import kote_figure

__all__ = ["DeepEncoder", "Progress", "deep_encoder", "go_emotions_figure", "kept_vectors", "kote_figure"]
