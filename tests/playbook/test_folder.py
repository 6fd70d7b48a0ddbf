"""A folder is read as it is, and what cannot be read is named."""

from pathlib import Path

import pytest

from dajeong.playbook import load_playbook, read_folder
from dajeong.playbook.draft import BadName, new_playbook
from dajeong.playbook.folder import FolderUnreadable
from tests.playbook.samples import starter


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    files = starter()
    assert read_folder(written(tmp_path, files)) == files


def test_files_that_are_not_the_playbooks_are_left_out(tmp_path: Path) -> None:
    beside = {
        "README.md": "#",
        "layout.json": "{}",
        "actions.py": "",
        "data.sql": "",
        "tests/story.yaml": "a",
        ".x/a.yaml": "a",
    }
    written(tmp_path, {**starter(), **beside})
    assert read_folder(tmp_path) == starter()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderUnreadable, match="nowhere"):
        read_folder(tmp_path / "nowhere")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, starter())
    (tmp_path / "persona.yaml").write_bytes("name: 다정\nintroduction: 안녕\n".encode("cp949"))
    with pytest.raises(FolderUnreadable, match=r"persona\.yaml is not UTF-8 \(line 1\)"):
        read_folder(tmp_path)


def test_a_huge_file_is_named(tmp_path: Path) -> None:
    written(tmp_path, starter())
    (tmp_path / "intents" / "huge.yaml").write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(FolderUnreadable, match=r"intents/huge\.yaml is larger than 1 MB"):
        read_folder(tmp_path)


def test_marks_of_other_systems_make_no_difference(tmp_path: Path) -> None:
    written(tmp_path, starter())
    text = (tmp_path / "persona.yaml").read_text(encoding="utf-8")
    (tmp_path / "persona.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_playbook(read_folder(tmp_path)) == load_playbook(starter())


def test_a_new_playbook_carries_the_name_it_is_given() -> None:
    loaded = load_playbook(new_playbook("corner_shop", "ko")).playbook
    assert loaded is not None and loaded.name == "corner_shop"
    assert len(loaded.intents) == 6 and len([each for each in loaded.scenarios.values() if not each.direct]) == 2


@pytest.mark.parametrize("name", ["", "My Shop", "가게", "1shop", "a/b", "../x"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    with pytest.raises(BadName, match="lower-case"):
        new_playbook(name)
