"""A teammate's word that a message was read wrongly."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Emotion


class ReadingCorrected(Frozen):
    """A teammate said how a message should have been read. What was answered stands; learning goes by it.

    ``emotion`` and ``intent`` are None where the reading was not corrected; an intent of ``""`` says that none fits. With neither,
    what a teammate said before is taken back.
    """

    kind: Literal["reading_corrected"] = "reading_corrected"
    message: str
    emotion: Emotion | None = None
    intent: Annotated[str, Field(max_length=200)] | None = None
    teammate: str

    @property
    def corrects(self) -> bool:
        """Whether anything was read wrongly; if not, an earlier correction is taken back."""
        return self.emotion is not None or self.intent is not None
