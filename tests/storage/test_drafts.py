"""Drafts change file by file without overwriting anybody."""

import asyncio

import pytest

from dajeong.storage import Storage
from dajeong.storage.errors import NameTaken, RevisionConflict, UnfitText
from tests.storage.telling import NOON, minutes

FILES = {"playbook.yaml": "name: parcel\r\n", "말투/persona.yaml": "\ufeff이름: 다온\n", "layout.json": "{}"}


async def test_a_file_is_saved_over_the_revision_its_writer_saw(storage: Storage) -> None:
    store = storage.drafts
    first = await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    second = await store.save("parcel", "a.yaml", "둘", revision=first.revision, at=minutes(1))
    assert (first.revision, second.revision) == (1, 2)
    assert await store.of("parcel") == {"a.yaml": second}
    assert await store.of("nothing") == {}


@pytest.mark.parametrize("seen", [0, 1, 3])
async def test_nobody_overwrites_what_they_have_not_seen(storage: Storage, seen: int) -> None:
    store = storage.drafts
    await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    await store.save("parcel", "a.yaml", "둘", revision=1, at=NOON)
    with pytest.raises(RevisionConflict) as refused:
        await store.save("parcel", "a.yaml", "셋", revision=seen, at=NOON)
    assert refused.value.revision == 2 and refused.value.status == 412
    assert (await store.of("parcel"))["a.yaml"].text == "둘"


@pytest.mark.parametrize("revision", [0, 1])
async def test_of_two_who_save_at_once_one_wins(storage: Storage, revision: int) -> None:
    store = storage.drafts
    for _ in range(revision):
        await store.save("parcel", "a.yaml", "처음", revision=0, at=NOON)
    saves = [store.save("parcel", "a.yaml", f"{n}", revision=revision, at=NOON) for n in range(4)]
    outcomes = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(isinstance(each, RevisionConflict) for each in outcomes) == 3
    assert (await store.of("parcel"))["a.yaml"].revision == revision + 1


async def test_a_deleted_file_is_gone_and_its_old_revision_fits_no_new_one(storage: Storage) -> None:
    store = storage.drafts
    await store.save("parcel", "a.yaml", "하나", revision=0, at=NOON)
    with pytest.raises(RevisionConflict):
        await store.remove("parcel", "a.yaml", revision=7, at=NOON)
    await store.remove("parcel", "a.yaml", revision=1, at=NOON)
    assert await store.of("parcel") == {} and await store.names() == []
    with pytest.raises(RevisionConflict):
        await store.save("parcel", "a.yaml", "옛것", revision=1, at=NOON)
    assert (await store.save("parcel", "a.yaml", "새것", revision=0, at=NOON)).revision == 3


async def test_an_imported_folder_replaces_the_draft_and_leaves_equal_files_alone(storage: Storage) -> None:
    store = storage.drafts
    before = await store.replace("parcel", FILES, at=NOON)
    assert {path: file.text for path, file in before.items()} == FILES
    changed = {**FILES, "playbook.yaml": "name: parcel2\n", "new.yaml": "x"}
    del changed["layout.json"]
    await store.replace("parcel", changed, at=minutes(1))
    now = await store.of("parcel")
    assert {path: (file.text, file.revision) for path, file in now.items()} == {
        "playbook.yaml": ("name: parcel2\n", 2),
        "말투/persona.yaml": (FILES["말투/persona.yaml"], 1),
        "new.yaml": ("x", 1),
    }


async def test_a_playbook_begins_once(storage: Storage) -> None:
    store = storage.drafts
    begun = await asyncio.gather(*(store.begin("shop", FILES, at=NOON) for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(each, NameTaken) for each in begun) == 2
    assert {path: file.text for path, file in (await store.of("shop")).items()} == FILES
    await storage.publications.publish("other", FILES, at=NOON)
    with pytest.raises(NameTaken):
        await store.begin("other", FILES, at=NOON)


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
async def test_a_text_no_file_can_hold_is_refused(storage: Storage, text: str) -> None:
    with pytest.raises(UnfitText):
        await storage.drafts.save("parcel", "a.yaml", text, revision=0, at=NOON)
    assert await storage.drafts.names() == []
