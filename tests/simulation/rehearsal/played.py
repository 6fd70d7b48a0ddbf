"""Results for tests that count them, without a conversation behind."""

from typing import Any

from dajeong.simulation.customers.temper import Feelings
from dajeong.simulation.rehearsal.result import Result, Verdict, VerdictName


def result(number: int, *failed: VerdictName, **more: Any) -> Result:
    """One conversation in which ``failed`` failed and a few other things passed."""
    judged: tuple[VerdictName, ...] = ("goal_reached", "left_in_anger", "asked_twice", "way_to_person")
    given: dict[str, Any] = {
        "number": number,
        "customer": f"somebody_{number % 3}",
        "seed": number,
        "leaving": "content",
        "turns": 4,
        "seconds": 60.0,
        "began": Feelings(),
        "ended": Feelings(),
        "mood_began": 0.0,
        "mood_ended": 0.2,
        "reached": True,
        "steps": (),
        "stood_at": None,
        "events": 9,
        "verdicts": tuple(
            Verdict(name=name, judged="failed" if name in failed else "passed", why="told") for name in judged
        ),
        "lines": (),
    }
    return Result.model_validate({**given, **more})
