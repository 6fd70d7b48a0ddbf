"""The reference pages that are made from the tables the code works by: the rules of the check, the schemas."""

import json
from pathlib import Path

from dajeong.playbook.rules import DESIGN, READING, WORDING
from dajeong.playbook.schema import schemas

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


def _cell(text: str) -> str:
    plain = text.replace("{{", "{").replace("}}", "}").replace("{{", "{").replace("}}", "}")
    return "as the language room says, at the very words" if plain == "{advice}" else plain.replace("|", "\\|")


def write_reference(folder: Path) -> None:
    """Write the page and the schemas into the folder of the reference."""
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    (folder / "check.md").write_text(check_page(), encoding="utf-8")
    for kind, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / "schemas" / f"{kind}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import sys

    write_reference(Path(sys.argv[1]))
