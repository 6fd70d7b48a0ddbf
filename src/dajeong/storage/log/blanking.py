"""What is left of an event when its customer is forgotten: the shape of what happened, and nobody's words."""

from collections.abc import Iterable

from dajeong.conversation import events as e
from dajeong.conversation.handoff import Packet
from dajeong.conversation.reading import Evidence, Reading

# Stands where an empty value would mean something else (a button that was not pressed, a customer without a name).
FORGOTTEN = "forgotten"


def blanked(event: e.Event) -> e.Event:
    """Return the event without anything a customer, a teammate or a business system said. Ids, times and feelings stay."""
    match event:
        case e.ConversationStarted():
            return event.model_copy(update={"customer": FORGOTTEN})
        case e.CustomerWrote():
            choice = None if event.choice is None else FORGOTTEN
            return event.model_copy(update={"text": "", "tokens": (), "choice": choice})
        case e.MessageUnderstood():
            return event.model_copy(update={"reading": _reading(event.reading)})
        case e.MessageTaken(taken_as="choice" | "clarified" | "answer" | "correction"):
            return event.model_copy(update={"detail": ""})
        case e.SlotFilled():
            return event.model_copy(update={"value": ""})
        case e.ActionCalled():
            return event.model_copy(update={"inputs": {}})
        case e.ActionReturned():
            return event.model_copy(update={"outputs": {}, "tokens": ()})
        case e.AssistantReplied():
            promises = tuple(each.model_copy(update={"text": ""}) for each in event.promises)
            gone = {"text": "", "choices": (), "promises": promises, "evidence": _evidence(event.evidence)}
            return event.model_copy(update=gone)
        case e.HandoffRequested():
            packet = Packet(intent=event.packet.intent, mood=event.packet.mood)
            return event.model_copy(update={"packet": packet})
        case e.TeammateWrote():
            return event.model_copy(update={"text": "", "tokens": ()})
        case _:
            return event


def _reading(reading: Reading) -> Reading:
    return reading.model_copy(update={"entities": (), "evidence": _evidence(reading.evidence)})


def _evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(each.model_copy(update={"text": "", "start": None, "end": None}) for each in evidence)
