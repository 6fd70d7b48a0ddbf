"""Files of stories: each story with the line of everything in it, and every mistake with its file, line and what to do."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic import ValidationError

from dajeong.conversation.events import Event
from dajeong.playbook.mistake import Mistake
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.rules import RULES
from dajeong.playbook.story import STORIES, Expectation, Story
from dajeong.playbook.yaml_text import Entries, line_of, parse, plain

# A document ends where the next one begins, wherever that stands (YAML 1.2, section 9.1.2).
_NEXT = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_EVENTS = frozenset(
    kind for each in get_args(get_args(Event)[0]) for kind in get_args(each.model_fields["kind"].annotation)
)


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """One document of a file: where its text begins and ends (in characters) and the lines before it."""

    start: int
    end: int
    lines_before: int


@dataclass(frozen=True, slots=True)
class WrittenStory:
    """A story and where it stands."""

    story: Story
    path: str
    place: StoryDocument
    tree: Entries

    @property
    def line(self) -> int:
        """The line it begins at, from 1."""
        return self.tree.line

    def line_of(self, number: int, expectation: str | None = None) -> int:
        """Return where a line of the story stands, the first being 0, or one of its expectations."""
        inside = () if expectation is None else ("expect", expectation)
        return line_of(self.tree, ("lines", number, *inside))


def documents(text: str) -> tuple[StoryDocument, ...]:
    """Cut a file into its documents, so that a broken one takes none of the others with it."""
    cuts = [0, *(match.end() for match in _NEXT.finditer(text)), len(text)]
    ends = [*(match.start() for match in _NEXT.finditer(text)), len(text)]
    found = (StoryDocument(start, end, text.count("\n", 0, start)) for start, end in zip(cuts, ends, strict=False))
    return tuple(each for each in found if _says_something(text[each.start : each.end]))


def read_stories(
    files: Mapping[str, str], playbook: Playbook | None = None
) -> tuple[tuple[WrittenStory, ...], tuple[Mistake, ...]]:
    """Return the stories of all files in ``tests/`` and the mistakes in them; a story with a mistake is left out.

    With a ``playbook`` a story that speaks of what it does not have is a mistake too.
    """
    found: list[WrittenStory] = []
    wrong: list[Mistake] = []
    for path in sorted(each for each in files if each.startswith(STORIES)):
        for place in documents(files[path]):
            before = len(wrong)
            read = _read(path, files[path], place, wrong)
            if read is None:
                continue
            if (twin := next((each for each in found if each.story.story == read.story.story), None)) is not None:
                said = f"There is another story of this name at {twin.path}:{twin.line}. Give one of them another name."
                wrong.append(Mistake(path, read.line, said))
            if playbook is not None:
                wrong.extend(_unknown(read, playbook))
            if len(wrong) == before:
                found.append(read)
    return tuple(found), tuple(wrong)


def _says_something(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _read(path: str, text: str, place: StoryDocument, wrong: list[Mistake]) -> WrittenStory | None:
    # As many empty lines in front as there are lines before it: what is found stands where it is written.
    parsed = parse("\n" * place.lines_before + text[place.start : place.end])
    for slip in parsed.slips:
        rule = RULES[slip.rule]
        said = " ".join(each["en"].format(word=slip.word) for each in (rule.message, rule.fix))
        # What is left open is only noticed at the end, behind the last line that says anything.
        last = place.lines_before + text[place.start : place.end].rstrip().count("\n") + 1
        wrong.append(Mistake(path, min(slip.line, last), said))
    root = parsed.root
    if parsed.slips or root is None:
        return None
    if not isinstance(root, Entries):
        wrong.append(Mistake(path, root.line, "A story is told by keys: story, playbook and lines."))
        return None
    try:
        return WrittenStory(Story.model_validate(plain(root)), path, place, root)
    except ValidationError as error:
        found = error.errors(include_url=False)
        # A list whose items are wrong is also said to be empty.
        deeper = {each["loc"][:1] for each in found if len(each["loc"]) > 1}
        for each in found:
            if each["type"] == "too_short" and each["loc"] in deeper:
                continue
            where = ".".join(str(part) for part in each["loc"])
            said = each["msg"].removeprefix("Value error, ").rstrip(".")
            wrong.append(Mistake(path, line_of(root, each["loc"]), f"{where}: {said}." if where else f"{said}."))
        return None


def _unknown(written: WrittenStory, playbook: Playbook) -> Iterator[Mistake]:
    policies = {"none", *(policy.id for policy in playbook.empathy.policies)}
    for action in written.story.systems:
        if action not in playbook.actions:
            line = line_of(written.tree, ("systems", action))
            yield Mistake(written.path, line, f"The playbook has no action '{action}'. Look for it in actions.yaml.")
    for number, told in enumerate(written.story.lines):
        expect = told.expect
        named: tuple[tuple[str, str | None, Container[str]], ...] = (
            ("intent", expect.intent, playbook.intents),
            ("scenario", expect.scenario, playbook.scenarios),
            ("policy", expect.policy, policies),
            *(("slots", slot, playbook.slots) for slot in expect.slots),
            *(("events", event, _EVENTS) for event in expect.events),
            *(("no_events", event, _EVENTS) for event in expect.no_events),
            ("step", expect.step, _steps(expect, playbook)),
        )
        for what, name, known in named:
            if name is not None and name not in known:
                said = f"There is no {what.removesuffix('s').removeprefix('no_')} '{name}'. Write one the playbook has."
                yield Mistake(written.path, written.line_of(number, what), said)


def _steps(expect: Expectation, playbook: Playbook) -> frozenset[str]:
    scenarios = playbook.scenarios.values() if expect.scenario is None else ()
    named = playbook.scenarios.get(expect.scenario) if expect.scenario is not None else None
    return frozenset(step for each in (*scenarios, *((named,) if named else ())) for step in each.by_id)
