"""A list kept beside the log goes on where it was, and what it says of a conversation always comes from all of its events."""

from collections.abc import Mapping

import pytest

from dajeong.conversation import Recorded
from dajeong.conversation.events import CustomerForgotten, CustomerWrote
from dajeong.runtime.follower import Follower
from dajeong.storage import MemoryLog
from tests.storage.telling import minutes, started, tell, wrote


class Said:
    """The customer's words of one conversation."""

    def __init__(self) -> None:
        self.version = 0
        self.texts: list[str] = []

    def add(self, recorded: Recorded) -> None:
        assert recorded.version == self.version + 1, "Every event once, in order."
        self.version = recorded.version
        if isinstance(recorded.event, CustomerWrote):
            self.texts.append(recorded.event.text)


class Places:
    """A position in memory."""

    def __init__(self) -> None:
        self.at: int | None = None

    async def position(self, follower: str) -> int | None:
        return self.at

    async def restart(self, follower: str) -> None:
        self.at = 0


class Words(Follower[Said]):
    """Keeps what customers said."""

    name = "words/1"
    gather = 0.0

    def __init__(self, log: MemoryLog) -> None:
        self.places = Places()
        super().__init__(log, self.places)
        self.kept: dict[str, list[str]] = {}

    def _begin(self, first: Recorded) -> Said:
        return Said()

    async def _write(self, followed: Mapping[str, Said], *, before: int, now: int) -> bool:
        if self.places.at != before:
            return False
        self.places.at = now
        self.kept |= {name: list(each.texts) for name, each in followed.items()}
        return True


class CountingLog(MemoryLog):
    """Remembers which conversations were read."""

    def __init__(self) -> None:
        super().__init__()
        self.reads: list[tuple[str, int]] = []

    async def read(self, conversation: str, *, after: int = 0) -> list[Recorded]:
        self.reads.append((conversation, after))
        return await super().read(conversation, after=after)


async def test_a_conversation_that_goes_on_is_not_read_again() -> None:
    log = CountingLog()
    words = Words(log)
    await tell(log, "c1", started(), wrote("m1", "언제 와요"))
    await words.catch_up()
    await tell(log, "c1", wrote("m2", "아직이에요?"), at=minutes(1))
    log.reads.clear()
    await words.catch_up()
    assert words.kept == {"c1": ["언제 와요", "아직이에요?"]} and log.reads == []


async def test_a_conversation_that_is_no_longer_remembered_is_read_from_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dajeong.runtime.follower._WARM_EVENTS", 3)
    log = CountingLog()
    words = Words(log)
    for name in ("c1", "c2"):
        await tell(log, name, started(), wrote("m1", f"{name} 언제 와요"))
    await words.catch_up()
    for name in ("c1", "c2"):
        await tell(log, name, wrote("m2", "아직이에요?"), at=minutes(1))
    log.reads.clear()
    await words.catch_up()
    assert words.kept == {name: [f"{name} 언제 와요", "아직이에요?"] for name in ("c1", "c2")}
    assert log.reads == [("c1", 0)]


async def test_after_a_restart_the_whole_conversation_is_known_again() -> None:
    log = MemoryLog()
    first = Words(log)
    await tell(log, "c1", started(), wrote("m1", "언제 와요"))
    await first.catch_up()
    second = Words(log)
    second.places.at = first.places.at
    await tell(log, "c1", wrote("m2", "아직이에요?"), at=minutes(1))
    await second.catch_up()
    assert second.kept == {"c1": ["언제 와요", "아직이에요?"]}


async def test_what_a_forgotten_customer_said_is_not_remembered_either() -> None:
    log = MemoryLog()
    words = Words(log)
    await tell(log, "c1", started("손님"), wrote("m1", "제 이름은 비밀이에요"))
    await words.catch_up()
    await log.forget("손님", at=minutes(2))
    await words.catch_up()
    assert not any("비밀" in text for text in words.kept["c1"])
    assert isinstance((await log.read("c1"))[-1].event, CustomerForgotten)


async def test_where_another_process_went_on_the_follower_goes_on_from_there() -> None:
    log = MemoryLog()
    words = Words(log)
    await tell(log, "c1", started(), wrote("m1", "언제 와요"))
    await words.catch_up()
    end = words.places.at
    words.places.at = 0
    await words.catch_up()
    assert words.places.at == end and words.kept == {"c1": ["언제 와요"]}
