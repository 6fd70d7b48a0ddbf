"""The time zones a playbook may name: the IANA names of the tzdata wheel, the same on every machine."""

from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from dajeong.conversation.reading import Language

UTC = "UTC"
# Where a language is spoken in one zone, nobody has to name it.
ZONE_OF: dict[Language, str] = {"ko": "Asia/Seoul"}


@cache
def timezones() -> frozenset[str]:
    """Every name, from the version of the IANA database that is installed with the package."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split()) - {"Factory"}


def nearest_timezone(word: str, language: Language) -> str:
    """The name ``word`` was most likely meant to be: "seoul" and "Asia/Soul" are Asia/Seoul; else that of the language."""
    # Etc/GMT+9 is nine hours behind: nobody who writes GMT+9 means it. EST and MST are near to any three letters.
    known = {name.casefold(): name for name in sorted(timezones()) if "/" in name and not name.startswith("Etc/")}
    cities = {name.rpartition("/")[2]: place for name, place in known.items()}
    names = {**known, **cities}
    found = get_close_matches(word.casefold().replace(" ", "_"), names, n=1, cutoff=0.8)
    return names[found[0]] if found else ZONE_OF.get(language, UTC)
