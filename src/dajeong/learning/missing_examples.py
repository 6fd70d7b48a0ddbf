"""What customers said that the examples do not know yet: messages of the labelling queue that could become examples."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from dajeong.conversation import fold
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.labelling import Reason
from dajeong.conversation.made_up import is_made_up
from dajeong.conversation.reading import EMOTIONS, Share
from dajeong.learning.corpus import near_copies
from dajeong.learning.label_rows import LabelRows
from dajeong.learning.labels import MOST_OF_ONE, customer_message
from dajeong.storage import EventLog

MOST_LOOKED_AT = 80
LONGEST = 300


class Suggestion(Frozen):
    """A customer's message, personal data as tokens. ``read_as`` is what it was taken for then (None: nothing fitted).

    ``intent`` is the likeliest in the draft with its chance, None before it is guessed; ``known``: the draft would take it for that
    already. ``may_be_added``: its customer agreed to training, or never was; of any other the meaning may be written anew, not the words.
    """

    conversation: str
    version: int
    at: datetime
    text: str
    reasons: tuple[Reason, ...]
    read_as: str | None
    may_be_added: bool
    intent: str | None = None
    confidence: Share = 0.0
    known: bool = False

    def guessed(self, intent: str, confidence: float, known: bool) -> "Suggestion":
        """Return the suggestion with what the draft makes of it."""
        return self.model_copy(update={"intent": intent, "confidence": confidence, "known": known})


async def missing_examples(
    log: EventLog, rows: LabelRows, playbook: str, by: str, *, known: Mapping[str, Sequence[str]]
) -> tuple[Suggestion, ...]:
    """Return messages nobody has labelled, the most useful first; ``known`` are the draft's examples by intent.

    Only what is in the log is read, and that has passed the intake. Near copies of examples, or of each other, are left out.
    """
    page = await rows.page(
        by=by,
        whose="open",
        most_of_one=MOST_OF_ONE,
        bonus=dict.fromkeys(EMOTIONS, 0),
        playbook=playbook,
        limit=MOST_LOOKED_AT,
    )
    have = [example for own in known.values() for example in own]
    found = []
    for _, row in page:
        if row.intent is not None and row.reasons == ("unsure",):
            # Only the feeling was unsure.
            continue
        events = await log.read(row.conversation)
        written = customer_message(events, row.version)
        text = " ".join(written.text.split()) if written else ""
        if not text or len(text) > LONGEST or text in have or near_copies([text], have):
            continue
        state = fold(row.conversation, events)
        have.append(text)
        found.append(
            Suggestion(
                conversation=row.conversation,
                version=row.version,
                at=row.at,
                text=text,
                reasons=row.reasons,
                read_as=row.intent,
                may_be_added="training" in state.consents or is_made_up(state.customer),
            )
        )
    return tuple(found)
