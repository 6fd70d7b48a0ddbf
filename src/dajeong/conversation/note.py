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
    """A note as it is kept. ``revision`` counts its changes from 1; send it back when you change it."""

    id: str
    by: str
    at: datetime
    changed_at: datetime
    revision: int


class HandoutText(Frozen):
    """What a page for people outside the team shows: notes, scenarios, and conversations as samples."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    notes: Annotated[tuple[Name, ...], Field(max_length=50)] = ()
    places: Annotated[tuple[NotedPlace, ...], Field(max_length=10)] = ()
    conversations: Annotated[tuple[Name, ...], Field(max_length=10)] = ()


class Handout(HandoutText):
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
