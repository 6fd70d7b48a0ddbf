"""Writes docs/reference: every command, setting, file, rule and schema, from the code itself. `./run reference` calls it."""

import importlib
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from dajeong.playbook.reference import write_reference
from dajeong.playbook.starting import STARTING
from dajeong.playbook.words import KEYS, VALUES
from dajeong.trust.keys import VARIABLE

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
# What the studio's editors need to know of the files; beside the types of the API.
NAMES = REFERENCE.parents[1] / "web" / "shared" / "playbook_names.json"
NOTE = "*Written by `./run reference`; change the code instead.*"
# Read by the vault and by nothing else, so that no other part ever holds the key.
VAULT_KEY = f"""## `{VARIABLE}`

The vault's keys: 32 random bytes in base64, optionally named (`2026-11:...`), the newest first, divided by commas.
Read from the environment only, never from `.env`.

Unless set: the key file `vault.key` in the data folder, made at the first start."""


def commands() -> dict[str, Any]:
    """Every command of the command line, by its full name: `dajeong new`, `dajeong draft publish`."""
    apps = [value for value in _named_in("dajeong.cli") if isinstance(value, typer.Typer)]
    inner = [group.typer_instance for app in apps for group in app.registered_groups]
    outer = [typer.main.get_command(app) for app in apps if app not in inner]
    found = {name: leaf for command in outer for name, leaf in _leaves(command, "dajeong")}
    return {name: found[name] for name in sorted(found)}


def settings() -> dict[str, FieldInfo]:
    """Every setting, by the name of its environment variable."""
    classes = [value for value in _named_in("dajeong.settings") if isinstance(value, type)]
    found = {name: field for kind in classes if issubclass(kind, BaseSettings) for name, field in _variables(kind)}
    return {name: found[name] for name in sorted(found)}


def commands_page(found: dict[str, Any]) -> str:
    """The page of commands."""
    parts = ["# Commands", NOTE, "In the project's environment they are called as `./run dajeong ...`."]
    for name, command in found.items():
        paragraphs = [" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n")]
        parts += [f"## `{name}`", *paragraphs]
        rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
        if rows:
            parts.append("\n".join(["| given | meaning |", "|---|---|", *rows]))
    return "\n\n".join(part for part in parts if part) + "\n"


def settings_page(found: dict[str, FieldInfo]) -> str:
    """The page of settings."""
    parts = ["# Settings", NOTE, "Each is an environment variable, or a line of a `.env` file in the working folder."]
    for name, field in found.items():
        parts += [f"## `{name}`", " ".join((field.description or "").split()), _unless_set(field)]
    if found:
        parts.append(VAULT_KEY)
    return "\n\n".join(part for part in parts if part) + "\n"


def pages() -> dict[Path, str]:
    """Every generated page, by where it belongs."""
    names = {"keys": KEYS, "values": VALUES, "starting": STARTING}
    return {
        REFERENCE / "commands.md": commands_page(commands()),
        REFERENCE / "settings.md": settings_page(settings()),
        **_playbook_pages(),
        NAMES: json.dumps(names, ensure_ascii=False, indent=1) + "\n",
    }


def _playbook_pages() -> dict[Path, str]:
    """The pages and schemas that the playbook room makes from its own tables."""
    with TemporaryDirectory() as folder:
        made = Path(folder)
        write_reference(made)
        files = [path for path in sorted(made.rglob("*")) if path.is_file()]
        return {REFERENCE / path.relative_to(made): path.read_text(encoding="utf-8") for path in files}


def _named_in(module: str) -> list[Any]:
    return list(vars(importlib.import_module(module)).values()) if importlib.util.find_spec(module) else []


def _leaves(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", None)
    if children is None:
        yield path, command
        return
    for name, child in children.items():
        if not child.hidden:
            yield from _leaves(child, f"{path} {name}")


def _variables(kind: type[BaseSettings]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in kind.model_fields.items():
        yield f"{kind.model_config.get('env_prefix', '')}{name}".upper(), field


def _row(parameter: Any) -> str:
    names = parameter.opts + parameter.secondary_opts
    shown = names[0].upper() if parameter.param_type_name == "argument" else " / ".join(names)
    meaning = " ".join((getattr(parameter, "help", None) or "").split())
    given = parameter.default
    if isinstance(given, str | int | float | Path) and not isinstance(given, bool) and given != "":
        meaning = f"{meaning} Unless given: `{_plain(given)}`."
    return f"| `{shown}` | {meaning.strip().replace('|', '/')} |"


def _unless_set(field: FieldInfo) -> str:
    if field.is_required():
        return "It must be given."
    default = field.get_default(call_default_factory=True)
    return (
        "Unless set: empty." if default in ("", (), {}) or not _plain(default) else f"Unless set: `{_plain(default)}`."
    )


def _plain(value: Any) -> str:
    return " ".join(str(getattr(value, "value", value)).split())


if __name__ == "__main__":
    for page, text in pages().items():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
