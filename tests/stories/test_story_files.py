"""The stories themselves are whole: readable, about things the playbooks really have, and enough of them."""

from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from dajeong.conversation import Event
from dajeong.playbook import Playbook, load_playbook, read_folder
from dajeong.playbook.story import Story, stories_in
from tests.stories.play import EXAMPLES, story_files

LEAST = {"parcel": 30, "telecom": 22, "bank-card": 18}
EVENT_KINDS = {kind for each in get_args(get_args(Event)[0]) for kind in get_args(each.model_fields["kind"].annotation)}


@pytest.fixture(scope="module")
def playbooks() -> dict[str, Playbook]:
    found = {name: load_playbook(read_folder(EXAMPLES / name)).playbook for name in LEAST}
    return {name: playbook for name, playbook in found.items() if playbook is not None}


def every_story() -> list[Story]:
    return [story for path in story_files() for story in stories_in(path)]


@pytest.mark.parametrize("path", story_files(), ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_story_names_only_what_its_playbook_has(path: Path, playbooks: dict[str, Playbook]) -> None:
    for story in stories_in(path):
        assert story.playbook == path.parents[1].name
        playbook = playbooks[story.playbook]
        for line in story.lines:
            expect = line.expect
            assert expect.intent is None or expect.intent in playbook.intents, (story.story, expect.intent)
            assert expect.scenario is None or expect.scenario in playbook.scenarios, (story.story, expect.scenario)
            assert set(expect.slots) <= set(playbook.slots), (story.story, expect.slots)
            assert {*expect.events, *expect.no_events} <= EVENT_KINDS, (story.story, expect.events)
            policies = {"none", *(policy.id for policy in playbook.empathy.policies)}
            assert expect.policy is None or expect.policy in policies, (story.story, expect.policy)
            if expect.step is not None and expect.scenario is not None:
                assert expect.step in playbook.scenarios[expect.scenario].by_id, (story.story, expect.step)


def test_no_two_stories_have_the_same_name() -> None:
    names = [story.story for story in every_story()]
    assert sorted(names) == sorted(set(names))


def test_every_example_is_told_often_enough() -> None:
    told = {name: sum(story.playbook == name for story in every_story()) for name in LEAST}
    assert all(told[name] >= least for name, least in LEAST.items()), told


def test_a_line_that_is_two_things_at_once_is_no_line() -> None:
    with pytest.raises(ValidationError, match="one of customer, press and wait"):
        Story.model_validate(
            {"story": "x", "playbook": "parcel", "lines": [{"customer": "a", "press": "b", "expect": {"closed": True}}]}
        )


def test_a_story_that_expects_nothing_is_no_story() -> None:
    with pytest.raises(ValidationError, match="expects nothing"):
        Story.model_validate({"story": "x", "playbook": "parcel", "lines": [{"customer": "안녕하세요"}]})


def test_a_misspelt_expectation_is_noticed() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Story.model_validate(
            {"story": "x", "playbook": "parcel", "lines": [{"customer": "a", "expect": {"scenaro": "late_parcel"}}]}
        )
