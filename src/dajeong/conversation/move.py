"""The moves a reply is made of: one table for code, YAML and tests."""

from typing import Literal

Move = Literal[
    "acknowledge",
    "apologise",
    "own",
    "reassure",
    "validate",
    "thank",
    "clarify",
    "ask",
    "inform",
    "act",
    "offer_person",
    "check",
    "lighten",
]

# The first six meet a feeling; the others carry the matter forward.
FEELING_MOVES: tuple[Move, ...] = ("acknowledge", "apologise", "own", "reassure", "validate", "thank")
CONTENT_MOVES: tuple[Move, ...] = ("clarify", "ask", "inform", "act", "check")
MOVES: tuple[Move, ...] = (*FEELING_MOVES, "clarify", "ask", "inform", "act", "offer_person", "check", "lighten")
