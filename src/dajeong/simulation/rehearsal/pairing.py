"""Two versions with the same customers: those of one of them, without whoever is impossible in the other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import Playbook, load_playbook
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation.customers import MadeUpCustomer, NoCustomers, read_customers
from dajeong.simulation.customers.cast import FOLDER
from dajeong.simulation.customers.possible import mistakes


class LeftOut(Frozen):
    """A customer who plays in neither version, and what keeps them out of the other one."""

    customer: str
    why: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Files of both versions, with the same customers in each."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()


def paired(before: Mapping[str, str], after: Mapping[str, str]) -> Pairing:
    """Return both versions with the customers of ``after``; both are files by path, as for a `Programme`.

    Raises PlaybookUnusable, BadCustomers and NoCustomers.
    """
    cast, here = _parted(after)
    _, there = _parted(before)
    customers = read_customers(after, _playbook(here))
    other = _playbook(there)
    left_out = tuple(
        LeftOut(customer=each.id, why=wrong[0][1]["en"]) for each in customers if (wrong := list(mistakes(each, other)))
    )
    if left_out:
        out = {each.customer for each in left_out}
        cast = _written([each for each in customers if each.id not in out])
    return Pairing(before={**there, **cast}, after={**here, **cast}, left_out=left_out)


def _parted(files: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the customers' files and all others."""
    cast = {path: text for path, text in files.items() if path.startswith(FOLDER)}
    return cast, {path: text for path, text in files.items() if path not in cast}


def _playbook(files: Mapping[str, str]) -> Playbook:
    playbook = load_playbook(files).playbook
    if playbook is None:
        raise PlaybookUnusable("One of the versions has errors and cannot be played. `dajeong check` lists them all.")
    return playbook


def _written(customers: list[MadeUpCustomer]) -> dict[str, str]:
    """Return a file that tells these customers; JSON is YAML 1.2."""
    if not customers:
        raise NoCustomers("None of the customers is possible in both versions. Compare versions of one playbook.")
    told = [each.model_dump(mode="json", exclude_defaults=True) for each in customers]
    return {f"{FOLDER}both.yaml": json.dumps({"customers": told}, ensure_ascii=False)}
