"""Something we need to know, and what a good answer looks like."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

# ``pattern`` types are the playbook's own (playbook.yaml: patterns); the rest are understood everywhere.
SlotType = Literal[
    "text",
    "pattern",
    "phone",
    "email",
    "name",
    "address",
    "date",
    "date_range",
    "time",
    "time_range",
    "amount",
    "number",
    "choice",
    "yes_no",
]
# What at_least and at_most can be compared with.
NUMERIC: frozenset[SlotType] = frozenset({"amount", "number"})
# What a customer says of the calendar or the clock they live by.
DATED: frozenset[SlotType] = frozenset({"date", "date_range", "time", "time_range"})
# What belongs to one matter only: asked again for the next one, and never taken from words that were not an answer.
OF_ONE_MATTER: frozenset[SlotType] = frozenset({"text", "yes_no", *DATED, "amount", "number"})

# What belongs to a person: it is never said back in full.
PERSONAL: frozenset[SlotType] = frozenset({"phone", "email", "name", "address"})


class Option(Frozen):
    """One thing to choose: what the button shows, the value it stands for, other ways customers name it, where it leads."""

    label: str
    value: str
    also: tuple[str, ...] = ()
    then: str | None = None


class Slot(Frozen):
    """A slot declared once in the playbook and asked by steps by its name.

    ``pattern`` names one of the playbook's patterns when ``type`` is ``pattern``. ``at_least`` / ``at_most`` bound
    numbers and amounts; ``longest`` bounds free text in characters.
    """

    name: str
    title: str
    type: SlotType = "text"
    pattern: str | None = None
    options: tuple[Option, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    longest: Annotated[int, Field(ge=1, le=4000)] = 500
