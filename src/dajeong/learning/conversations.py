"""Conversations as a chat fine-tuning set: tokenised, with consent, one JSON object a line, and a card of what it is."""

import hashlib
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dajeong.conversation import Conversation, Recorded, fold
from dajeong.conversation.consent import ConsentGiven
from dajeong.conversation.events import AssistantReplied, CustomerWrote, TeammateWrote
from dajeong.conversation.made_up import is_made_up
from dajeong.conversation.reading import Language
from dajeong.language import SpeechLevel, resolve_particles
from dajeong.playbook import Playbook
from dajeong.playbook.persona import Persona, Warmth
from dajeong.storage import EventLog

PAGE = 1_000
# A share of one in this many parts decides the split.
_PARTS = 10_000
Role = Literal["system", "user", "assistant"]
Message = dict[str, str]
# The playbook of a conversation, None when its version is not kept any more.
FindPlaybook = Callable[[str, str], Awaitable[Playbook | None]]
LeftOut = Literal[
    "made up", "no consent", "forgotten", "another playbook or language", "did not end well", "nothing to learn from"
]
_LEVELS: dict[SpeechLevel, dict[Language, str]] = {
    "해요체": {"ko": "해요체로 말해요.", "en": "Speak politely, in an everyday tone."},
    "하십시오체": {"ko": "하십시오체로 말해요.", "en": "Speak politely and formally."},
}
_WARMTH: dict[Warmth, dict[Language, str]] = {
    "plain": {"ko": "담백하게 말해요.", "en": "Keep it plain."},
    "warm": {"ko": "다정하게 말해요.", "en": "Be warm."},
    "very_warm": {"ko": "무척 다정하게 말해요.", "en": "Be very warm."},
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which conversations, and how they are divided."""

    playbook: str | None = None
    language: Language | None = None
    ended_well: bool = False
    only_teammates: bool = False
    validation: float = 0.1
    seed: int = 0


@dataclass(slots=True)
class Exported:
    """What came of it, for the card: counts and versions, nobody's words."""

    conversations: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    playbooks: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    position: int = 0


async def export_conversations(
    log: EventLog, find: FindPlaybook, wanted: Wanted, exported: Exported
) -> AsyncIterator[tuple[Literal["train", "validation"], str]]:
    """Yield (split, line) for every conversation that may and shall be learned from; ``exported`` is filled on the way.

    A line is ``{"messages": [{"role", "content"}, ...]}``: a system prompt from the persona, then customer and replies in turn.
    Conversations of one customer fall into the same split.
    """
    async for name in _names(log, exported):
        events = await log.read(name)
        state = fold(name, events)
        reason = _left_out(state, wanted)
        playbook = None if reason else await find(state.playbook, state.playbook_version)
        turns = _turns(events, wanted) if reason is None else []
        if reason is None and (playbook is None or not turns):
            reason = "nothing to learn from"
        if reason is not None or playbook is None:
            exported.left_out[reason or "nothing to learn from"] += 1
            continue
        split = split_of(state.customer or name, wanted)
        _count(exported, state, events, turns, split)
        system = {"role": "system", "content": system_prompt(playbook.persona, state.language)}
        yield split, json.dumps({"messages": [system, *turns]}, ensure_ascii=False)


def split_of(whose: str, wanted: Wanted) -> Literal["train", "validation"]:
    """Return the split of all conversations of one customer: by hash and seed, so that it is the same every time."""
    digest = hashlib.sha256(f"{wanted.seed}\x1f{whose}".encode()).digest()
    return "validation" if int.from_bytes(digest[:8]) % _PARTS < wanted.validation * _PARTS else "train"


def system_prompt(persona: Persona, language: Language) -> str:
    """Return what the persona says of itself, for a language model; words it never uses are named."""
    if language == "ko":
        parts = [
            f"당신은 고객을 돕는 AI 상담사 {persona.name}이에요/예요.",
            _LEVELS[persona.speech_level][language],
            _WARMTH[persona.warmth][language],
            "대괄호로 묶인 말은 가려 둔 개인정보이니, 고치지 말고 그대로 옮겨 주세요.",
            f"이런 말은 쓰지 않아요: {', '.join(persona.never_say)}." if persona.never_say else "",
        ]
        return resolve_particles(" ".join(part for part in parts if part))
    parts = [
        f"You are {persona.name}, an AI that helps customers.",
        _LEVELS[persona.speech_level][language],
        _WARMTH[persona.warmth][language],
        "Words in square brackets stand for personal data. Repeat them as they are.",
        f"Never say: {', '.join(persona.never_say)}." if persona.never_say else "",
    ]
    return " ".join(part for part in parts if part)


def ended_well(state: Conversation) -> bool:
    """Return whether a conversation ended well: a good survey answer where there is one; else it is closed, every matter came
    to its end, and the customer did not leave in a bad mood.
    """
    if state.survey_score is not None:
        return state.survey_score >= 4
    solved = all(matter.outcome in ("done", "handed_off", "left") for matter in state.matters)
    return state.closed and solved and state.mood.level >= 0.0


def _left_out(state: Conversation, wanted: Wanted) -> LeftOut | None:
    if is_made_up(state.customer):
        return "made up"
    if state.forgotten:
        return "forgotten"
    if "training" not in state.consents:
        return "no consent"
    if wanted.playbook not in (None, state.playbook) or wanted.language not in (None, state.language):
        return "another playbook or language"
    return "did not end well" if wanted.ended_well and not ended_well(state) else None


def _turns(events: Sequence[Recorded], wanted: Wanted) -> list[Message]:
    """Return the turns, several messages in a row as one; nothing when nobody answered a customer.

    The opening notice is left out, and what the customer wrote last without an answer teaches nothing. Where only teammates
    shall be learned from, the assistant's own words are not there.
    """
    turns: list[Message] = []
    for each in events:
        event = each.event
        role: Role | None = None
        if isinstance(event, CustomerWrote):
            role = "user"
        elif isinstance(event, TeammateWrote) or (
            isinstance(event, AssistantReplied) and turns and not wanted.only_teammates
        ):
            role = "assistant"
        if (
            role is None
            or not isinstance(event, CustomerWrote | TeammateWrote | AssistantReplied)
            or not event.text.strip()
        ):
            continue
        if turns and turns[-1]["role"] == role:
            turns[-1]["content"] += "\n" + event.text.strip()
        elif turns or role == "user":
            turns.append({"role": role, "content": event.text.strip()})
    while turns and turns[-1]["role"] != "assistant":
        turns.pop()
    return turns


def _count(
    exported: Exported, state: Conversation, events: Sequence[Recorded], turns: Sequence[Message], split: str
) -> None:
    exported.conversations[split] += 1
    exported.messages[split] += len(turns)
    exported.playbooks[f"{state.playbook} {state.playbook_version}"] += 1
    exported.languages[state.language] += 1
    given = [each.event for each in events if isinstance(each.event, ConsentGiven) and each.event.purpose == "training"]
    exported.terms[given[-1].terms or "(not named)"] += 1
    exported.authors["assistant"] += sum(isinstance(each.event, AssistantReplied) for each in events)
    exported.authors["teammate"] += sum(isinstance(each.event, TeammateWrote) for each in events)


async def _names(log: EventLog, exported: Exported) -> AsyncIterator[str]:
    """Yield every conversation there is, in the order in which they began."""
    while found := await log.follow(exported.position, limit=PAGE):
        for each in found:
            if each.version == 1:
                yield each.conversation
        exported.position = found[-1].position
