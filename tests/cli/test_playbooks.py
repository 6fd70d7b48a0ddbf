"""Making, checking, importing, publishing and exporting playbooks."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dajeong.storage import open_storage
from tests.cli.conftest import Run


def folder_texts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


@pytest.mark.parametrize("language", [(), ("--english",)])
def test_a_new_playbook_has_nothing_to_mend_and_can_be_talked_to(run: Run, language: tuple[str, ...]) -> None:
    assert run("new", "my_shop", *language).code == 0
    checked = run("check", "my_shop")
    assert checked.code == 0 and "Nothing to mend." in checked.out
    talked = run("chat", "my_shop", typed="\n")
    assert talked.code == 0 and "AI" in talked.out


def test_new_changes_nothing_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my_shop").mkdir()
    said = run("new", "my_shop")
    assert said.code == 1 and "exists already" in said.err and list((tmp_path / "my_shop").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "My Shop", "my-shop", "가게", "/x"])
def test_new_takes_only_plain_names(run: Run, tmp_path: Path, name: str) -> None:
    said = run("new", name)
    assert said.code == 1 and "name" in said.err and list(tmp_path.iterdir()) == []


def test_check_names_file_line_and_what_to_do_and_exits_with_1(run: Run, shop_folder: Path) -> None:
    path = shop_folder / "scenarios" / "refund.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("then: not_now", "then: nowhere"), encoding="utf-8")
    said = run("check", str(shop_folder))
    line = next(line for line in said.out.splitlines() if "nowhere" in line)
    assert (
        said.code == 1
        and "refund.yaml:" in line
        and "error" in line
        and said.out.splitlines()[-1].startswith("2 errors")
    )


def test_check_of_nothing_is_one_clear_sentence(run: Run) -> None:
    said = run("check", "nowhere")
    assert said.code == 1 and "nowhere" in said.err and "Traceback" not in said.err


def test_export_writes_the_published_folder_back_byte_for_byte(run: Run, shop_folder: Path, tmp_path: Path) -> None:
    assert "shop is published" in run("publish", str(shop_folder), "--note", "first").out
    assert run("export", "shop", "out").code == 0
    assert folder_texts(tmp_path / "out") == folder_texts(shop_folder)


def test_export_of_a_draft_that_was_never_published_writes_the_draft(
    run: Run, shop_folder: Path, tmp_path: Path
) -> None:
    assert "shop is a draft" in run("import", str(shop_folder)).out
    assert run("export", "shop", "out").code == 0
    assert folder_texts(tmp_path / "out") == folder_texts(shop_folder)


def test_an_older_version_can_be_exported_by_its_name(run: Run, shop_folder: Path, tmp_path: Path) -> None:
    before = folder_texts(shop_folder)
    version = run("publish", str(shop_folder)).out.strip().rstrip(".").split()[-1]
    path = shop_folder / "persona.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "never_say: [몰라요]\n", encoding="utf-8")
    run("publish", str(shop_folder))
    run("export", "shop", "old", "--version", version)
    run("export", "shop", "new")
    assert folder_texts(tmp_path / "old") == before
    assert folder_texts(tmp_path / "new") == folder_texts(shop_folder)


def test_a_broken_playbook_is_not_published_and_the_last_good_one_stays(
    run: Run, shop_folder: Path, tmp_path: Path
) -> None:
    good = folder_texts(shop_folder)
    run("publish", str(shop_folder))
    (shop_folder / "scenarios" / "refund.yaml").write_text("steps: [ {say: 안녕, id: }", encoding="utf-8")
    said = run("publish", str(shop_folder))
    assert said.code == 1 and "dajeong check" in said.err
    run("export", "shop", "out")
    assert folder_texts(tmp_path / "out") == good


def test_export_writes_over_nothing(run: Run, shop_folder: Path, tmp_path: Path) -> None:
    run("publish", str(shop_folder))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    said = run("export", "shop", "out")
    assert said.code == 1 and "holds something" in said.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_export_of_an_unknown_playbook_says_so(run: Run, tmp_path: Path) -> None:
    said = run("export", "nothing", "out")
    assert said.code == 1 and "nothing" in said.err and not (tmp_path / "out").exists()


def test_while_a_server_has_the_database_the_command_says_so_kindly(
    run: Run, shop_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()

    async def beside_a_server() -> None:
        async with open_storage(f"sqlite:///{tmp_path}/data/dajeong.db"):
            said = await asyncio.to_thread(run, "publish", str(shop_folder))
            assert said.code == 1 and "Another process" in said.err and "Traceback" not in said.err

    asyncio.run(beside_a_server())


def test_the_demonstration_needs_its_examples(run: Run) -> None:
    said = run("demo")
    assert said.code == 1 and "no playbooks" in said.err


def test_serve_refuses_a_port_that_is_none(run: Run) -> None:
    said = run("serve", "--port", "70000")
    assert said.code != 0 and "Traceback" not in said.err and "port" in said.err


def test_help_lists_every_command(run: Run) -> None:
    said = run("--help")
    for command in ("demo", "serve", "new", "check", "import", "publish", "export", "chat", "read", "answer"):
        assert command in said.out


@pytest.mark.parametrize("command", ["import", "publish"])
def test_a_folder_brings_its_customers_and_leaves_what_the_studio_tries_it_with(
    run: Run, shop_folder: Path, tmp_path: Path, command: str
) -> None:
    async def kept(text: str | None = None) -> dict[str, str]:
        async with open_storage(f"sqlite:///{tmp_path / 'data' / 'dajeong.db'}") as storage:
            if text is not None:
                now = datetime(2026, 11, 23, tzinfo=UTC)
                await storage.drafts.save("shop", "tests/angry.yaml", text, revision=0, at=now)
            return {path: file.text for path, file in (await storage.drafts.of("shop")).items()}

    (shop_folder / "customers").mkdir()
    (shop_folder / "customers" / "first.yaml").write_text("customers: []\n", encoding="utf-8")
    assert run(command, str(shop_folder)).code == 0
    asyncio.run(kept("story: 화난 고객\n"))
    assert run(command, str(shop_folder)).code == 0
    draft = asyncio.run(kept())
    assert draft["customers/first.yaml"] == "customers: []\n" and draft["tests/angry.yaml"] == "story: 화난 고객\n"
