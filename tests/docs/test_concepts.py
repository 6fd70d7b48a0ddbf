"""The tables of the concepts and the code list the same things."""

import re
from typing import get_args

from dajeong.conversation.events import Event, TakenAs
from dajeong.conversation.mood import NEWEST_WEIGHT, TURN_SIZE
from dajeong.conversation.reading import Emotion, Group
from dajeong.dialogue import decide
from dajeong.playbook.shipped import shipped
from tests.docs.blocks import DOCS

CONCEPTS = DOCS / "concepts"


def rows(page: str, heading: str) -> list[str]:
    """The names in the first column of the table under a heading of a page, or before its first one."""
    text = (CONCEPTS / page).read_text(encoding="utf-8")
    under = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert under, f"{page} has no heading '{heading}'."
    return re.findall(r"^\| `(\w+)` \|", under[1], flags=re.MULTILINE)


def test_every_kind_of_event_is_told_in_the_order_of_the_code() -> None:
    kinds = [each.model_fields["kind"].default for each in get_args(get_args(Event)[0])]
    assert rows("conversation-log.md", "Everything that can happen") == kinds


def test_every_way_a_message_is_taken_is_told_with_what_follows() -> None:
    told = rows("dialogue.md", "How a message is heard")
    assert sorted(told) == sorted(get_args(TakenAs))


def test_the_page_tells_as_many_stations_as_the_decision_has() -> None:
    text = (CONCEPTS / "dialogue.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\d\. ", text, flags=re.MULTILINE)) == len(vars(_module())["_IN_ORDER"])


def _module() -> object:
    import importlib

    return importlib.import_module(decide.__module__)


def test_the_groups_of_emotions_are_all_there() -> None:
    text = (CONCEPTS / "mood.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \|$", text, flags=re.MULTILINE))
    assert set(table) == set(get_args(Group))
    assert sorted(", ".join(table.values()).split(", ")) == sorted(get_args(Emotion))


def test_the_numbers_of_the_mood_are_those_of_the_code() -> None:
    text = (CONCEPTS / "mood.md").read_text(encoding="utf-8")
    for number in (NEWEST_WEIGHT, round(1 - NEWEST_WEIGHT, 3), TURN_SIZE, TURN_SIZE / 2):
        assert f"{number:g}" in text


def test_the_shipped_policies_are_told_in_the_order_they_are_tried_with_their_moves() -> None:
    text = (CONCEPTS / "empathy.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| [^|]* \| ([a-z_, ]+) \|", text, flags=re.MULTILINE)
    policies = [(policy.id, ", ".join(policy.moves)) for policy in shipped("ko").empathy.policies]
    assert told == policies
