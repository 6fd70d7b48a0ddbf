"""A reply in words, part by part, before and after the guard has looked at it."""

from dataclasses import dataclass

from dajeong.conversation.move import Move
from dajeong.conversation.reply import Promise, Refusal, WordingUsed


@dataclass(frozen=True, slots=True)
class Part:
    """One move in words. ``wording`` and ``variant`` name the design it came from, e.g. ``ack_late`` and ``first/0``.

    Words that are nobody's design, such as a language model's, have an empty ``variant``.
    """

    move: Move
    wording: str
    variant: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a composer proposes to send. ``text`` is the parts, joined."""

    text: str
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, parts: tuple[Part, ...]) -> "Draft":
        """Join parts into one bubble: a blank between sentences, a new line around words of several lines."""
        text = ""
        last = ""
        for part in parts:
            if text:
                text += "\n" if "\n" in part.text or "\n" in last else " "
            text += part.text
            last = part.text
        return cls(text, parts)


@dataclass(frozen=True, slots=True)
class Worded:
    """A reply that may be sent: its words, where each came from, and which rules an earlier draft broke."""

    text: str
    parts: tuple[Part, ...]
    refused: tuple[Refusal, ...]
    # Whether every word comes from the team's design, filled with bound values.
    designed: bool
    # The safe line stands instead of the plan: none of its steps was spoken, and a person was offered.
    replaced: bool = False
    promises: tuple[Promise, ...] = ()

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves made, in order."""
        return tuple(part.move for part in self.parts)

    @property
    def offers_person(self) -> bool:
        """Whether these words offer a person, as the team's safe line does."""
        return "offer_person" in self.moves

    @property
    def wordings(self) -> tuple[WordingUsed, ...]:
        """The designs used, as the log keeps them."""
        return tuple(WordingUsed(move=part.move, wording=part.wording, variant=part.variant) for part in self.parts)
