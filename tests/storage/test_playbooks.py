"""Drafts change file by file without overwriting anybody; published versions never change."""

import asyncio

import pytest

from dajeong.storage import Storage
from dajeong.storage.errors import NameTaken, NotKept, RevisionConflict, UnfitText
from dajeong.storage.playbooks import version_of
from tests.storage.telling import NOON, minutes

FILES = {"playbook.yaml": "name: parcel\r\n", "말투/persona.yaml": "\ufeff이름: 다온\n", "layout.json": "{}"}


async def test_a_file_is_saved_over_the_revision_its_writer_saw(storage: Storage) -> None:
    store = storage.playbooks
    first = await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    second = await store.save("parcel", "a.yaml", "둘", revision=first.revision, at=minutes(1))
    assert (first.revision, second.revision) == (1, 2)
    assert await store.draft("parcel") == {"a.yaml": second}
    assert await store.draft("nothing") == {}


@pytest.mark.parametrize("seen", [0, 1, 3])
async def test_nobody_overwrites_what_they_have_not_seen(storage: Storage, seen: int) -> None:
    store = storage.playbooks
    await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    await store.save("parcel", "a.yaml", "둘", revision=1, at=NOON)
    with pytest.raises(RevisionConflict) as refused:
        await store.save("parcel", "a.yaml", "셋", revision=seen, at=NOON)
    assert refused.value.revision == 2 and refused.value.status == 412
    assert (await store.draft("parcel"))["a.yaml"].text == "둘"


@pytest.mark.parametrize("revision", [0, 1])
async def test_of_two_who_save_at_once_one_wins(storage: Storage, revision: int) -> None:
    store = storage.playbooks
    for _ in range(revision):
        await store.save("parcel", "a.yaml", "처음", revision=0, at=NOON)
    saves = [store.save("parcel", "a.yaml", f"{n}", revision=revision, at=NOON) for n in range(4)]
    outcomes = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(isinstance(each, RevisionConflict) for each in outcomes) == 3
    assert (await store.draft("parcel"))["a.yaml"].revision == revision + 1


async def test_a_deleted_file_is_gone_and_its_old_revision_fits_no_new_one(storage: Storage) -> None:
    store = storage.playbooks
    await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    with pytest.raises(RevisionConflict):
        await store.remove("parcel", "a.yaml", revision=7, at=NOON)
    await store.remove("parcel", "a.yaml", revision=1, at=NOON)
    assert await store.draft("parcel") == {} and await store.playbooks() == []
    with pytest.raises(RevisionConflict):
        await store.save("parcel", "a.yaml", "옛것", revision=1, at=NOON)
    assert (await store.save("parcel", "a.yaml", "새것", revision=0, at=NOON)).revision == 3


async def test_an_imported_folder_replaces_the_draft_and_leaves_equal_files_alone(storage: Storage) -> None:
    store = storage.playbooks
    before = await store.replace("parcel", FILES, at=NOON)
    assert {path: file.text for path, file in before.items()} == FILES
    changed = {**FILES, "playbook.yaml": "name: parcel2\n", "new.yaml": "x"}
    del changed["layout.json"]
    await store.replace("parcel", changed, at=minutes(1))
    now = await store.draft("parcel")
    assert {path: (file.text, file.revision) for path, file in now.items()} == {
        "playbook.yaml": ("name: parcel2\n", 2),
        "말투/persona.yaml": (FILES["말투/persona.yaml"], 1),
        "new.yaml": ("x", 1),
    }


async def test_what_is_published_comes_back_byte_for_byte(storage: Storage) -> None:
    published = await storage.playbooks.publish("parcel", FILES, at=NOON, note="첫 공개", by="민지")
    assert await storage.playbooks.files("parcel", published.version) == FILES
    assert await storage.playbooks.current("parcel") == published.version
    assert (published.note, published.by, published.at) == ("첫 공개", "민지", NOON)


async def test_the_same_files_are_the_same_version_and_any_other_are_not(storage: Storage) -> None:
    store = storage.playbooks
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
    store = storage.playbooks
    await store.replace("parcel", FILES, at=NOON)
    published = await store.publish("parcel", FILES, at=NOON)
    await store.save("parcel", "playbook.yaml", "name: other", revision=1, at=NOON)
    assert await store.files("parcel", published.version) == FILES


async def test_a_roll_back_puts_an_older_version_in_force_and_may_recall_the_one_it_leaves(storage: Storage) -> None:
    store = storage.playbooks
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
    store = storage.playbooks
    good = (await store.publish("parcel", FILES, at=NOON)).version
    bad = (await store.publish("parcel", {**FILES, "a.yaml": "나쁜 말"}, at=minutes(1))).version
    await store.put_in_force("parcel", good, at=minutes(2), recall=bad)
    assert await store.current("parcel") == good and await store.recalled("parcel") == {bad}
    with pytest.raises(NotKept):
        await store.put_in_force("parcel", bad, at=minutes(3), recall="000000000000")
    assert await store.current("parcel") == good


async def test_a_second_version_has_its_share_until_another_one_is_put_in_force(storage: Storage) -> None:
    store = storage.playbooks
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


async def test_a_playbook_begins_once(storage: Storage) -> None:
    store = storage.playbooks
    begun = await asyncio.gather(*(store.begin("shop", FILES, at=NOON) for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(each, NameTaken) for each in begun) == 2
    assert {path: file.text for path, file in (await store.draft("shop")).items()} == FILES
    await store.publish("other", FILES, at=NOON)
    with pytest.raises(NameTaken):
        await store.begin("other", FILES, at=NOON)


async def test_a_version_belongs_to_the_playbook_that_published_it(storage: Storage) -> None:
    store = storage.playbooks
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
    assert await store.playbooks() == ["parcel"]


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
async def test_a_text_no_file_can_hold_is_refused(storage: Storage, text: str) -> None:
    with pytest.raises(UnfitText):
        await storage.playbooks.save("parcel", "a.yaml", text, revision=0, at=NOON)
    with pytest.raises(UnfitText):
        await storage.playbooks.publish("parcel", {"a.yaml": text}, at=NOON)
    assert await storage.playbooks.playbooks() == []
