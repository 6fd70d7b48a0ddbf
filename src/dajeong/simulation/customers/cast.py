"""The customers of a playbook, read from ``customers/*.yaml``: every mistake with its file, line and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.language import resolve_particles
from dajeong.playbook import Playbook
from dajeong.playbook.mistake import Mistake
from dajeong.playbook.yaml_text import Entries, Items, line_of, parse, plain
from dajeong.simulation.customers.customer import MadeUpCustomer
from dajeong.simulation.customers.possible import mistakes

FOLDER = "customers/"
_ANOTHER: dict[Language, str] = {
    "ko": "‘{}’(이)라는 고객이 또 있어요. 한쪽의 id를 바꿔 주세요.",
    "en": "There is another customer '{}'. Give one of them another id.",
}


class BadCustomers(DajeongError):
    """Customers that cannot be played; ``mistakes`` are all that were found."""

    code: ClassVar[str] = "bad_customers"
    status: ClassVar[int] = 422

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        shown = "\n".join(str(each) for each in mistakes[:20])
        more = f"\n... and {len(mistakes) - 20} more" if len(mistakes) > 20 else ""
        super().__init__(f"{len(mistakes)} mistake(s) in the customers:\n{shown}{more}")
        self.mistakes = tuple(mistakes)


class NoCustomers(DajeongError):
    """The playbook has nobody to rehearse with."""

    code: ClassVar[str] = "no_customers"
    status: ClassVar[int] = 422


def read_customers(
    files: Mapping[str, str], playbook: Playbook, *, told_in: Language = "en"
) -> tuple[MadeUpCustomer, ...]:
    """Return the customers told in ``files`` (path inside the playbook's folder -> text), in the order of the files.

    Raises BadCustomers with all mistakes, told in a language, and NoCustomers.
    """
    found: list[MadeUpCustomer] = []
    wrong: list[Mistake] = []
    for path in sorted(path for path in files if path.startswith(FOLDER)):
        for at, told in _told(path, files[path], wrong):
            made = _made(path, at, told, wrong)
            if made is None:
                continue
            if any(each.id == made.id for each in found):
                wrong.append(Mistake(path, at.line, _ANOTHER[told_in].format(made.id), made.id))
            for place, message in mistakes(made, playbook):
                wrong.append(Mistake(path, line_of(at, place), resolve_particles(message[told_in]), made.id))
            found.append(made)
    if wrong:
        raise BadCustomers(wrong)
    if not found:
        raise NoCustomers(
            "There are no customers to rehearse with. Write some in customers/, e.g. customers/first.yaml."
        )
    return tuple(found)


def _told(path: str, text: str, wrong: list[Mistake]) -> Iterator[tuple[Entries, Any]]:
    parsed = parse(text)
    wrong.extend(Mistake(path, slip.line, f"This is not the YAML we take ({slip.rule}).") for slip in parsed.slips)
    root = parsed.root
    entries = dict((key.text, value) for key, value in root.pairs) if isinstance(root, Entries) else {}
    listed = entries.get("customers")
    if not isinstance(listed, Items) or set(entries) != {"customers"}:
        if not parsed.slips:
            wrong.append(Mistake(path, 1, "A file of customers holds one list named 'customers'."))
        return
    for node in listed.nodes:
        if isinstance(node, Entries):
            yield node, plain(node)
        else:
            wrong.append(Mistake(path, node.line, "A customer is told by keys such as id, goal and says."))


def _made(path: str, at: Entries, told: Any, wrong: list[Mistake]) -> MadeUpCustomer | None:
    try:
        return MadeUpCustomer.model_validate(told)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            place = ".".join(str(part) for part in each["loc"]) or "the customer"
            wrong.append(Mistake(path, line_of(at, each["loc"]), f"{place}: {_said(each)}."))
        return None


# What the commonest slips come to, for people who have never met the library that finds them.
_PLAIN = {
    "missing": "This is missing. Write it",
    "extra_forbidden": "A customer has nothing of this name. Check how it is written, or remove it",
    "string_pattern_mismatch": "Use lower-case letters, digits and underscores, beginning with a letter",
}


def _said(error: ErrorDetails) -> str:
    if error["type"] == "literal_error":
        return f"Write one of these: {error['ctx']['expected']}"
    return _PLAIN.get(error["type"], error["msg"].removeprefix("Value error, "))
