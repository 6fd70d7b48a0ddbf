"""The stories themselves are whole: readable, about things the playbooks really have, and enough of them."""

import pytest
from pydantic import ValidationError

from dajeong.playbook import story as told
from dajeong.playbook.story import STORIES, Story
from tests.stories.play import EXAMPLES, stories_of

LEAST = {"parcel": 30, "telecom": 22, "bank-card": 18}


def every_story() -> list[Story]:
    return [each.story for name in LEAST for each in stories_of(name)]


@pytest.mark.parametrize("name", LEAST)
def test_the_stories_of_an_example_name_its_folder(name: str) -> None:
    assert {each.story.playbook for each in stories_of(name)} == {name}


@pytest.mark.parametrize("name", LEAST)
def test_a_story_is_read_alike_with_and_without_its_places(name: str) -> None:
    files = sorted((EXAMPLES / name / STORIES).glob("*.yaml"))
    assert [each.story for each in stories_of(name)] == [
        story for file in files for story in told.stories_of(file.read_text("utf-8"))
    ]


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
