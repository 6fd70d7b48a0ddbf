"""A team's file of labels: what may stand in it, and which row is named when something is wrong."""

import json
from pathlib import Path

import pytest

from dajeong.learning.label_file import BadLabels, read_label_file
from dajeong.learning.training import kept_back


def written(folder: Path, content: str | bytes, name: str = "labels.tsv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def complaint(path: Path) -> str:
    with pytest.raises(BadLabels) as caught:
        read_label_file(path)
    return caught.value.message


def test_text_and_emotion_are_enough(tmp_path: Path) -> None:
    rows = read_label_file(written(tmp_path, "text\temotion\n언제 와요 진짜\tanger\nWhere is it?\tConfusion\n"))
    assert [(row.text, row.emotion, row.language) for row in rows] == [
        ("언제 와요 진짜", "anger", "ko"),
        ("Where is it?", "confusion", "en"),
    ]
    assert [row.id for row in rows] == ["labels.tsv:2", "labels.tsv:3"]
    assert rows[0].strength is rows[0].urgency is rows[0].fatigue is None


def test_three_formats_say_the_same(tmp_path: Path) -> None:
    said = ("네", "anger", 3, 1, 2, "ko", "s1", "haeyo short", "sarcasm")
    names = ("text", "emotion", "strength", "urgency", "fatigue", "language", "situation", "voice", "flags")
    history = "a: 내일은 꼭 보내 드릴게요. || c: 어제도 그러셨잖아요"
    table = [(*names, "history"), (*(str(each) for each in said), history)]
    turns = [
        {"by": "assistant", "text": "내일은 꼭 보내 드릴게요."},
        {"by": "customer", "text": "어제도 그러셨잖아요"},
    ]
    as_json = dict(zip(names, said, strict=True)) | {"voice": ["haeyo", "short"], "history": turns}
    found = [
        read_label_file(written(tmp_path, "\n".join("\t".join(row) for row in table), "a.tsv")),
        read_label_file(written(tmp_path, "\ufeff" + "\r\n".join(",".join(row) for row in table), "a.csv")),
        read_label_file(written(tmp_path, json.dumps(as_json, ensure_ascii=False) + "\n", "a.jsonl")),
    ]
    for (row,) in found:
        assert (row.text, row.emotion, row.strength, row.urgency, row.fatigue) == ("네", "anger", 1.0, 1 / 3, 2 / 3)
        assert row.history == (("assistant", "내일은 꼭 보내 드릴게요."), ("customer", "어제도 그러셨잖아요"))
        assert row.voice == {"haeyo", "short"} and row.flags == {"sarcasm"} and row.situation == "s1"


def test_quotation_marks_of_a_customer_stay_in_a_table_with_tabs(tmp_path: Path) -> None:
    rows = read_label_file(written(tmp_path, 'text\temotion\n"빨리" 준다면서요\tanger\n"네\tneutral\n'))
    assert [row.text for row in rows] == ['"빨리" 준다면서요', '"네']


def test_personal_data_become_tokens_before_anything_else_sees_them(tmp_path: Path) -> None:
    rows = read_label_file(
        written(
            tmp_path, "text\temotion\thistory\n010-2345-6789로 전화 주세요\tneutral\tc: kim.mina@example.com 이에요\n"
        )
    )
    assert "2345" not in rows[0].text and "[전화 1]" in rows[0].text
    assert "example" not in rows[0].history[0][1]


def test_a_token_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    rows = read_label_file(written(tmp_path, "text\temotion\n[전화 1]로 주세요, 아니 010-2345-6789로요\tneutral\n"))
    assert rows[0].text.startswith("[전화 1]로 주세요") and "[전화 2]" in rows[0].text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("text\temotion\n왜 안 와요\tfury\n", "row 2: an unknown emotion"),
        ("text\temotion\n네\tneutral\n \tanger\n", "row 3: the text is empty"),
        ("text\temotion\tstrength\n네\tanger\t5\n", "row 2: strength is 0, 1, 2 or 3"),
        ("text\temotion\tlanguage\nはい\tneutral\tja\n", "row 2: the language is ko or en"),
        ("text\temotion\thistory\n네\tanger\t안녕하세요\n", "row 2: a turn of the history"),
        ("text\temotion\n네\tanger\textra\n", "row 2 has 3 cells instead of 2"),
        ("words\temotion\n네\tanger\n", "Missing: text"),
        ("text\tfeeling\n네\tanger\n", "Missing: emotion"),
        ("text\temotion\ttext\n네\tanger\t네\n", "each once"),
        ("text\temotion\tcustomer_name\n네\tanger\tMina\n", "may name"),
        ("text\temotion\n", "holds no labelled message"),
        ("", "holds no labelled message"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_row(tmp_path: Path, content: str, said: str) -> None:
    message = complaint(written(tmp_path, content))
    assert message.startswith("labels.tsv") and said in message and "Nothing was changed." in message


def test_a_message_labelled_twice_with_different_emotions_names_both_rows(tmp_path: Path) -> None:
    content = "text\temotion\n참 빨리도 오네요\tanger\n네\tneutral\n참  빨리도 오네요\tgratitude\n네\tneutral\n"
    message = complaint(written(tmp_path, content))
    assert "row 4: the same message as in row 2 with another emotion" in message
    assert "빨리도" not in message


def test_the_same_words_may_mean_something_else_after_other_words(tmp_path: Path) -> None:
    content = "text\temotion\thistory\n네\tanger\ta: 취소가 안 돼요.\n네\tgratitude\ta: 취소해 드렸어요.\n"
    assert [row.emotion for row in read_label_file(written(tmp_path, content))] == ["anger", "gratitude"]


def test_all_wrong_rows_are_told_at_once_but_not_more_than_five(tmp_path: Path) -> None:
    message = complaint(written(tmp_path, "text\temotion\n" + "".join(f"말 {n}\tfury\n" for n in range(8))))
    assert "row 2:" in message and "row 6:" in message and "row 7:" not in message and "8 rows are wrong" in message


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_an_encoding_that_is_not_utf_8_is_named_with_its_row(tmp_path: Path, encoding: str) -> None:
    content = "text\temotion\nok\tneutral\n왜 안 와요\tanger\n".encode(encoding)
    message = complaint(written(tmp_path, content))
    assert "not UTF-8" in message and f"row {3 if encoding == 'cp949' else 1} " in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"text": "네", "emotion": "anger"}\n{"text": "네\n', "row 2 is not JSON"),
        ('["네", "anger"]\n', "row 1 is no JSON object"),
        ('{"text": 5, "emotion": "anger"}\n', "row 1: the text is empty"),
        ('{"text": "네", "emotion": "anger", "history": [{"by": "robot", "text": "어"}]}\n', "row 1: a turn"),
        ('{"text": "네", "emotion": "anger", "voice": 3}\n', "row 1: voice is a list"),
    ],
)
def test_json_lines_are_checked_as_strictly(tmp_path: Path, content: str, said: str) -> None:
    assert said in complaint(written(tmp_path, content, "labels.jsonl"))


def test_other_files_and_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    assert ".tsv, .csv or .jsonl" in complaint(written(tmp_path, "x", "labels.xlsx"))
    assert "cannot be read" in complaint(tmp_path / "gone.tsv")


def test_an_unclosed_quotation_mark_in_a_table_with_commas_is_said(tmp_path: Path) -> None:
    assert "cannot be read" in complaint(written(tmp_path, 'text,emotion\n"네,anger\n', "labels.csv"))


def test_about_a_fifth_is_kept_back_and_always_the_same_rows(tmp_path: Path) -> None:
    rows = read_label_file(
        written(tmp_path, "text\temotion\n" + "".join(f"주문 {n}번 어디예요\tneutral\n" for n in range(500)))
    )
    back = [row.text for row in rows if kept_back(row)]
    assert 70 < len(back) < 130
    # Blanks and marks do not make another message of it.
    again = read_label_file(
        written(
            tmp_path, "text\temotion\n" + "".join(f"{text.replace(' ', '  ')}?!\tneutral\n" for text in back), "b.tsv"
        )
    )
    assert all(kept_back(row) for row in again)
