"""What every rule of the review looks at: the playbook as far as it could be read, and where its values are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dajeong.playbook.condition import Condition
from dajeong.playbook.files import Draft
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Notes, Path, Places
from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, End, Go, HandOff, Say, Scenario, Step
from dajeong.playbook.shapes import nearest
from dajeong.playbook.wording import Wording


@dataclass(frozen=True)
class Words:
    """One text of the team: where it stands, and what it belongs to."""

    path: Path
    text: str
    scenario: str | None = None
    step: str | None = None
    line: str | None = None


@dataclass(frozen=True, eq=False)
class Sight:
    """A draft under review."""

    draft: Draft
    playbook: Playbook

    @property
    def notes(self) -> Notes:
        """Where remarks go."""
        return self.draft.notes

    @property
    def places(self) -> Places:
        """Where values are written."""
        return self.draft.places

    def wrong(self, path: Path, rule: str, /, **words: str | float) -> None:
        """Note a remark at a path."""
        self.notes.add(self.places.of(*path), rule, **words)

    def whole(self, kind: str) -> bool:
        """Whether every file of a kind could be read, so that a missing name is truly missing."""
        return not any(file.split("/")[0].split(".")[0] == kind for file in self.draft.broken)

    @cached_property
    def scenarios(self) -> tuple[Scenario, ...]:
        """Scenarios whose own file could be read; those made from answers are ours, and right."""
        broken = self.draft.broken
        return tuple(
            scenario
            for name, scenario in self.playbook.scenarios.items()
            if not scenario.direct and self.places.of("scenarios", name).file not in broken
        )

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Every text the team wrote for customers to read."""
        return tuple(_words(self))

    @cached_property
    def conditions(self) -> tuple[tuple[Path, Condition], ...]:
        """Every condition the team wrote."""
        return tuple(_conditions(self))


def steps_of(scenario: Scenario) -> Iterator[tuple[Path, Step]]:
    """Every step with its path."""
    for number, step in enumerate(scenario.steps):
        yield ("scenarios", scenario.id, "steps", number), step


def near(word: str, known: Iterable[str], most: int = 12) -> str:
    """The known name that looks most like ``word``; the first ones when none does; a dash when there are none."""
    names = tuple(dict.fromkeys(known))
    return nearest(word, names) or ", ".join(sorted(names)[:most]) or "–"


def wordings_of(path: Path, step: Step) -> Iterator[tuple[Path, Wording]]:
    """The words of a step with their paths."""
    match step:
        case Say() | Choose():
            yield (*path, "say"), step.say
        case Ask():
            yield (*path, "say"), step.say
            if step.again is not None:
                yield (*path, "again"), step.again
        case CallAction():
            if step.say is not None:
                yield (*path, "say"), step.say
        case HandOff():
            if step.say is not None:
                yield (*path, "hand_off"), step.say
        case End():
            if step.say is not None:
                yield (*path, "end"), step.say
        case Branch() | Go():
            return


def texts_of(path: Path, wording: Wording) -> Iterator[tuple[Path, str]]:
    """Every alternative with its path."""
    for name, texts in (("first", wording.first), ("second", wording.second), ("third", wording.third)):
        for number, text in enumerate(texts):
            yield (*path, name, number), text
    for case_number, case in enumerate(wording.cases):
        for number, text in enumerate(case.say):
            yield (*path, "if", case_number, "say", number), text


def _all_wordings(sight: Sight) -> Iterator[tuple[Path, Wording, Words]]:
    playbook, places = sight.playbook, sight.places
    for scenario in playbook.scenarios.values():
        if scenario.direct:
            continue
        for path, step in steps_of(scenario):
            for at, wording in wordings_of(path, step):
                yield at, wording, Words(at, "", scenario=scenario.id, step=step.id)
    for name, written in sight.draft.written.answers.items():
        for key in ("answer", "if_not_solved"):
            if key in written:
                at = ("answers", name, key)
                yield at, written[key], Words(at, "", scenario=name, step="answer")
    for name, wording in playbook.lines.items():
        if places.has("lines", name):
            yield ("lines", name), wording, Words(("lines", name), "", line=name)
    for number, written in enumerate(sight.draft.written.empathy.get("wordings", ())):
        if "say" in written:
            at = ("empathy", "wordings", number, "say")
            yield at, written["say"], Words(at, "")


def _words(sight: Sight) -> Iterator[Words]:
    for at, wording, about in _all_wordings(sight):
        for path, text in texts_of(at, wording):
            yield Words(path, text, about.scenario, about.step, about.line)
    if sight.playbook.persona.introduction:
        yield Words(("persona", "introduction"), sight.playbook.persona.introduction)


def _conditions(sight: Sight) -> Iterator[tuple[Path, Condition]]:
    for at, wording, _ in _all_wordings(sight):
        for number, case in enumerate(wording.cases):
            yield (*at, "if", number, "when"), case.when
    for scenario in sight.playbook.scenarios.values():
        if scenario.direct:
            continue
        for path, step in steps_of(scenario):
            if isinstance(step, Branch):
                for number, way in enumerate(step.ways):
                    yield (*path, "branch", number, "if"), way.when
    for kind in ("policies", "wordings"):
        for number, written in enumerate(sight.draft.written.empathy.get(kind, ())):
            if "when" in written:
                yield ("empathy", kind, number, "when"), written["when"]
