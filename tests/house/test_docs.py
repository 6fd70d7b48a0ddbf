"""Pages can be found and trusted: titles, links that lead somewhere, and every command and setting described."""

import re
from collections.abc import Iterator
from pathlib import Path

import typer
from pydantic.fields import FieldInfo

from tests.house import tree
from tools import reference

DOCS = tree.ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = [path for path in tree.files() if path.suffix == ".md" and not path.is_relative_to(tree.ROOT / "examples")]
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def prose(text: str) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def headings(text: str) -> list[str]:
    return [line for line in prose(text).splitlines() if re.match(r"#+ ", line)]


def anchor(heading: str) -> str:
    """The anchor that a heading gets on the usual Git hosts."""
    text = re.sub(r"[^\w\- ]", "", heading.lstrip("#").strip().lower())
    return text.replace(" ", "-")


def links(path: Path) -> Iterator[tuple[str, Path, str]]:
    """Each link of a page to another file of the project: as written, the file, the anchor."""
    for target in _LINK.findall(prose(path.read_text(encoding="utf-8"))):
        if not re.match(r"[a-z]+:", target):
            file, _, inside = target.partition("#")
            yield target, (path.parent / file).resolve() if file else path, inside


def title_faults(text: str) -> Iterator[str]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first.startswith("# "):
        yield "does not start with its title"
    if sum(line.startswith("# ") for line in headings(text)) > 1:
        yield "has more than one title"


def without_heading(names: list[str], pages: list[str]) -> list[str]:
    titles = "\n".join(heading for page in pages for heading in headings(page))
    return [name for name in names if f"`{name}`" not in titles]


def test_every_page_starts_with_its_title() -> None:
    # A fragment of the changelog is a sentence, not a page.
    pages = [path for path in PAGES if path.parent.name != "changelog.d" or path.name == "README.md"]
    found = [f"{tree.name(path)} {fault}" for path in pages for fault in title_faults(path.read_text(encoding="utf-8"))]
    assert not found, "\n".join(found)


def test_every_link_leads_somewhere() -> None:
    broken = []
    for path in PAGES:
        for written, file, inside in links(path):
            there = file.exists()
            if there and inside and file.suffix == ".md":
                there = inside in {anchor(heading) for heading in headings(file.read_text(encoding="utf-8"))}
            if not there:
                broken.append(f"{tree.name(path)}: {written}")
    assert not broken, "\n".join(broken)


def test_every_page_of_the_docs_can_be_found_from_the_index() -> None:
    index = DOCS / "README.md"
    seen, next_pages = {index}, [index]
    while next_pages:
        for _, file, _ in links(next_pages.pop()):
            if file.suffix == ".md" and file.is_relative_to(DOCS) and file.exists() and file not in seen:
                seen.add(file)
                next_pages.append(file)
    lost = [tree.name(path) for path in PAGES if path.is_relative_to(DOCS) and path not in seen]
    assert not lost, f"Link these from docs/README.md or the index of their folder: {lost}"


def test_every_command_and_setting_has_a_heading_in_the_reference() -> None:
    pages = [path.read_text(encoding="utf-8") for path in PAGES if path.is_relative_to(REFERENCE)]
    missing = without_heading([*reference.commands(), *reference.settings()], pages)
    assert not missing, f"docs/reference has no heading for {missing}; run ./run reference."


def test_the_generated_pages_say_what_the_code_says() -> None:
    stale = [path.name for path, text in reference.pages().items() if path.read_text(encoding="utf-8") != text]
    assert not stale, f"Run ./run reference: {stale}"


def test_every_command_and_setting_says_what_it_is_for() -> None:
    silent = [name for name, command in reference.commands().items() if not command.help]
    silent += [name for name, field in reference.settings().items() if not field.description]
    assert not silent, f"Give these a docstring (commands) or a description (settings): {silent}"


def test_both_readmes_tell_the_same() -> None:
    english, korean = ((tree.ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))
    levels = [[heading.split()[0] for heading in headings(text)] for text in (english, korean)]
    assert levels[0] == levels[1]
    typed = [re.findall(r"\./run [a-z]+", text) for text in (english, korean)]
    assert sorted(typed[0]) == sorted(typed[1])


def test_decisions_are_numbered_once_and_say_why() -> None:
    decisions = [path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md"]
    numbers = [path.name[:4] for path in decisions]
    assert decisions and all(number.isdigit() for number in numbers) and len(set(numbers)) == len(numbers)
    for path in decisions:
        said = {heading.lstrip("# ") for heading in headings(path.read_text(encoding="utf-8"))}
        assert {"What we decided", "Why", "What it costs"} <= said, tree.name(path)


def test_fragments_of_the_changelog_say_their_kind() -> None:
    fragments = [path for path in (tree.ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    wrong = [
        path.name
        for path in fragments
        if not re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed|security)\.md", path.name)
    ]
    assert not wrong


def test_a_missing_heading_is_noticed() -> None:
    assert without_heading(["dajeong new"], ["# Commands\n\n## `dajeong check`\n`dajeong new`"]) == ["dajeong new"]
    assert not without_heading(["dajeong new"], ["# Commands\n\n## `dajeong new NAME`\n\n### `dajeong new`"])


def test_a_page_without_a_title_is_noticed() -> None:
    assert list(title_faults("Some words.\n# Late\n"))
    assert list(title_faults("# One\n# Two\n"))
    assert not list(title_faults("# One\n```sh\n# a comment\n```\n"))


def test_an_anchor_is_made_as_the_git_hosts_make_it() -> None:
    assert anchor("## The way of a message, once more") == "the-way-of-a-message-once-more"
    assert anchor("## 말의 순서") == "말의-순서"


def test_the_reference_shows_what_a_command_takes_and_a_setting_means() -> None:
    app = typer.Typer()

    @app.command()
    def greet(name: str, times: int = typer.Option(2, help="How often.")) -> None:
        """Greet somebody."""

    page = reference.commands_page({"dajeong greet": typer.main.get_command(app)})
    assert "## `dajeong greet`\n\nGreet somebody.\n" in page
    assert "| `--times` | How often. Unless given: `2`. |" in page
    page = reference.settings_page({"DAJEONG_QUIET": FieldInfo(default=30, description="Minutes of silence.")})
    assert "## `DAJEONG_QUIET`\n\nMinutes of silence.\n\nUnless set: `30`.\n" in page
