"""What the studio writes into a new step until somebody writes what customers shall read; none of it is for customers."""

from collections.abc import Mapping

# One table for the studio, which writes it, and the review, which finds it again.
STARTING: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "say": "여기에 할 말을 적어 주세요.",
        "ask": "무엇을 알려 주시면 되는지 적어 주세요.",
        "one": "첫째 단추",
        "other": "둘째 단추",
    },
    "en": {
        "say": "Write what to say here.",
        "ask": "Write what you would like to know.",
        "one": "First button",
        "other": "Second button",
    },
}
_ALL = frozenset(text for words in STARTING.values() for text in words.values())


def is_starting(text: str) -> bool:
    """Whether a text is still what a new step begins with."""
    return text.strip() in _ALL
