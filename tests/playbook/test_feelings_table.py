"""The empathy policies as a table: what answers each cell, what it lacks, and how it becomes the team's own."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from dajeong.conversation.reading import EMOTIONS, GROUP_OF
from dajeong.playbook import load_playbook, read_folder
from dajeong.playbook.empathy import Empathy, Policy
from dajeong.playbook.feelings_table import BEGINS, FeelingsTable, feelings_table
from dajeong.playbook.playbook import Playbook

EXAMPLES = Path(__file__).parents[2] / "examples"
SHIPPED = Playbook.model_validate({"name": "small"}).model_copy(
    update={"empathy": load_playbook({"playbook.yaml": "name: small\nlanguage: ko\n"}).playbook.empathy}  # type: ignore[union-attr]
)
# Every situation a condition may tell apart: the feeling, how strong, how sure, how long, how often, how pressing.
SITUATIONS: list[dict[str, Any]] = [
    {
        "emotion": emotion, "mood": GROUP_OF[emotion], "strength": strength, "sure": sure, "anger_stays": stays,
        "urgency": urgency, "fatigue": fatigue, "repeated": repeated,
    }
    for emotion, strength, sure, stays, urgency, fatigue, repeated in product(
        EMOTIONS, (0.1, 0.4, 0.5, 0.6, 1.0), (True, False), (True, False), (0.1, 0.7), (0.0, 0.5), (0, 2)
    )
]  # fmt: skip


def table_of(playbook: Playbook, own: frozenset[str] = frozenset()) -> FeelingsTable:
    return feelings_table(playbook, own)


def answered_by(policies: tuple[Policy, ...], felt: dict[str, Any]) -> Policy:
    return next(each for each in policies if each.when.met_by(felt))


def with_own(playbook: Playbook, policy: Policy, own: frozenset[str] = frozenset()) -> Playbook:
    """The playbook once the team has written a policy behind its own, as the assembly puts them together."""
    mine = tuple(each for each in playbook.empathy.policies if each.id in own)
    rest = tuple(each for each in playbook.empathy.policies if each.id not in own and each.id != policy.id)
    empathy = Empathy(policies=(*mine, policy, *rest), wordings=playbook.empathy.wordings)
    return playbook.model_copy(update={"empathy": empathy})


@pytest.mark.parametrize("policy", [each.id for each in SHIPPED.empathy.policies])
def test_a_shipped_policy_made_the_teams_own_answers_the_very_messages_it_answered_before(policy: str) -> None:
    row = next(each for each in table_of(SHIPPED).policies if each.policy.id == policy)
    assert row.made_own is not None and row.made_own.before is None
    after = with_own(SHIPPED, row.made_own.policy)
    for felt in SITUATIONS:
        assert answered_by(after.empathy.policies, felt).id == answered_by(SHIPPED.empathy.policies, felt).id


def test_a_cell_made_the_teams_own_takes_its_cell_and_nothing_else() -> None:
    for cell in table_of(SHIPPED).cells:
        mine = cell.made_own.policy.model_copy(update={"id": "mine"})
        after = with_own(SHIPPED, mine)
        taken = False
        for felt in SITUATIONS:
            before = answered_by(SHIPPED.empathy.policies, felt)
            now = answered_by(after.empathy.policies, felt)
            if now.id == "mine":
                assert (felt["emotion"], before.id) == (cell.emotion, cell.policy)
                taken = True
            else:
                assert now.id == before.id
        assert taken
        found = next(
            each
            for each in table_of(after, frozenset({"mine"})).cells
            if (each.emotion, each.column) == (cell.emotion, cell.column)
        )
        assert found.policy == "mine" and found.others == ()


def test_a_cell_is_set_apart_from_a_policy_of_the_teams_own_that_answers_more() -> None:
    wide = Policy(id="wide", when=SHIPPED.empathy.policies[-4].when, moves=("acknowledge", "inform"))
    playbook = with_own(SHIPPED, wide)
    cell = next(
        each
        for each in table_of(playbook, frozenset({"wide"})).cells
        if (each.emotion, each.column) == ("anxiety", "strong")
    )
    assert cell.policy == "wide"
    assert cell.made_own.before == "wide"
    assert cell.made_own.policy.when.met_by(SITUATION := {"emotion": "anxiety", "mood": "worried", "strength": 0.8})
    assert not cell.made_own.policy.when.met_by({**SITUATION, "strength": 0.5})


def test_the_shipped_policies_lack_an_apology_for_nobody_who_is_against_us() -> None:
    lacking = {
        (cell.emotion, cell.column, each.lack)
        for cell in table_of(SHIPPED).cells
        for each in cell.lacks
        if each.severity == "warning"
    }
    assert lacking == {("anxiety", "strong", "no_person"), ("sadness", "strong", "no_person")}


def test_what_hurts_is_warned_of() -> None:
    def lacks(moves: tuple[str, ...], forbidden: tuple[str, ...] = (), emotion: str = "anger") -> dict[str, str]:
        mine = Policy.model_validate(
            {"id": "mine", "when": {"holds": {"emotion": emotion}}, "moves": moves, "forbidden": forbidden}
        )
        cells = table_of(with_own(SHIPPED, mine), frozenset({"mine"})).cells
        cell = next(each for each in cells if (each.emotion, each.column) == (emotion, "strong"))
        return {each.lack: each.severity for each in cell.lacks}

    assert lacks(("inform",)) == {"no_feeling": "warning", "no_person": "note"}
    assert lacks(("own", "inform", "offer_person")) == {"no_apology": "warning"}
    assert lacks(("apologise", "inform"), ("offer_person",)) == {"person_forbidden": "warning"}
    assert lacks(("acknowledge", "inform", "offer_person"), emotion="anxiety") == {"no_apology": "note"}
    assert lacks(("reassure", "inform"), emotion="neutral") == {"pity": "warning"}


def test_a_move_without_fitting_words_is_told() -> None:
    bare = SHIPPED.model_copy(
        update={"empathy": Empathy(policies=(Policy(id="mine", moves=("apologise", "inform")),), wordings=())}
    )
    [cell] = [each for each in table_of(bare).cells if (each.emotion, each.column) == ("sadness", "slight")]
    assert [(each.lack, each.moves) for each in cell.lacks] == [("without_words", ("apologise",))]


def test_the_table_tells_the_teams_own_policies_and_words_from_the_shipped_ones() -> None:
    playbook = load_playbook(read_folder(EXAMPLES / "parcel")).playbook
    assert playbook is not None
    table = feelings_table(playbook, frozenset({"waiting_and_worried"}), frozenset({"parcel_sorry_late"}))
    own = {each.policy.id: each for each in table.policies if each.own}
    assert set(own) == {"waiting_and_worried"}
    assert own["waiting_and_worried"].special and not own["waiting_and_worried"].replaces
    assert [each.wording.id for each in table.wordings if each.own] == ["parcel_sorry_late"]
    anger = next(each for each in table.cells if (each.emotion, each.column) == ("anger", "strong"))
    assert anger.policy == "anger_strong"
    # In the order in which they are tried, and nothing that is only for one matter.
    assert anger.words["apologise"][:1] == ("sorry_anger_happened",)
    assert "parcel_sorry_late" not in anger.words["apologise"]


def test_where_nothing_answers_a_feeling_a_policy_can_be_begun() -> None:
    files = {"playbook.yaml": "name: bare\nlanguage: ko\n", "empathy.yaml": "extends: nothing\n"}
    playbook = load_playbook(files).playbook
    assert playbook is not None
    cell = next(each for each in table_of(playbook).cells if (each.emotion, each.column) == ("anger", "clear"))
    assert cell.policy is None
    assert [each.lack for each in cell.lacks] == ["no_feeling"]
    begun = cell.made_own.policy
    assert begun.moves == ("inform",)
    assert begun.when.met_by({"emotion": "anger", "strength": 0.5}) and not begun.when.met_by(
        {"emotion": "anger", "strength": 0.7}
    )


def test_the_studio_says_slightly_clearly_and_strongly_where_the_columns_begin() -> None:
    source = (EXAMPLES.parent / "web/studio/src/words/strength.ts").read_text(encoding="utf-8")
    written = re.search(r"BEGINS: [^=]+= (\{[^}]+\})", source)
    assert written
    assert json.loads(re.sub(r"(\w+):", r'"\1":', written[1])) == BEGINS
