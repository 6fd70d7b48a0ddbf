"""What passes between a customer and us: what they do, what they hear back, and how they take their leave."""

from dataclasses import dataclass
from typing import Literal, Protocol

from dajeong.conversation.events import AssistantReplied
from dajeong.simulation.customers.temper import Feelings

# How a customer goes: with what they came for, with what they got, out of patience, in anger, or into a person's hands.
Leaving = Literal["content", "resigned", "angry", "to_person", "cut_off"]


@dataclass(frozen=True, slots=True)
class Doing:
    """What a customer does: writes ``messages`` one after another, presses a button, keeps silent, and perhaps leaves.

    ``leaves`` comes after the messages. ``acts`` names what they meant by it; ``pause`` is how long they took, in seconds.
    """

    messages: tuple[str, ...] = ()
    press: str | None = None
    silent: bool = False
    leaves: Leaving | None = None
    acts: tuple[str, ...] = ()
    pause: float = 20.0


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: the replies, how long they took in seconds, and how the matter stands for the customer.

    ``slot`` is what is asked for; ``reached`` whether they have what they came for; ``held`` whether a person has them now.
    """

    replies: tuple[AssistantReplied, ...]
    waited: float = 0.0
    slot: str | None = None
    reached: bool = False
    held: bool = False
    closed: bool = False


class Customer(Protocol):
    """Somebody who plays a customer: by an agenda, or (elsewhere) by a language model."""

    feelings: Feelings

    def opens(self) -> Doing:
        """Return their first message."""
        ...

    def hears(self, answered: Answered) -> Doing:
        """Return what they do about what came back."""
        ...
