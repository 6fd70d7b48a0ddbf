"""Forgetting a customer blanks every word of theirs and leaves a mark; nobody else's are touched."""

import json
import re
from pathlib import Path

import pytest

from dajeong.conversation import fold, inbox_row
from dajeong.conversation.events import EVENT, CustomerForgotten
from dajeong.conversation.token import SealedValue
from dajeong.storage import EventLog, Storage, open_storage
from dajeong.storage.log.blanking import FORGOTTEN, blanked
from tests.conversation.test_every_event_ever import LINES
from tests.storage.telling import Due, minutes, started, tell, wrote

EVENTS = [EVENT.validate_json(line) for line in LINES]
SAID = "제 동생 결혼식 전날까지 꼭 와야 해요"


@pytest.mark.parametrize("event", EVENTS, ids=[event.kind for event in EVENTS])
def test_no_word_that_was_said_is_left_in_a_forgotten_event(event) -> None:  # type: ignore[no-untyped-def]
    # In the file everything a person or a business system said is Korean, holds the order number, or both;
    # what the team designed is not. The persona is the team's.
    left = json.loads(EVENT.dump_json(blanked(event)))
    left.pop("persona", None)
    assert not re.search("[가-힣]|DJ20418833|4821", json.dumps(left, ensure_ascii=False))


def test_what_happened_can_still_be_counted_after_forgetting() -> None:
    for event in EVENTS:
        left = blanked(event)
        assert left.kind == event.kind
        for name in ("message", "moves", "scenario", "outcome", "mood_before", "score", "taken_as", "reason"):
            assert getattr(left, name, None) == getattr(event, name, None)


async def test_a_forgotten_customer_leaves_only_a_mark(log: EventLog) -> None:
    await tell(log, "c1", started("지우"), wrote("m1", SAID), due=Due(minutes(3), "silence"))
    await tell(log, "c2", started("다른 분"), wrote("m1", SAID), due=Due(minutes(3), "silence"))
    await tell(log, "c3", started("지우", "kakao"), *EVENTS[1:-1])
    others = await log.read("c2")
    assert await log.forget("지우", at=minutes(9), reason="asked by the customer") == ["c1", "c3"]
    for name in ("c1", "c3"):
        left = await log.read(name)
        assert left[0].event == started(FORGOTTEN, left[0].event.channel)  # type: ignore[union-attr]
        assert left[-1].event == CustomerForgotten(reason="asked by the customer")
        assert left[-1].at == minutes(9)
        assert SAID not in str(left)
        assert [each.version for each in left] == list(range(1, len(left) + 1))
        assert fold(name, left).forgotten
        assert await log.inbox_of(name) == inbox_row(fold(name, left))
    assert await log.read("c2") == others
    assert [row.conversation for row in await log.due_before(minutes(99))] == ["c2"]
    assert await log.inbox(customer="지우") == []


async def test_followers_hear_that_somebody_was_forgotten(log: EventLog) -> None:
    await tell(log, "c1", started("지우"), wrote("m1", SAID))
    seen = await log.position()
    with log.subscribe("c1") as bell:
        await log.forget("지우", at=minutes(1))
        assert await bell.wait(5)
    assert [each.event.kind for each in await log.follow(seen)] == ["customer_forgotten"]


async def test_forgetting_twice_or_somebody_unknown_is_harmless(log: EventLog) -> None:
    await tell(log, "c1", started("지우"), wrote("m1", SAID))
    await log.forget("지우", at=minutes(1))
    assert await log.forget("지우", at=minutes(2)) == []
    assert await log.forget("모르는 분", at=minutes(2)) == []
    assert len(await log.read("c1")) == 3


async def test_a_message_delivered_again_after_forgetting_is_still_a_repeat(log: EventLog) -> None:
    from dajeong.storage import AlreadyRecorded

    await tell(log, "c1", started("지우"), wrote("m1", SAID))
    await log.forget("지우", at=minutes(1))
    with pytest.raises(AlreadyRecorded):
        await tell(log, "c1", wrote("m1", SAID))


async def test_the_vault_and_the_keys_of_a_forgotten_customer_go_too(storage: Storage) -> None:
    await tell(storage.log, "c1", started("지우"))
    await tell(storage.log, "c2", started("다른 분"))
    for name in ("c1", "c2"):
        row = SealedValue(
            reference=f"v-{name}", conversation=name, token="[전화 1]", kind="phone", digest="d", sealed="s"
        )
        assert await storage.vault.put([row])
        await storage.tokens.grant(f"a token of {name} that nobody guesses", name, at=minutes(0))
    await storage.log.forget("지우", at=minutes(1))
    assert await storage.vault.of("c1") == [] and len(await storage.vault.of("c2")) == 1
    assert await storage.tokens.conversation_of("a token of c1 that nobody guesses") is None
    assert await storage.tokens.conversation_of("a token of c2 that nobody guesses") == "c2"


async def test_forgotten_words_cannot_be_found_in_the_sqlite_files_either(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/dajeong.db") as storage:
        for n in range(30):
            await tell(storage.log, f"c{n}", started("지우" if n % 2 else "다른 분"), wrote("m1", f"{SAID} {n % 2}"))

        def kept() -> bytes:
            return b"".join(file.read_bytes() for file in tmp_path.iterdir())

        assert f"{SAID} 1".encode() in kept() and "지우".encode() in kept()
        await storage.log.forget("지우", at=minutes(1))
        assert f"{SAID} 1".encode() not in kept() and "지우".encode() not in kept()
        assert f"{SAID} 0".encode() in kept()
