"""One remark on a playbook: where, which rule, what is wrong and what to do."""

from dataclasses import dataclass, field
from typing import Literal

from dajeong.conversation.reading import Language
from dajeong.language import resolve_particles

Severity = Literal["error", "warning"]
# Where a value stands in the playbook, e.g. ("scenarios", "late", "steps", 2, "say", "first", 0).
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a team should change. Lines and columns count from 1; an error keeps a playbook from being published."""

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    fix: str
    # What the rule was filled in with, so that an editor can mend what the sentence names.
    words: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.severity} [{self.rule}] {self.message} {self.fix}"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says, in both languages; ``{words}`` are filled in where it is broken."""

    severity: Severity
    message: dict[Language, str]
    fix: dict[Language, str]


def rule(severity: Severity, *, ko: tuple[str, str], en: tuple[str, str]) -> Rule:
    """A rule from (message, fix) in Korean and in English."""
    return Rule(severity, {"ko": ko[0], "en": en[0]}, {"ko": ko[1], "en": en[1]})


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file, from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(slots=True)
class Places:
    """Where every value of a playbook is written."""

    files: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known: dict[Path, Place] = field(default_factory=dict)

    def of(self, *path: str | int) -> Place:
        """The place of a value, or of what it would stand in."""
        for end in range(len(path), 0, -1):
            if (place := self.known.get(path[:end])) is not None:
                return place
        return Place("playbook.yaml")

    def has(self, *path: str | int) -> bool:
        """Whether a team wrote this, rather than it coming from the defaults."""
        return path in self.known

    def within(self, path: Path, text: str, start: int) -> Place:
        """The place of ``text[start:]``; of the whole text when it is folded over lines or holds escapes."""
        place = self.of(*path)
        lines = self.files.get(place.file, ())
        if place.line > len(lines):
            return place
        written = lines[place.line - 1]
        for skip in (0, 1):
            if written.startswith(text, place.column - 1 + skip):
                return Place(place.file, place.line, place.column + skip + start)
        return place


@dataclass(slots=True)
class Notes:
    """Collects problems while a playbook is read or reviewed."""

    rules: dict[str, Rule]
    language: Language = "ko"
    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, name: str, /, **words: str | float) -> None:
        """Note that a rule is broken at a place."""
        broken = self.rules[name]
        texts = {key: str(value) for key, value in words.items()}
        message, fix = (said[self.language].format(**texts) for said in (broken.message, broken.fix))
        self.found.append(
            Problem(
                place.file,
                place.line,
                place.column,
                broken.severity,
                name,
                # "‘배송’은", "‘주문번호’는": as with every inserted word.
                resolve_particles(message) if self.language == "ko" else message,
                resolve_particles(fix) if self.language == "ko" else fix,
                tuple(texts.items()),
            )
        )

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.found)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems once, by file and place."""
        unique = dict.fromkeys(self.found)
        return tuple(sorted(unique, key=lambda each: (each.file, each.line, each.column, each.rule)))
