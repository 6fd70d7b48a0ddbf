"""What a reply carries beside its words: what it is for, what it waits to hear, where its words come from, what it promised."""

from typing import Literal

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move

Author = Literal["assistant", "template", "person"]
# What a reply is for, so that the next message can be heard in its light.
Purpose = Literal[
    "notice",
    "matter",
    "ask_again",
    "clarify",
    "not_understood",
    "repeat",
    "restart",
    "cancelled",
    "human_question",
    "danger",
    "handoff",
    "held",
    "thanks",
    "greeting",
    "wait",
    "trouble",
    "silence",
    "survey",
    "goodbye",
]
# What we are waiting to hear.
Expected = Literal["slot", "choice", "clarify", "person", "solved", "survey"]


class Choice(Frozen):
    """A button: what it shows and what it stands for."""

    label: str
    value: str


class WordingUsed(Frozen):
    """Which designed words a part of a reply came from. ``variant`` names the alternative, e.g. ``second/0``."""

    move: Move
    wording: str
    variant: str


class Refusal(Frozen):
    """Something the guard would not send, by rule; the words themselves are not kept."""

    rule: str
    wording: str = ""


class Promise(Frozen):
    """Something we said would happen, so that a teammate and the next turn know it."""

    text: str
    kept_by: str = ""
