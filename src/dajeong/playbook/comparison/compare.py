"""Reads two versions beside each other and tells what a writer would say has changed."""

from collections.abc import Mapping
from typing import TypeVar

from dajeong.conversation.reading import Language
from dajeong.playbook.comparison.change import Change, Changes
from dajeong.playbook.comparison.empathy import compare_empathy
from dajeong.playbook.comparison.names import Names
from dajeong.playbook.comparison.scenarios import compare_scenarios
from dajeong.playbook.comparison.settings import (
    compare_actions,
    compare_answers,
    compare_head,
    compare_intents,
    compare_persona,
    compare_slots,
)
from dajeong.playbook.comparison.wording import compare_wording
from dajeong.playbook.empathy import Empathy
from dajeong.playbook.files import Draft, read_draft
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.story import STORIES
from dajeong.playbook.wording import Wording

Named = TypeVar("Named")
LAYOUT = "layout.json"


def compare(before: Mapping[str, str], after: Mapping[str, str], language: Language = "ko") -> tuple[Change, ...]:
    """Return what changed between two versions' files (path -> text), in sentences; never raises for what they say.

    What cannot be read, or only looks different, is told by its file. Equal files give no change.
    """
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    if not changed:
        return ()
    sides = read_draft(before), read_draft(after)
    unread = {path for path in changed if any(path in side.broken for side in sides)}
    changes = Changes(language, Names(language, tuple(_whole(side) for side in reversed(sides))))
    _compare(changes, *sides, unread)
    told = {_file_of(side, each.where) for each in changes.found for side in sides}
    for path in changed:
        _file(changes, path, before.get(path), after.get(path), told=path in told, readable=path not in unread)
    return tuple(changes.found)


def _compare(changes: Changes, old: Draft, new: Draft, unread: set[str]) -> None:
    """Compare part by part; what stands in a file that could not be read is left out on both sides."""
    first, second = _whole(old), _whole(new)

    def readable(kind: str) -> bool:
        return not any(path.rsplit(".", 1)[0] == kind for path in unread)

    def kept(kind: str, before: Mapping[str, Named], after: Mapping[str, Named]) -> list[dict[str, Named]]:
        hidden = {
            name
            for side, each in ((old, before), (new, after))
            for name in each
            if _file_of(side, (kind, name)) in unread
        }
        return [{name: one for name, one in each.items() if name not in hidden} for each in (before, after)]

    if readable("playbook"):
        compare_head(changes, first, second)
        compare_slots(changes, first.slots, second.slots)
    if readable("persona"):
        compare_persona(changes, first.persona, second.persona)
    if readable("empathy"):
        _empathy(changes, old, new, first, second)
    compare_scenarios(changes, *kept("scenarios", first.scenarios, second.scenarios))
    answers = old.written.answers, new.written.answers
    intents = [
        {name: each for name, each in side.intents.items() if name not in own}
        for side, own in zip((first, second), answers, strict=True)
    ]
    compare_intents(changes, *kept("intents", *intents))
    compare_answers(changes, *kept("answers", *answers))
    if readable("lines"):
        _lines(changes, old, new, first, second)
    if readable("actions"):
        compare_actions(changes, first.actions, second.actions)


def _whole(draft: Draft) -> Playbook:
    return draft.playbook or Playbook(name="playbook")


def _file_of(draft: Draft, where: tuple[str | int, ...]) -> str | None:
    """The file a value stands in, or what it would stand in."""
    for end in range(len(where), 0, -1):
        if (place := draft.places.known.get(where[:end])) is not None:
            return place.file
    return None


def _same_defaults(first: Playbook, second: Playbook) -> bool:
    return (first.language, first.persona.speech_level) == (second.language, second.persona.speech_level)


def _empathy(changes: Changes, old: Draft, new: Draft, first: Playbook, second: Playbook) -> None:
    own = tuple(
        [each["id"] for each in side.written.empathy.get("policies", ()) if "id" in each] for side in (old, new)
    )
    worded = [{each.get("id") for each in side.written.empathy.get("wordings", ())} for side in (old, new)]
    changes.field(
        ("empathy",),
        "공감" if changes.names.korean else "empathy",
        "extends",
        old.written.empathy.get("extends", "default"),
        new.written.empathy.get("extends", "default"),
    )
    if _same_defaults(first, second) and old.written.empathy.get("extends") == new.written.empathy.get("extends"):
        compare_empathy(changes, first.empathy, second.empathy, (own[0], own[1]))
        return
    # The shipped ones changed with the language: only the team's own are theirs to tell of.
    sides = [
        Empathy(
            policies=tuple(each for each in playbook.empathy.policies if each.id in policies),
            wordings=tuple(each for each in playbook.empathy.wordings if each.id in wordings),
        )
        for playbook, policies, wordings in zip((first, second), own, worded, strict=True)
    ]
    compare_empathy(changes, sides[0], sides[1], (own[0], own[1]))


def _lines(changes: Changes, old: Draft, new: Draft, first: Playbook, second: Playbook) -> None:
    whole = _same_defaults(first, second)
    before: Mapping[str, Wording] = first.lines if whole else old.written.lines
    after: Mapping[str, Wording] = second.lines if whole else new.written.lines
    for name in {**before, **after}:
        compare_wording(changes, ("lines", name), changes.names.line(name), before.get(name), after.get(name))


def _file(changes: Changes, path: str, old: str | None, new: str | None, *, told: bool, readable: bool) -> None:
    if path == LAYOUT:
        changes.note("changed", (path,), "layout")
    elif not readable:
        changes.note("changed", (path,), "unreadable", path=path)
    elif path.startswith(STORIES) or (not told and (old is None or new is None)):
        kind = "story" if path.startswith(STORIES) else "file"
        place = changes.names.place(kind, path.removeprefix(STORIES))
        if old is not None and new is not None:
            changes.note("changed", (path,), "changed", place=place)
        else:
            changes.note(
                "added" if old is None else "removed", (path,), "added" if old is None else "removed", place=place
            )
    elif not told:
        changes.note("changed", (path,), "only_text", path=path)
