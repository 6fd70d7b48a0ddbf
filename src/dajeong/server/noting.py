"""Notes with the words they quote, read from the log at that moment: what was forgotten is not there."""

import asyncio
from collections.abc import Sequence

from dajeong.app import App
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.note import Note, NoteText, Quote, Speaker, words_of
from dajeong.conversation.reading import Language
from dajeong.trust.masking import masked


class Quoted(Frozen):
    """A quote with its words; without any once its customer is forgotten."""

    quote: Quote
    by: Speaker | None
    text: str


class ShownNote(Frozen):
    """A note with what it quotes, in the order of its quotes. ``waits``: its customer was forgotten, and nobody has looked since."""

    note: Note
    quoted: tuple[Quoted, ...]
    waits: bool


async def shown(app: App, notes: Sequence[Note]) -> tuple[ShownNote, ...]:
    """Return notes with the words of their quotes."""
    wanted = dict.fromkeys(quote.conversation for note in notes for quote in note.quotes)
    said: dict[tuple[str, int], tuple[Speaker, str]] = {}
    for conversation in wanted:
        for each in await app.storage.log.read(conversation):
            if (words := words_of(each.event)) is not None:
                said[conversation, each.version] = words
    return tuple(
        ShownNote(note=note, quoted=tuple(_quoted(quote, said) for quote in note.quotes), waits=note.waits)
        for note in notes
    )


async def hidden(text: NoteText, language: Language) -> NoteText:
    """Return a note's text without personal data: nobody should find a phone number in it a year later."""

    def work() -> NoteText:
        return text.model_copy(update={"title": _title(text.title, language), "text": masked(text.text, language)})

    return await asyncio.to_thread(work)


async def hidden_title(title: str, language: Language) -> str:
    """Return the title of a page without personal data."""
    return await asyncio.to_thread(_title, title, language)


def _title(title: str, language: Language) -> str:
    return masked(title, language)[:120]


def _quoted(quote: Quote, said: dict[tuple[str, int], tuple[Speaker, str]]) -> Quoted:
    by, text = said.get((quote.conversation, quote.version), (None, ""))
    return Quoted(quote=quote, by=by, text=text[quote.start : quote.end])
