"""A temper decides what waiting, blame and being met do to somebody; the tempers stay as they were set."""

import hashlib
import json

import pytest

from dajeong.simulation.customers.temper import TEMPERS, Feelings, Noticed, felt_after

# Set before any example was tuned with them. Whoever changes a temper tunes the judge: say so in a decision record.
FROZEN = "23229678c4275bf8b67ca6805ae13a3fba2d9d027d8ef6be093f775074aa8758"

ANGRY, WORRIED = Feelings(anger=0.6), Feelings(worry=0.6)
HURTS = [
    Noticed(waited=120, progress=True),
    Noticed(repeated=True, progress=True),
    Noticed(blamed=True, progress=True),
    Noticed(misheard=True),
]


def test_the_tempers_are_those_that_were_frozen() -> None:
    told = json.dumps({name: temper.model_dump() for name, temper in TEMPERS.items()}, sort_keys=True)
    assert hashlib.sha256(told.encode()).hexdigest() == FROZEN


@pytest.mark.parametrize("name", TEMPERS)
@pytest.mark.parametrize("noticed", HURTS)
def test_waiting_repetition_blame_and_being_misheard_make_it_worse(name: str, noticed: Noticed) -> None:
    calm = felt_after(Feelings(), TEMPERS[name], Noticed(progress=noticed.progress))
    hurt = felt_after(Feelings(), TEMPERS[name], noticed)
    assert hurt.anger + hurt.worry > calm.anger + calm.worry == 0


@pytest.mark.parametrize("name", TEMPERS)
def test_an_apology_takes_away_anger_and_reassurance_takes_away_worry(name: str) -> None:
    temper = TEMPERS[name]
    assert felt_after(ANGRY, temper, Noticed(fresh=frozenset({"apologise"}))).anger < ANGRY.anger
    assert felt_after(WORRIED, temper, Noticed(fresh=frozenset({"reassure"}))).worry < WORRIED.worry


def test_reassurance_does_not_answer_anger() -> None:
    unmet = felt_after(ANGRY, TEMPERS["ordinary"], Noticed(fresh=frozenset({"reassure"})))
    met = felt_after(ANGRY, TEMPERS["ordinary"], Noticed(fresh=frozenset({"apologise", "own"})))
    assert met.anger < ANGRY.anger < unmet.anger


def test_an_apology_in_the_same_breath_as_blame_soothes_nobody() -> None:
    noticed = Noticed(fresh=frozenset({"apologise"}), blamed=True)
    assert felt_after(ANGRY, TEMPERS["patient"], noticed).anger > ANGRY.anger


def test_progress_soothes_somebody_in_a_hurry_more_than_words() -> None:
    hurried = TEMPERS["hurried"]
    words = felt_after(ANGRY, hurried, Noticed(fresh=frozenset({"apologise"})))
    facts = felt_after(ANGRY, hurried, Noticed(progress=True))
    assert facts.anger < words.anger


def test_feelings_never_leave_their_range() -> None:
    felt = Feelings(anger=0.9, worry=0.9)
    for _ in range(20):
        felt = felt_after(
            felt, TEMPERS["quick_to_anger"], Noticed(waited=600, repeated=True, blamed=True, misheard=True)
        )
    assert felt == Feelings(anger=1.0, worry=1.0)
