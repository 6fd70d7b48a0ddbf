"""The simulator tells the truth: a playbook that was damaged comes out worse, one that was only reworded does not."""

from functools import cache
from pathlib import Path

import pytest

from dajeong.app import memory_runtime
from dajeong.playbook import read_beside, read_folder
from dajeong.playbook.review import review
from dajeong.simulation.rehearsal.compare import Comparing, Comparison, Shift
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme, Troupe
from dajeong.understanding import TrainedReader
from tests.simulation.rehearsal.damages import DAMAGES, HARMLESS, LATE, Files

PARCEL = Path(__file__).parents[3] / "examples" / "parcel"
# First played once the metrics were settled.
SEED = 60_217


@cache
def reader() -> TrainedReader:
    return TrainedReader.load(vectors=False)


@cache
def sound() -> Files:
    return {**read_folder(PARCEL), **read_beside(PARCEL)}


def design(files: Files) -> Files:
    return {path: text for path, text in files.items() if not path.startswith(("customers/", "tests/"))}


def played(files: Files, customers: tuple[str, ...], conversations: int) -> list[Result]:
    cast = {path: files[path] for path in (f"customers/{name}.yaml" for name in customers)}
    programme = Programme(files={**design(files), **cast}, customers=conversations, seed=SEED)
    troupe = Troupe(programme, reader(), memory_runtime)
    results = [troupe.play(number) for number in range(conversations)]
    troupe.close()
    return results


@cache
def before(customers: tuple[str, ...], conversations: int) -> list[Result]:
    return played(sound(), customers, conversations)


def compared(files: Files, customers: tuple[str, ...], conversations: int) -> Comparison:
    comparing = Comparing()
    for result in before(customers, conversations):
        comparing.add("before", result)
    for result in played(files, customers, conversations):
        comparing.add("after", result)
    return comparing.comparison()


@cache
def damaged(name: str) -> Comparison:
    damage = DAMAGES[name]
    return compared(damage.do(sound()), damage.customers, damage.conversations)


@cache
def rules_of_the_sound_one() -> frozenset[str]:
    return frozenset(each.rule for each in review(design(sound())))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_comes_out_worse_on_the_metric_that_should_notice(name: str) -> None:
    found = damaged(name)
    figures: dict[str, Shift] = {**found.failed, **found.means}  # type: ignore[dict-item]
    shift = figures[DAMAGES[name].metric]
    assert found.conversations == DAMAGES[name].conversations
    assert shift.direction == "worse" and not shift.low <= 0 <= shift.high, shift


@pytest.mark.parametrize("name", HARMLESS)
def test_other_good_words_another_order_and_other_names_do_not_come_out_worse(name: str) -> None:
    changed = HARMLESS[name](sound())
    assert changed != sound()
    assert compared(changed, LATE, 80).worse == ()


@pytest.mark.parametrize("name", [name for name, damage in DAMAGES.items() if damage.rule])
def test_check_names_what_it_can_know_before_anybody_plays(name: str) -> None:
    damage = DAMAGES[name]
    rules = {each.rule for each in review(design(damage.do(sound())))}
    assert damage.rule in rules - rules_of_the_sound_one()


def test_a_way_to_a_person_cannot_be_designed_away() -> None:
    found = damaged("no_person")
    assert found.failed["way_to_person"].after <= found.failed["way_to_person"].before


def test_words_that_blame_or_are_too_casual_or_foreign_are_never_sent() -> None:
    for name in ("blame", "banmal", "english"):
        found = damaged(name)
        assert found.failed["speech_level"].after == found.failed["language"].after == 0
