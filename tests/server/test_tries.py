"""The demonstration pages belong to the examples there are."""

from pathlib import Path

from dajeong.playbook import load_playbook, read_folder
from dajeong.server.tries import TRIES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def named(file: Path) -> str:
    playbook = load_playbook(read_folder(file.parent)).playbook
    assert playbook is not None
    return playbook.name


def test_every_example_has_a_page_of_its_own_and_no_page_is_left_over() -> None:
    names = {named(each) for each in EXAMPLES.glob("*/playbook.yaml")}
    assert names == set(TRIES) - {"ko", "en"}
