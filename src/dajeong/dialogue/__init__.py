"""What to do next: pure decisions from the state of the conversation and what the team wrote."""

from dajeong.dialogue.decide import decide
from dajeong.dialogue.decision import Call, Decision, Read, Record, Say, Wait

__all__ = ["Call", "Decision", "Read", "Record", "Say", "Wait", "decide"]
