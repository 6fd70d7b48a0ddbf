"""Published versions never change; which of them is in force does."""

import pytest

from dajeong.storage import Storage
from dajeong.storage.errors import NotKept, UnfitText
from dajeong.storage.publications import version_of
from tests.storage.telling import NOON, minutes

FILES = {"playbook.yaml": "name: parcel\r\n", "말투/persona.yaml": "\ufeff이름: 다온\n", "layout.json": "{}"}


async def test_what_is_published_comes_back_byte_for_byte(storage: Storage) -> None:
    published = await storage.publications.publish("parcel", FILES, at=NOON, note="첫 공개", by="민지")
    assert await storage.publications.files("parcel", published.version) == FILES
    assert await storage.publications.current("parcel") == published.version
    assert (published.note, published.by, published.at) == ("첫 공개", "민지", NOON)


async def test_the_same_files_are_the_same_version_and_any_other_are_not(storage: Storage) -> None:
    store = storage.publications
    first = await store.publish("parcel", FILES, at=NOON)
    again = await store.publish("parcel", dict(reversed(FILES.items())), at=minutes(1))
    other = await store.publish("parcel", {**FILES, "layout.json": "{ }"}, at=minutes(2))
    assert first.version == again.version != other.version
    assert [each.at for each in await store.history("parcel")] == [minutes(2), minutes(1), NOON]
    assert await store.files("parcel", first.version) == FILES


def test_no_two_lists_of_files_read_the_same() -> None:
    assert version_of({"a": "bc"}) != version_of({"ab": "c"})
    assert version_of({"a": "b", "c": "d"}) != version_of({"a": "bcd"})
    with pytest.raises(ValueError, match="without files"):
        version_of({})


async def test_saving_a_draft_does_not_change_what_is_published(storage: Storage) -> None:
    await storage.drafts.replace("parcel", FILES, at=NOON)
    published = await storage.publications.publish("parcel", FILES, at=NOON)
    await storage.drafts.save("parcel", "playbook.yaml", "name: other", revision=1, at=NOON)
    assert await storage.publications.files("parcel", published.version) == FILES


async def test_a_roll_back_puts_an_older_version_in_force_and_may_recall_the_one_it_leaves(storage: Storage) -> None:
    store = storage.publications
    old = await store.publish("parcel", FILES, at=NOON)
    new = await store.publish("parcel", {"a": "b"}, at=minutes(1))
    await store.put_in_force("parcel", old.version, at=minutes(2), note="되돌림")
    await store.recall("parcel", new.version, at=minutes(2))
    assert await store.current("parcel") == old.version
    shown = [(each.version, each.recalled, each.note) for each in await store.history("parcel")]
    assert shown == [(old.version, False, "되돌림"), (new.version, True, ""), (old.version, False, "")]
    await store.publish("parcel", {"a": "b"}, at=minutes(3))
    assert not any(each.recalled for each in await store.history("parcel"))


async def test_a_roll_back_may_recall_the_version_it_leaves_in_the_same_breath(storage: Storage) -> None:
    store = storage.publications
    good = (await store.publish("parcel", FILES, at=NOON)).version
    bad = (await store.publish("parcel", {**FILES, "a.yaml": "나쁜 말"}, at=minutes(1))).version
    await store.put_in_force("parcel", good, at=minutes(2), recall=bad)
    assert await store.current("parcel") == good and await store.recalled("parcel") == {bad}
    with pytest.raises(NotKept):
        await store.put_in_force("parcel", bad, at=minutes(3), recall="000000000000")
    assert await store.current("parcel") == good


async def test_a_second_version_has_its_share_until_another_one_is_put_in_force(storage: Storage) -> None:
    store = storage.publications
    first = (await store.publish("parcel", FILES, at=NOON)).version
    await store.publish("parcel", {**FILES, "a.yaml": "다른 말"}, at=minutes(1))
    assert await store.share("parcel") is None
    await store.set_share("parcel", first, 10, at=minutes(2), by="민지")
    share = await store.set_share("parcel", first, 25, at=minutes(3), by="민지")
    assert await store.share("parcel") == share and share.percent == 25
    with pytest.raises(NotKept):
        await store.set_share("parcel", "000000000000", 10, at=minutes(3))
    await store.end_share("parcel")
    assert await store.share("parcel") is None
    await store.set_share("parcel", first, 10, at=minutes(4))
    await store.put_in_force("parcel", first, at=minutes(5))
    assert await store.share("parcel") is None


async def test_a_version_belongs_to_the_playbook_that_published_it(storage: Storage) -> None:
    store = storage.publications
    version = (await store.publish("parcel", FILES, at=NOON)).version
    for attempt in (
        store.files("telecom", version),
        store.files("parcel", "f" * 64),
        store.put_in_force("telecom", version, at=NOON),
        store.recall("telecom", version, at=NOON),
    ):
        with pytest.raises(NotKept):
            await attempt
    assert await store.current("telecom") is None
    assert await store.names() == ["parcel"]


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
async def test_a_text_no_file_can_hold_is_not_published(storage: Storage, text: str) -> None:
    with pytest.raises(UnfitText):
        await storage.publications.publish("parcel", {"a.yaml": text}, at=NOON)
    assert await storage.publications.names() == []
