"""The log and labelled data -> better models: training and measuring, never on the way of a message."""

from dajeong.learning.measure import figures, read_with
from dajeong.learning.messages import Labelled, hold_back, load_messages

__all__ = ["Labelled", "figures", "hold_back", "load_messages", "read_with"]
