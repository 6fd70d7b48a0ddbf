"""What a note quotes is read from the log: when a customer is forgotten, their words leave every note."""

from pathlib import Path
from types import SimpleNamespace

from dajeong.conversation.note import HandoutBody, NoteText, Quote
from dajeong.server.handout_page import gathered, handout_page
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


async def test_nobody_outside_reads_a_note_of_a_forgotten_customer_before_the_team_has_looked(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/dajeong.db") as storage:
        app = SimpleNamespace(storage=storage)
        await tell(storage.log, "c1", started("손님-1"), wrote("m1", "택배가 아직 안 왔어요"))
        text = NoteText(title="한강 카페 사장님", text="단골이 많은 가게", conversations=("c1",))
        await storage.notes.add("n1", text, by="소라", at=NOON)
        body = HandoutBody(title=text.title, notes=("n1",))
        page = await storage.notes.give(
            "h1", body, "an-unguessable-link-to-one-page", by="소라", at=NOON, expires_at=NOON
        )

        async def read() -> str:
            return handout_page(await gathered(app, page), "ko")  # type: ignore[arg-type]

        assert "한강 카페" in await read() and "단골이" in await read()
        await storage.log.forget("손님-1", at=NOON)
        held = await read()
        assert "한강" not in held and "단골" not in held and "이 고객은 잊혔어요" in held
        await storage.notes.looked("n1", revision=1, by="소라", at=NOON)
        assert "단골이" in await read()
