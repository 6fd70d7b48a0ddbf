"""A running server follows the pointer of the registry; what cannot be used is said, and the old model goes on."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from dajeong.learning import following
from dajeong.learning.card import SHIPPED
from dajeong.learning.following import ModelFollower, open_in_force
from dajeong.learning.registry import Registry
from dajeong.server.serve import look_on_hangup
from dajeong.understanding import Encoder, TrainedReader
from dajeong.understanding.current import CurrentReader
from tests.learning.models import NOON, add_another


def load(path: Path | None, encoder: Encoder | None = None) -> TrainedReader:
    """Letters alone: no encoder to wait for."""
    return TrainedReader.load(path, vectors=False)


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return Registry(tmp_path / "models")


@pytest.fixture
def follower(registry: Registry) -> ModelFollower:
    version, reader = open_in_force(registry, load)
    return ModelFollower(registry, CurrentReader(reader), version, load)


def reader_of(follower: ModelFollower) -> TrainedReader:
    return follower._reader.now


async def until_in_force(follower: ModelFollower, name: str) -> None:
    async with asyncio.timeout(5):
        while follower.version != name:
            await asyncio.sleep(0.01)


async def test_a_promoted_version_reads_the_next_message(
    registry: Registry, follower: ModelFollower, tmp_path: Path
) -> None:
    before = reader_of(follower)
    name = add_another(registry, tmp_path)
    await follower.look()
    assert reader_of(follower) is before
    registry.promote(name, at=NOON)
    with capture_logs() as logs:
        await follower.look()
    assert follower.version == name
    assert reader_of(follower).name != before.name
    assert [(each["event"], each["version"]) for each in logs] == [("model.taken_over", name)]
    registry.roll_back(at=NOON)
    await follower.look()
    assert follower.version == SHIPPED
    assert reader_of(follower).name == before.name


async def test_a_version_changed_after_its_promotion_leaves_the_old_one_reading_and_is_said_once(
    registry: Registry, follower: ModelFollower, tmp_path: Path
) -> None:
    before = reader_of(follower)
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    file = registry.folder / name / "emotion.npz"
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    with capture_logs() as logs:
        await follower.look()
        await follower.look()
    assert reader_of(follower) is before
    assert [each["event"] for each in logs] == ["model.kept_last"]
    assert f"{name}/emotion.npz" in logs[0]["problem"]
    file.write_bytes(whole)
    await follower.look()
    assert follower.version == name


async def test_a_model_for_another_encoder_is_found_out_before_a_customer_meets_it(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = add_another(registry, tmp_path)
    version, reader = open_in_force(registry, load)
    follower = ModelFollower(registry, CurrentReader(reader), version, load)
    registry.promote(name, at=NOON)

    def breaks(*_: object, **__: object) -> None:
        raise ValueError("matmul: mismatch in its core dimension")

    monkeypatch.setattr(TrainedReader, "read", breaks)
    with capture_logs() as logs:
        await follower.look()
    assert reader_of(follower) is reader
    assert logs[0]["event"] == "model.kept_last" and "cannot read" in logs[0]["problem"]


async def test_a_start_with_a_broken_version_in_force_falls_to_the_shipped_one_and_says_so(
    registry: Registry, tmp_path: Path
) -> None:
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    assert open_in_force(registry, load)[0] == name
    (registry.folder / name / "emotion.npz").write_bytes(b"")
    with capture_logs() as logs:
        version, reader = open_in_force(registry, load)
    assert version == SHIPPED
    assert reader.name == load(None).name
    assert logs[0]["event"] == "model.shipped_instead" and name in logs[0]["problem"]


async def test_the_follower_looks_by_itself_and_at_once_when_asked(
    registry: Registry, follower: ModelFollower, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    structlog.reset_defaults()
    monkeypatch.setattr(following, "LOOK", 600.0)
    running = asyncio.create_task(follower.run())
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    await asyncio.sleep(0)
    follower.look_soon()
    await until_in_force(follower, name)
    running.cancel()


async def test_a_mistake_while_looking_does_not_end_the_following(
    registry: Registry, follower: ModelFollower, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LOOK", 0.01)
    real, times = Registry.pointer, [0]

    def breaks_once(self: Registry) -> object:
        times[0] += 1
        if times[0] == 1:
            raise RuntimeError("words of somebody")
        return real(self)

    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    monkeypatch.setattr(Registry, "pointer", breaks_once)
    with capture_logs() as logs:
        running = asyncio.create_task(follower.run())
        await until_in_force(follower, name)
        running.cancel()
    assert logs[0]["event"] == "model.look_broke" and "words" not in str(logs)


async def test_a_hangup_makes_a_server_look_at_once(
    registry: Registry, follower: ModelFollower, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LOOK", 600.0)
    look_on_hangup(follower)
    running = asyncio.create_task(follower.run())
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    os.kill(os.getpid(), signal.SIGHUP)
    await until_in_force(follower, name)
    running.cancel()
    asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)
