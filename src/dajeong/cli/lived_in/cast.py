"""Who comes to an example in its made-up month: its customers, and what ``data/month.yaml`` tells of the days."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field
from ruamel.yaml import YAML

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import Playbook, load_playbook, read_beside, read_folder
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation.customers import MadeUpCustomer, read_customers

Texts = tuple[str, ...]


class BadDay(Frozen):
    """A day on which something is broken: more customers, only for some intents, and systems that do not answer."""

    days_ago: int = Field(ge=1, le=27)
    times: float = Field(2.0, ge=1)
    intents: Texts = Field(min_length=1)
    failing: Texts = ()
    share: float = Field(0.0, ge=0, le=1)


class Earlier(Frozen):
    """The version before this one: the playbook without some of its files, in force until ``days_ago``."""

    days_ago: int = Field(ge=1, le=27)
    without: Texts = Field(min_length=1)
    # What was noted on publishing it, and on publishing what came ``then``.
    note: str = ""
    then: str = ""


class Team(Frozen):
    """The people who take over: their names, and their first and last words to a customer."""

    names: Texts
    hello: Texts
    done: Texts


class Month(Frozen):
    """The file: how many come on an ordinary day, what befell them, and who is there for them."""

    a_day: float = Field(gt=0, le=50)
    bad_day: BadDay | None = None
    earlier: Earlier | None = None
    team: Team


@dataclass(frozen=True, slots=True)
class Cast:
    """An example with everything its month is made of."""

    folder: Path
    playbook: Playbook
    month: Month
    customers: tuple[MadeUpCustomer, ...]

    @property
    def name(self) -> str:
        """The name of the playbook."""
        return self.playbook.name


def casts_of(folders: Iterable[Path]) -> list[Cast]:
    """Return the casts of the examples for which a month is told. Raises PlaybookUnusable, BadCustomers, ValidationError."""
    return [_cast_of(folder) for folder in folders if (folder / "data" / "month.yaml").exists()]


def _cast_of(folder: Path) -> Cast:
    playbook = load_playbook(read_folder(folder)).playbook
    if playbook is None:
        raise PlaybookUnusable(f"The playbook in {folder.name} has errors. `dajeong check` lists them all.")
    told = YAML(typ="safe").load((folder / "data" / "month.yaml").read_text(encoding="utf-8"))
    return Cast(folder, playbook, Month.model_validate(told), read_customers(read_beside(folder), playbook))
