"""Words -> reading: what a customer feels, wants and names, with the evidence for it."""

from dajeong.understanding.choice import choose
from dajeong.understanding.encoder import Encoder, UseEncoder
from dajeong.understanding.heard import Heard
from dajeong.understanding.intent import IntentModel, train_intents
from dajeong.understanding.reader import LightReader, Reader

__all__ = ["Encoder", "Heard", "IntentModel", "LightReader", "Reader", "UseEncoder", "choose", "train_intents"]
