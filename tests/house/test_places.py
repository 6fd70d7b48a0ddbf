"""Nothing in the project knows the machine it was written on, or where its packages come from."""

import re
from collections.abc import Iterator

from tests.house import tree

# Written in pieces, so that this file does not find itself.
_FOLDERS = ("wo" + "rk", "tm" + "p", "ro" + "ot", "ho" + "me", "Us" + "ers", "o" + "pt")
_MACHINE = re.compile(r"(?:^|[^A-Za-z0-9_.\-/}])/(?:" + "|".join(_FOLDERS) + r")/[A-Za-z]")
_HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "npmmirror" + ".com",
    "deb.debian" + ".org",
)


def places(text: str) -> Iterator[str]:
    """Machine paths and registry hosts in a text, line by line."""
    for number, line in enumerate(text.splitlines(), start=1):
        if _MACHINE.search(line) or any(host in line for host in _HOSTS):
            yield f"{number}: {line.strip()[:100]}"


def test_no_file_names_a_machine_path_or_a_registry_host() -> None:
    found = [f"{name}:{place}" for name, text in tree.text_files() for place in places(text)]
    assert not found, "\n".join(found)


def test_a_machine_path_or_a_host_is_noticed() -> None:
    for bad in (f"cd /{_FOLDERS[0]}/main", f'"/{_FOLDERS[2]}/x"', f"https://{_HOSTS[0]}/simple", f"(/{_FOLDERS[1]}/a)"):
        assert list(places(bad)), bad
    for good in ("src/dajeong/home/x", "web/tmp/file", "https://example.com/work/x", "a/b", "/api/conversations"):
        assert not list(places(good)), good
