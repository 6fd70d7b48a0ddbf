"""Playbooks for tests: the starter, broken on purpose."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from dajeong.playbook import Problem, read_folder, review
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.files import is_beside

BROKEN = Path(__file__).parent / "broken"


def starter(language: Literal["ko", "en"] = "ko", **changed: str) -> dict[str, str]:
    """The own files of a new playbook; ``changed`` replaces or adds files, written with __ for / and without .yaml."""
    files = {path: text for path, text in new_playbook("sample", language).items() if not is_beside(path)}
    return files | {f"{name.replace('__', '/')}.yaml": text for name, text in changed.items()}


def broken(name: str) -> dict[str, str]:
    """The starter with the files of a broken sample laid over it."""
    language: Literal["ko", "en"] = "en" if name == "english" else "ko"
    return starter(language) | read_folder(BROKEN / name)


def short(problems: tuple[Problem, ...]) -> list[str]:
    """Problems as the samples write them."""
    return [f"{each.file}:{each.line}:{each.column} {each.rule}" for each in problems]


def rules(files: Mapping[str, str]) -> set[str]:
    """The rules these files break."""
    return {each.rule for each in review(files)}
