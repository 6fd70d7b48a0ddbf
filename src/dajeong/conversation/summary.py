"""One line of the list of conversations: what it was about, how the customer felt, how it ended."""

from datetime import datetime
from typing import Literal

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import AssistantReplied, CustomerWrote, ScenarioOutcome, TeammateWrote
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import Holder
from dajeong.conversation.reading import Emotion, Group, Language, Share

# How a conversation stands: as its newest matter ended; where that has no end, with a person, unfinished, or still open.
Standing = ScenarioOutcome | Literal["open", "unfinished"]
Speaker = Literal["customer", "assistant", "teammate"]
LONGEST_PREVIEW = 120
SPOKEN = (CustomerWrote, AssistantReplied, TeammateWrote)
SPEAKER_OF: dict[str, Speaker] = {
    "customer_wrote": "customer",
    "assistant_replied": "assistant",
    "teammate_wrote": "teammate",
}
SPOKEN_KINDS = tuple(SPEAKER_OF)


class Summary(Frozen):
    """One conversation in a list.

    ``matter`` is the intent of the newest matter, ``outcome`` how it ended (None: it has not), ``standing`` the same
    for people: a matter without an end is with a person, was left unfinished when the conversation closed, or is open.
    ``strongest`` is the emotion that was read most strongly, ``felt`` every emotion but neutral that was read. ``preview`` is a
    line somebody said, with personal data as tokens; empty once the customer is forgotten. ``preview_version`` is that of its
    event where the line was searched for.
    """

    id: str
    started_at: datetime | None
    last_at: datetime | None
    channel: str
    playbook: str
    version: str
    language: Language
    matter: str | None
    scenario: str | None
    scenarios: tuple[str, ...]
    outcome: ScenarioOutcome | None
    standing: Standing
    holder: Holder
    closed: bool
    group_now: Group
    strongest: Emotion | None
    strength: Share
    felt: tuple[Emotion, ...]
    lowest: float
    turns: int
    preview: str
    preview_by: Speaker = "customer"
    preview_version: int | None = None


def summary(state: Conversation) -> Summary:
    """Return the line of a conversation as it stands."""
    newest = state.matters[-1] if state.matters else None
    strongest, strength, felt = _feelings(state)
    return Summary(
        id=state.id,
        started_at=state.started_at,
        last_at=state.last_at,
        channel=state.channel,
        playbook=state.playbook,
        version=state.playbook_version,
        language=state.language,
        matter=newest.intent if newest else None,
        scenario=newest.scenario if newest else None,
        scenarios=tuple(dict.fromkeys(matter.scenario for matter in state.matters)),
        outcome=newest.outcome if newest else None,
        standing=_standing(state),
        holder=state.holder,
        closed=state.closed,
        group_now=state.mood.group,
        strongest=strongest,
        strength=strength,
        felt=felt,
        lowest=state.mood.lowest,
        turns=len(state.heard),
        preview=shortened(next((each.text for each in state.heard if each.text.strip()), "")),
    )


def shortened(text: str) -> str:
    """Return a text on one line, cut to what a list has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_PREVIEW else line[: LONGEST_PREVIEW - 1].rstrip() + "…"


def _standing(state: Conversation) -> Standing:
    if state.matters and state.matters[-1].outcome is not None:
        return state.matters[-1].outcome
    if state.holder != "assistant":
        return "handed_off"
    return "unfinished" if state.closed else "open"


def _feelings(state: Conversation) -> tuple[Emotion | None, float, tuple[Emotion, ...]]:
    """Return the emotion read most strongly, how strongly, and all emotions but neutral; a pressed button says nothing."""
    read = [each.reading.emotion for each in state.heard if each.reading is not None and each.choice is None]
    felt = [each for each in read if each.dominant != "neutral"]
    if not felt:
        return None, 0.0, ()
    top = max(felt, key=lambda each: each.strength)
    return top.dominant, top.strength, tuple(sorted({each.dominant for each in felt}))
