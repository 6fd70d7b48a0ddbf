"""What came of a story: whether it holds, the conversation up to where it broke, and what broke it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from dajeong.conversation.events import (
    ActionReturned,
    AssistantReplied,
    CustomerWrote,
    HandoffRequested,
    TimePassed,
)
from dajeong.conversation.frozen import Frozen
from dajeong.simulation.stage import Exchange
from dajeong.simulation.tried import Told
from dajeong.simulation.verdict import Unmet

# Why a line could not be played, as a sentence.
WHY = {
    "no_button": "There is no such button below the last reply.",
    "closed": "The conversation is over already.",
    "broke": "The playbook breaks at this line. `dajeong check` may say why.",
}


class Spoken(Frozen):
    """One thing in the conversation; ``note`` is what the words alone do not show: step, policy, moves."""

    by: Literal["customer", "assistant", "time", "system"]
    text: str
    note: str = ""


class Broken(Unmet):
    """One expectation that is not met, and the line of the file it stands at, from 1; or ``why`` nothing can be said of it."""

    line: int
    expected: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    why: str = ""

    def __str__(self) -> str:
        return self.why or super().__str__()


class Outcome(Frozen):
    """What came of one story. It holds when nothing is broken; ``said`` then is empty.

    ``kind``: told by the team, or made from one of its empathy policies. ``skipped`` says why it needed not be played.
    """

    title: str
    path: str
    line: int
    kind: Literal["story", "policy"] = "story"
    broken: tuple[Broken, ...] = ()
    said: tuple[Spoken, ...] = ()
    skipped: str = ""
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether everything was as the story tells it."""
        return not self.broken


def where_broken(told: Told) -> int | None:
    """Return the number of the first line, from 0, that did not go as told; None when all did."""
    lines = [fault.line for fault in told.faults] + ([told.stopped.line] if told.stopped else [])
    return min(lines, default=None)


def said_until(exchanges: Sequence[Exchange], line: int) -> tuple[Spoken, ...]:
    """Return the conversation up to a line, from 0, and what came of it; the opening comes before the first line."""
    return tuple(spoken for exchange in exchanges[: line + 2] for spoken in _spoken(exchange))


def _spoken(exchange: Exchange) -> Iterator[Spoken]:
    for recorded in exchange.events:
        match recorded.event:
            case CustomerWrote() as wrote:
                yield Spoken(by="customer", text=wrote.text, note=f"pressed {wrote.choice}" if wrote.choice else "")
            case AssistantReplied() as reply:
                place = f"{reply.scenario}.{reply.step}" if reply.scenario and reply.step else reply.purpose
                note = " · ".join(part for part in (place, reply.policy or "", ", ".join(reply.moves)) if part)
                yield Spoken(by="assistant", text=reply.text, note=note)
            case ActionReturned() as returned:
                yield Spoken(by="system", text=returned.action, note=returned.problem or "answered")
            case TimePassed() as passed:
                yield Spoken(by="time", text=passed.why)
            case HandoffRequested():
                yield Spoken(by="system", text="a person is called")
            case _:
                pass
