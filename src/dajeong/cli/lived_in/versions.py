"""Which version of an example was in force when: the month saw the team learn something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dajeong.cli.lived_in.cast import Cast
from dajeong.cli.lived_in.days import KOREA
from dajeong.cli.lived_in.month import DAYS
from dajeong.playbook import read_folder

# When somebody publishes: in the morning, with the day before them.
_MORNING = time(10, tzinfo=KOREA)


@dataclass(frozen=True, slots=True)
class Version:
    """The files of a version, since when they are in force, and why they were put in force."""

    since: datetime
    files: Mapping[str, str]
    note: str


def versions_of(cast: Cast, now: datetime) -> Sequence[Version]:
    """Return the versions of the month that ends ``now``, the oldest first; the last is the folder as it is."""
    today = now.astimezone(KOREA).date()
    files, earlier = read_folder(cast.folder), cast.month.earlier
    began = datetime.combine(today - timedelta(days=DAYS + 1), _MORNING)
    if earlier is None:
        return (Version(began, files, ""),)
    first = {path: text for path, text in files.items() if path not in earlier.without}
    changed = datetime.combine(today - timedelta(days=earlier.days_ago), _MORNING)
    return (Version(began, first, earlier.note), Version(changed, files, earlier.then))
