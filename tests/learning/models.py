"""Model files that differ from the shipped one in their bytes and name, and read alike."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import numpy as np

from dajeong.learning.card import Card
from dajeong.learning.registry import Registry
from dajeong.understanding.heads import FILE

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SHIPPED_FILE = Path(str(files("dajeong.understanding") / "heads" / FILE))


def another_model(path: Path, mark: int = 1) -> Path:
    """Write a model nobody has yet: the shipped arrays and a mark of its own."""
    with np.load(SHIPPED_FILE, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    np.savez(path, mark=np.array([mark]), **arrays)
    return path


def add_another(registry: Registry, folder: Path, mark: int = 1) -> str:
    """Add a version and return its name."""
    model = another_model(folder / f"made{mark}.npz", mark)
    card = Card(version=f"2026-11-23-{mark:08}", sha256="", size=0, made_at=NOON)
    return registry.add(model, card).version
