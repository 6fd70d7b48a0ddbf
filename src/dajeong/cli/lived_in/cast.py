"""Who comes to an example in its made-up month, and what they want: the shape of ``data/customers.yaml``."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field
from ruamel.yaml import YAML

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook import load_playbook, read_folder
from dajeong.playbook.story import STORIES, Story, stories_in
from dajeong.runtime.design import PlaybookUnusable

Texts = tuple[str, ...]


class Errand(Frozen):
    """Something customers come for. ``{slot}`` in a text is what this customer knows of that slot."""

    weight: float = Field(1.0, gt=0)
    openings: Texts = Field(min_length=1)
    # How somebody begins who comes about it once more.
    again: Texts = ()
    # What they answer when asked for a slot; one of them is this customer's.
    knows: dict[str, Texts] = Field(default_factory=dict)
    # The intent they would choose when asked which one they mean.
    means: str = ""
    # Buttons they would press, the dearest first.
    wants: Texts = ()
    # What some say besides before they are done.
    besides: Texts = ()
    # How likely they are to let off steam between two answers (0-1).
    heat: float = Field(0.0, ge=0, le=1)


class BadDay(Frozen):
    """A day on which something is broken: more customers, other errands, and systems that do not answer."""

    days_ago: int = Field(ge=1, le=27)
    times: float = Field(2.0, ge=1)
    errands: dict[str, Errand]
    failing: Texts = ()
    share: float = Field(0.0, ge=0, le=1)


class Earlier(Frozen):
    """The version before this one: the playbook without some of its files, in force until ``days_ago``."""

    days_ago: int = Field(ge=1, le=27)
    without: Texts = Field(min_length=1)
    # What was noted on publishing it, and on publishing what came ``then``.
    note: str = ""
    then: str = ""


class Manners(Frozen):
    """How these customers say what everybody says."""

    steam: Texts
    unknown: Texts
    solved: Texts
    not_solved: Texts
    yes: Texts
    no: Texts
    thanks: Texts
    person: Texts


class Team(Frozen):
    """The people who take over: their names, and their first and last words to a customer."""

    names: Texts
    hello: Texts
    done: Texts


class Customers(Frozen):
    """The file: how many come on an ordinary day, what for, and how they talk."""

    a_day: float = Field(gt=0, le=50)
    errands: dict[str, Errand]
    bad_day: BadDay | None = None
    earlier: Earlier | None = None
    manners: Manners
    team: Team


@dataclass(frozen=True, slots=True)
class Cast:
    """An example with everything its month is made of."""

    folder: Path
    name: str
    language: Language
    customers: Customers
    stories: Sequence[Story]


def cast_of(folder: Path) -> Cast | None:
    """Return the cast of an example, None when nobody is written for it. Raises PlaybookUnusable, ValidationError."""
    path = folder / "data" / "customers.yaml"
    if not path.exists():
        return None
    playbook = load_playbook(read_folder(folder)).playbook
    if playbook is None:
        raise PlaybookUnusable(f"The playbook in {folder.name} has errors. `dajeong check` lists them all.")
    customers = Customers.model_validate(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    stories = [story for file in sorted((folder / STORIES).glob("*.yaml")) for story in stories_in(file)]
    return Cast(folder, playbook.name, playbook.language, customers, stories)
