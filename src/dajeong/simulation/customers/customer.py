"""A made-up customer: what they want, what they know, how they bear things, how they write and what they are like."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language, Share
from dajeong.playbook.story import SystemAnswer
from dajeong.simulation.customers.temper import TEMPERS, Feelings, Temper

# How a matter may rightly end for somebody: solved, kindly refused, or in the hands of a person.
GoodEnd = Literal["solved", "refused", "person"]
Speech = Literal["haeyo", "hasipsio", "banmal", "fragment", "plain", "polite", "curt"]
_Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _named(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value not in TEMPERS:
        raise ValueError(f"there is no temper '{value}'; there are: {', '.join(TEMPERS)}")
    return TEMPERS[value]


class Goal(Frozen):
    """What counts as a good end.

    The scenario of ``intent`` must be played; ``done`` are actions that must have come back well and ``reaches`` are
    steps (scenario.step) that must have been reached. ``ends`` are the ends that are right for this customer.
    """

    intent: str
    ends: Annotated[tuple[GoodEnd, ...], BeforeValidator(_listed), Field(min_length=1)] = ("solved",)
    done: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()


class Fact(Frozen):
    """Something the customer knows. ``after``: only told once that other fact was. ``first``: said by mistake before."""

    value: str
    told: Literal["at_once", "when_asked"] = "when_asked"
    after: str | None = None
    first: str | None = None


class Writing(Frozen):
    """How they write. ``typos`` is the chance of a slip in a word, ``emoticons`` that of one at the end of a message."""

    speech: Speech | None = None
    age: Literal["young", "middle", "senior"] = "middle"
    dialect: Literal["gyeongsang", "jeolla", "chungcheong", "gangwon", "jeju"] | None = None
    foreigner: bool = False
    typos: Share = 0.0
    emoticons: Share = 0.0
    punctuation: bool = True
    messages: Literal["one_long", "usual", "many_short"] = "usual"


class Habits(Frozen):
    """What they tend to do besides following their matter, each as a chance of 0-1."""

    interrupts: Share = 0.0
    corrects: Share = 0.0
    asides: Share = 0.0
    silent: Share = 0.0
    asks_person: Share = 0.0
    abuses: Share = 0.0
    breaks_rules: Share = 0.0


class Says(Frozen):
    """Their own words: first messages, the same matter said otherwise, what comes out when it grows, other questions."""

    opens: Annotated[tuple[str, ...], Field(min_length=1)]
    again: tuple[str, ...] = ()
    upset: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


def _fact(value: Any) -> Any:
    return value if isinstance(value, (dict, Fact)) else {"value": str(value)}


class MadeUpCustomer(Frozen):
    """One customer of a rehearsal, as a file of ``customers/`` tells it.

    ``wants`` are values or labels of buttons, the dearest first; ``world`` is how the business systems answer this
    customer, where it differs from their examples; ``weight`` says how often they come compared with the others.
    """

    id: _Identifier
    who: str = ""
    language: Language | None = None
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0
    goal: Goal
    facts: dict[str, Annotated[Fact, BeforeValidator(_fact)]] = Field(default_factory=dict)
    wants: tuple[str, ...] = ()
    feels: Feelings = Feelings()
    temper: Annotated[Temper, BeforeValidator(_named)] = TEMPERS["ordinary"]
    writing: Writing = Writing()
    habits: Habits = Habits()
    world: dict[str, SystemAnswer] = Field(default_factory=dict)
    says: Says

    @model_validator(mode="after")
    def _has_words_for_its_habits(self) -> Self:
        if self.habits.asides and not self.says.asides:
            raise ValueError("somebody who asks other things on the way needs 'says: asides'")
        return self
