"""A folder that is served and a studio that goes on from it: neither takes the other's work away."""

from pathlib import Path

import pytest

from dajeong.app import App, open_app
from dajeong.playbook import read_beside, read_folder
from dajeong.playbook.draft import new_playbook
from dajeong.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in new_playbook("shop", "ko").items():
        path = tmp_path / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "shop"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


async def draft(app: App) -> dict[str, str]:
    return {path: each.text for path, each in (await app.storage.drafts.of("shop")).items()}


async def write(app: App, path: str, text: str) -> None:
    files = await app.storage.drafts.of("shop")
    revision = files[path].revision if path in files else 0
    await app.storage.drafts.save("shop", path, text, revision=revision, at=app.clock())


async def test_a_restart_leaves_what_the_studio_has_published_and_drafted(folder: Path, settings: Settings) -> None:
    async with open_app(settings) as app:
        await app.publisher.publish_folder(folder)
        await write(app, "persona.yaml", "name: 봄이\nspeech_level: 해요체\n")
        published = await app.publisher.publish_draft("shop", await draft(app))
        await write(app, "lines.yaml", "thanks: 별말씀을요.\n")
    async with open_app(settings) as app:
        await app.publisher.publish_folder(folder)
        assert await app.storage.publications.current("shop") == published.version
        assert (await app.runtime.designs.current("shop")).playbook.persona.name == "봄이"
        assert "lines.yaml" in await draft(app)


async def test_a_folder_that_changes_is_published_and_the_drafts_own_changes_stay(
    folder: Path, settings: Settings
) -> None:
    async with open_app(settings) as app:
        await app.publisher.publish_folder(folder)
        await write(app, "tests/angry.yaml", "title: 화난 고객\n")
        before = (folder / "persona.yaml").read_text(encoding="utf-8")
        (folder / "persona.yaml").write_text(before.replace("name: 다정", "name: 여름이"), encoding="utf-8")
        await app.publisher.publish_folder(folder, changed=True)
        beside = {**read_beside(folder), "tests/angry.yaml": "title: 화난 고객\n"}
        assert await draft(app) == {**read_folder(folder), **beside}
        await write(app, "lines.yaml", "thanks: 별말씀을요.\n")
        (folder / "persona.yaml").write_text(before, encoding="utf-8")
        await app.publisher.publish_folder(folder, changed=True)
        assert (await app.runtime.designs.current("shop")).playbook.persona.name == "다정"
        assert "lines.yaml" in await draft(app) and "여름이" in (await draft(app))["persona.yaml"]


async def test_a_folders_customers_come_into_the_draft_once_and_its_stories_stay_where_their_actions_are(
    folder: Path, settings: Settings
) -> None:
    (folder / "customers" / "more.yaml").write_text("customers: []\n", encoding="utf-8")
    (folder / "tests").mkdir(exist_ok=True)
    (folder / "tests" / "late.yaml").write_text("story: a\n", encoding="utf-8")
    async with open_app(settings) as app:
        await app.publisher.publish_folder(folder)
        kept = await app.storage.drafts.of("shop")
        assert "customers/more.yaml" in kept and not any(path.startswith("tests/") for path in kept)
        for path, file in kept.items():
            if path.startswith("customers/"):
                await app.storage.drafts.remove("shop", path, revision=file.revision, at=app.clock())
    async with open_app(settings) as app:
        await app.publisher.publish_folder(folder)
        assert not any(path.startswith("customers/") for path in await draft(app))


async def test_a_folder_whose_version_was_published_otherwise_brings_its_customers_while_nobody_has_a_draft(
    folder: Path, settings: Settings
) -> None:
    async with open_app(settings) as app:
        await app.storage.publications.publish("shop", read_folder(folder), at=app.clock())
        await app.publisher.publish_folder(folder)
        assert "customers/first.yaml" in await draft(app)
