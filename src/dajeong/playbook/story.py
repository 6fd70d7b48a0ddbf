"""A whole conversation as a designer would tell it: what the customer does, and what is expected on the way."""

from datetime import date
from io import StringIO
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from ruamel.yaml import YAML

from dajeong.conversation.events import TakenAs
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.mood import Trend
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Emotion, Group, Share
from dajeong.conversation.reply import Expected
from dajeong.language import SpeechLevel

# Where the stories of a playbook lie, in its folder and in its draft.
STORIES = "tests/"
Level = Annotated[float, Field(ge=-1, le=1)]


class MoodBetween(Frozen):
    """Where the mood of the conversation must lie, from -1 (against us) to 1 (content)."""

    at_least: Level | None = None
    at_most: Level | None = None


class Expectation(Frozen):
    """What must be so after a line. What is not written is not looked at."""

    # How this message was read.
    emotion: Emotion | None = None
    group: Group | None = None
    # How the customer has felt over the conversation, and whether that is getting better.
    mood: MoodBetween | None = None
    trend: Trend | None = None
    intent: str | None = None
    taken_as: TakenAs | None = None
    # The scenario and step the last reply of the turn belongs to.
    scenario: str | None = None
    step: str | None = None
    # "none": the reply follows no policy.
    policy: str | None = None
    holder: Literal["assistant", "queue", "teammate"] | None = None
    closed: bool | None = None
    # The moves of every reply of the turn, one after another.
    moves: tuple[Move, ...] | None = None
    moves_start: tuple[Move, ...] = ()
    has_moves: tuple[Move, ...] = ()
    no_moves: tuple[Move, ...] = ()
    slots: dict[str, str] = Field(default_factory=dict)
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()
    # Of every sentence of the replies; Korean alone has them.
    speech_level: SpeechLevel | None = None
    events: tuple[str, ...] = ()
    no_events: tuple[str, ...] = ()
    # What the last reply waits for; "nothing" when it waits for nothing.
    expects: Expected | Literal["nothing"] | None = None
    # Values of the buttons below the last reply, among others.
    buttons: tuple[str, ...] = ()
    # What the customer wrote, as it was kept.
    kept: tuple[str, ...] = ()
    never_kept: tuple[str, ...] = ()


class Supposed(Frozen):
    """A feeling that is supposed: what if the customer felt so?

    What is supposed is sure unless ``sure`` says it is not; ``urgency`` and ``fatigue`` are as they were read when they are
    not supposed.
    """

    emotion: Emotion
    strength: Share = 0.8
    sure: bool | None = None
    urgency: Share | None = None
    fatigue: Share | None = None


class Deed(Frozen):
    """One thing that happens: the customer writes, presses a button, or is silent until something comes due.

    ``felt`` is how the customer is to be taken to feel, whatever the words are read as.
    """

    customer: str | None = None
    press: str | None = None
    wait: Literal["silence", "close", "survey"] | None = None
    felt: Supposed | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(each is not None for each in (self.customer, self.press, self.wait)) != 1:
            raise ValueError("A line is one of customer, press and wait.")
        if self.felt is not None and self.customer is None:
            raise ValueError("Only what the customer wrote can be felt.")
        return self


class StoryLine(Deed):
    """One thing that happens in a story, and what is expected of it."""

    expect: Expectation = Expectation()


class SystemAnswer(Frozen):
    """What a business system is to answer on a stage: other outputs than its example's, or that it fails.

    ``takes`` are the seconds it needs.
    """

    outputs: dict[str, Any] = Field(default_factory=dict)
    takes: Annotated[float, Field(ge=0, le=3600)] = 0.0
    problem: Literal["failed", "timeout"] | None = None


class Story(Frozen):
    """One conversation from its first word, with what is expected on the way."""

    story: str
    # The folder of the playbook it belongs to.
    playbook: str
    # It begins at ten in the morning of this day, where the customers live; without one on whatever day it is told.
    day: date | None = None
    # By action; the others answer as the stage has it.
    systems: dict[str, SystemAnswer] = Field(default_factory=dict)
    customer: dict[str, str] = Field(default_factory=dict)
    lines: tuple[StoryLine, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _expects_something(self) -> "Story":
        if not any(line.expect.model_fields_set for line in self.lines):
            raise ValueError("A story that expects nothing tells nothing.")
        return self


def stories_of(text: str) -> list[Story]:
    """The stories of a file's text, each a YAML document of its own. Raises ValidationError, and YAMLError for what is no YAML."""
    documents = YAML(typ="safe").load_all(text)
    return [Story.model_validate(document) for document in documents if document is not None]


def story_text(story: Story) -> str:
    """Return a story as it stands in its file."""
    yaml = YAML()
    yaml.width = 120
    # As people write it: what holds nothing but plain values stands in one line.
    yaml.default_flow_style = None
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = StringIO()
    yaml.dump(story.model_dump(mode="json", exclude_defaults=True), text)
    return text.getvalue()
