"""Short ways to have messages written and read in a log."""

from dajeong.conversation.consent import ConsentGiven
from dajeong.conversation.events import AssistantReplied, Event, HandoffRequested, MessageTaken, MessageUnderstood
from dajeong.conversation.handoff import Packet
from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Emotion, EmotionReading, Reading
from dajeong.storage import EventLog
from tests.storage.telling import minutes, started, tell, wrote

AGREES = ConsentGiven(purpose="training", terms="privacy-2026-11")


def reading(
    emotion: Emotion = "neutral", *, sure: bool = True, intent: str | None = "parcel_late", share: float = 0.9
) -> Reading:
    """A reading with one emotion at ``share`` and the rest spread evenly."""
    rest = (1 - share) / (len(EMOTIONS) - 1)
    felt = EmotionReading(
        dominant=emotion,
        group=GROUP_OF[emotion],
        strength=0.0 if emotion == "neutral" else 0.5,
        scores={each: share if each == emotion else rest for each in EMOTIONS},
        sure=sure,
    )
    return Reading(emotion=felt, intent=intent, confidence=0.9 if intent else 0.2)


def read_as(message: str, text: str, read: Reading, taken_as: str = "matter") -> list[Event]:
    """A message, its reading and how it was taken."""
    return [
        wrote(message, text),
        MessageUnderstood(message=message, reading=read, reader="light"),
        MessageTaken(message=message, taken_as=taken_as),  # type: ignore[arg-type]
    ]


def replied(reply: str, text: str = "확인해 볼게요.") -> AssistantReplied:
    """A reply of the assistant."""
    return AssistantReplied(reply=reply, text=text, author="assistant", purpose="matter")


def handed_off() -> HandoffRequested:
    """The conversation is to go to a person."""
    return HandoffRequested(reason="not_understood", packet=Packet())


async def unsure_message(
    log: EventLog, name: str, text: str, emotion: Emotion = "anger", *, share: float = 0.4, agrees: bool = False
) -> int:
    """Open a conversation with one message whose emotion is unsure; return the version of the message."""
    consents: list[Event] = [AGREES] if agrees else []
    await tell(log, name, started(f"손님-{name}"), *consents, at=minutes(0))
    await tell(log, name, *read_as("m1", text, reading(emotion, sure=False, share=share)), at=minutes(1))
    return 2 + len(consents)
