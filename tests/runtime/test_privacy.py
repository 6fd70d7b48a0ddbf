"""Known personal values are written through every road in; nowhere that is kept has them in clear but the vault, sealed."""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from dajeong.app import App, open_app
from dajeong.channels import ChatMessage
from dajeong.cli.talking import as_json
from dajeong.conversation.events import ActionReturned, AssistantReplied, MessageUnderstood, SlotFilled
from dajeong.runtime import FunctionActions
from dajeong.settings import Settings
from dajeong.simulation import Exchange
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP, with_files
from tests.runtime.place import WORKS, Clock, until

PHONE = "010-2345-6789"
OFFICE = "02-345-6700"
CARD = "4111-1111-1111-1111"
EMAIL = "haneul.kim@example.com"
NAME = "강태오"
ADDRESS = "서울시 마포구 월드컵북로 12길 34 101동 202호"
ACCOUNT = "123456-78-901234"
RESIDENT = "880214-2345678"
KNOWN = (PHONE, CARD, EMAIL, NAME, ADDRESS, ACCOUNT, RESIDENT, OFFICE)
FILES = with_files(
    actions=SHOP["actions.yaml"].replace(
        "inputs: {phone: {type: text, title: 연락처}}",
        """
  inputs: {phone: {type: text, title: 연락처}, new_address: {type: text, title: 새 주소}}""".strip(),
    ),
    scenarios__call_me="""
title: 전화 예약
matter: 전화 예약
intents: [call_me]
steps:
  - ask: phone
    id: ask_phone
    say: ["어느 번호로 전화를 드릴까요?"]
  - ask: new_address
    id: ask_address
    say: ["어느 주소로 찾아뵐까요?"]
  - call: call_back
    id: book
  - say: "{phone}(으)로 전화하고 {new_address}(으)로 찾아뵐게요. {call_back.note}"
    id: booked
    move: act
  - end: true
    id: done
    asks_if_solved: false
""",
)


@dataclass
class Kept:
    """An app with everything it was told, and every place it may have kept something in clear."""

    app: App
    folder: Path
    given: list[dict[str, Any]] = field(default_factory=list)
    lines: list[Any] = field(default_factory=list)
    # Empty until it was opened.
    conversation: str = ""


@pytest.fixture
async def kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, reader: TrainedReader
) -> AsyncIterator[Kept]:
    monkeypatch.setattr(TrainedReader, "load", lambda *_, **__: reader)
    given: list[dict[str, Any]] = []

    def call_back(phone: str, new_address: str) -> dict[str, Any]:
        given.append({"phone": phone, "new_address": new_address})
        return {"done": True, "note": f"확인 메일은 {EMAIL}, 연락처 {OFFICE}예요."}

    actions = FunctionActions({**WORKS, "call_back": call_back})
    settings = Settings(data=tmp_path / "data")
    clock = Clock()
    with caplog.at_level(logging.DEBUG), capture_logs() as lines:
        async with open_app(settings, clock=clock, actions=actions) as app:
            await app.publisher.publish("shop", FILES)
            opened = await app.web_chat.open("shop", "손님-1")
            result = Kept(app, settings.data, given, lines)
            for number, (text, choice) in enumerate(
                (
                    (f"제 이름은 {NAME}이에요, 카드 {CARD} 결제했어요", None),
                    ("전화 예약할게요", None),
                    (f"{PHONE}요", None),
                    (f"{ADDRESS}요", None),
                    (f"계좌는 국민은행 {ACCOUNT}이고 주민번호 {RESIDENT}예요", None),
                    (f"{EMAIL}", f"button {PHONE}"),
                    (f"아니 전화번호 {OFFICE}로요", None),
                    ("상담원 연결해 주세요", None),
                )
            ):
                clock.forward(20)
                await app.web_chat.send(opened.conversation, message=f"k{number}", text=text, choice=choice)
                await app.answering.settle()
            await app.runtime.write_as_teammate(
                opened.conversation, message="t1", text=f"{NAME} 고객님, {PHONE}로 전화드릴게요.", teammate="소라"
            )
            result.conversation = opened.conversation
            yield result


def clear(value: str, where: str) -> bool:
    """Whether a value, or its digits alone, stands in clear in a text."""
    digits = "".join(letter for letter in value if letter.isdigit())
    return value in where or (len(digits) >= 9 and digits in where) or value.encode().hex() in where


async def test_every_road_in_was_really_taken(kept: Kept) -> None:
    events = await kept.app.storage.log.read(kept.conversation)
    kinds = {type(each.event) for each in events}
    assert {SlotFilled, ActionReturned, AssistantReplied, MessageUnderstood} <= kinds
    [returned] = [each.event for each in events if isinstance(each.event, ActionReturned)][:1]
    assert returned.problem is None and returned.tokens
    told = [each.event.text for each in events if isinstance(each.event, AssistantReplied)]
    assert any("[전화 1]" in text and "[주소 1]" in text and "[이메일" in text for text in told), told


async def test_the_action_received_the_originals(kept: Kept) -> None:
    assert kept.given[0] == {"phone": PHONE, "new_address": ADDRESS}


async def test_no_event_no_evidence_and_no_inbox_row_has_a_value_in_clear(kept: Kept) -> None:
    log = kept.app.storage.log
    written = [each.model_dump_json() for each in await log.follow(0)]
    written += [row.model_dump_json() for row in await log.inbox()]
    for value in KNOWN:
        assert not [line for line in written if clear(value, line)], value


async def test_the_lines_of_the_command_line_have_no_value_in_clear(kept: Kept) -> None:
    state = await kept.app.runtime.load(kept.conversation)
    events = await kept.app.storage.log.read(kept.conversation)
    line = json.dumps(as_json("c", Exchange(tuple(events), state)), ensure_ascii=False)
    for value in KNOWN:
        assert not clear(value, line), value


async def test_no_log_line_has_a_value_in_clear(kept: Kept, caplog: pytest.LogCaptureFixture) -> None:
    lines = json.dumps(kept.lines, ensure_ascii=False, default=str) + caplog.text
    assert "intake.tokenised" in lines, "lines are seen at all"
    for value in KNOWN:
        assert not clear(value, lines), value


async def test_the_files_of_the_database_have_no_value_in_clear(kept: Kept) -> None:
    files = [path for path in kept.folder.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files), "what is not yet in the file itself is looked at too"
    whole = b"".join(path.read_bytes() for path in files)
    text = whole.decode("utf-8", "ignore")
    assert "[전화 1]" in text, "the log is in there at all"
    for value in KNOWN:
        assert not clear(value, text), value
        # Byte by byte: a name in UTF-16 read as UTF-8 leaves two letters, and sealed values have those by chance.
        assert value.encode("utf-16-le") not in whole, value


async def test_the_vault_has_every_value_and_each_one_sealed(kept: Kept) -> None:
    rows = await kept.app.storage.vault.of(kept.conversation)
    opened = {await kept.app.runtime.intake.resolve(kept.conversation, row.token) for row in rows}
    assert set(KNOWN) <= opened
    for value in KNOWN:
        assert not [row for row in rows if clear(value, row.model_dump_json())]


async def test_the_customers_own_screen_shows_what_they_wrote(kept: Kept) -> None:
    shown = await kept.app.web_chat.history(kept.conversation)
    own = [event.text for event in shown if isinstance(event, ChatMessage) and event.by == "customer"]
    assert f"{PHONE}요" in own and f"제 이름은 {NAME}이에요, 카드 {CARD} 결제했어요" in own
    told = " ".join(event.text for event in shown if isinstance(event, ChatMessage) and event.by != "customer")
    assert PHONE in told and ADDRESS in told and EMAIL in told
    assert "[전화" not in told


async def test_another_conversation_cannot_open_a_token_by_writing_it(kept: Kept) -> None:
    other = await kept.app.web_chat.open("shop", "손님-2")
    await kept.app.web_chat.send(other.conversation, message="k1", text="[전화 1]로 전화 예약할게요")
    await kept.app.answering.settle()
    shown = await kept.app.web_chat.history(other.conversation)
    assert PHONE not in json.dumps([each.model_dump(mode="json") for each in shown if each], ensure_ascii=False)

    async def settled() -> bool:
        return not (await kept.app.runtime.load(other.conversation)).unanswered

    await until(settled)
