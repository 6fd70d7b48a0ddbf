"""What a team notes down about customers: interviews, observations and ideas, with the places they are about; no customer's words."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dajeong.conversation.events import AssistantReplied, CustomerWrote, TeammateWrote
from dajeong.conversation.frozen import Frozen

Speaker = Literal["customer", "assistant", "teammate"]
NoteKind = Literal["interview", "observation", "idea"]
Name = Annotated[str, Field(min_length=1, max_length=128)]
Version = Annotated[int, Field(ge=1, le=1_000_000)]
Offset = Annotated[int, Field(ge=0, le=100_000)]


class Quote(Frozen):
    """Words of a conversation by their place: the event's version and code points of its text. The log has the words."""

    conversation: Name
    version: Version
    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a quote ends after it begins")
        return self


class NotedPlace(Frozen):
    """A scenario, or one step of it (``step`` empty: all of it)."""

    playbook: Name
    scenario: Name
    step: Annotated[str, Field(max_length=128)] = ""


class NoteText(Frozen):
    """What a person writes of a note, and what it is about."""

    kind: NoteKind = "observation"
    title: Annotated[str, Field(min_length=1, max_length=120)]
    text: Annotated[str, Field(max_length=8_000)] = ""
    places: Annotated[tuple[NotedPlace, ...], Field(max_length=20)] = ()
    conversations: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    quotes: Annotated[tuple[Quote, ...], Field(max_length=20)] = ()


class Note(NoteText):
    """A note as it is kept. ``revision`` counts its changes from 1; send it back when you change it.

    ``forgotten_at`` says when a customer the note is about was forgotten; ``looked_at`` and ``looked_by`` who has looked since at
    what the team wrote in it, so that nothing of that customer is left.
    """

    id: str
    by: str
    at: datetime
    changed_at: datetime
    revision: int
    forgotten_at: datetime | None = None
    looked_at: datetime | None = None
    looked_by: str | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody must look at its own words: its customer was forgotten, and nobody has looked since."""
        return self.forgotten_at is not None and self.looked_at is None


class HandoutText(Frozen):
    """What a page for people outside the team shows: notes, scenarios, and conversations as samples.

    ``draft``: scenarios are shown as their draft was when the page was given out, else as the version in force at each look.
    """

    title: Annotated[str, Field(min_length=1, max_length=120)]
    notes: Annotated[tuple[Name, ...], Field(max_length=50)] = ()
    places: Annotated[tuple[NotedPlace, ...], Field(max_length=10)] = ()
    conversations: Annotated[tuple[Name, ...], Field(max_length=10)] = ()
    draft: bool = False


class ShownStep(Frozen):
    """A step as people outside see it: the first thing it says, and what customers can choose."""

    id: str
    kind: str
    says: str
    options: tuple[str, ...]


class ShownScenario(Frozen):
    """A scenario as people outside see it."""

    title: str
    steps: tuple[ShownStep, ...]


class HandoutBody(HandoutText):
    """The same with what was set down for good when the page was given out: the scenarios of a draft."""

    snapshot: tuple[ShownScenario, ...] = ()


class Handout(HandoutBody):
    """Such a page as it is kept; only who has its link can read it, until it expires or is taken back."""

    id: str
    by: str
    at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None


def words_of(event: object) -> tuple[Speaker, str] | None:
    """Return who said what in an event, None where nobody says anything that could be quoted."""
    match event:
        case CustomerWrote():
            return "customer", event.text
        case AssistantReplied():
            return "assistant", event.text
        case TeammateWrote():
            return "teammate", event.text
    return None
