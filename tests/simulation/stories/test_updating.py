"""What happens now is taken over where a story broke, and nothing else in the file is touched."""

import pytest

from dajeong.app import memory_runtime
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.story_file import read_stories
from dajeong.simulation.stories import Run, Theatre, can_be_updated, run_stories, updated
from dajeong.understanding import TrainedReader

BEFORE = """\
# 배송 이야기
story: 늦은 주문   # 자주 온다
playbook: shop
lines:
  # 처음
  - customer: "주문한 거 지금 어디쯤 왔어요?"
    expect: {scenario: order_status, moves: [inform], says: [고양이, 주문번호]}
  - customer: 'AB123456'
    expect:
      # 알려 준다
      moves: [inform, check]
      no_events: [action_called]
      slots: {order_number: XY000000}
---
story: 그대로인 이야기
playbook:   shop
lines:
    - {customer: 주문한 거 지금 어디쯤 왔어요?,   expect: {moves:    [ask]}}
---
story: 사라진 단추
playbook: shop
lines:
  - customer: 주문한 거 지금 어디쯤 왔어요?
    expect: {moves: [thank]}
  - press: maybe
"""
AFTER = BEFORE.replace("moves: [inform], says: [고양이, 주문번호]", "moves: [ask], says: [주문번호]").replace(
    "      no_events: [action_called]\n      slots: {order_number: XY000000}\n",
    "      slots: {order_number: AB123456}\n",
)


@pytest.fixture
def theatre(reader: TrainedReader) -> Theatre:
    return Theatre(new_playbook("shop", "ko"), reader, memory_runtime)


async def played(theatre: Theatre, text: str) -> list[Run]:
    stories, _ = read_stories({"tests/late.yaml": text})
    return [run async for run in run_stories(stories, theatre)]


async def test_only_the_expectations_that_broke_change_and_everything_written_around_them_stays(
    theatre: Theatre,
) -> None:
    broken = [run for run in await played(theatre, BEFORE) if can_be_updated(run)]
    text, changes = updated(BEFORE, broken)
    assert text == AFTER
    assert [f"{each.line}: {each}" for each in changes] == [
        "7: moves: inform -> ask",
        "7: says: 고양이, 주문번호 -> 주문번호",
        "12: no_events: action_called -> expected no more",
        "13: slots: order_number XY000000 -> order_number AB123456",
    ]


async def test_what_was_taken_over_holds_and_what_cannot_be_played_is_left_to_people(theatre: Theatre) -> None:
    runs = await played(theatre, BEFORE)
    text, _ = updated(BEFORE, [run for run in runs if can_be_updated(run)])
    again = await played(theatre, text)
    assert [run.outcome.holds for run in again] == [True, True, False]
    assert not can_be_updated(again[2])


async def test_a_line_that_would_expect_nothing_any_more_expects_what_happened(theatre: Theatre) -> None:
    text = "story: 하나\nplaybook: shop\nlines:\n- customer: 주문한 거 지금 어디쯤 왔어요?\n  expect:\n    says: [고양이]\n"
    now, _ = updated(text, await played(theatre, text))
    assert now.startswith(text[: text.index("    says")])
    assert "moves: [ask]" in now and "scenario: order_status" in now and "고양이" not in now


async def test_every_kind_of_expectation_can_be_taken_over(theatre: Theatre) -> None:
    text = (
        "story: 하나\nplaybook: shop\nlines:\n  - customer: 주문한 거 지금 어디쯤 왔어요?\n"
        "    felt: {emotion: anger, strength: 0.9}\n"
        "    expect: {emotion: sadness, group: worried, mood: {at_least: 0.5, at_most: 0.9}, trend: rising, policy: none,"
        " holder: queue, closed: true, moves_start: [thank], has_moves: [own, apologise, ask], no_moves: [ask, thank],"
        " never_says: [주문번호, 고양이], speech_level: 하십시오체, events: [handoff_requested, assistant_replied],"
        " expects: nothing, buttons: [nowhere, person], kept: [고양이, 어디쯤], never_kept: [어디쯤], taken_as: answer}\n"
    )
    now, changes = updated(text, await played(theatre, text))
    assert all(run.outcome.holds for run in await played(theatre, now)), now
    for kept in (
        "has_moves: [own, ask]",
        "no_moves: [thank]",
        "never_says: [고양이]",
        "mood: {at_least: -0.9, at_most: 0.9}",
    ):
        assert kept in now
    assert "events: [assistant_replied]" in now and "buttons: [person]" in now and "never_kept" not in now
    assert len(changes) == 18
