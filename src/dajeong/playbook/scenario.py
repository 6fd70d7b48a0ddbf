"""A designed way through one matter: steps in the order they are written, with the branches a playwright needs."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.playbook.condition import ALWAYS, Condition
from dajeong.playbook.slot import Option
from dajeong.playbook.wording import Wording


class Station(Frozen):
    """A station of a scenario: what every step has. ``then`` names the next step; without it the next one written follows."""

    id: str
    then: str | None = None
    # A note by the designer; never said.
    note: str = ""


class Say(Station):
    """Tell the customer something."""

    kind: Literal["say"] = "say"
    say: Wording
    # What this tells in the table of moves: facts (inform) or something done (act).
    move: Literal["inform", "act", "reassure", "lighten", "thank", "apologise"] = "inform"


class Ask(Station):
    """Ask for a slot; ask again in other words at most ``at_most`` times, then go on at ``otherwise``."""

    kind: Literal["ask"] = "ask"
    slot: str
    say: Wording
    again: Wording | None = None
    at_most: Annotated[int, Field(ge=1, le=5)] = 3
    # Ask even when the slot is known from an earlier matter.
    fresh: bool = False
    # None: offer a person.
    otherwise: str | None = None


class Choose(Station):
    """Let the customer choose between ways; each option may lead somewhere and may be kept in a slot."""

    kind: Literal["choose"] = "choose"
    say: Wording
    options: tuple[Option, ...]
    slot: str | None = None
    at_most: Annotated[int, Field(ge=1, le=5)] = 3
    otherwise: str | None = None


class Way(Frozen):
    """One way out of a branch. The first whose condition is met is taken."""

    when: Condition = ALWAYS
    then: str


class Branch(Station):
    """Go on where the first met condition points; the last way has no condition."""

    kind: Literal["branch"] = "branch"
    ways: tuple[Way, ...]


class CallAction(Station):
    """Have a business system look up or do something; its answer is bound as ``action.output``.

    ``inputs`` maps the action's inputs to slot names. ``say`` is said before the call when it may take long.
    """

    kind: Literal["call"] = "call"
    action: str
    inputs: dict[str, str] = Field(default_factory=dict)
    say: Wording | None = None
    if_fails: str | None = None


class Go(Station):
    """Play another scenario; come back here afterwards unless ``comes_back`` is false."""

    kind: Literal["go"] = "go"
    scenario: str
    comes_back: bool = True


class HandOff(Station):
    """Give the conversation to a person; ``suggests`` tells the teammate what would help next."""

    kind: Literal["hand_off"] = "hand_off"
    say: Wording | None = None
    suggests: str = ""


class End(Station):
    """The matter is done; ``asks_if_solved`` adds the question whether it is."""

    kind: Literal["end"] = "end"
    say: Wording | None = None
    asks_if_solved: bool = True


Step = Annotated[Say | Ask | Choose | Branch | CallAction | Go | HandOff | End, Field(discriminator="kind")]


class Scenario(Frozen):
    """Steps through a matter. ``intents`` lead here; ``matter`` names it as a noun, ``happened`` as what befell the customer.

    ``happened`` is a clause that can stand before a feeling: "배송이 늦어져" / "your parcel is late".
    ``direct`` marks a scenario made from a simple question and answer.
    """

    id: str
    title: str
    matter: str
    happened: str | None = None
    intents: tuple[str, ...] = ()
    steps: tuple[Step, ...]
    direct: bool = False

    @cached_property
    def by_id(self) -> dict[str, Step]:
        """Steps by their id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each step stands in the writing order."""
        return {step.id: number for number, step in enumerate(self.steps)}

    def after(self, step: Step) -> str | None:
        """Return the id of the step that follows ``step`` when nothing branches, or None at the end."""
        if step.then is not None:
            return step.then
        number = self.order[step.id] + 1
        return self.steps[number].id if number < len(self.steps) else None
