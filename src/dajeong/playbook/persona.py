"""Who the assistant is: name, speech level, warmth, humour, pace, words it uses and never uses."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.language import SpeechLevel

Warmth = Literal["plain", "warm", "very_warm"]


class Pace(Frozen):
    """How fast the assistant seems to type; nothing when the customer is in a hurry."""

    ms_per_character: Annotated[int, Field(ge=0, le=100)] = 12
    at_most_ms: Annotated[int, Field(ge=0, le=4000)] = 1200


class Persona(Frozen):
    """The assistant's character. ``introduction`` is its own; the notice that it is an AI is added in any case."""

    name: str = "다정"
    speech_level: SpeechLevel = "해요체"
    # plain: one kind sentence; warm: as the policies say; very_warm: also that the feeling makes sense.
    warmth: Warmth = "warm"
    humour: Literal["never", "when_content"] = "never"
    pace: Pace = Pace()
    introduction: str = ""
    # Plain word instead of jargon: what not to write -> what to write.
    say_instead: dict[str, str] = Field(default_factory=dict)
    never_say: tuple[str, ...] = ()
    longest_reply: Annotated[int, Field(ge=60, le=1000)] = 320
