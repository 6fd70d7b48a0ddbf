"""What business systems can do for us, as the playbook declares it; their code belongs to the operator."""

from typing import Annotated, Any, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

ValueType = Literal["text", "number", "money", "date", "datetime", "yes_no", "list"]


class Value(Frozen):
    """One input or output of an action: its type and what it means."""

    type: ValueType = "text"
    title: str = ""
    required: bool = True


class Action(Frozen):
    """A contract between designers and developers.

    ``may_promise`` names what calling it entitles a reply to promise ("refund", "callback"). ``repeatable`` says that
    calling it twice does nothing more than calling it once. ``example`` is the mock's answer until somebody builds it;
    ``note`` tells its developer what the designer has in mind.
    """

    name: str
    title: str = ""
    inputs: dict[str, Value] = Field(default_factory=dict)
    outputs: dict[str, Value] = Field(default_factory=dict)
    timeout_seconds: Annotated[float, Field(gt=0, le=60)] = 5.0
    may_promise: tuple[str, ...] = ()
    changes_something: bool = False
    mock: bool = False
    example: dict[str, Any] = Field(default_factory=dict)
    currency: str = "KRW"
    note: str = ""
