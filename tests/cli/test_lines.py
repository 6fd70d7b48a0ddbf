"""``read --json`` and ``answer --json``: the shapes scripts rely on, and clear errors for lines of another shape."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dajeong import app
from dajeong.conversation.reading import EMOTIONS
from tests.cli.conftest import Run

READING = {
    "emotion", "intent", "confidence", "runners_up", "also", "urgency", "fatigue", "abuse", "speech_act", "language",
    "entities", "risk", "asks_if_human", "wishes", "evidence",
}  # fmt: skip
ANSWER = {"conversation", "replies", "moves", "policy", "scenario", "step", "reading", "mood", "holder", "events"}


def lines(*objects: Any) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def printed(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_each_line_read_is_one_reading_of_the_documented_shape(run: Run) -> None:
    said = run("read", "--json", typed=lines({"text": "택배가 안 와서 너무 걱정돼요 ㅠㅠ"}, {"text": "thank you!"}))
    one, other = printed(said.out)
    assert said.code == 0 and set(one) == READING == set(other)
    assert set(one["emotion"]) == {"dominant", "group", "strength", "valence", "scores", "sure"}
    assert one["emotion"]["dominant"] in EMOTIONS and set(one["emotion"]["scores"]) == set(EMOTIONS)
    assert (one["language"], other["language"]) == ("ko", "en")
    assert one["intent"] is None, "without a playbook there are no intents"
    assert one["evidence"]


def test_with_a_playbook_its_intents_and_patterns_are_read(run: Run, shop_folder: Path) -> None:
    said = run("read", "--json", "--playbook", str(shop_folder), typed=lines({"text": "1234 환불해 주세요"}))
    [reading] = printed(said.out)
    assert reading["intent"] == "wants_refund"
    assert [entity["value"] for entity in reading["entities"] if entity["kind"] == "order_number"] == ["1234"]


def test_with_a_playbook_days_are_those_of_its_time_zone(
    run: Run, shop_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "system_clock", lambda: datetime(2026, 11, 23, 15, 30, tzinfo=UTC))
    said = run("read", "--json", "--playbook", str(shop_folder), typed=lines({"text": "오늘 와 주세요"}))
    [reading] = printed(said.out)
    assert [entity["value"] for entity in reading["entities"] if entity["kind"] == "date"] == ["2026-11-24"]


def test_what_was_said_before_is_read_along(run: Run) -> None:
    history = [{"by": "customer", "text": "언제 와요?"}, {"by": "assistant", "text": "확인 중이에요."}]
    said = run("read", "--json", typed=lines({"text": "언제 와요?", "history": history}))
    assert said.code == 0 and len(printed(said.out)) == 1


@pytest.mark.parametrize(
    ("line", "clear"),
    [
        ("{broken", "Line 1 is not JSON"),
        ("[]", "object"),
        ('{"text": 3}', "'text'"),
        ('{"text": "a", "history": {}}', "'history'"),
        ('{"text": "a", "history": [{"by": "robot", "text": "b"}]}', "history[0].by"),
        ('{"text": "a", "extra": 1}', "remove 1"),
    ],
)
def test_a_line_of_another_shape_is_one_clear_sentence_and_exit_code_1(run: Run, line: str, clear: str) -> None:
    said = run("read", "--json", typed=line + "\n")
    assert (said.code, said.out) == (1, "")
    assert clear in said.err and said.err.startswith("dajeong:") and "Traceback" not in said.err


def test_each_line_answered_is_one_object_of_the_documented_shape(run: Run, shop_folder: Path) -> None:
    typed = lines(
        {"conversation": "a", "text": "택배가 아직 안 왔어요 너무 걱정돼요 ㅠㅠ"},
        {"conversation": "b", "text": "배송비 얼마예요?"},
        {"conversation": "a", "text": "1234"},
    )
    said = run("answer", str(shop_folder), "--json", typed=typed)
    first, other, second = printed(said.out)
    assert said.code == 0 and all(set(each) == ANSWER for each in (first, other, second))
    assert (first["conversation"], first["scenario"], first["step"]) == ("a", "late_parcel", "ask_order")
    assert first["moves"][0] == "acknowledge" and first["policy"] == "worried"
    assert other["replies"] == ["배송비는 3,000원이에요."] and other["holder"] == "assistant"
    assert "머그컵" in second["replies"][0] and "action_returned" in second["events"]
    assert second["mood"]["readings"] == 2


def test_a_pressed_button_can_be_told_in_a_line(run: Run, shop_folder: Path) -> None:
    typed = lines(
        {"conversation": "a", "text": "1234 환불해 주세요"},
        {"conversation": "a", "text": "깨져서 왔어요", "choice": "broken"},
    )
    [_, second] = printed(run("answer", str(shop_folder), "--json", typed=typed).out)
    assert second["step"] == "confirm"


def test_personal_data_leaves_as_tokens(run: Run, shop_folder: Path) -> None:
    typed = lines(
        {"conversation": "a", "text": "전화 예약할게요"}, {"conversation": "a", "text": "010-2345-6789로 부탁해요"}
    )
    said = run("answer", str(shop_folder), "--json", typed=typed)
    assert "2345" not in said.out and "[전화 1]" in said.out


@pytest.mark.parametrize(
    "line", ["nonsense", "{}", '{"conversation": "a"}', '{"text": "a"}', '{"conversation": "a", "text": 1}']
)
def test_a_line_that_is_no_message_is_one_clear_sentence(run: Run, shop_folder: Path, line: str) -> None:
    said = run("answer", str(shop_folder), "--json", typed=line + "\n")
    assert said.code == 1 and "Line 1" in said.err and "Traceback" not in said.err


def test_an_empty_message_is_refused_with_the_number_of_its_line(run: Run, shop_folder: Path) -> None:
    typed = lines({"conversation": "a", "text": "배송비 얼마예요?"}, {"conversation": "a", "text": "  "})
    said = run("answer", str(shop_folder), "--json", typed=typed)
    assert said.code == 1 and len(printed(said.out)) == 1 and "Traceback" not in said.err
