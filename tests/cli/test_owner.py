"""The owner's password: asked for or printed once, never on the command line, never in a log."""

import asyncio
import getpass
import re
from pathlib import Path

import pytest

from dajeong.app import make_sign_in
from dajeong.cli import main as command
from dajeong.storage import open_storage
from dajeong.trust.sign_in import WrongNameOrPassword
from tests.cli.conftest import Ran, Run

TYPED = "창밖에 참새가 세 마리 있어요"


def shown(said: Ran) -> str:
    """The one password a command printed."""
    [password] = re.findall(r"^Password: (\S+)$", said.out, flags=re.MULTILINE)
    assert password not in said.err
    return str(password)


def opens(data: Path, name: str, password: str) -> bool:
    """Whether somebody can sign in so."""

    async def ask() -> bool:
        async with open_storage(f"sqlite:///{data}/dajeong.db") as storage:
            try:
                await make_sign_in(storage).sign_in(name, password, address="")
            except WrongNameOrPassword:
                return False
            return True

    return asyncio.run(ask())


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person will type where nothing is shown."""
    typed: list[str] = []
    monkeypatch.setattr("dajeong.cli.owning.at_keyboard", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: typed.pop(0))
    return typed


def test_the_owner_is_made_and_given_another_password(run: Run, tmp_path: Path) -> None:
    first = shown(run("owner"))
    assert opens(tmp_path / "data", "owner", first)
    second = shown(run("owner", "--name", "소라"))
    assert opens(tmp_path / "data", "소라", second)
    assert not opens(tmp_path / "data", "소라", first) and not opens(tmp_path / "data", "owner", second)
    said = run("owner")
    assert "소라" in said.out, "the name stays unless another is given"


def test_at_a_keyboard_the_password_is_asked_for_twice_and_not_shown(
    run: Run, tmp_path: Path, keyboard: list[str]
) -> None:
    keyboard[:] = [TYPED, TYPED]
    said = run("owner")
    assert said.code == 0 and TYPED not in said.out + said.err and "Password:" not in said.out
    assert opens(tmp_path / "data", "owner", TYPED)


def test_two_different_or_weak_passwords_change_nothing_and_are_not_repeated(
    run: Run, tmp_path: Path, keyboard: list[str]
) -> None:
    kept = shown(run("owner", "--random"))
    for typed in ([TYPED, TYPED + "!"], ["짧은 것", "짧은 것"]):
        keyboard[:] = typed
        said = run("owner")
        assert said.code == 1 and typed[0] not in said.out + said.err
    assert opens(tmp_path / "data", "owner", kept)


def test_no_command_takes_a_password_as_an_argument(run: Run) -> None:
    assert run("owner", TYPED).code == 2
    assert run("owner", "--password", TYPED).code == 2


def test_the_demonstration_prints_a_password_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command.__globals__, "_serve", lambda *_: None)
    (tmp_path / "examples" / "none").mkdir(parents=True)
    (tmp_path / "examples" / "none" / "playbook.yaml").write_text("name: none\n", encoding="utf-8")
    demo = ("demo", "--empty", "--data", str(tmp_path / "demo"), "--examples", str(tmp_path / "examples"))
    first = run(*demo)
    assert opens(tmp_path / "demo", "owner", shown(first))
    again = run(*demo)
    assert again.code == 0 and "Password" not in again.out + again.err
