"""The rows of what customers write and what they mean, and how a row is read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dajeong.conversation.conversation import Heard
from dajeong.conversation.reading import Reading
from dajeong.dialogue.choice import option_of
from dajeong.playbook.slot import Option
from dajeong.understanding.entities import find_entities
from dajeong.understanding.speech_act import read_speech_act

HERE = Path(__file__).parent
# What is not got right yet: the words of rows of the tables.
KNOWN_MISSES = frozenset((HERE / "known_misses.txt").read_text(encoding="utf-8").splitlines())
NOTHING = "-"


@dataclass(frozen=True)
class Row:
    """One message: what is looked for in it (``*``: anything), what is meant, and the pattern or options it meets."""

    name: str
    now: datetime
    kind: str
    text: str
    expected: str
    given: str

    @property
    def missed(self) -> bool:
        return f"{self.kind}\t{self.text}" in KNOWN_MISSES


def rows() -> Iterator[Row]:
    """Every row of every table beside this file."""
    for path in sorted(HERE.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
                name = f"{path.name}:{number}"
                yield Row(
                    name, datetime.fromisoformat(row["now"]), row["kind"], row["text"], row["expected"], row["with"]
                )


def read(row: Row) -> str:
    """What is found in ``row``, written as the table writes it."""
    if row.kind == "answer":
        act = read_speech_act(row.text)
        return act if act in ("yes", "no", "cancel") else NOTHING
    if row.kind == "choice":
        heard = Heard("m", row.text, row.now, reading=Reading(speech_act=read_speech_act(row.text)))
        option = option_of(heard, [Option(label=label, value=label) for label in row.given.split(";")])
        return option.value if option else NOTHING
    kind, _, pattern = row.given.partition("=")
    entities = find_entities(row.text, {kind: pattern} if kind else {}, row.now)
    found = [
        entity.value if row.kind != "*" else f"{entity.kind}={entity.value}"
        for entity in entities
        if row.kind in ("*", entity.kind)
    ]
    return " ".join(found) or NOTHING


if __name__ == "__main__":
    by_table: dict[str, list[bool]] = {}
    for row in rows():
        by_table.setdefault(row.name.partition(".")[0], []).append(read(row) == row.expected)
    for table, right in by_table.items():
        print(f"{table:10} {sum(right):4} of {len(right):4}  {sum(right) / len(right):.3f}")
    every = [each for right in by_table.values() for each in right]
    print(f"{'all':10} {sum(every):4} of {len(every):4}  {sum(every) / len(every):.3f}")
