"""Writes docs/reference: every command and every setting, from the code itself. `./run reference` calls it."""

import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
NOTE = "*Written by `./run reference`; change the code instead.*"


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
    parts = ["# Settings", NOTE, "Each is an environment variable."]
    for name, field in found.items():
        default = "It must be given." if field.is_required() else f"Unless set: `{_plain(field.get_default())}`."
        parts += [f"## `{name}`", " ".join((field.description or "").split()), default]
    return "\n\n".join(part for part in parts if part) + "\n"


def pages() -> dict[Path, str]:
    """Every generated page, by where it belongs."""
    return {
        REFERENCE / "commands.md": commands_page(commands()),
        REFERENCE / "settings.md": settings_page(settings()),
    }


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
    if isinstance(given, str | int | float | Path) and given not in (False, ""):
        meaning = f"{meaning} Unless given: `{_plain(given)}`."
    return f"| `{shown}` | {meaning.strip().replace('|', '/')} |"


def _plain(value: Any) -> str:
    return " ".join(str(getattr(value, "value", value)).split())


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
