"""What was given on the command line and in the environment becomes settings, or one sentence about why not; and by whom."""

import getpass
from typing import Any, ClassVar

from pydantic import ValidationError

from dajeong.errors import DajeongError
from dajeong.settings import Settings


class UnfitSetting(DajeongError):
    """A setting cannot be what it was given as."""

    code: ClassVar[str] = "unfit_setting"


def settings_from(**given: Any) -> Settings:
    """Return the settings: what is given here comes before the environment. Raises UnfitSetting with every setting's name."""
    try:
        return Settings(**given)
    except ValidationError as wrong:
        # The value stays out of it: it may be a password inside an address.
        each = "; ".join(f"{'.'.join(str(part) for part in error['loc'])}: {error['msg']}" for error in wrong.errors())
        raise UnfitSetting(
            f"A setting does not fit ({each}). Look at the command's options and at DAJEONG_..."
        ) from None


def account() -> str:
    """Return the name of the account at the keyboard, empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
