"""A new version reaches new conversations; a running one keeps its own; a broken one reaches nobody."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dajeong.conversation.assignment import VersionAssigned, assigned
from dajeong.conversation.events import ConversationStarted
from dajeong.playbook import content_version
from dajeong.runtime.design import PlaybookUnusable, UnknownPlaybook
from dajeong.storage import open_storage
from dajeong.storage.publications import PublicationStore, Share
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP, with_files
from tests.runtime.place import NOON, Place

FREE = with_files(
    answers__shop=SHOP["answers/shop.yaml"].replace("배송비는 3,000원이에요.", "배송비는 이제 받지 않아요.")
)
BROKEN = with_files(scenarios__refund="steps: [ {say: 안녕, id: }")


class Counter:
    """A shelf whose versions a test puts in force by hand."""

    def __init__(self) -> None:
        self.versions: dict[str, Mapping[str, str]] = {"v1": SHOP}
        self.now = "v1"
        self.withdrawn: frozenset[str] = frozenset()
        self.shared: Share | None = None

    async def current(self, name: str) -> str | None:
        return self.now if name == "shop" else None

    async def files(self, name: str, version: str) -> Mapping[str, str]:
        # Conversations keep the version the playbook gives itself; here every version is known by both names.
        by_content = {content_version(files): files for files in self.versions.values()}
        return {**self.versions, **by_content}[version]

    async def recalled(self, name: str) -> frozenset[str]:
        return self.withdrawn

    async def share(self, name: str) -> Share | None:
        return self.shared

    def publish(self, version: str, files: Mapping[str, str]) -> None:
        self.versions[version] = files
        self.now = version


async def test_a_running_conversation_keeps_its_version_and_a_new_one_gets_the_new(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open("before")
    shelf.publish("v2", FREE)
    await place.runtime.designs.refresh("shop")
    await place.open("after")
    [old] = await place.say("배송비 얼마예요?", "before")
    [new] = await place.say("배송비 얼마예요?", "after")
    assert "3,000원" in old.text and "받지 않아요" in new.text
    assert old.playbook_version != new.playbook_version


async def test_a_running_conversation_keeps_its_version_over_a_restart(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open()
    shelf.publish("v2", FREE)
    place.start()
    [reply] = await place.say("배송비 얼마예요?")
    assert "3,000원" in reply.text


async def test_a_broken_version_leaves_the_last_good_one_in_place(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open("c1")
    shelf.publish("v2", BROKEN)
    with pytest.raises(PlaybookUnusable, match=r"scenarios/refund\.yaml"):
        await place.runtime.designs.refresh("shop")
    await place.open("c2")
    [reply] = await place.say("배송비 얼마예요?", "c2")
    assert "3,000원" in reply.text
    [reply] = await place.say("몇 시에 열어요?", "c1")
    assert "9시" in reply.text


async def test_a_playbook_nobody_published_is_unknown(place: Place) -> None:
    with pytest.raises(UnknownPlaybook):
        await place.runtime.start("c1", channel="web_chat", customer="", playbook="nothing", language="ko")
    assert await place.events() == []


async def test_versions_kept_in_the_database_are_found_again_by_the_conversations_they_belong_to(
    reader: TrainedReader, threads: ThreadPoolExecutor, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/dajeong.db"
    async with open_storage(url) as storage:
        place = Place(storage.log, storage.vault, reader, threads)
        place.shelf = storage.publications
        await storage.publications.publish("shop", SHOP, at=NOON)
        place.start()
        await place.open()
        await storage.publications.publish("shop", FREE, at=NOON)
    async with open_storage(url) as storage:
        place = Place(storage.log, storage.vault, reader, threads)
        place.shelf = storage.publications
        place.start()
        [reply] = await place.say("배송비 얼마예요?")
        assert "3,000원" in reply.text
        [started] = [event for event in await place.events() if isinstance(event, ConversationStarted)]
        assert started.playbook_version == await _first_version(storage.publications)


async def _first_version(shelf: PublicationStore) -> str:
    history = await shelf.history("shop")
    return history[-1].version


WITHOUT_ASKING_WHY = with_files(
    scenarios__refund="\n".join(
        [
            "title: 환불",
            "matter: 환불",
            "intents: [wants_refund]",
            "steps:",
            "  - say: 환불은 상담원이 맡아요.",
            "    id: person_does",
            "  - hand_off: true",
        ]
    )
)


async def recall(place: Place, shelf: Counter, files: Mapping[str, str]) -> None:
    """Put other files in force and have conversations leave the version that was."""
    shelf.withdrawn = frozenset({content_version(SHOP)})
    shelf.publish("v2", files)
    await place.runtime.designs.refresh("shop")


async def test_a_conversation_leaves_a_recalled_version_where_it_stands(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open("c")
    [asked] = await place.say("환불할래요", "c")
    await recall(place, shelf, FREE)
    [reply] = await place.say("배송비 얼마예요?", "c")
    assert "받지 않아요" in reply.text, "the new version answers"
    assert reply.playbook_version != asked.playbook_version
    assert "주문번호" in reply.text, "and the refund goes on where it stood"


async def test_a_matter_whose_step_is_gone_begins_again_with_an_apology(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open("c")
    await place.say("환불할래요", "c")
    await recall(place, shelf, WITHOUT_ASKING_WHY)
    said = " ".join(reply.text for reply in await place.say("AB12345678이에요", "c"))
    assert "죄송" in said and said.index("처음부터") < said.index("상담원이 맡아요")


async def test_a_version_that_is_only_old_is_not_left(place: Place) -> None:
    shelf = place.shelf = Counter()
    place.start()
    await place.open("c")
    shelf.publish("v2", FREE)
    await place.runtime.designs.refresh("shop")
    [reply] = await place.say("배송비 얼마예요?", "c")
    assert "3,000원" in reply.text


async def test_a_share_of_new_conversations_gets_a_second_version_and_each_keeps_its_lot(place: Place) -> None:
    shelf = place.shelf = Counter()
    first, second = content_version(SHOP), content_version(FREE)
    shelf.publish(second, FREE)
    shelf.publish(first, SHOP)
    place.start()
    await place.open("before")
    shelf.shared = Share(version=second, percent=50, by="", at=NOON)
    await place.runtime.designs.refresh("shop")
    for n in range(12):
        await place.open(f"c{n}")
    assert not [event for event in await place.events("before") if isinstance(event, VersionAssigned)]
    told = [await place.events(f"c{n}") for n in range(12)]
    lots = [event for events in told for event in events if isinstance(event, VersionAssigned)]
    assert len(lots) == 12 and 2 <= sum(lot.version == second for lot in lots) <= 10
    for n, lot in enumerate(lots):
        assert lot == assigned(f"c{n}", first, second, 50)
        [reply] = await place.say("배송비 얼마예요?", f"c{n}")
        assert ("받지 않아요" in reply.text) == (lot.version == second) and reply.playbook_version == lot.version


def test_lots_fall_as_often_as_they_should_and_a_larger_share_takes_nobody_away() -> None:
    ids = [f"c{n}" for n in range(4_000)]
    small = {id for id in ids if assigned(id, "a", "b", 10).version == "b"}
    large = {id for id in ids if assigned(id, "a", "b", 30).version == "b"}
    assert 0.08 < len(small) / 4_000 < 0.12 and 0.27 < len(large) / 4_000 < 0.33
    assert small < large
