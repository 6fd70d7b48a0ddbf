"""The reference pages that are made from the tables the code works by: the rules of the check, the schemas."""

import json
from collections.abc import Iterator
from pathlib import Path

from dajeong.playbook.files import SINGLE
from dajeong.playbook.lines import LINES
from dajeong.playbook.rules import DESIGN, READING, WORDING
from dajeong.playbook.schema import schemas
from dajeong.playbook.shapes import KINDS, Shape
from dajeong.playbook.shapes.shape import ListOf, MapOf, Record
from dajeong.playbook.shapes.step_shape import STEPS
from dajeong.playbook.words import names_of

_HEAD = """# What `dajeong check` looks at

`dajeong check PATH` names every finding at once: file, line, column, what is wrong and what to do, in the language of the
playbook. It ends with exit code 1 when there is an **error**; an error also keeps a playbook from being published. A
**warning** is for the designer to decide.

This page is made from the rules themselves (`python -m dajeong.playbook.reference docs/reference`).

"""
_MORE = """## How some of them are meant

**A way to a person.** A customer who asks for a person is always heard, in any state. What is checked here is the
design: when an `ask` or `choose` gets no answer, a person is offered (no `otherwise`), or a `hand_off`, an `end` or another
scenario comes within two turns; and somewhere in the playbook a person is offered without being asked for.

**Loops.** A way that comes back to itself must wait for the customer in between. `choose` waits; `ask` waits the second
time only with `fresh: true`, because a known answer is not asked for again.

**Promises.** A sentence that promises an outcome ("환불해 드릴게요", "you will receive it tomorrow") needs an action on the way
to it whose `may_promise` names it: `refund`, `compensation`, `exchange`, `cancellation`, `delivery` (or `delivery_date`),
`callback`, `repair`, `change`, `other`. Guarantees are never backed. Before sending, the guard asks the same question of the turn
itself.

**Files that cannot be read.** Names from a file with a reading error are not held against those who point at them, so
that one mistake makes one finding.
"""


_NAMED = ("intents", "answers", "actions")
_FILES_HEAD = """# The files of a playbook

Every key has an English and a Korean name, and a file may use either. `dajeong new NAME` makes a small playbook to start
from; `dajeong check PATH` reviews one ([its rules](check.md)). Editors take the [schemas](schemas/).

This page is made from the table the loader reads by (`python -m dajeong.playbook.reference docs/reference`).

**Words.** A `say`, `answer`, `again` or `end` takes one text, a list of equal alternatives (the same one is not said twice in a
conversation while another is left), or a mapping of `first`, `second`, `third` (처음, 두번째, 세번째) and `if` (만약): special cases with `when` and
`say`, tried before the others. `{order_number}` stands for a slot, `{find_order.status}` for an action's answer, `{matter}` and
`{happened}` for the matter. A Korean particle pair behind a variable, as in `{item}이(가)`, is settled when the value is known.

**Conditions.** A mapping of names to what they must be; all must hold. `any` (하나라도) is a list of which one must hold, `not` (아닐때) must not.
A value may be one of a list, or bounds: `at_least`, `at_most`, `more_than`, `less_than`, `is_not`, `filled` (이상, 이하, 초과, 미만, 아님, 채워짐).
Names are slots, `action.output`, and `mood`, `mood_so_far` (the strongest feeling since the matter began),
`emotion`, `strength`, `sure`, `trend`, `urgency`, `fatigue`, `abuse`, `repeated`, `anger_stays`,
`speech_act`, `messages`, `language`, `scenario`, `intent`, `matter`, `happened`.

In brackets, put a sentence that holds a comma in double quotes, and so every sentence that begins with `{`.

"""


def check_page() -> str:
    """The page about the check, in Markdown."""
    parts = [_HEAD]
    for title, rules in (("Reading", READING), ("Design", DESIGN), ("Wording", WORDING)):
        parts.append(f"## {title}\n\n| rule | severity | what is wrong | what to do |\n| --- | --- | --- | --- |\n")
        parts.extend(
            f"| `{name}` | {rule.severity} | {_cell(rule.message['en'])} | {_cell(rule.fix['en'])} |\n"
            for name, rule in rules.items()
        )
        parts.append("\n")
    return "".join(parts) + _MORE


def files_page() -> str:
    """The page of every key of every file, in both languages."""
    parts = [_FILES_HEAD]
    for kind, shape in KINDS.items():
        file = f"{kind}.yaml" if kind in SINGLE else f"{kind}/*.yaml"
        parts.append(f"## `{file}`\n\n")
        if kind in _NAMED:
            parts.append("A mapping from a name (lower_snake_case) to:\n\n")
        parts.append("| key | Korean | needed | what it is |\n| --- | --- | --- | --- |\n")
        parts.extend(_rows(shape, ""))
        parts.append("\n")
    parts.append("## Steps\n\nThe key that names the kind makes the step.\n\n")
    for kind, record in STEPS.items():
        parts.append(f"### `{kind}`\n\n| key | Korean | needed | what it is |\n| --- | --- | --- | --- |\n")
        parts.extend(_rows(record, ""))
        parts.append("\n")
    parts.append("## Lines\n\n| line | what it is for |\n| --- | --- |\n")
    parts.extend(f"| `{name}` | {_cell(about)} |\n" for name, about in LINES.items())
    return "".join(parts)


def _rows(shape: Shape, before: str) -> Iterator[str]:
    """One row a key, keys of records inside under a dotted name; words, conditions and steps are told once."""
    if isinstance(shape, ListOf | MapOf):
        yield from _rows(shape.shape, before)
    if not isinstance(shape, Record) or shape is KINDS["lines"]:
        return
    for key in shape.keys:
        korean = ", ".join(names_of(key.name)[1:])
        needed = "yes" if key.required else ""
        yield f"| `{before}{key.name}` | {korean} | {needed} | {_cell(key.en)} · {_cell(key.ko)} |\n"
        inner = f"{before}{key.name}."
        yield from _rows(key.shape, inner + "*." if isinstance(key.shape, MapOf) else inner)


def _cell(text: str) -> str:
    plain = text.replace("{{", "{").replace("}}", "}").replace("{{", "{").replace("}}", "}")
    return "as the language room says, at the very words" if plain == "{advice}" else plain.replace("|", "\\|")


def write_reference(folder: Path) -> None:
    """Write the page and the schemas into the folder of the reference."""
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    (folder / "check.md").write_text(check_page(), encoding="utf-8")
    (folder / "playbook.md").write_text(files_page(), encoding="utf-8")
    for kind, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / "schemas" / f"{kind}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import sys

    write_reference(Path(sys.argv[1]))
