"""The list of conversations: what is found by words and filters, in which order, and what is gone once it is forgotten."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dajeong.conversation.events import (
    AssistantReplied,
    ConversationClosed,
    Event,
    HolderChanged,
    MessageUnderstood,
    ScenarioEntered,
    ScenarioLeft,
)
from dajeong.conversation.reading import GROUP_OF, Emotion, EmotionReading, Reading
from dajeong.language.grams import sought
from dajeong.runtime.search_list import SearchList, listed
from dajeong.storage import Storage, open_storage
from dajeong.storage.search import Place, Wanted
from tests.storage.telling import minutes, started, tell, wrote

SAID = "제 동생 결혼식 전날까지 꼭 와야 해요"


def felt(message: str, emotion: Emotion, strength: float = 0.8) -> MessageUnderstood:
    reading = Reading(emotion=EmotionReading(dominant=emotion, group=GROUP_OF[emotion], strength=strength))
    return MessageUnderstood(message=message, reading=reading, reader="test")


async def follow(storage: Storage) -> None:
    await SearchList(storage.log, storage.search).catch_up()


async def said(storage: Storage, *texts: str) -> None:
    """One conversation a text, each a minute later than the one before: c0, c1 ..."""
    for number, text in enumerate(texts):
        await tell(storage.log, f"c{number}", started(f"손님-{number}"), wrote("m1", text), at=minutes(number))
    await follow(storage)


async def found(storage: Storage, query: str = "", **filters: object) -> list[str]:
    page = await storage.search.page(Wanted(sought=sought(query), **filters))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.id for row in page.rows]


@pytest.mark.parametrize("query", ["취소했어요", "취소", "취소하려고요", "취소를", "취소해 주세요"])
async def test_a_word_is_found_in_all_its_forms(storage: Storage, query: str) -> None:
    await said(storage, "주문을 취소하고 싶어요", "배송이 늦네요", "취소되었다고 왔는데요 해 주세요")
    assert await found(storage, query) in (["c2", "c0"], ["c2"])
    assert "c1" not in await found(storage, query)


async def test_all_words_of_a_query_must_be_there_in_any_order(storage: Storage) -> None:
    await said(storage, "환불이 언제 되나요", "언제 도착해요", "환불 날짜가 궁금해요")
    assert await found(storage, "언제 환불") == ["c0"]


async def test_spaces_do_not_matter(storage: Storage) -> None:
    await said(storage, "배송지 변경 돼요?", "아직도 안와요", "아직도 안 왔어요")
    assert await found(storage, "배송지변경") == ["c0"]
    assert await found(storage, "안 와요") == await found(storage, "안와요") == ["c2", "c1"]


async def test_english_is_found_by_the_beginnings_of_words(storage: Storage) -> None:
    await said(storage, "I want a refund for order 20418833", "My card was declined")
    assert await found(storage, "refunds") == await found(storage, "20418") == ["c0"]
    assert await found(storage, "DECLINING card") == ["c1"]


async def test_what_the_assistant_said_is_found_too(storage: Storage) -> None:
    reply = AssistantReplied(reply="r1", text="기사님께 바로 여쭤볼게요", author="assistant", purpose="matter")
    await tell(storage.log, "c1", started(), wrote("m1"), reply)
    await follow(storage)
    [row] = (await storage.search.page(Wanted(sought=sought("기사님께")))).rows
    assert (row.preview, row.preview_by, row.preview_version) == ("기사님께 바로 여쭤볼게요", "assistant", 3)


async def test_of_lines_that_fit_alike_the_customers_is_shown(storage: Storage) -> None:
    reply = AssistantReplied(reply="r1", text="배송이 늦어져 죄송해요", author="assistant", purpose="matter")
    await tell(storage.log, "c1", started(), wrote("m1", "언제 와요?"), reply, wrote("m2", "왜 이렇게 늦어요?"))
    await follow(storage)
    [row] = (await storage.search.page(Wanted(sought=sought("늦어요")))).rows
    assert (row.preview, row.preview_by, row.preview_version) == ("왜 이렇게 늦어요?", "customer", 4)


async def test_the_names_of_tokens_are_not_words(storage: Storage) -> None:
    await said(storage, "[전화 1]로 연락 주세요")
    assert await found(storage, "전화") == []
    assert await found(storage, "연락") == ["c0"]


@pytest.mark.parametrize("query", ["", "  ", "?!", "[전화 1]", '"', "' | *"])
async def test_a_query_without_a_word_asks_nothing(storage: Storage, query: str) -> None:
    await said(storage, "배송이 늦네요")
    assert await found(storage, query) == ["c0"]


@pytest.mark.parametrize(
    "query", ["늦네요' OR 'x", 'NEAR("늦" AND)', "늦:* & !", "배송 -늦어요 \\", "ㅋㅋ ㆍ 늦", "늦" * 300]
)
async def test_signs_that_a_database_knows_are_only_signs(storage: Storage, query: str) -> None:
    await said(storage, "배송이 늦네요")
    assert set(await found(storage, query)) <= {"c0"}


LIVED: Sequence[Event] = (
    started(channel="kakao"),
    wrote("m1"),
    felt("m1", "anger"),
    ScenarioEntered(scenario="late_parcel", matter="t1", intent="late"),
    ScenarioLeft(scenario="late_parcel", matter="t1", outcome="done"),
    wrote("m2", "고마워요"),
    felt("m2", "gratitude", 0.5),
    ScenarioEntered(scenario="refund", matter="t2", intent="refund"),
)


async def test_each_filter_keeps_what_fits_it(storage: Storage) -> None:
    await tell(storage.log, "c1", *LIVED, at=minutes(5))
    await tell(storage.log, "c2", started(), wrote("m1", "그냥 물어볼게요"), at=minutes(1))
    await follow(storage)
    fits: dict[str, object] = {
        "feeling": "anger",
        "outcome": "open",
        "scenario": "late_parcel",
        "channel": "kakao",
        "since": minutes(5),
    }
    for name, value in fits.items():
        assert "c1" in await found(storage, **{name: value}), name
    for name, value in {"feeling": "sadness", "outcome": "done", "scenario": "late", "until": minutes(5)}.items():
        assert "c1" not in await found(storage, **{name: value}), name
    assert await found(storage, feeling="against") == await found(storage, feeling="content") == ["c1"]
    assert await found(storage, "미안해요", **fits) == []
    assert await found(storage, "고마웠어요", **fits, playbook="parcel", version="v1", language="ko") == ["c1"]


async def test_a_line_says_what_it_was_about_and_how_it_was_felt(storage: Storage) -> None:
    await tell(storage.log, "c1", *LIVED)
    await follow(storage)
    [row] = (await storage.search.page(Wanted())).rows
    assert (row.matter, row.scenario, row.scenarios, row.outcome) == (
        "refund",
        "refund",
        ("late_parcel", "refund"),
        None,
    )
    assert (row.strongest, row.felt, row.group_now, row.turns) == ("anger", ("anger", "gratitude"), "content", 2)
    assert row.preview == "택배가 아직 안 왔어요"


async def test_a_matter_without_an_end_is_open_until_a_person_has_it_or_the_conversation_closes(
    storage: Storage,
) -> None:
    entered = ScenarioEntered(scenario="late", matter="a", intent=None)
    left = ScenarioLeft(scenario="late", matter="a", outcome="done")
    closed = ConversationClosed(reason="silence")
    ways: dict[str, tuple[Event, ...]] = {
        "open": (entered,),
        "handed_off": (entered, HolderChanged(holder="teammate", teammate="소라")),
        "unfinished": (entered, closed),
        "done": (entered, left, closed),
    }
    for name, events in ways.items():
        await tell(storage.log, name, started(f"손님-{name}"), wrote("m1"), *events)
    await follow(storage)
    for name in ways:
        assert await found(storage, outcome=name) == [name]


async def test_pages_follow_each_other_without_a_gap_even_when_times_are_equal(storage: Storage) -> None:
    for number in range(7):
        await tell(storage.log, f"c{number}", started(f"손님-{number}"), wrote("m1"), at=minutes(number // 3))
    await follow(storage)
    seen: list[str] = []
    after: Place | None = None
    while True:
        page = await storage.search.page(Wanted(sought=sought("택배")), after=after, limit=2)
        assert page.total == 7
        seen += [row.id for row in page.rows]
        after = page.after
        if after is None:
            break
    assert seen == [f"c{number}" for number in (6, 5, 4, 3, 2, 1, 0)]


async def test_a_conversation_that_goes_on_is_listed_once_and_found_by_its_new_words(storage: Storage) -> None:
    await said(storage, "배송이 늦네요")
    await tell(storage.log, "c0", wrote("m2", "그럼 환불할게요"), at=minutes(9))
    await follow(storage)
    assert await found(storage, "배송") == await found(storage, "환불") == await found(storage) == ["c0"]


async def test_a_forgotten_customer_is_gone_from_list_and_index_in_the_same_commit(storage: Storage) -> None:
    await said(storage, SAID, SAID)
    await storage.log.forget("손님-0", at=minutes(9))
    # The follower has not been here yet.
    assert await found(storage) == await found(storage, "결혼식") == ["c1"]
    await follow(storage)
    assert await found(storage, "결혼식") == ["c1"]
    [left] = [row for row in (await storage.search.page(Wanted())).rows if row.id == "c0"]
    assert left.preview == ""


async def test_words_read_before_they_were_forgotten_are_not_written_afterwards(storage: Storage) -> None:
    await said(storage, SAID)
    before = await storage.search.position(SearchList.name)
    assert before is not None
    await tell(storage.log, "c0", wrote("m2", "아직인가요"))
    read = listed(await storage.log.read("c0"))
    await storage.log.forget("손님-0", at=minutes(9))
    assert await storage.search.advance(SearchList.name, before=before, now=before + 1, listed=[read])
    assert await found(storage) == []
    await follow(storage)
    assert await found(storage) == ["c0"]
    assert await found(storage, "결혼식") == []


async def test_no_forgotten_pair_of_syllables_is_left_in_the_sqlite_file(sqlite_url: str, tmp_path: Path) -> None:
    async with open_storage(sqlite_url) as storage:
        await said(storage, "뷁쫗 소리가 나요", "배송이 늦네요")
        # Written anew, so that an older part of the index has the words as well.
        await tell(storage.log, "c0", wrote("m2", "뷁쫗"))
        await follow(storage)
        assert await found(storage, "뷁쫗") == ["c0"]
        await storage.log.forget("손님-0", at=minutes(9))
        files = [path.read_bytes() for path in tmp_path.iterdir() if path.name.startswith("dajeong.db")]
        assert not any("뷁쫗".encode() in each for each in files)


async def test_two_followers_do_not_write_over_each_other(storage: Storage) -> None:
    await said(storage, "배송이 늦네요")
    assert not await storage.search.advance(SearchList.name, before=0, now=99, listed=[])
    assert await storage.search.position(SearchList.name) == await storage.log.position()


async def test_the_list_can_be_written_again_from_the_log(storage: Storage) -> None:
    await said(storage, "배송이 늦네요", "환불해 주세요")
    before = await storage.search.page(Wanted())
    await SearchList(storage.log, storage.search).rebuild()
    assert await storage.search.page(Wanted()) == before
    assert await found(storage, "환불") == ["c1"]
