"""A rehearsal small enough to be played many times: the small shop and four customers, read by the light reader."""

import os
from collections.abc import Callable
from functools import cache

from dajeong.app import memory_runtime
from dajeong.simulation.rehearsal import Programme, Recipe, Result
from dajeong.simulation.rehearsal.troupe import Troupe
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP

CUSTOMERS = """\
customers:
  - id: waits
    weight: 3
    goal: {intent: parcel_late, done: [find_order]}
    facts: {order_number: "4417"}
    feels: {worry: 0.5}
    temper: anxious
    world: {find_order: {outputs: {found: true, item: 머그컵, arrives: "2026-11-25"}}}
    says: {opens: [택배가 아직 안 왔어요], again: [배송이 너무 늦어요], upset: [너무 걱정돼요]}
  - id: sends_back
    weight: 2
    goal: {intent: wants_refund, done: [request_refund]}
    facts: {order_number: "4418", reason: 마음이 바뀌었어요}
    wants: [changed_mind, agreed]
    world: {request_refund: {outputs: {done: true, receipt: R-7}}}
    says: {opens: [환불해 주세요], again: [반품하고 싶어요]}
  - id: got_shards
    goal: {intent: came_broken, ends: [person]}
    facts: {damage: 손잡이가 떨어졌어요}
    feels: {anger: 0.6}
    temper: quick_to_anger
    writing: {typos: 0.2, messages: many_short}
    says: {opens: [접시에 금이 갔어요], again: [깨진 게 왔다고요], upset: [정말 화가 나요]}
  - id: wants_a_call
    goal: {intent: call_me, done: [call_back]}
    facts: {phone: 010-2345-6789}
    habits: {silent: 0.3}
    says: {opens: [전화 예약할게요], again: [전화로 이야기하고 싶어요]}
"""
FILES = {**SHOP, "customers/some.yaml": CUSTOMERS}


def programme(customers: int = 12, seed: int = 1) -> Programme:
    """So many conversations of the small shop."""
    return Programme(files=FILES, customers=customers, seed=seed)


def light() -> TrainedReader:
    """The light reader, in whatever process asks."""
    return TrainedReader.load(vectors=False)


def deadly() -> TrainedReader:
    """No reader: the process ends as if something had killed it."""
    os._exit(9)


def recipe(
    customers: int = 12, seed: int = 1, make_reader: Callable[[], TrainedReader] = light, key: str = "small"
) -> Recipe:
    """What a process needs to play the small shop."""
    return Recipe(f"{key}-{customers}-{seed}", programme(customers, seed), make_reader, memory_runtime)


@cache
def played(customers: int = 12, seed: int = 1) -> tuple[Result, ...]:
    """All conversations, played one after another in this process."""
    troupe = Troupe(programme(customers, seed), light(), memory_runtime)
    try:
        return tuple(troupe.play(number) for number in range(customers))
    finally:
        troupe.close()
