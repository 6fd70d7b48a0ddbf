"""Every example loads without a finding, and its code keeps what its actions declare."""

import inspect
from collections.abc import Iterator

import pytest

from dajeong.playbook import Loaded, load_playbook, read_folder
from dajeong.runtime.actions import checked
from tests.examples.installed import EXAMPLES, installed

NAMES = ("parcel", "telecom", "bank-card")


@pytest.fixture(params=NAMES)
def example(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def loaded(example: str) -> Iterator[Loaded]:
    yield load_playbook(read_folder(EXAMPLES / example))


def test_an_example_loads_without_a_finding(loaded: Loaded) -> None:
    assert loaded.playbook is not None
    assert not loaded.findings, [str(finding) for finding in loaded.findings]


def test_an_example_is_as_rich_as_a_real_one(loaded: Loaded) -> None:
    playbook = loaded.playbook
    assert playbook is not None
    assert len(playbook.intents) >= 15
    assert sum(not scenario.direct for scenario in playbook.scenarios.values()) >= 6
    assert sum(scenario.direct for scenario in playbook.scenarios.values()) >= 8
    assert all(len(intent.examples) >= 6 for intent in playbook.intents.values())


def test_every_declared_action_has_its_function_and_no_other(loaded: Loaded, example: str) -> None:
    playbook, module = loaded.playbook, installed(example)
    assert playbook is not None
    functions = {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    }
    assert set(functions) == set(playbook.actions)
    for name, action in playbook.actions.items():
        parameters = set(inspect.signature(functions[name]).parameters)
        assert parameters - {"key"} == set(action.inputs), name
        assert ("key" in parameters) == action.changes_something, name


def test_the_mock_answer_of_an_action_keeps_its_contract(loaded: Loaded) -> None:
    assert loaded.playbook is not None
    for action in loaded.playbook.actions.values():
        example = {
            name: str(value) if action.outputs[name].type == "date" else value for name, value in action.example.items()
        }
        assert checked(action, example).problem is None, action.name
        assert set(action.example) <= set(action.outputs), action.name


def test_what_changes_something_is_asked_about_first(loaded: Loaded) -> None:
    playbook = loaded.playbook
    assert playbook is not None
    changing = {name for name, action in playbook.actions.items() if action.changes_something}
    for scenario in playbook.scenarios.values():
        for step in scenario.steps:
            if step.kind == "call" and step.action in changing:
                ways = [option.then for each in scenario.steps if each.kind == "choose" for option in each.options]
                assert step.id in ways, f"{scenario.id}.{step.id}"
