"""The demonstration pages belong to the examples there are."""

from pathlib import Path

from dajeong.playbook import load_playbook, read_folder
from dajeong.playbook.playbook import Intent, Playbook
from dajeong.server.tries import TRIES, look_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def named(file: Path) -> str:
    playbook = load_playbook(read_folder(file.parent)).playbook
    assert playbook is not None
    return playbook.name


def test_every_example_has_a_page_of_its_own_and_no_page_is_left_over() -> None:
    names = {named(each) for each in EXAMPLES.glob("*/playbook.yaml")}
    assert names == set(TRIES) - {"ko", "en"}


def test_a_page_of_the_teams_own_bears_its_title_and_what_its_customers_say() -> None:
    day = Intent(name="day", title="예약 잡기", examples=("예약 잡고 싶어요", "빈자리 있나요"))
    page = look_of(Playbook(name="daon_vet", title="다온 동물병원", intents={"day": day}))
    assert (page.brand, page.sentences) == ("다온 동물병원", ("예약 잡고 싶어요", "상담원과 이야기하고 싶어요"))
