"""Every empathy policy is played: one that is not kept, or never gets to speak, is found, with its place."""

from collections.abc import Mapping

import pytest

from dajeong.app import memory_runtime
from dajeong.dialogue import empathy
from dajeong.playbook import load_playbook
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.review.names import FELT
from dajeong.simulation.policies import DEFAULTS, policy_outcomes
from dajeong.simulation.policies.situation import Situation as Moment
from dajeong.simulation.policies.situation import bindings, calm, matter_bindings
from dajeong.simulation.stories import Outcome, Theatre
from dajeong.simulation.testing import tell_all
from dajeong.understanding import TrainedReader
from dajeong.wording import composer, guard
from dajeong.wording.situation import Situation

SHOP = new_playbook("shop", "ko")
POLICIES = """\
extends: default
policies:
"""


def shop(*policies: str, persona: str = "") -> dict[str, str]:
    files = dict(SHOP)
    if policies:
        files["empathy.yaml"] = POLICIES + "".join(f"  - {each}\n" for each in policies)
    files["persona.yaml"] += persona
    return files


async def played(files: Mapping[str, str], reader: TrainedReader) -> dict[str, Outcome]:
    theatre = Theatre(files, reader, memory_runtime)
    return {each.title: each async for each in policy_outcomes(theatre)}


def why(outcome: Outcome) -> str:
    return str(outcome.broken[0])


async def test_every_shipped_policy_that_can_speak_has_a_story_that_holds(reader: TrainedReader) -> None:
    outcomes = await played(SHOP, reader)
    assert all(each.holds and each.path == DEFAULTS for each in outcomes.values())
    assert [title for title, each in outcomes.items() if each.skipped] == ["against"]
    # Both ways into weariness: it was read, and the matter was told three times.
    assert {"tired_and_against (fatigue at_least 0.5)", "tired_and_against (repeated at_least 2)"} <= set(outcomes)


@pytest.mark.parametrize("persona", ["warmth: plain\n", "warmth: very_warm\n", "humour: when_content\n"])
async def test_what_the_persona_changes_is_no_fault_of_the_policies(reader: TrainedReader, persona: str) -> None:
    files = {**SHOP, "persona.yaml": f"name: 다정\n{persona}"}
    assert not [each for each in (await played(files, reader)).values() if not each.holds]


async def test_a_move_lost_on_its_way_into_words_breaks_every_policy_that_has_it(
    reader: TrainedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = composer.choose

    def without_own(planned, situation, said=frozenset()):  # type: ignore[no-untyped-def]
        return None if planned.move == "own" else whole(planned, situation, said)

    for room in (composer, guard):
        monkeypatch.setattr(room, "choose", without_own)
    outcomes = await played(SHOP, reader)
    broken = {title.partition(" ")[0] for title, each in outcomes.items() if not each.holds}
    assert broken == {
        "anger_that_stays", "tired_and_against", "tired", "hurry_and_against", "anger_strong", "anger_mild",
        "frustration", "disappointment", "distrust",
    }  # fmt: skip
    assert "expected apologise, own" in why(outcomes["anger_mild"])
    assert outcomes["anger_mild"].said[-1].by == "assistant"


async def test_a_forbidden_move_that_is_made_breaks_its_policy(
    reader: TrainedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_designed = empathy.meet

    def thankful(c, playbook, purpose, bindings):  # type: ignore[no-untyped-def]
        met = as_designed(c, playbook, purpose, bindings)
        thanks = empathy._planned("thank", playbook, bindings)
        return empathy.Met(met.policy, (*met.before, thanks), met.after, met.offers_person)

    monkeypatch.setattr("dajeong.dialogue.reply.meet", thankful)
    monkeypatch.setattr(Situation, "forbidden", frozenset())
    outcomes = await played(SHOP, reader)
    assert why(outcomes["anger_mild"]).startswith("no_moves: expected no thank")


async def test_a_policy_that_nobody_looks_at_any_more_breaks(
    reader: TrainedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dajeong.dialogue.reply.meet", lambda *given: empathy.Met())
    outcomes = await played(SHOP, reader)
    assert not any(each.holds for each in outcomes.values() if not each.skipped)


async def test_a_policy_that_another_shadows_fails_at_its_line(reader: TrainedReader) -> None:
    outcomes = await played(
        shop(
            "{id: any_anger, when: {mood: against}, moves: [apologise, inform]}",
            "{id: hurried_anger, when: {emotion: anger, urgency: {at_least: 0.5}}, moves: [apologise, inform]}",
        ),
        reader,
    )
    hidden = outcomes["hurried_anger"]
    assert (hidden.path, hidden.line) == ("empathy.yaml", 4)
    assert "`any_anger` answers first" in why(hidden)
    # What is shipped and comes to nothing by the team's own is not in force, and no fault.
    assert outcomes["anger_mild"].skipped and outcomes["any_anger"].holds


async def test_a_policy_whose_condition_nothing_can_meet_fails(reader: TrainedReader) -> None:
    outcomes = await played(
        shop("{id: torn, when: {mood: worried, emotion: anger}, moves: [apologise, inform]}"), reader
    )
    assert "no message" in why(outcomes["torn"]) and outcomes["torn"].line == 3


def test_a_situation_binds_every_name_a_condition_may_look_at() -> None:
    playbook = load_playbook(SHOP).playbook
    assert playbook is not None
    intent = next(each for each in playbook.scenario_of if playbook.intents[each].happened)
    assert {*bindings(playbook, Moment(calm())), *matter_bindings(playbook, intent)} == set(FELT)


async def test_what_no_story_can_bring_about_is_named_and_a_told_story_makes_good_for_it(reader: TrainedReader) -> None:
    files = shop("{id: asked, when: {mood: worried, speech_act: question}, moves: [reassure, inform]}")
    theatre = Theatre(files, reader, memory_runtime)
    [asked] = [each async for each in policy_outcomes(theatre) if each.title == "asked"]
    assert "`speech_act`" in why(asked) and "policy: asked" in why(asked)
    story = (
        "story: 걱정스레 묻는 고객\nplaybook: shop\nlines:\n"
        "  - {customer: 주문한 거 지금 어디쯤 왔어요?, felt: {emotion: anxiety}, expect: {policy: asked}}\n"
    )
    told = await tell_all(theatre, {"tests/asked.yaml": story})
    [asked] = [each for each in told.policies if each.title == "asked"]
    assert asked.holds and asked.skipped and told.all_hold


GIFT = """\
title: 선물
steps:
  - {ask: order_number, id: number, say: 선물할 주문번호를 알려 주시겠어요?}
  - choose: true
    id: card
    say: 카드도 넣을까요?
    options: [{label: 네, value: 'yes', then: done}, {label: 아니요, value: 'no', then: done}]
  - {end: true, id: done}
"""


async def test_a_scenario_that_only_others_lead_to_is_walked_to(reader: TrainedReader) -> None:
    files = shop("{id: inside, when: {mood: worried, scenario: [order_status, gift]}, moves: [acknowledge, inform]}")
    files["scenarios/gift.yaml"] = GIFT
    outcomes = await played(files, reader)
    assert outcomes["inside (scenario order_status)"].holds
    assert "`scenario: gift`" in why(outcomes["inside (scenario gift)"])
    files["scenarios/wrapping.yaml"] = (
        "title: 포장\nintents: [wrapping]\nsteps:\n"
        "  - choose: true\n    id: which\n    say: 선물로 보내시나요?\n    options:\n"
        "      - {label: 아니요, value: 'no', then: done}\n      - {label: 네, value: 'yes', then: gift}\n"
        "  - {go: gift, id: gift}\n  - {end: true, id: done}\n"
    )
    files["intents/wrapping.yaml"] = (
        "wrapping:\n  title: 포장\n  examples: [예쁘게 포장해서 보낼 수 있어요?, 포장은 어떻게 해 주세요?, 포장지를 고를 수 있나요?]\n"
    )
    outcomes = await played(files, reader)
    assert outcomes["inside (scenario gift)"].holds, outcomes["inside (scenario gift)"].broken


async def test_a_policy_that_hangs_on_what_a_system_says_is_led_up_to_it(reader: TrainedReader) -> None:
    late = "{id: gone, when: {mood: against, find_order.found: false}, moves: [apologise, own, inform]}"
    known = "{id: known, when: {mood: worried, order_number: {filled: true}}, moves: [acknowledge, reassure, inform]}"
    outcomes = await played(shop(late, known), reader)
    assert outcomes["gone"].holds and outcomes["known"].holds, [*outcomes["gone"].broken, *outcomes["known"].broken]


async def test_a_move_without_words_is_a_policy_that_is_not_kept(reader: TrainedReader) -> None:
    files = {
        **SHOP,
        "empathy.yaml": "extends: nothing\npolicies:\n  - {id: sorry, when: {mood: against}, moves: [apologise, inform]}\n",
    }
    outcomes = await played(files, reader)
    assert set(outcomes) == {"sorry"} and "expected apologise" in why(outcomes["sorry"])


async def test_a_policy_for_some_scenarios_is_played_in_each_of_them(reader: TrainedReader) -> None:
    worried = "{id: w, when: {mood: worried, scenario: [order_status, wrong_item]}, moves: [acknowledge, inform]}"
    outcomes = await played(shop(worried), reader)
    assert {"w (scenario order_status)", "w (scenario wrong_item)"} <= {
        title for title, each in outcomes.items() if each.holds
    }
