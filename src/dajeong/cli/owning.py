"""The owner of the studio: made or given a new password at the keyboard, never on the command line."""

import asyncio
import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from dajeong.cli import screen
from dajeong.cli.given import settings_from
from dajeong.errors import DajeongError
from dajeong.settings import Settings

OWNER = "owner"


class PasswordsDiffer(DajeongError):
    """It was typed differently the second time."""

    code = "passwords_differ"
    status = 422


def owner(
    name: Annotated[str, typer.Option(help="The name to sign in with; else the one there is, or `owner`.")] = "",
    show: Annotated[bool, typer.Option("--random", help="Print a random password instead of asking for one.")] = False,
    data: Annotated[Path | None, typer.Option(help="Folder of the database.")] = None,
) -> None:
    """Make the studio's owner, or give the one there is a new password and sign them out everywhere.

    The password is asked for, or a random one is printed where nobody can be asked.
    """
    from dajeong.trust.passwords import random_password

    settings = settings_from(**({"data": data} if data is not None else {}))
    # Before the database is opened: nobody waits while somebody thinks of a password.
    typed = None if show or not at_keyboard() else _typed()
    password = typed or random_password()
    kept = asyncio.run(_keep(settings, name, password))
    screen.out.print(f"{kept} signs in to the studio with the new password and with no earlier one.", markup=False)
    if typed is None:
        _show(password)


def at_keyboard() -> bool:
    """Return whether somebody can be asked."""
    return sys.stdin.isatty()


def first_owner(settings: Settings) -> None:
    """Make the owner with a random password and print it, once; with an owner there, do and print nothing."""
    from dajeong.trust.passwords import random_password

    password = random_password()
    if asyncio.run(_keep(settings, OWNER, password, only_first=True)):
        screen.out.print(f"Sign in to the studio (/studio) as {OWNER}.", markup=False, soft_wrap=True)
        _show(password)


async def _keep(settings: Settings, name: str, password: str, *, only_first: bool = False) -> str:
    """Return the name that was kept, "" when there was an owner already and only the first was to be made."""
    from dajeong.app import make_sign_in, random_id
    from dajeong.cli.keeping import kept_in

    async with kept_in(settings) as storage:
        door = make_sign_in(storage)
        known = await door.owner()
        chosen = name or (known.name if known else OWNER)
        if known and only_first:
            return ""
        return chosen if await door.keep_owner(chosen, password, id=random_id(), only_first=only_first) else ""


def _typed() -> str:
    first = getpass.getpass("Password, not shown: ")
    if first != getpass.getpass("Once more: "):
        raise PasswordsDiffer("The two are not the same. Nothing was changed; try again.")
    return first


def _show(password: str) -> None:
    # On standard output, not in a log, and kept nowhere.
    screen.out.print(f"Password: {password}", markup=False, soft_wrap=True)
    screen.out.print("It is shown only now. `dajeong owner` makes another.", markup=False, soft_wrap=True)
