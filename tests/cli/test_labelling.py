"""Labelling, drift and export from the keyboard, over what a stopped server left."""

import asyncio
import csv
import io
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from dajeong.conversation.events import Event
from dajeong.storage import open_storage
from tests.cli.conftest import Run
from tests.learning.labelling.saying import AGREES, read_as, reading, replied
from tests.storage.telling import minutes, started, tell

SAID = "택배가 사흘째 그대로인데 이거 오긴 오는 건가요"


@pytest.fixture
def told(tmp_path: Path) -> None:
    """Three conversations in the database: two agreed to training, and two messages are unsure."""

    async def write() -> None:
        (tmp_path / "data").mkdir()
        async with open_storage(f"sqlite:///{tmp_path}/data/dajeong.db") as storage:
            await storage.publications.publish("shop", {"playbook.yaml": "name: shop\n"}, at=minutes(0))
            for name, agrees, sure in (("c1", True, False), ("c2", False, False), ("c3", True, True)):
                consents: list[Event] = [AGREES] if agrees else []
                read = reading("anger", sure=sure, share=0.4)
                text = SAID if name == "c1" else f"앱이 자꾸 꺼져서 {name} 아무것도 못 하고 있어요"
                await tell(storage.log, name, started(name), *consents, *read_as("m1", text, read), replied("r1"))

    asyncio.run(write())


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def save(path: Path, rows: list[dict[str, str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")


@pytest.mark.usefixtures("told")
def test_the_queue_goes_out_is_filled_in_and_comes_back(run: Run, tmp_path: Path) -> None:
    said = run("label", "export", "queue.csv")
    assert said.code == 0 and "2 messages" in said.out, said.err
    rows = table(tmp_path / "queue.csv")
    assert {row["conversation"] for row in rows} == {"c1", "c2"} and rows[0]["reasons"] == "unsure"
    assert stat.S_IMODE((tmp_path / "queue.csv").stat().st_mode) == 0o600
    for row in rows:
        row |= {"emotion": "anxiety", "strength": "2"}
    save(tmp_path / "queue.csv", rows)
    assert "2 labels are kept." in run("label", "import", "queue.csv", "--by", "소라").out
    assert "2 labels are kept." in run("label", "import", "queue.csv", "--by", "누리").out
    progress = json.loads(run("label", "progress", "--json").out)
    assert progress["labelled"] == 2 and progress["people"] == {"소라": 2, "누리": 2}
    spoken = run("label", "progress").out
    assert "2 messages are labelled. Labels: anxiety 4; by" in spoken and "kappa 1.00" in spoken
    assert "Nothing is waiting" in run("label", "next", "--by", "소라").out


@pytest.mark.usefixtures("told")
def test_the_next_message_is_shown_with_its_history(run: Run) -> None:
    said = run("label", "next")
    assert said.code == 0 and "read as anger (unsure)" in said.out and "unsure" in said.out
    assert run("label", "next", "--reason", "because").code == 1
    assert "Nothing is waiting" in run("label", "next", "--language", "en").out


@pytest.mark.usefixtures("told")
def test_a_wrong_table_changes_nothing_and_a_message_that_is_gone_is_told(run: Run, tmp_path: Path) -> None:
    run("label", "export", "queue.csv")
    rows = table(tmp_path / "queue.csv")
    save(tmp_path / "wrong.csv", [{**rows[0], "emotion": "anger", "strength": "2"}, {**rows[1], "emotion": "rage"}])
    said = run("label", "import", "wrong.csv")
    assert said.code == 1 and "wrong.csv: row 3: an unknown emotion" in said.err and "Traceback" not in said.err
    assert json.loads(run("label", "progress", "--json").out)["labelled"] == 0
    save(tmp_path / "gone.csv", [{**rows[0], "conversation": "c9", "verdict": "skipped"}])
    assert "not there (any more): row 2" in run("label", "import", "gone.csv").out
    assert run("label", "export", "queue.csv").code == 1, "nothing is overwritten"


@pytest.mark.usefixtures("told")
def test_the_queue_can_be_written_again_and_too_few_labels_train_nothing(run: Run) -> None:
    assert "written again" in run("label", "rebuild").out
    said = run("label", "train")
    assert said.code == 1 and "agreed to training" in said.err


@pytest.mark.usefixtures("told")
def test_drift_is_told_in_words_or_as_json(run: Run) -> None:
    assert "Too few conversations" in run("drift").out
    report: dict[str, Any] = json.loads(run("drift", "--json", "--days", "3").out)
    assert report["enough"] is False and set(report) == {"before", "now", "enough", "shifts", "words"}


def test_conversations_leave_with_consent_and_a_card(run: Run, tmp_path: Path, shop_folder: Path) -> None:
    run("publish", str(shop_folder))

    async def write() -> None:
        async with open_storage(f"sqlite:///{tmp_path}/data/dajeong.db") as storage:
            version = await storage.publications.current("shop")
            assert version is not None
            for name, agrees in (("c1", True), ("c2", False)):
                opened = started(name).model_copy(update={"playbook": "shop", "playbook_version": version})
                consents: list[Event] = [AGREES] if agrees else []
                await tell(storage.log, name, opened, *consents, *read_as("m1", SAID, reading()), replied("r1"))

    asyncio.run(write())
    said = run("export-conversations", "--out", "chats.jsonl", "--validation", "0")
    assert said.code == 0 and "1 conversations to train on and 0" in said.out and "no consent: 1" in said.out, said.err
    [line] = (tmp_path / "chats.jsonl").read_text(encoding="utf-8").splitlines()
    assert [each["role"] for each in json.loads(line)["messages"]] == ["system", "user", "assistant"]
    assert (tmp_path / "chats.validation.jsonl").read_text(encoding="utf-8") == ""
    card = (tmp_path / "chats.card.md").read_text(encoding="utf-8")
    assert "privacy-2026-11" in card and SAID not in card
    assert stat.S_IMODE((tmp_path / "chats.jsonl").stat().st_mode) == 0o600
    again = run("export-conversations", "--out", "chats.jsonl")
    assert again.code == 1 and "there already" in again.err
