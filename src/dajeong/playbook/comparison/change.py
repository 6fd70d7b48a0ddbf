"""One thing that changed, and what collects them while two versions are read beside each other."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import Literal

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.language import resolve_particles
from dajeong.playbook.comparison.names import Names
from dajeong.playbook.comparison.sentences import SENTENCES
from dajeong.playbook.problem import Path

Kind = Literal["added", "removed", "changed", "moved"]


class Change(Frozen):
    """One change. ``what`` is a sentence; ``before`` and ``after`` are the words it speaks of, where there are any.

    ``where`` is the value's place in the later version (in the earlier one for what was removed).
    """

    kind: Kind
    where: tuple[str | int, ...]
    what: str
    before: str | None = None
    after: str | None = None


@dataclass(slots=True)
class Changes:
    """Collects changes, said in one language. ``names`` knows what the team calls things."""

    language: Language
    names: Names
    found: list[Change] = field(default_factory=list)

    def note(
        self,
        kind: Kind,
        where: Path,
        sentence: str,
        /,
        *,
        before: str | None = None,
        after: str | None = None,
        **words: str | int,
    ) -> None:
        """Note one change by the name of its sentence."""
        said = SENTENCES[sentence][self.language].format(**words)
        what = resolve_particles(said) if self.language == "ko" else said[0].upper() + said[1:]
        self.found.append(Change(kind=kind, where=where, what=what, before=before or None, after=after or None))

    def in_both(
        self, name: str, versions: tuple[Container[str], Container[str]], where: Path, place: str, words: str = ""
    ) -> bool:
        """Return whether both versions have something of this name; that only one has it is noted, with its words."""
        old, new = versions
        if name not in new:
            self.note("removed", where, "removed", place=place, before=words)
        elif name not in old:
            self.note("added", where, "added", place=place, after=words)
        return name in old and name in new

    def field(self, where: Path, place: str, name: str, old: object, new: object) -> None:
        """Note that a simple value of a place has changed, if it has."""
        if old == new:
            return
        kind: Kind = "added" if old in (None, "", (), {}) else "removed" if new in (None, "", (), {}) else "changed"
        say = self.names.value
        label = self.names.field(name)
        self.note(kind, (*where, name), f"field_{kind}", place=place, field=label, before=say(old), after=say(new))

    def entries(
        self,
        old: dict[str, object],
        new: dict[str, object],
        *,
        gone: Callable[[str], None],
        come: Callable[[str], None],
    ) -> list[str]:
        """Tell of the names that went and came; return those in both, in the later order."""
        for name in old:
            if name not in new:
                gone(name)
        for name in new:
            if name not in old:
                come(name)
        return [name for name in new if name in old]
