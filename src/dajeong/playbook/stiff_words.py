"""The stiff words in a team's own texts, each with the plain one and where it stands. Pure."""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from dajeong.conversation.frozen import Frozen
from dajeong.language import Finding, review_words
from dajeong.playbook.files import read_draft
from dajeong.playbook.problem import Path
from dajeong.playbook.review import Sight
from dajeong.playbook.review.sight import Words

Stiff = Literal["jargon", "translationese", "double_passive", "empty_formula", "thing_honoured"]
_STIFF: tuple[str, ...] = get_args(Stiff)


class StiffPlace(Frozen):
    """One text that holds the word. ``text[start:end]`` is the word; line and column, from 1, are its place in the file.

    ``where`` is the text's place in the playbook, e.g. scenarios, late, steps, 2, say, first, 0.
    """

    file: str
    line: int
    column: int
    text: str
    start: int
    end: int
    where: Path


class StiffWord(Frozen):
    """A word or phrase to say more plainly. ``listed``: it is in the persona's own list already."""

    rule: Stiff
    word: str
    instead: str
    listed: bool
    places: tuple[StiffPlace, ...]


def stiff_words(files: Mapping[str, str]) -> tuple[StiffWord, ...]:
    """Return the stiff words of a draft (path -> text), the most frequent first. Never raises for what a text says."""
    draft = read_draft(files)
    if draft.playbook is None:
        return ()
    sight = Sight(draft, draft.playbook)
    found: dict[tuple[str, str], list[tuple[Finding, StiffPlace]]] = {}
    for words in sight.words:
        for finding, place in _in_words(sight, words):
            found.setdefault((finding.rule, finding.text), []).append((finding, place))
    listed = draft.playbook.persona.say_instead
    return tuple(
        StiffWord(
            rule=rule,
            word=word,
            instead=places[0][0].instead,
            listed=word in listed,
            places=tuple(place for _, place in places),
        )
        for (rule, word), places in sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    )


def _in_words(sight: Sight, words: Words) -> Iterator[tuple[Finding, StiffPlace]]:
    playbook = sight.playbook
    for each in review_words(words.text, language=playbook.language, extra_jargon=playbook.persona.say_instead):
        if each.rule in _STIFF:
            at = sight.places.within(words.path, words.text, each.start)
            yield (
                each,
                StiffPlace(
                    file=at.file,
                    line=at.line,
                    column=at.column,
                    text=words.text,
                    start=each.start,
                    end=each.end,
                    where=words.path,
                ),
            )
