"""Everything the team wrote, loaded and whole: what `decide` and the composer work from."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook.actions import Action
from dajeong.playbook.empathy import Empathy
from dajeong.playbook.persona import Persona
from dajeong.playbook.scenario import Scenario
from dajeong.playbook.slot import Slot
from dajeong.playbook.timezones import UTC, ZONE_OF
from dajeong.playbook.wording import Wording


class Timing(Frozen):
    """Waiting times in seconds: one kind line after silence, then the end; the survey waits for its answer."""

    silence_after: Annotated[int, Field(ge=10, le=86_400)] = 180
    close_after: Annotated[int, Field(ge=10, le=604_800)] = 600
    survey_waits: Annotated[int, Field(ge=10, le=604_800)] = 300


class Intent(Frozen):
    """What a customer may want, shown by examples. ``happened`` and ``matter`` let a reply name it."""

    name: str
    title: str
    examples: tuple[str, ...]
    matter: str = ""
    happened: str | None = None


class Playbook(Frozen):
    """One version of a team's design. ``lines`` are the words for what is not any scenario's (see ``lines.py``)."""

    name: str
    title: str = ""
    version: str = "draft"
    language: Language = "ko"
    # As the team wrote it; see `zone`.
    timezone: str = ""
    persona: Persona = Persona()
    empathy: Empathy = Empathy()
    intents: dict[str, Intent] = Field(default_factory=dict)
    # What is shown first to a customer we did not understand; empty: in the order of the scenarios' files.
    main: tuple[str, ...] = ()
    scenarios: dict[str, Scenario] = Field(default_factory=dict)
    slots: dict[str, Slot] = Field(default_factory=dict)
    actions: dict[str, Action] = Field(default_factory=dict)
    # Entity kind -> regular expression, e.g. order_number -> "[A-Z]{2}\\d{8}".
    patterns: dict[str, str] = Field(default_factory=dict)
    lines: dict[str, Wording] = Field(default_factory=dict)
    timing: Timing = Timing()
    # Told to a customer in danger; set by the team, e.g. "자살예방 상담전화 109".
    hotline: str = ""
    survey: bool = True

    @property
    def zone(self) -> str:
        """The IANA name of the zone whose calendar and clock the conversation keeps."""
        return self.timezone or ZONE_OF.get(self.language, UTC)

    @cached_property
    def scenario_of(self) -> dict[str, str]:
        """Intent name -> the scenario it leads to (the first written wins)."""
        found: dict[str, str] = {}
        for scenario in self.scenarios.values():
            for intent in scenario.intents:
                found.setdefault(intent, scenario.id)
        return found
