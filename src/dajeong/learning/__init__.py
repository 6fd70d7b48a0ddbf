"""The log and labelled data -> better models: training and measuring, never on the way of a message."""

from dajeong.learning.measure import figures, read_with
from dajeong.learning.messages import Labelled, load_messages

__all__ = ["Labelled", "figures", "load_messages", "read_with"]
