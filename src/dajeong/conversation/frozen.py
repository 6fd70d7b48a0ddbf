"""The shape all written-down things share: frozen, strict about names, equal by value."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: it never changes, and an unknown field is an error rather than a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")
