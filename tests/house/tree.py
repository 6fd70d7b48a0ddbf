"""The project's own files, as the house rules see them: what git tracks or would track, whatever is committed."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "dajeong"
PURE_ROOMS = ("conversation", "language", "playbook", "dialogue")

_NEVER_OURS = {".git", ".venv", ".state", "node_modules", "__pycache__", "static", "dist"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is not ignored, sorted; works in an unpacked archive too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        found = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _NEVER_OURS & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in found if path.is_file()))


def source_files() -> tuple[Path, ...]:
    """The Python files of the package."""
    return tuple(path for path in files() if path.suffix == ".py" and path.is_relative_to(SOURCE))


def text_files() -> Iterator[tuple[str, str]]:
    """Name and text of every file that is text."""
    for path in files():
        try:
            yield name(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def name(path: Path) -> str:
    """The path as it is written in the project, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """The room of the package a source file belongs to: its folder, or its own name at the top."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")
