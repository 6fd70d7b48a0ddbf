"""Who a draft is rehearsed with, for the studio: the customers of its files, the mistakes in them, and what one of them did."""

from collections.abc import Mapping
from functools import lru_cache

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.playbook import load_playbook
from dajeong.playbook.folder import without_trials
from dajeong.playbook.story import Deed
from dajeong.simulation.customers import MadeUpCustomer, read_customers
from dajeong.simulation.customers.cast import FOLDER, BadCustomers, NoCustomers
from dajeong.simulation.customers.customer import GoodEnd
from dajeong.simulation.customers.temper import TEMPERS, Feelings
from dajeong.simulation.rehearsal import Result


class CastMember(Frozen):
    """A made-up customer as the studio lists them. ``temper`` is a name, or empty for one of their own."""

    id: str
    who: str
    file: str
    intent: str
    ends: tuple[GoodEnd, ...]
    temper: str
    feels: Feelings
    weight: float


class CastMistake(Frozen):
    """What keeps a file of customers from being played, and where. ``customer`` is the id of the one it is about, or empty."""

    path: str
    line: int
    message: str
    customer: str


class Cast(Frozen):
    """Who there is. ``playable``: the playbook itself can be played; while it cannot, nobody is looked at."""

    customers: tuple[CastMember, ...]
    mistakes: tuple[CastMistake, ...]
    files: tuple[str, ...]
    playable: bool


def cast_of(texts: Mapping[str, str], told_in: Language | None = None) -> Cast:
    """Return the customers of a draft's files; a file with mistakes gives none, only its mistakes.

    They are told in a language, else in the playbook's.
    """
    files = {path: text for path, text in texts.items() if path.startswith(FOLDER)}
    playbook = load_playbook(without_trials(texts)).playbook
    found: list[CastMember] = []
    wrong: tuple[CastMistake, ...] = ()
    if playbook is not None:
        try:
            read_customers(files, playbook, told_in=told_in or playbook.language)
        except BadCustomers as bad:
            wrong = tuple(
                CastMistake(path=each.file, line=each.line, message=each.message, customer=each.about)
                for each in bad.mistakes
            )
        except NoCustomers:
            pass
        for path in sorted(files):
            try:
                found += [_member(path, each) for each in read_customers({path: files[path]}, playbook)]
            except (BadCustomers, NoCustomers):
                continue
    return Cast(customers=tuple(found), mistakes=wrong, files=tuple(sorted(files)), playable=playbook is not None)


def who_is(files: Mapping[str, str]) -> Mapping[str, MadeUpCustomer]:
    """Return the customers of files that can be played, by id."""
    return _who_is(tuple(sorted(files.items())))


@lru_cache(4)
def _who_is(files: tuple[tuple[str, str], ...]) -> Mapping[str, MadeUpCustomer]:
    texts = dict(files)
    playbook = load_playbook(without_trials(texts)).playbook
    assert playbook is not None, "What was booked can be played."
    return {each.id: each for each in read_customers(texts, playbook)}


def deeds_of(result: Result) -> tuple[Deed, ...]:
    """Return what the customer did, one deed after another; what they sent in one breath is one message."""
    deeds: list[Deed] = []
    breath: list[str] = []
    for line in (*result.lines, None):
        spoke = line is not None and line.by == "customer" and line.choice is None
        if not spoke and breath:
            deeds.append(Deed(customer="\n".join(breath)))
            breath = []
        if line is None:
            break
        if spoke:
            breath.append(line.text)
        elif line.by == "customer":
            deeds.append(Deed(press=line.choice))
        elif line.waited:
            deeds.append(Deed(wait="silence"))
    return tuple(deeds)


def _member(path: str, told: MadeUpCustomer) -> CastMember:
    return CastMember(
        id=told.id,
        who=told.who,
        file=path,
        intent=told.goal.intent,
        ends=told.goal.ends,
        temper=next((name for name, each in TEMPERS.items() if each == told.temper), ""),
        feels=told.feels,
        weight=told.weight,
    )
