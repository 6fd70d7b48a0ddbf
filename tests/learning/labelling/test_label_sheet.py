"""A table goes out to a spreadsheet and comes back: safe to open, forgiving to read, and exact about what is wrong."""

import csv
import io
from pathlib import Path

import pytest

from dajeong.learning.csv_text import MARK
from dajeong.learning.label import Label
from dajeong.learning.label_file import BadLabels
from dajeong.learning.label_sheet import ASKED, GIVEN, SheetLabel, read_sheet, write_sheet
from dajeong.learning.labels import LabelItem, Said
from tests.learning.labelling.saying import reading
from tests.storage.telling import NOON

SAID = "택배가 사흘째 그대로인데\n이거 오긴 오는 건가요"


def item(text: str = SAID, conversation: str = "c1", version: int = 4) -> LabelItem:
    return LabelItem(
        conversation=conversation,
        version=version,
        at=NOON,
        playbook="parcel",
        playbook_version="v1",
        language="ko",
        text=text,
        history=(Said(by="assistant", text="안녕하세요, 다정이에요."), Said(by="customer", text="저기요")),
        reading=reading("anxiety", sure=False),
        reasons=("unsure", "before_handoff"),
    )


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=delimiter))


def filled(path: Path, *labels: dict[str, str], delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    """A table as a person saves it, each message with one row of labels."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*GIVEN, *ASKED], delimiter=delimiter, restval="")
    writer.writeheader()
    for number, label in enumerate(labels, start=1):
        writer.writerow({"conversation": f"c{number}", "version": "4", "playbook": "parcel", "text": SAID} | label)
    path.write_text(out.getvalue(), encoding=encoding, newline="")
    return path


def test_a_message_is_one_row_that_excel_takes_for_utf_8() -> None:
    text = write_sheet([item()])
    assert text.encode().startswith(b"\xef\xbb\xbf")
    [row] = rows(text)
    assert row["text"] == "택배가 사흘째 그대로인데 이거 오긴 오는 건가요"
    assert row["history"] == "a: 안녕하세요, 다정이에요. || c: 저기요"
    assert (row["read_as"], row["reasons"], row["emotion"]) == ("anxiety", "unsure before_handoff", "")


@pytest.mark.parametrize(
    "text", ["=1+1", "+82 10", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")', "'quoted"]
)
def test_no_cell_can_run_as_a_formula(text: str) -> None:
    for tabs in (False, True):
        [row] = rows(write_sheet([item(text)], tabs=tabs), "\t" if tabs else ",")
        assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_what_is_filled_in_comes_back_as_labels(tmp_path: Path) -> None:
    path = filled(
        tmp_path / "labels.csv",
        {
            "emotion": "anger",
            "strength": "3",
            "also": "distrust:1 anxiety",
            "urgency": "2",
            "act": "rhetorical",
            "flags": "sarcasm",
        },
        {},
        {"verdict": "skipped"},
        {"emotion": "Neutral", "intent": "-"},
        {"intent": "parcel_late"},
    )
    first, skipped, neutral, intent = read_sheet(path)
    assert first.label == Label.model_validate(
        {
            "emotion": "anger",
            "emotions": {"anger": 1.0, "distrust": 0.3333, "anxiety": 0.3333},
            "urgency": 0.6667,
            "act": "rhetorical",
            "flags": ["sarcasm"],
        }
    )
    assert skipped == SheetLabel(4, "c3", 4, Label(verdict="skipped"))
    assert (
        neutral.label.emotion == "neutral" and neutral.label.intent is not None and neutral.label.intent.intent is None
    )
    assert intent.label.emotion is None and intent.label.intent is not None and intent.label.intent.playbook == "parcel"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_a_spreadsheet_divides_by_is_understood(tmp_path: Path, delimiter: str) -> None:
    path = filled(tmp_path / "labels.csv", {"emotion": "anger", "strength": "2.0"}, delimiter=delimiter)
    assert read_sheet(path)[0].label.emotions == {"anger": 0.6667}


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ({"emotion": "rage", "strength": "1"}, "an unknown emotion"),
        ({"emotion": "anger"}, "strength is 1, 2 or 3"),
        ({"emotion": "anger", "strength": "4"}, "strength is 0, 1, 2 or 3"),
        ({"emotion": "anger", "strength": "2", "also": "joy:1"}, "an unknown emotion in also"),
        ({"emotion": "neutral", "strength": "2"}, "neutral has no strength"),
        ({"strength": "2"}, "need an emotion"),
        ({"urgency": "2"}, "the dominant emotion, the intent, or both"),
        ({"verdict": "skipped", "intent": "parcel_late"}, "has no other label"),
        ({"verdict": "maybe"}, "an unknown verdict"),
        ({"emotion": "anger", "strength": "2", "act": "shout"}, "an unknown act"),
        ({"emotion": "anger", "strength": "2", "flags": "rude"}, "an unknown flag"),
        ({"emotion": "anger", "strength": "2", "version": "4번"}, "must stay as they were"),
        ({"emotion": "anger", "strength": "2", "conversation": ""}, "must stay as they were"),
    ],
)
def test_a_wrong_cell_is_named_with_file_and_row_and_never_its_message(
    tmp_path: Path, label: dict[str, str], said: str
) -> None:
    path = filled(tmp_path / "labels.csv", {"emotion": "anger", "strength": "2"}, label)
    with pytest.raises(BadLabels) as problem:
        read_sheet(path)
    assert "labels.csv: row 3: " in problem.value.message and said in problem.value.message
    assert "택배" not in problem.value.message


def test_the_same_message_twice_a_missing_column_and_another_encoding_are_refused(tmp_path: Path) -> None:
    twice = filled(tmp_path / "a.csv", {"verdict": "skipped"}, {"verdict": "skipped", "conversation": "c1"})
    with pytest.raises(BadLabels, match="row 3: the same message as in row 2"):
        read_sheet(twice)
    (tmp_path / "b.csv").write_text("conversation,version,emotion\nc1,4,anger\n", encoding="utf-8")
    with pytest.raises(BadLabels, match=r"b\.csv: the first row must name .* verdict"):
        read_sheet(tmp_path / "b.csv")
    with pytest.raises(BadLabels, match="UTF-8"):
        read_sheet(filled(tmp_path / "c.csv", {"verdict": "skipped"}, encoding="cp949"))
    for name, text in (("empty.csv", ""), ("long.csv", ",".join([*GIVEN, *ASKED]) + "\n" + ",x" * 40)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(BadLabels, match=name):
            read_sheet(tmp_path / name)
