"""What the studio's guides tell people to press is written there, in the language of the guide."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.blocks import DOCS
from tests.house import tree

STUDIO = tree.ROOT / "web" / "studio" / "src"
ENGLISH = (
    "design-your-first-scenario",
    "keep-research-notes",
    "publish-and-go-back",
    "read-a-conversation",
    "rehearse",
    "shape-intents",
    "shape-the-voice",
    "try-a-draft",
)


def words(language: str) -> str:
    """Every word the studio says in a language, what is filled in later left open."""
    pages = [*STUDIO.rglob(f"words.{language}.ts"), STUDIO / "words" / f"{language}.ts"]
    return "\n".join(re.sub(r"\$\{[^{}]*\}", "…", page.read_text(encoding="utf-8")) for page in sorted(pages))


def pressed(page: Path) -> Iterator[str]:
    """What stands in bold on a page."""
    for bold in re.findall(r"\*\*([^*]+)\*\*", page.read_text(encoding="utf-8")):
        yield " ".join(bold.split())


@pytest.mark.parametrize("name", ENGLISH)
@pytest.mark.parametrize(("language", "ending"), [("en", ".md"), ("ko", ".ko.md")])
def test_a_guide_of_the_studio_names_what_stands_there(name: str, language: str, ending: str) -> None:
    page = DOCS / "guides" / f"{name}{ending}"
    said = words(language).lower()
    names = list(pressed(page))
    assert names
    assert [each for each in names if each.lower() not in said] == []
