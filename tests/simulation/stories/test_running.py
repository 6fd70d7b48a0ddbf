"""Stories are played one by one: each on a stage and with data of its own, and what breaks is shown where it is written."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dajeong.app import memory_runtime
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.story import Story, stories_of
from dajeong.playbook.story_file import read_stories
from dajeong.simulation.policies import DEFAULTS
from dajeong.simulation.stories import Outcome, Theatre, conversation, junit
from dajeong.simulation.testing import ToldAll, tell_all
from dajeong.understanding import TrainedReader

SHOP = new_playbook("shop", "ko")
HEAD = "story: {}\nplaybook: shop\n"
ASKED = "  - customer: 주문한 거 지금 어디쯤 왔어요?\n"
ACTIONS = """
import os
from pathlib import Path

def find_order(order_number):
    kept = Path(os.environ["DAJEONG_ACTIONS_DATA"]) / "asked"
    asked = kept.read_text().split() if kept.exists() else []
    kept.write_text(" ".join([*asked, order_number]))
    return {"found": True, "status": "shipped", "item": f"주전자 {len(asked) + 1}개", "arrives": os.environ["DAJEONG_ACTIONS_TODAY"]}
"""


@pytest.fixture
def theatre(reader: TrainedReader) -> Theatre:
    return Theatre(SHOP, reader, memory_runtime)


async def told(theatre: Theatre, text: str) -> ToldAll:
    return await tell_all(theatre, {"tests/late.yaml": text}, policies=False)


async def test_a_broken_story_shows_the_conversation_so_far_and_the_first_broken_line(theatre: Theatre) -> None:
    text = HEAD.format("늦은 주문") + (
        "lines:\n"
        "  - customer: 안녕하세요\n"
        "    expect: {expects: nothing}\n"
        f"{ASKED}"
        "    expect:\n"
        "      scenario: order_status\n"
        "      moves: [inform]\n"
        "  - customer: AB123456\n"
        "    expect: {closed: true}\n"
    )
    [outcome] = (await told(theatre, text)).outcomes
    assert [(each.line, each.what) for each in outcome.broken] == [(9, "moves"), (11, "closed")]
    assert str(outcome.broken[0]) == "moves: expected inform, was ask"
    assert [each.by for each in outcome.said] == ["assistant", "customer", "assistant", "customer", "assistant"]
    shown = conversation(outcome)
    assert "주문한 거 지금 어디쯤 왔어요?" in shown and "[order_status.ask_order · neutral · ask]" in shown
    assert "AB123456" not in shown


async def test_what_keeps_a_line_from_being_played_is_said(theatre: Theatre) -> None:
    text = HEAD.format("단추") + f"lines:\n{ASKED}    expect: {{moves: [ask]}}\n  - press: maybe\n"
    [outcome] = (await told(theatre, text)).outcomes
    assert [(each.line, str(each)) for each in outcome.broken] == [(6, "There is no such button below the last reply.")]


async def test_a_mistake_has_its_line_and_the_rest_is_played(theatre: Theatre) -> None:
    text = (
        "# 이야기 모음\n"
        + HEAD.format("늦은 주문")
        + f"lines:\n{ASKED}    expect: {{scenario: order_status}}\n---\nstory: [\n---\n"
        + HEAD.format("없는 시나리오")
        + f"lines:\n{ASKED}    expect: {{scenario: nowhere}}\n---\n"
        + HEAD.format("늦은 주문")
        + f"lines:\n{ASKED}    expect: {{scenaro: order_status}}\n---\n"
        + HEAD.format("다른 주문")
        + f"lines:\n{ASKED}    expect: {{step: ask_order}}\n"
    )
    found = await told(theatre, text)
    assert [(each.title, each.holds) for each in found.outcomes] == [("늦은 주문", True), ("다른 주문", True)]
    assert [each.line for each in found.mistakes] == [8, 14, 20]
    said = [each.message for each in found.mistakes]
    assert "no scenario 'nowhere'" in said[1] and "scenaro" in said[2]
    assert not found.all_hold


def test_two_stories_of_one_name_are_told_apart() -> None:
    text = HEAD.format("하나") + f"lines:\n{ASKED}    expect: {{closed: false}}\n"
    found, wrong = read_stories({"tests/a.yaml": text, "tests/b.yaml": text})
    assert len(found) == 1 and "tests/a.yaml:1" in wrong[0].message and wrong[0].file == "tests/b.yaml"


async def test_mood_trend_and_speech_level_can_be_expected(theatre: Theatre) -> None:
    text = HEAD.format("점점 화가 난다") + (
        f"lines:\n{ASKED}"
        "    felt: {emotion: satisfaction, strength: 0.8}\n"
        "    expect: {mood: {at_least: 0.7}, speech_level: 해요체}\n"
        "  - customer: 주문한 거 지금 어디쯤 왔어요?\n"
        "    felt: {emotion: anger, strength: 0.9}\n"
        "    expect: {mood: {at_least: 0.2}, trend: rising, speech_level: 하십시오체}\n"
    )
    [outcome] = (await told(theatre, text)).outcomes
    assert {each.what for each in outcome.broken} == {"mood", "trend", "speech_level"}
    assert all(each.line == 9 for each in outcome.broken)
    assert any(each.what == "trend" and each.was == ("falling",) for each in outcome.broken)


async def test_a_feeling_can_be_supposed_with_hurry_weariness_and_doubt(theatre: Theatre) -> None:
    ways = {
        "urgency: 0.9": "hurry_and_worried",
        "fatigue: 0.9": "tired",
        "sure: false": "perhaps_upset",
    }
    text = "---\n".join(
        HEAD.format(policy)
        + f"lines:\n{ASKED}    felt: {{emotion: anxiety, {way}}}\n    expect: {{policy: {policy}}}\n"
        for way, policy in ways.items()
    )
    assert (await told(theatre, text)).all_hold


async def test_actions_beside_the_playbook_find_data_and_a_day_of_their_own_in_every_story(
    reader: TrainedReader, tmp_path: Path
) -> None:
    (tmp_path / "actions.py").write_text(ACTIONS, encoding="utf-8")
    built = {**SHOP, "actions.yaml": SHOP["actions.yaml"].replace("mock: true", "mock: false")}
    theatre = Theatre(built, reader, memory_runtime, actions=tmp_path / "actions.py", day=date(2027, 3, 1))
    # Whatever was done in the first story, the second finds a system nobody has asked yet.
    expect = "    expect: {says: [주전자 1개, 3월 1일]}\n"
    own_day = "    expect: {says: [주전자 1개, 12월 24일]}\n"
    text = (
        HEAD.format("하나") + f"lines:\n{ASKED}  - customer: AB123456\n{expect}---\n"
        + HEAD.format("둘") + f"day: 2026-12-24\nlines:\n{ASKED}  - customer: AB123456\n{own_day}---\n"
        + HEAD.format("셋")
        + f"systems: {{find_order: {{outputs: {{found: false}}}}}}\nlines:\n{ASKED}  - customer: AB123456\n"
        + "    expect: {says: [보이지 않아요]}\n"
    )  # fmt: skip
    found = await told(theatre, text)
    assert found.all_hold, [str(each) for outcome in found.outcomes for each in outcome.broken]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["actions.py"]


async def test_the_same_story_goes_alike_twice(theatre: Theatre) -> None:
    text = HEAD.format("늦은 주문") + f"lines:\n{ASKED}    expect: {{moves: [thank]}}\n"
    first, second = [(await told(theatre, text)).outcomes[0] for _ in range(2)]
    assert first.said == second.said and first.broken == second.broken


def test_a_ci_reads_every_story_with_its_file_and_line() -> None:
    holds = Outcome(title="늦은 주문", path="tests/late.yaml", line=1, seconds=0.25)
    broken = holds.model_validate(
        {
            **holds.model_dump(),
            "title": "둘\x01 <셋>",
            "line": 9,
            "broken": [{"line": 12, "what": "moves", "was": ["ask"]}],
        }
    )
    policy = Outcome(title="hurry", path="empathy.yaml", line=3, kind="policy", skipped="It is told.")
    _, wrong = read_stories({"tests/bad.yaml": "story: ["})
    shipped = Outcome(title="worried", path=DEFAULTS, line=1, kind="policy")
    root = ElementTree.fromstring(junit("shops/mine", [holds, broken, policy, shipped], wrong))
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("time")) == ("5", "1", "1", "0.500")
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == [DEFAULTS, "empathy.yaml", "tests/bad.yaml", "tests/late.yaml"]
    assert suites[DEFAULTS][0].get("file") is None
    case = suites["tests/late.yaml"][1]
    assert (case.get("file"), case.get("line")) == ("shops/mine/tests/late.yaml", "9")
    assert case[0].tag == "failure" and (case[0].get("message") or "").startswith(
        "shops/mine/tests/late.yaml:12: moves"
    )
    assert suites["tests/bad.yaml"][0][0].tag == "error" and suites["empathy.yaml"][0][0].tag == "skipped"


def test_a_story_keeps_its_day_in_its_text() -> None:
    [story] = stories_of(HEAD.format("하나") + "day: 2026-12-24\nlines:\n  - {customer: 네, expect: {closed: false}}\n")
    assert isinstance(story, Story) and story.day == date(2026, 12, 24)
