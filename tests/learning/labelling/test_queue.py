"""Messages worth a label are queued once, in the order of their use, and can be found again from the log alone."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dajeong.conversation import Recorded
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import CustomerWrote
from dajeong.conversation.labelling import QueueRow
from dajeong.learning.labels import Labels
from dajeong.learning.queue import LabelQueue, Messages, likeness
from dajeong.storage import MemoryLog, Storage, open_storage
from tests.learning.labelling.saying import handed_off, read_as, reading, replied, unsure_message
from tests.storage.telling import minutes, started, tell

LATE = "택배가 사흘째 그대로인데 이거 오긴 오는 건가요"


async def everything(storage: Storage) -> list[QueueRow]:
    """All rows, without the limits of a list."""
    rows = await storage.labelling.page(by="", whose="open", most_of_one=10**6, bonus={"neutral": 0}, limit=10**6)
    return sorted((row for _, row in rows), key=lambda row: (row.conversation, row.version))


def worth_labelling(events: list[Recorded]) -> tuple[QueueRow, ...]:
    """The rows of one conversation, followed from its beginning."""
    messages = Messages(events[0])
    for each in events:
        messages.add(each)
    return messages.rows()


async def events_of(*events: object) -> list[Recorded]:
    log = MemoryLog()
    await tell(log, "c1", started(), *events)  # type: ignore[arg-type]
    return await log.read("c1")


async def test_a_message_whose_emotion_is_unsure_is_worth_a_label() -> None:
    [row] = worth_labelling(await events_of(*read_as("m1", LATE, reading("anxiety", sure=False))))
    assert (row.conversation, row.version, row.reasons, row.emotion) == ("c1", 2, ("unsure",), "anxiety")
    assert LATE not in row.model_dump_json()


async def test_a_message_without_an_intent_is_worth_a_label_where_one_was_needed() -> None:
    no_intent = reading(intent=None)
    for taken_as, worth in (("not_understood", True), ("unclear_matter", True), ("answer", False), ("greeting", False)):
        rows = worth_labelling(await events_of(*read_as("m1", LATE, no_intent, taken_as)))
        assert [row.reasons for row in rows] == ([("abstained",)] if worth else []), taken_as


async def test_a_corrected_reading_is_worth_a_label() -> None:
    corrected = ReadingCorrected(message="m1", emotion="anger", teammate="소라")
    [row] = worth_labelling(await events_of(*read_as("m1", LATE, reading("neutral")), corrected))
    assert row.reasons == ("corrected",)
    taken_back = ReadingCorrected(message="m1", teammate="소라")
    assert worth_labelling(await events_of(*read_as("m1", LATE, reading("neutral")), corrected, taken_back)) == ()


async def test_the_two_messages_before_a_handoff_are_worth_a_label_and_no_others() -> None:
    lines = [event for n in range(4) for event in read_as(f"m{n}", f"{LATE} {n}", reading())]
    rows = worth_labelling(await events_of(*lines, handed_off(), *read_as("m9", "네", reading())))
    assert [row.version for row in rows] == [8, 11] and {row.reasons for row in rows} == {("before_handoff",)}


async def test_who_simply_asks_for_a_person_was_understood() -> None:
    asked = read_as("m1", "상담원 연결해 주세요", reading(), "person")
    assert worth_labelling(await events_of(*asked, handed_off())) == ()


async def test_a_sure_reading_a_button_and_a_message_without_words_are_not_worth_a_label() -> None:
    assert worth_labelling(await events_of(*read_as("m1", LATE, reading("anger")))) == ()
    wrote_, *rest = read_as("m1", LATE, reading("anger", sure=False))
    assert isinstance(wrote_, CustomerWrote)
    assert worth_labelling(await events_of(wrote_.model_copy(update={"choice": "yes"}), *rest)) == ()
    assert worth_labelling(await events_of(wrote_.model_copy(update={"text": " "}), *rest)) == ()


async def test_several_reasons_add_up_and_more_doubt_is_worth_more() -> None:
    def priority(*events: object) -> int:
        [row] = worth_labelling(asyncio.run(events_of(*events)))
        return row.priority

    def measured() -> list[int]:
        unsure = read_as("m1", LATE, reading("anger", sure=False, share=0.4))
        doubtful = read_as("m1", LATE, reading("anger", sure=False, share=0.2))
        return [priority(*unsure), priority(*doubtful), priority(*doubtful, handed_off())]

    one, two, three = await asyncio.to_thread(measured)
    assert one < two < three


def test_nearly_the_same_texts_are_alike_and_others_are_not() -> None:
    assert likeness("주문 4821 언제 와요?") == likeness("주문 77 언제 와요?")
    different = {
        likeness(text) for text in (LATE, "환불은 언제 들어오나요", "상담 감사합니다", "앱이 자꾸 꺼져요", "네")
    }
    assert len(different) == 5


async def test_the_queue_follows_the_log(storage: Storage, queue: LabelQueue) -> None:
    await unsure_message(storage.log, "c1", LATE)
    assert await queue.catch_up() == await storage.log.position()
    assert [(row.conversation, row.version) for row in await everything(storage)] == [("c1", 2)]
    await tell(
        storage.log, "c1", replied("r1"), *read_as("m2", "아니 그게 아니라", reading(intent=None), "not_understood")
    )
    await tell(storage.log, "c1", handed_off(), at=minutes(3))
    await queue.catch_up()
    assert [row.reasons for row in await everything(storage)] == [
        ("unsure", "before_handoff"),
        ("abstained", "before_handoff"),
    ]


async def test_reading_the_same_events_again_changes_nothing(storage: Storage, queue: LabelQueue) -> None:
    for n in range(3):
        await unsure_message(storage.log, f"c{n}", f"{LATE} 벌써 {'가나다'[n]}번째예요")
    await queue.catch_up()
    once = await everything(storage)
    await storage.labelling.restart(LabelQueue.name)
    await storage.labelling.advance(LabelQueue.name, before=0, now=2, rows={})
    await queue.catch_up()
    assert await everything(storage) == once and len(once) == 3


async def test_the_queue_can_be_written_again_from_the_log(storage: Storage, queue: LabelQueue) -> None:
    for n in range(20):
        await unsure_message(storage.log, f"c{n:02}", f"{LATE} {n}")
        if n % 3 == 0:
            await tell(storage.log, f"c{n:02}", handed_off(), at=minutes(2))
        if n % 5 == 0:
            # Followed in pieces, in between.
            await queue.catch_up()
    await queue.catch_up()
    followed = await everything(storage)
    await queue.rebuild()
    assert await everything(storage) == followed and len(followed) == 20


async def test_nothing_is_skipped_while_several_processes_write_and_follow(postgres_url: str) -> None:
    async with open_storage(postgres_url) as one, open_storage(postgres_url) as two:

        async def write(storage: Storage, name: str) -> None:
            for n in range(5):
                await unsure_message(storage.log, f"{name}{n}", f"{LATE} {name} {n}")

        async def follow(storage: Storage) -> None:
            queue = LabelQueue(storage.log, storage.labelling)
            while await queue.catch_up() < 2 * 5 * 4:
                await asyncio.sleep(0)

        await asyncio.wait_for(asyncio.gather(write(one, "a"), write(two, "b"), follow(one), follow(two)), 60)
        assert len(await everything(one)) == 10


async def test_a_follower_that_was_overtaken_goes_on_from_where_the_other_stands(storage: Storage) -> None:
    await unsure_message(storage.log, "c1", LATE)
    queue = LabelQueue(storage.log, storage.labelling)
    await queue.catch_up()
    stale = {"c1": ()}
    assert not await storage.labelling.advance(LabelQueue.name, before=0, now=4, rows=stale)
    assert len(await everything(storage)) == 1


FOLLOWING = """
import asyncio, sys
from dajeong.learning.queue import LabelQueue
from dajeong.runtime import follower as module
from dajeong.storage import open_storage
module.EVENTS_AT_ONCE = 3

async def main():
    async with open_storage(sys.argv[1]) as storage:
        print("following", flush=True)
        await LabelQueue(storage.log, storage.labelling).rebuild()
        print("done", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [0.02, 0.1])
async def test_a_kill_in_the_middle_loses_and_doubles_nothing(url: str, tmp_path: Path, after: float) -> None:
    async with open_storage(url) as storage:
        for n in range(60):
            await unsure_message(storage.log, f"c{n:02}", f"{LATE} {n}")
    process = subprocess.Popen([sys.executable, "-c", FOLLOWING, url], stdout=subprocess.PIPE, cwd=tmp_path)
    assert process.stdout is not None and process.stdout.readline() == b"following\n"
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    async with open_storage(url) as storage:
        queue = LabelQueue(storage.log, storage.labelling)
        await queue.catch_up()
        left = await everything(storage)
        assert len(left) == 60
        await queue.rebuild()
        assert await everything(storage) == left


async def test_a_forgotten_customers_messages_leave_the_queue_by_themselves(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    from dajeong.learning.label import Label

    for name in ("c1", "c2"):
        version = await unsure_message(storage.log, name, LATE)
    await queue.catch_up()
    for name in ("c1", "c2"):
        await labels.put(name, version, Label(verdict="cannot_tell"), "소라")
    await storage.log.forget("손님-c1", at=minutes(9))
    kept = [each.conversation for each in await storage.labelling.labels()]
    rows = await storage.labelling.page(by="누리", whose="others", most_of_one=9, bonus={"neutral": 0})
    assert kept == ["c2"] and [row.conversation for _, row in rows] == ["c2"]
    await queue.catch_up()
    await queue.rebuild()
    assert [
        row.conversation
        for _, row in await storage.labelling.page(by="", whose="others", most_of_one=9, bonus={"neutral": 0})
    ] == ["c2"]


async def test_a_row_written_while_its_customer_is_being_forgotten_does_not_stay(storage: Storage) -> None:
    await unsure_message(storage.log, "c1", LATE)
    queue = LabelQueue(storage.log, storage.labelling)
    await queue.catch_up()
    [row] = await everything(storage)
    await storage.log.forget("손님-c1", at=minutes(9))
    before = await storage.labelling.position(LabelQueue.name)
    assert before is not None
    # A page read before the forgetting, written after it.
    assert await storage.labelling.advance(LabelQueue.name, before=before, now=before, rows={"c1": [row]})
    await queue.catch_up()
    assert await everything(storage) == []


async def test_one_conversation_and_one_kind_of_text_do_not_fill_the_list(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    await tell(storage.log, "talker", started())
    texts = ["왜 또 취소됐죠", "앱이 계속 멈춰요", "쿠폰이 사라졌어요", "배송지가 이상해요", "포인트가 안 쌓여요"]
    for n, text in enumerate(texts):
        await tell(storage.log, "talker", *read_as(f"m{n}", text, reading("anger", sure=False)))
    for n in range(12):
        await unsure_message(storage.log, f"copy{n}", f"주문 {n}번 환불이 아직도 안 들어왔는데 언제 들어와요?")
    await unsure_message(storage.log, "other", LATE, share=0.44)
    await queue.catch_up()
    page = await labels.page("소라")
    names = [item.conversation.rstrip("0123456789") for item in page.items]
    assert sorted(names) == ["copy", "copy", "other", "talker", "talker"]


async def test_what_was_labelled_often_enough_of_a_kind_is_not_asked_for_again(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    from dajeong.learning.label import Label

    for n in range(5):
        await unsure_message(storage.log, f"copy{n}", f"주문 {n}번 환불이 아직도 안 들어왔는데 언제 들어와요?")
    await queue.catch_up()
    for item in (await labels.page("소라")).items:
        await labels.put(
            item.conversation, item.version, Label(emotion="frustration", emotions={"frustration": 0.67}), "소라"
        )
    assert (await labels.page("소라")).items == ()


async def test_running_it_takes_up_what_comes(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LabelQueue, "gather", 0.01)
    running = asyncio.create_task(LabelQueue(storage.log, storage.labelling).run())
    await unsure_message(storage.log, "c1", LATE)
    for _ in range(500):
        if await storage.labelling.row("c1", 2) is not None:
            break
        await asyncio.sleep(0.01)
    running.cancel()
    assert await storage.labelling.row("c1", 2) is not None
