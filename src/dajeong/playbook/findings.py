"""What the check says of a draft, each remark with its place in the playbook, so that an editor can show it there."""

from bisect import bisect_right
from collections.abc import Mapping

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Path, Places, Problem, Severity
from dajeong.playbook.review import reviewed
from dajeong.playbook.told import told


class Finding(Frozen):
    """One remark. ``where`` is the value's place, e.g. scenarios, late, steps, 2, say, first, 0; empty: the file as such.

    ``words`` are what the message names: the ``word`` that is wrong, the one ``near`` it, what to write ``instead``.
    """

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    fix: str
    where: tuple[str | int, ...]
    words: dict[str, str]


class Checked(Frozen):
    """A draft that was looked through. ``playbook`` is what could be read of it, None when not even its head could."""

    playbook: Playbook | None
    findings: tuple[Finding, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing keeps it from being put in force."""
        return self.playbook is not None and not any(each.severity == "error" for each in self.findings)


def checked(files: Mapping[str, str], reader: Language | None = None) -> Checked:
    """Look through a draft's files (path -> text) for a ``reader`` of a language, else in the playbook's own.

    What is told names things as people do, by their titles. Never raises for what the files say.
    """
    draft = reviewed(files)
    places = _Reversed(draft.places)
    return Checked(
        playbook=draft.playbook,
        findings=tuple(
            _finding(each, places.at(each), draft.playbook, reader or draft.notes.language)
            for each in draft.notes.sorted()
        ),
    )


def _finding(problem: Problem, where: Path, playbook: Playbook | None, reader: Language) -> Finding:
    message, fix = told(problem, where, playbook, reader)
    return Finding(
        file=problem.file,
        line=problem.line,
        column=problem.column,
        severity=problem.severity,
        rule=problem.rule,
        message=message,
        fix=fix,
        where=where,
        # The advice is the fix itself.
        words={name: said for name, said in problem.words if name != "advice"},
    )


class _Reversed:
    """From a position in a file to the value that stands there, or before it."""

    def __init__(self, places: Places) -> None:
        self._values: dict[str, list[tuple[int, int, int, Path]]] = {}
        for path, place in places.known.items():
            self._values.setdefault(place.file, []).append((place.line, place.column, len(path), path))
        for values in self._values.values():
            # The deepest last: a list begins where its first item does.
            values.sort(key=lambda value: value[:3])

    def at(self, problem: Problem) -> Path:
        """Return the place of the value a remark is about."""
        values = self._values.get(problem.file, [])
        number = bisect_right(values, (problem.line, problem.column), key=lambda value: value[:2])
        return values[number - 1][3] if number else ()
