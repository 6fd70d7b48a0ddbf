"""What was once written to a log must be readable for ever. Lines are only ever added to the file, never changed."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from dajeong.conversation.events import EVENT, Event

LINES = (Path(__file__).parent / "every_event_ever.jsonl").read_text(encoding="utf-8").splitlines()
KINDS = {each.model_fields["kind"].default for each in get_args(get_args(Event)[0])}


def holds(whole: Any, part: Any) -> bool:
    """Whether everything in ``part`` is in ``whole`` with the same value; ``whole`` may say more."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def test_every_kind_of_event_is_in_the_file() -> None:
    assert {json.loads(line)["kind"] for line in LINES} == KINDS


@pytest.mark.parametrize("line", LINES, ids=[json.loads(line)["kind"] for line in LINES])
def test_an_event_once_written_loads_and_loses_nothing(line: str) -> None:
    event = EVENT.validate_json(line)
    written = EVENT.dump_json(event)
    assert holds(json.loads(written), json.loads(line))
    assert EVENT.validate_json(written) == event


def test_a_lost_field_would_be_noticed() -> None:
    assert holds({"a": [{"b": 1, "new": 2}]}, {"a": [{"b": 1}]})
    assert not holds({"a": [{"new": 2}]}, {"a": [{"b": 1}]})
    assert not holds({"a": [1]}, {"a": [1, 2]})
