"""Made-up customers and replies for the tests of customers."""

from random import Random
from typing import Any

from dajeong.conversation.events import AssistantReplied
from dajeong.conversation.move import Move
from dajeong.conversation.reply import Choice, Expected, Purpose, WordingUsed
from dajeong.simulation.customers import AgendaCustomer, Knowledge, MadeUpCustomer

KNOWS = Knowledge(frozenset({"late", "refund"}), {"order": "주문번호", "phone": "전화번호"})


def told(**more: Any) -> MadeUpCustomer:
    """Somebody whose parcel is late, with whatever else is said of them."""
    given: dict[str, Any] = {
        "id": "somebody",
        "goal": {"intent": "late"},
        "facts": {"order": "AB1234"},
        "temper": "patient",
        "says": {"opens": ["물건이 안 와요"], "again": ["배송이 늦다고요", "올 날이 지났어요"]},
    }
    return MadeUpCustomer.model_validate({**given, **more})


def customer(seed: int = 1, **more: Any) -> AgendaCustomer:
    """The same, in a conversation."""
    return AgendaCustomer(told(**more), KNOWS, "ko", Random(seed))


def reply(
    text: str = "알려 주시겠어요?",
    *,
    purpose: Purpose = "matter",
    expects: Expected | None = None,
    scenario: str | None = "late",
    step: str = "ask",
    moves: tuple[Move, ...] = ("ask",),
    choices: tuple[str, ...] = (),
    wording: str = "",
) -> AssistantReplied:
    """One of our replies."""
    return AssistantReplied(
        reply="r",
        text=text,
        author="template",
        purpose=purpose,
        moves=moves,
        scenario=scenario,
        step=step if scenario else None,
        spoke=(f"{scenario}.{step}",) if scenario else (),
        wordings=tuple(WordingUsed(move=move, wording=wording or f"w_{move}", variant=text) for move in moves),
        choices=tuple(Choice(label=value, value=value) for value in choices),
        expects=expects,
    )
