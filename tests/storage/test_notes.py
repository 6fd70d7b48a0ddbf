"""Research notes are found by what they are about, changed by one at a time, and shown to others only while their link lasts."""

from datetime import timedelta
from pathlib import Path

import pytest

from dajeong.conversation.note import HandoutBody, NotedPlace, NoteText, Quote
from dajeong.storage import Storage, open_storage
from dajeong.storage.errors import NotKept, RevisionConflict
from tests.storage.telling import NOON, started, tell, wrote

LATE = NotedPlace(playbook="parcel", scenario="late_parcel")
STEP = NotedPlace(playbook="parcel", scenario="late_parcel", step="sorry")
TOKEN = "an-unguessable-link-to-one-page"


def about(
    title: str, *places: NotedPlace, quotes: tuple[Quote, ...] = (), conversations: tuple[str, ...] = ()
) -> NoteText:
    return NoteText(title=title, places=places, quotes=quotes, conversations=conversations)


async def titles(storage: Storage, conversation: str | None = None, place: NotedPlace | None = None) -> list[str]:
    return [note.title for note in await storage.notes.notes(conversation=conversation, place=place)]


async def test_a_note_is_found_by_everything_it_is_about(storage: Storage) -> None:
    quote = Quote(conversation="c1", version=2, start=0, end=5)
    await storage.notes.add("n1", about("단계", STEP), by="소라", at=NOON)
    await storage.notes.add("n2", about("시나리오", LATE, conversations=("c2",)), by="소라", at=NOON + timedelta(1))
    await storage.notes.add("n3", about("인용", quotes=(quote,)), by="하루", at=NOON + timedelta(2))
    assert await titles(storage) == ["인용", "시나리오", "단계"]
    assert await titles(storage, place=LATE) == ["시나리오", "단계"]
    assert await titles(storage, place=STEP) == ["단계"]
    assert await titles(storage, conversation="c1") == ["인용"]
    assert await titles(storage, conversation="c2") == ["시나리오"]
    assert await titles(storage, conversation="c3") == []
    assert [note.title for note in await storage.notes.some(["n3", "gone", "n1"])] == ["인용", "단계"]


async def test_who_saw_an_older_note_changes_nothing(storage: Storage) -> None:
    await storage.notes.add("n1", about("처음", STEP), by="소라", at=NOON)
    changed = await storage.notes.change("n1", about("고침", LATE), revision=1, at=NOON + timedelta(hours=1))
    assert (changed.revision, changed.by, changed.at) == (2, "소라", NOON)
    assert await titles(storage, place=STEP) == []
    with pytest.raises(RevisionConflict) as late:
        await storage.notes.change("n1", about("늦음"), revision=1, at=NOON)
    assert late.value.revision == 2
    with pytest.raises(RevisionConflict):
        await storage.notes.remove("n1", revision=1)
    assert await titles(storage) == ["고침"]
    await storage.notes.remove("n1", revision=2)
    assert await titles(storage, place=LATE) == []
    with pytest.raises(NotKept):
        await storage.notes.change("n1", about("없음"), revision=2, at=NOON)


async def test_a_note_about_a_forgotten_customer_waits_until_somebody_has_looked(storage: Storage) -> None:
    for conversation, customer in (("c1", "손님-1"), ("c2", "손님-2")):
        await tell(storage.log, conversation, started(customer), wrote("m1", "택배가 안 왔어요"))
    quote = Quote(conversation="c1", version=2, start=0, end=3)
    await storage.notes.add("n1", about("소라의 메모", quotes=(quote,)), by="소라", at=NOON)
    await storage.notes.add("n2", about("하루의 메모", conversations=("c1",)), by="하루", at=NOON)
    await storage.notes.add("n3", about("다른 고객", conversations=("c2",)), by="하루", at=NOON)
    assert await storage.notes.to_look_at() == (0, [])
    await storage.log.forget("손님-1", at=NOON)
    number, some = await storage.notes.to_look_at(first_by="하루", limit=1)
    assert (number, [note.title for note in some]) == (2, ["하루의 메모"])

    with pytest.raises(RevisionConflict):
        await storage.notes.looked("n1", revision=7, by="소라", at=NOON)
    confirmed = await storage.notes.looked("n1", revision=1, by="소라", at=NOON)
    assert (confirmed.waits, confirmed.looked_by, confirmed.revision) == (False, "소라", 1)
    for id, title in (("h1", "하루의 메모"), ("h2", "배송팀과 함께")):
        page = HandoutBody(title=title, notes=("n2",))
        await storage.notes.give(id, page, f"{TOKEN}-{id}", by="하루", at=NOON, expires_at=NOON)
    emptied = await storage.notes.looked("n2", revision=1, by="소라", at=NOON, blank_with="비운 메모")
    assert (emptied.title, emptied.text, emptied.conversations, emptied.revision) == ("비운 메모", "", ("c1",), 2)
    assert {page.title for page in await storage.notes.handouts()} == {"비운 메모", "배송팀과 함께"}
    assert await storage.notes.to_look_at() == (0, [])


async def test_a_deleted_note_that_is_brought_back_after_its_customer_was_forgotten_waits_too(storage: Storage) -> None:
    await tell(storage.log, "c1", started("손님-1"), wrote("m1", "택배가 안 왔어요"))
    note = await storage.notes.add("n1", about("늦음", conversations=("c1",)), by="소라", at=NOON)
    await storage.notes.remove("n1", revision=1)
    await storage.log.forget("손님-1", at=NOON)
    back = await storage.notes.add("n2", about(note.title, conversations=("c1",)), by="소라", at=NOON)
    assert back.waits


async def test_a_page_opens_with_its_link_until_it_expires_or_is_taken_back(storage: Storage) -> None:
    text = HandoutBody(title="배송팀과 함께", notes=("n1",), places=(LATE,), conversations=("c1",))
    day = timedelta(days=1)
    given = await storage.notes.give("h1", text, TOKEN, by="소라", at=NOON, expires_at=NOON + day)
    assert await storage.notes.opened_by(TOKEN, NOON) == given
    assert await storage.notes.opened_by(TOKEN, NOON + day) is None
    assert await storage.notes.opened_by(TOKEN + "x", NOON) is None
    await storage.notes.revoke("h1", at=NOON)
    assert await storage.notes.opened_by(TOKEN, NOON) is None
    assert [each.revoked_at for each in await storage.notes.handouts()] == [NOON]
    with pytest.raises(NotKept):
        await storage.notes.revoke("h2", at=NOON)
    with pytest.raises(ValueError, match="short"):
        await storage.notes.give("h3", text, "short", by="소라", at=NOON, expires_at=NOON + day)


async def test_neither_the_link_nor_a_customers_word_is_in_the_database(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/dajeong.db") as storage:
        await storage.notes.give("h1", HandoutBody(title="쪽"), TOKEN, by="소라", at=NOON, expires_at=NOON)
        assert not any(TOKEN.encode() in file.read_bytes() for file in tmp_path.iterdir())
