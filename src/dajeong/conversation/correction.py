"""A teammate's word that a message was read wrongly."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion


class ReadingCorrected(Frozen):
    """A teammate said how a message should have been read. What was answered stands; learning goes by it.

    ``emotion`` and ``intent`` are None where the reading was not corrected; an intent of ``""`` says that none fits.
    """

    kind: Literal["reading_corrected"] = "reading_corrected"
    message: str
    emotion: Emotion | None = None
    intent: Annotated[str, Field(max_length=200)] | None = None
    teammate: str
