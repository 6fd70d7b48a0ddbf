"""Words -> reading: what a customer feels, wants and names, with the evidence for it."""

import os

# One thread a reading: many readings run side by side, and for products this small more threads only wait for each
# other. It must be said before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dajeong.understanding.encoder import ContextEncoder, Encoder
from dajeong.understanding.heard import Heard
from dajeong.understanding.intent import IntentModel, train_intents
from dajeong.understanding.reader import Reader, TrainedReader

__all__ = ["ContextEncoder", "Encoder", "Heard", "IntentModel", "Reader", "TrainedReader", "train_intents"]
