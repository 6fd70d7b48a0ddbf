"""A small team's words, in both languages and levels, for the tests of this room."""

from typing import Any

from dajeong.conversation.move import Move
from dajeong.conversation.reading import Language
from dajeong.conversation.reply import Purpose
from dajeong.language import SpeechLevel
from dajeong.playbook.condition import Condition
from dajeong.playbook.empathy import Empathy, MoveWording, Policy
from dajeong.playbook.persona import Persona
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.wording import Wording

FEELINGS: dict[tuple[Language, SpeechLevel], dict[Move, tuple[str, ...]]] = {
    ("ko", "해요체"): {
        "acknowledge": (
            "{happened} 마음 졸이셨죠.",
            "{happened} 많이 답답하셨을 것 같아요.",
            "기다리는 시간이 길게 느껴지셨죠.",
        ),
        "apologise": ("불편을 드려 죄송해요.", "{matter} 일로 번거롭게 해 드려 죄송해요."),
        "own": ("이번 일은 저희가 미리 알려 드렸어야 했어요.",),
        "thank": ("차근차근 알려 주셔서 고마워요.",),
    },
    ("ko", "하십시오체"): {
        "acknowledge": ("{happened} 마음 졸이셨을 것입니다.", "{happened} 많이 답답하셨을 것입니다."),
        "apologise": ("불편을 드려 죄송합니다.",),
        "own": ("이번 일은 저희가 미리 알려 드렸어야 했습니다.",),
        "thank": ("차근차근 알려 주셔서 감사합니다.",),
    },
    ("en", "해요체"): {
        "acknowledge": ("Waiting is hard when {happened}.", "It makes sense to worry when {happened}."),
        "apologise": ("I am sorry for the trouble.",),
        "own": ("We should have told you sooner.",),
        "thank": ("Thank you for explaining it so clearly.",),
    },
}
LATE: dict[Language, dict[str, Any]] = {
    "ko": {"happened": "배송이 늦어져", "matter": "배송", "mood": "worried"},
    "en": {"happened": "a parcel is late", "matter": "delivery", "mood": "worried"},
}
FACTS: dict[tuple[Language, SpeechLevel], str] = {
    ("ko", "해요체"): "{item}은(는) {arrives}에 도착할 것으로 나와 있어요.",
    ("ko", "하십시오체"): "{item}은(는) {arrives}에 도착할 것으로 나와 있습니다.",
    ("en", "해요체"): "The tracking shows {item} for {arrives}.",
}
VOICES: tuple[tuple[Language, SpeechLevel], ...] = tuple(FEELINGS)


def team(language: Language = "ko", level: SpeechLevel = "해요체", **changes: Any) -> Playbook:
    """A playbook with one policy, ``sorry_first``, and words for its moves."""
    policy = Policy(
        id="sorry_first",
        moves=("acknowledge", "apologise", "own", "inform"),
        forbidden=("lighten", "thank"),
        longest_reply=260,
    )
    wordings = tuple(
        MoveWording(id=f"{move}_words", move=move, wording=Wording(first=texts))
        for move, texts in FEELINGS[language, level].items()
    )
    persona = changes.pop("persona", Persona(speech_level=level))
    empathy = Empathy(policies=(policy,), wordings=wordings)
    return Playbook(**{"name": "shop", "language": language, "persona": persona, "empathy": empathy, **changes})


def feeling(move: Move, playbook: Playbook, **changes: Any) -> PlannedMove:
    """A feeling move with the words the team has for it."""
    words = tuple((one.id, one.wording) for one in playbook.empathy.wordings if one.move == move)
    return PlannedMove(**{"move": move, "wordings": words, "must": False, **changes})


def says(text: str | tuple[str, ...], move: Move = "inform", place: str = "late.tell", **changes: Any) -> PlannedMove:
    """A step's own words."""
    wording = text if isinstance(text, Wording) else Wording(first=(text,) if isinstance(text, str) else text)
    return PlannedMove(**{"move": move, "wordings": ((place, wording),), **changes})


def sorry_plan(playbook: Playbook, purpose: Purpose = "matter", **changes: Any) -> Plan:
    """Acknowledge, apologise, own, and then the facts about a late parcel."""
    voice = (playbook.language, playbook.persona.speech_level)
    bound = {"item": "머그컵" if playbook.language == "ko" else "your mug", "arrives": "2026-11-24"}
    content = changes.pop("content", (says(FACTS[voice]),))
    moves = (*(feeling(move, playbook) for move in ("acknowledge", "apologise", "own")), *content)
    return Plan(
        **{
            "purpose": purpose,
            "policy": "sorry_first",
            "moves": moves,
            "forbidden": ("lighten", "thank"),
            "bindings": {**LATE[playbook.language], **bound},
            "formats": {"arrives": "date"},
            **changes,
        }
    )


def only(*moves: PlannedMove, **changes: Any) -> Plan:
    """A plan without a policy."""
    return Plan(**{"purpose": "matter", "moves": moves, **changes})


def when(**holds: Any) -> Condition:
    """A condition on bindings."""
    return Condition(holds=holds)
