"""`./run` is the one way in: what the pages tell people to type is there, and mistakes are answered."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.house import tree

SCRIPT = tree.ROOT / "run"


def run(*arguments: str, cwd: Path = tree.ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(cwd / "run"), *arguments],
        cwd=cwd,
        # Which Python the person at the keyboard prefers is not part of what is tested.
        env={**{name: value for name, value in os.environ.items() if name != "PYTHON"}, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def commands() -> set[str]:
    """The commands that the script's own help lists."""
    return set(re.findall(r"^\./run ([a-z]+)", run("help").stdout, flags=re.MULTILINE))


def test_every_command_that_a_page_names_is_there() -> None:
    named = {
        (name, command)
        for name, text in tree.text_files()
        if name.endswith(".md")
        for command in re.findall(r"\./run ([a-z]+)", text)
    }
    unknown = sorted((name, command) for name, command in named if command not in commands())
    assert not unknown


def test_every_command_in_the_help_is_handled() -> None:
    handled = set(re.findall(r"^([a-z]+)\)$", SCRIPT.read_text(), flags=re.MULTILINE))
    assert commands() == handled
    assert {"demo", "test", "check", "bench", "web", "dajeong"} <= handled


def test_an_unknown_command_is_answered_with_the_ones_there_are() -> None:
    done = run("dmeo")
    assert done.returncode == 1
    assert "there is no 'dmeo'" in done.stderr
    assert "./run demo" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_the_scripts_can_be_started(script: str) -> None:
    assert os.access(tree.ROOT / script, os.X_OK)
    assert (tree.ROOT / script).read_text().startswith("#!/bin/sh\n")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A fresh checkout on a machine that has no Python and no package manager."""
    for name in ("run", "requirements.lock", "requirements-uv.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((tree.ROOT / name).read_bytes())
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("sh", "dirname", "cat", "cksum", "tr", "mkdir", "find", "head", "id", "env", "rm", "cp"):
        found = next(Path(folder, tool) for folder in ("/usr/bin", "/bin") if Path(folder, tool).exists())
        (tools / tool).symlink_to(found)
    return tmp_path


def test_a_machine_without_python_is_told_what_to_install(bare: Path) -> None:
    done = run("check", cwd=bare, PATH=str(bare / "tools"))
    assert done.returncode == 1
    assert "python3 is missing" in done.stderr


def test_an_old_python_is_told_which_one_is_needed(bare: Path) -> None:
    old = bare / "tools" / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.8.0\nexit 1\n')
    old.chmod(0o755)
    done = run("check", cwd=bare, PATH=str(bare / "tools"))
    assert done.returncode == 1
    assert "Python 3.8.0 is too old: Python 3.11 or newer" in done.stderr


def test_a_machine_without_a_browser_is_told_so_and_the_tests_fail(bare: Path) -> None:
    # A Python whose every command succeeds, so that only the browser is missing.
    nothing = "#!/bin/sh\nexit 0\n"
    python = bare / "tools" / "python3"
    python.write_text(
        '#!/bin/sh\n[ "$2" = venv ] || exit 0\nmkdir -p "$3/bin"\n'
        'for tool in python uv; do cp "$0" "$3/bin/$tool"; done\n'
    )
    inside = bare / ".venv" / "bin" / "python"
    inside.parent.mkdir(parents=True)
    inside.write_text(nothing)
    for tool in (python, inside):
        tool.chmod(0o755)
    done = run("test", cwd=bare, PATH=str(bare / "tools"), CHROMIUM="")
    assert done.returncode == 1
    assert re.search(r"the browser tests need chromium.*apt-get install", done.stderr), done.stderr
    assert len([line for line in done.stderr.splitlines() if "browser" in line]) == 1
