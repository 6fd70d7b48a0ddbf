"""Every room has a door: an `__init__.py` that names the two to eight things others come for."""

import ast
import importlib
from pathlib import Path

import pytest

from tests.house import tree

FEWEST, MOST = 2, 8


def packages() -> list[Path]:
    """The `__init__.py` of every package except the root."""
    return [path for path in tree.source_files() if path.name == "__init__.py" and path.parent != tree.SOURCE]


def names_on(door: ast.Module) -> list[str] | None:
    """What `__all__` lists, or nothing when there is no plain `__all__`."""
    for node in door.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            value = getattr(node, "value", None)
            return [str(name) for name in ast.literal_eval(value)] if value is not None else None
    return None


def test_every_folder_of_code_is_a_package_with_a_door() -> None:
    folders = {path.parent for path in tree.source_files()} - {tree.SOURCE}
    doors = {path.parent for path in packages()}
    # Alembic runs its migrations as scripts: they are not imported, and have no door.
    bare = {tree.name(folder) for folder in folders - doors if "migrations" not in folder.parts}
    assert not bare, f"These folders have no __init__.py: {sorted(bare)}"


@pytest.mark.parametrize("path", packages(), ids=lambda path: str(path.parent.name))
def test_a_door_names_two_to_eight_things_that_are_there(path: Path) -> None:
    names = names_on(tree.parsed(path))
    assert names is not None, f"{tree.name(path)} has no __all__."
    assert FEWEST <= len(names) <= MOST, f"{tree.name(path)} names {len(names)} things; a door has {FEWEST} to {MOST}."
    assert len(set(names)) == len(names), f"{tree.name(path)} names something twice."
    module = importlib.import_module(".".join(path.parent.relative_to(tree.ROOT / "src").parts))
    missing = [name for name in names if not hasattr(module, name)]
    assert not missing, f"{tree.name(path)} names {missing}, which it does not have."


def test_a_door_without_names_is_noticed() -> None:
    assert names_on(ast.parse("from a import b")) is None
    assert names_on(ast.parse("__all__ = ['b', 'c']")) == ["b", "c"]
    assert names_on(ast.parse("__all__: tuple[str, ...] = ('b',)")) == ["b"]
