"""A training runs in a process of its own, is watched, learns from those who agreed, and puts nothing in force."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning import retraining
from dajeong.learning.card import SHIPPED
from dajeong.learning.evaluation.sample import Sample
from dajeong.learning.registry import Registry
from dajeong.learning.retraining import KIND, Retraining, TrainingRuns, UnknownTraining
from dajeong.learning.team_labels import TeamLabels
from dajeong.learning.training import CannotTrain, kept_back
from dajeong.storage import Storage
from dajeong.storage.operations import Operation
from tests.storage.telling import NOON

OBJECTS = "택배 환불 쿠폰 포인트 예약 요금 앱 배송지 영수증 좌석 카드 계좌 상담 주문 교환 반품".split()


def labels(agreed: int, others: int = 0) -> TeamLabels:
    """So many labelled messages, every emotion in turn."""

    def sample(number: int) -> Sample:
        emotion = EMOTIONS[number % len(EMOTIONS)]
        text = f"{OBJECTS[number % 16]} 때문에 {number}번째로 {emotion} 이야기를 남겨요"
        strength = 0.0 if emotion == "neutral" else 0.67
        return Sample(f"c{number}.2", text, "ko", emotion, strength=strength, urgency=0.33)

    every = [sample(number) for number in range(agreed + others)]
    return TeamLabels(agreed=tuple(every[:agreed]), others=tuple(every[agreed:]))


@pytest.fixture
def url(tmp_path: Path) -> str:
    """SQLite is enough here: what a training learns does not depend on the database."""
    return f"sqlite:///{tmp_path}/dajeong.db"


@pytest.fixture
async def training(storage: Storage, tmp_path: Path) -> AsyncIterator[Retraining]:
    """Trainings from 160 labels, 10 of which may only be measured on."""
    numbers = count(1)
    made = make(storage, tmp_path, labels(150, 10), lambda: f"t{next(numbers)}")
    yield made
    await made.close()


def make(storage: Storage, folder: Path, given: TeamLabels, new_id: object = lambda: "t1") -> Retraining:
    async def read() -> TeamLabels:
        return given

    return Retraining(
        labels=read,
        operations=storage.operations,
        models=folder / "models",
        data=folder / "nowhere",
        vectors=False,
        encoder=None,
        clock=lambda: NOON,
        new_id=new_id,  # type: ignore[arg-type]
    )


async def ended(training: Retraining, id: str) -> Operation:
    for _ in range(1_200):
        operation = await training.of(id)
        if operation.state != "running":
            return operation
        await asyncio.sleep(0.1)
    raise AssertionError("It did not end.")


async def test_a_training_makes_a_version_of_what_customers_agreed_to_and_puts_nothing_in_force(
    training: Retraining, tmp_path: Path
) -> None:
    started = await training.start(by="소라", note="first labels")
    assert (started.state, started.by) == ("running", "소라")
    with pytest.raises(TrainingRuns):
        await training.start(by="누리")
    done = await ended(training, started.id)
    assert done.state == "done" and "models promote" in done.detail, done.detail
    registry = Registry(tmp_path / "models")
    [version] = [name for name in registry.names() if name != SHIPPED]
    card = registry.read(version)
    agreed = labels(150).agreed
    assert card.sources[0].rows == sum(not kept_back(sample) for sample in agreed)
    assert (card.by, card.note) == ("소라", "first labels") and "consent" in card.sources[0].licence
    [figures] = card.figures.values()
    assert figures.rows == 10 + sum(kept_back(sample) for sample in agreed)
    assert registry.pointer().version == SHIPPED
    assert [each.id for each in await training.newest()] == [started.id]


async def test_too_few_labels_start_nothing(storage: Storage, tmp_path: Path) -> None:
    with pytest.raises(CannotTrain, match=r"19 labelled messages .* 30 more may only be measured"):
        await make(storage, tmp_path, labels(19, 30)).start(by="소라")
    assert await storage.operations.newest(KIND) == []


async def test_what_cannot_be_learned_ends_with_a_sentence(storage: Storage, tmp_path: Path) -> None:
    few = labels(30)
    training = make(storage, tmp_path, few)
    failed = await ended(training, (await training.start(by="소라")).id)
    assert failed.state == "failed" and "At least 10 messages of each emotion" in failed.detail
    assert Registry(tmp_path / "models").names() == (SHIPPED,)


async def test_a_worker_that_dies_and_a_server_that_stops_leave_a_failed_training(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = count(1)
    training = make(storage, tmp_path, labels(150), lambda: f"t{next(numbers)}")
    stopped = await training.start(by="소라")
    await asyncio.sleep(0.3)
    await training.close()
    assert (await training.of(stopped.id)).detail.startswith("The server was stopped")
    monkeypatch.setattr(retraining, "WORKER", "dajeong.learning.no_such_worker")
    died = await ended(training, (await training.start(by="소라")).id)
    assert died.state == "failed" and "died" in died.detail


async def test_one_that_is_silent_is_taken_for_lost_and_another_may_start(storage: Storage, tmp_path: Path) -> None:
    silent = NOON - timedelta(minutes=5)
    lost = Operation(id="lost", kind=KIND, state="running", by="소라", started_at=silent, seen_at=silent)
    assert await storage.operations.begin(lost, alive_since=silent)
    training = make(storage, tmp_path, labels(30))
    assert (await training.of("lost")).state == "failed"
    assert (await training.start(by="누리")).state == "running"
    await training.close()
    with pytest.raises(UnknownTraining):
        await training.of("nothing")


def test_a_worker_that_breaks_writes_nobodys_words_into_the_log() -> None:
    order = '{"labels": {"agreed": [{"text": "우리 아이 이름은 비밀이에요"}]}}'
    done = subprocess.run(
        [sys.executable, "-m", retraining.WORKER], input=order.encode(), capture_output=True, check=False
    )
    told = json.loads(done.stdout)
    assert told["state"] == "failed" and "ValidationError" in told["detail"]
    assert "우리" not in (done.stdout + done.stderr).decode() and "Traceback" not in done.stderr.decode()
