"""What a note quotes is read from the log: when a customer is forgotten, their words leave every note."""

from pathlib import Path
from types import SimpleNamespace

from dajeong.conversation.note import NoteText, Quote
from dajeong.server.noting import shown
from dajeong.storage import open_storage
from tests.storage.telling import NOON, started, tell, wrote


async def test_the_words_of_a_forgotten_customer_leave_the_notes_that_quote_them(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/dajeong.db") as storage:
        app = SimpleNamespace(storage=storage)
        await tell(storage.log, "c1", started("손님-1"), wrote("m1", "택배가 😀 아직 안 왔어요"))
        quotes = (
            Quote(conversation="c1", version=2, start=4, end=8),
            Quote(conversation="gone", version=2, start=0, end=3),
        )
        note = await storage.notes.add("n1", NoteText(title="늦음", quotes=quotes), by="소라", at=NOON)
        [before] = await shown(app, [note])  # type: ignore[arg-type]
        assert [(each.by, each.text) for each in before.quoted] == [("customer", "😀 아직"), (None, "")]
        await storage.log.forget("손님-1", at=NOON)
        [after] = await shown(app, [note])  # type: ignore[arg-type]
        assert [each.text for each in after.quoted] == ["", ""]
