"""Tunes the encoder's upper layers to what customers feel: done once, with torch, and shipped as small differences."""

from tools.tuning.example import Example, examples
from tools.tuning.layers import TunedLayers
from tools.tuning.tune import tune

__all__ = ["Example", "TunedLayers", "examples", "tune"]
