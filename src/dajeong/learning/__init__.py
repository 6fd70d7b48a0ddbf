"""The log and labelled data -> better models: training and measuring, never on the way of a message."""

from dajeong.learning.heads import train_heads

__all__ = ["train_heads"]
