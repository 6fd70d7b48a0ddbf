"""Locks hold versions and hashes, and nothing about where anything was fetched from."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

from tests.house import tree

PYTHON_LOCKS = [path for path in tree.files() if re.fullmatch(r"requirements.*\.(lock|txt)", path.name)]
NPM_LOCKS = [path for path in tree.files() if path.name == "package-lock.json"]
# Each of these records addresses, or is a second truth beside the locks we have.
OTHER_LOCKS = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml", "bun.lock"}

_PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)(?P<marker> ; [^\\]+)?$")
_HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def python_lock_faults(text: str) -> Iterator[str]:
    """What is wrong with a lock of Python packages, entry by entry."""
    for entry in text.replace("\\\n", " ").splitlines():
        if not entry.strip() or entry.startswith("#"):
            continue
        what, *hashes = re.split(r"\s+(?=--)", entry.strip())
        if not _PINNED.match(what):
            yield f"not a package with one exact version: {what[:80]}"
        elif not hashes:
            yield f"no hash: {what[:80]}"
        for item in hashes:
            if not _HASH.match(item):
                yield f"not a hash: {item[:80]}"


def npm_lock_faults(lock: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a package-lock.json, entry by entry."""
    for place, entry in lock.get("packages", {}).items():
        if "resolved" in entry and not entry.get("link"):
            yield f"{place} says where it was fetched from"
        if entry.get("link") and str(entry.get("resolved", "")).startswith(("/", "..", "file:", "http")):
            yield f"{place} points outside the project"
        outside = place.startswith("node_modules/") or "/node_modules/" in place
        if outside and not (entry.get("link") or entry.get("inBundle") or entry.get("integrity")):
            yield f"{place} has no hash"


def loose_npm_versions(package: dict[str, Any]) -> Iterator[str]:
    for group in ("dependencies", "devDependencies", "optionalDependencies"):
        for name, version in package.get(group, {}).items():
            if not re.match(r"^\d+\.\d+\.\d+", version):
                yield f"{name}: {version}"


def wanted_by(pyproject: dict[str, Any]) -> dict[str, str]:
    """The exact versions that pyproject.toml asks for; an asking that is not exact maps to an empty version."""
    asked = [
        *pyproject["project"]["dependencies"],
        *(item for group in pyproject["dependency-groups"].values() for item in group),
    ]
    found = {}
    for item in asked:
        name, _, version = item.partition("==")
        found[re.sub(r"\[.*\]", "", name).strip().lower().replace(".", "-").replace("_", "-")] = version.strip()
    return found


def test_there_are_locks_to_guard() -> None:
    assert {path.name for path in PYTHON_LOCKS} >= {"requirements.lock", "requirements-uv.lock"}


def test_python_locks_hold_versions_and_hashes_only() -> None:
    found = [f"{tree.name(path)}: {fault}" for path in PYTHON_LOCKS for fault in python_lock_faults(path.read_text())]
    assert not found, "\n".join(found)


def test_npm_locks_hold_versions_and_hashes_only() -> None:
    found = [
        f"{tree.name(path)}: {fault}" for path in NPM_LOCKS for fault in npm_lock_faults(json.loads(path.read_text()))
    ]
    assert not found, "\n".join(found)


def test_npm_is_told_to_leave_addresses_out_wherever_there_is_a_lock() -> None:
    for path in NPM_LOCKS:
        told = (path.parent / ".npmrc").read_text().split() if (path.parent / ".npmrc").exists() else []
        assert {"omit-lockfile-registry-resolved=true", "save-exact=true"} <= set(told), (
            f"{tree.name(path.parent)}/.npmrc"
        )


def test_npm_packages_ask_for_exact_versions() -> None:
    packages = [path for path in tree.files() if path.name == "package.json"]
    found = [
        f"{tree.name(path)}: {loose}" for path in packages for loose in loose_npm_versions(json.loads(path.read_text()))
    ]
    assert not found, "\n".join(found)


def test_no_other_kind_of_lock_is_kept() -> None:
    assert not [tree.name(path) for path in tree.files() if path.name in OTHER_LOCKS]


def test_the_lock_holds_the_versions_that_pyproject_asks_for() -> None:
    wanted = wanted_by(tomllib.loads((tree.ROOT / "pyproject.toml").read_text()))
    lock = (tree.ROOT / "requirements.lock").read_text()
    locked = {
        match["name"]: match["version"]
        for line in lock.splitlines()
        if (match := _PINNED.match(line.removesuffix(" \\")))
    }
    different = {name: (version, locked.get(name)) for name, version in wanted.items() if locked.get(name) != version}
    assert not different, f"Run ./run lock: {different}"


def unused(asked: list[str], source: str) -> list[str]:
    """Packages of which neither a module is imported nor the name is given to another library."""
    modules = packages_distributions()
    found = []
    for item in asked:
        name = re.split(r"[\[=<>~]", item)[0]
        imported = {name.replace("-", "_"), *(module for module, owners in modules.items() if name in owners)}
        if not any(re.search(rf"\b{re.escape(module)}\b", source) for module in imported):
            found.append(name)
    return found


def test_every_package_we_ask_for_is_used() -> None:
    asked = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    left = unused(asked, "\n".join(path.read_text(encoding="utf-8") for path in tree.source_files()))
    assert not left, f"Nothing in src uses {left}."


def test_an_unused_package_is_noticed() -> None:
    asked = ["scikit-learn==1.9.1", "psycopg[binary]==3.3.9", "rich==15.0.0"]
    assert unused(asked, "from sklearn import x\nurl = 'postgresql+psycopg://'\nenriched = 1") == ["rich"]


def test_no_package_of_several_gigabytes_slips_into_the_lock() -> None:
    lock = Path(tree.ROOT / "requirements.lock").read_text()
    assert not re.findall(r"^(torch|nvidia-[a-z0-9-]+|triton)==", lock, flags=re.MULTILINE)


def test_faults_in_a_python_lock_are_noticed() -> None:
    good = "one==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "0" * 64 + "\n"
    assert not list(python_lock_faults(good))
    host = "https:" + "//index.example"
    for bad in (
        "one==1.0\n", "one>=1.0 --hash=sha256:" + "0" * 64, f"one @ {host}/one.whl", f"--index-url {host}\n", "-e .\n",
        "one @ file:///wheels/one.whl", good + "./wheels/two.whl\n", "one==1.0 --hash=sha256:123",
    ):  # fmt: skip
        assert list(python_lock_faults(bad)), bad


def test_faults_in_an_npm_lock_are_noticed() -> None:
    host = "https:" + "//registry.example"
    good = {"packages": {"": {"name": "x"}, "node_modules/a": {"version": "1.0.0", "integrity": "sha512-0"}}}
    assert not list(npm_lock_faults(good))
    for bad in (
        {"resolved": f"{host}/a.tgz", "integrity": "sha512-0"},
        {"version": "1.0.0"},
        {"link": True, "resolved": "../../a"},
    ):
        assert list(npm_lock_faults({"packages": {"node_modules/a": bad}})), bad
    assert list(loose_npm_versions({"dependencies": {"a": "^1.0.0"}})) and not list(
        loose_npm_versions({"dependencies": {"a": "1.0.0"}})
    )
