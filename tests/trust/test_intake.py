"""Every road in: customer's words, slot values, action results, our own words."""

import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation.token import SealedValue
from dajeong.trust import InMemoryVault, Intake
from dajeong.trust.cleaning import EmptyMessage, MessageTooLong
from dajeong.trust.intake import VaultBusy
from dajeong.trust.personal_data import Found, Scanner
from dajeong.trust.tokens import TOKEN
from dajeong.trust.values import ValuesUnreadable
from tests.trust.parts import FIRST, SECOND, intake_with, vault_with


async def test_a_phone_becomes_a_token_and_its_original_only_stands_sealed_in_the_vault() -> None:
    store = InMemoryVault()
    taken = await intake_with(vault_with(store=store)).take("c1", "010-7788-9900으로 전화 주세요", "ko")
    assert taken.text == "[전화 1]으로 전화 주세요"
    [fact] = taken.facts
    assert (fact.kind, fact.last_four) == ("phone", "9900")
    [row] = await store.of("c1")
    assert row.reference == fact.vault and "7788" not in row.model_dump_json()


async def test_the_same_value_keeps_its_token_and_a_new_value_gets_the_next_number() -> None:
    intake = intake_with()
    texts = ["010-7788-9900이요", "01077889900 맞아요", "아니 010-1122-3344로요", "+82 10 7788 9900 말고요"]
    tokens = [TOKEN.findall((await intake.take("c1", text, "ko")).text) for text in texts]
    assert tokens == [["[전화 1]"], ["[전화 1]"], ["[전화 2]"], ["[전화 1]"]]


async def test_numbers_begin_anew_in_another_conversation_and_english_has_english_tokens() -> None:
    intake = intake_with()
    await intake.take("c1", "010-7788-9900", "ko")
    assert (await intake.take("c2", "My phone is 010-1122-3344", "en")).text == "My phone is [phone 1]"


async def test_a_value_is_known_again_after_the_key_was_rotated() -> None:
    store = InMemoryVault()
    before = await intake_with(vault_with(FIRST, store=store), "old").take("c1", "010-7788-9900", "ko")
    rotated = intake_with(vault_with(SECOND, FIRST, store=store), "new")
    assert (await rotated.take("c1", "01077889900", "ko")).text == before.text
    assert await rotated.resolve("c1", before.text) == "010-7788-9900"


async def test_an_order_number_of_the_playbook_stays_readable_beside_a_hidden_phone() -> None:
    taken = await intake_with().take("c1", "4417-2026-1103-0007 주문, 01077889900", "ko", [r"\d{4}-2026-\d{4}-\d{4}"])
    assert taken.text == "4417-2026-1103-0007 주문, [전화 1]"


async def test_a_pattern_that_fits_any_word_or_is_broken_keeps_nothing() -> None:
    taken = await intake_with().take("c1", "이름은 강태오예요", "ko", [r"[가-힣]+", r"(("])
    assert "강태오" not in taken.text


async def test_a_customer_cannot_write_a_token() -> None:
    intake = intake_with()
    await intake.take("c1", "010-7788-9900", "ko")
    forged = await intake.take("c1", "［전화 1］ 이 번호로 보내 주세요", "ko")
    assert forged.facts == () and await intake.resolve("c1", forged.text) == forged.text


async def test_our_own_words_keep_the_tokens_they_hold_and_lose_invented_ones() -> None:
    intake = intake_with()
    await intake.take("c1", "010-7788-9900", "ko")
    said = await intake.take("c1", "[전화 1]로 연락드릴게요. [전화 9]도요.", "ko", holds_tokens=True)
    assert said.text == "[전화 1]로 연락드릴게요. (전화 9)도요."
    assert [fact.token for fact in said.facts] == ["[전화 1]"]


async def test_the_teams_own_public_words_are_nobodys_personal_data() -> None:
    greeting = "저는 한다정이라고 해요. 급하면 02-7788-9900으로 전화 주세요. 010-1122-3344도요."
    said = await intake_with().take("c1", greeting, "ko", holds_tokens=True, public=["한다정", "02-7788-9900"])
    assert said.text == "저는 한다정이라고 해요. 급하면 02-7788-9900으로 전화 주세요. [전화 1]도요."


async def test_tokens_resolve_in_their_own_conversation_only() -> None:
    intake = intake_with()
    taken = await intake.take("c1", "메일은 haeun77@example.org예요", "ko")
    assert await intake.resolve("c1", taken.text) == "메일은 haeun77@example.org예요"
    assert await intake.resolve("c2", taken.text) == taken.text


async def test_nested_results_are_searched_with_their_keys_and_long_numbers() -> None:
    intake = intake_with()
    result = {
        "status": "배송 중",
        "amount": 39900,
        "order": 2026110300044,
        "courier": {"driver_name": "오세진", "notes": ["문의 010-7788-9900", {"010-1122-3344": True}]},
        "plan": {"name": "프리미엄 5G"},
        "mobile": 1077889900,
        "none": None,
    }
    values, facts = await intake.take_values("c1", result, "ko")
    written = json.dumps(values, ensure_ascii=False)
    for secret in ("오세진", "7788", "1122"):
        assert secret not in written
    assert (values["status"], values["amount"], values["order"]) == ("배송 중", 39900, 2026110300044)
    assert values["plan"] == {"name": "프리미엄 5G"} and values["none"] is None
    assert {fact.kind for fact in facts} == {"name", "phone"}
    assert (await intake.resolve_values("c1", values))["courier"] == result["courier"]


async def test_a_field_for_a_phone_that_holds_none_stays_readable() -> None:
    values, facts = await intake_with().take_values("c1", {"phone": "없음", "recipientName": "Grace"}, "en")
    assert values == {"phone": "없음", "recipientName": "[name 1]"} and len(facts) == 1


async def test_a_slot_that_bound_to_a_token_stays_bound() -> None:
    intake = intake_with()
    await intake.take("c1", "010-7788-9900", "ko")
    values, facts = await intake.take_values("c1", {"phone": "[전화 1]"}, "ko", holds_tokens=True)
    assert values == {"phone": "[전화 1]"} and facts[0].last_four == "9900"


async def test_rubbish_from_an_action_is_refused_before_it_is_kept() -> None:
    deep: dict[str, object] = {}
    for _ in range(50):
        deep = {"inside": deep}
    for rubbish in ({"a": b"bytes"}, {1: "a"}, deep, {"a": ["가"] * 6_000}):
        with pytest.raises(ValuesUnreadable):
            await intake_with().take_values("c1", rubbish, "ko")  # type: ignore[arg-type]


class Failing:
    """A recogniser that breaks."""

    def find(self, text: str) -> Sequence[Found]:
        raise RuntimeError(text)


async def test_when_the_search_fails_the_whole_message_is_hidden_and_can_still_be_opened() -> None:
    intake = Intake(Scanner([Failing()], report=lambda *_: None), vault_with(), lambda: "ref-1")
    taken = await intake.take("c1", "강태오인데 언제 와요?", "ko")
    assert taken.text == "[개인정보 1]"
    assert await intake.resolve("c1", taken.text) == "강태오인데 언제 와요?"


class Contested(InMemoryVault):
    """A vault in which somebody else takes the first token just before us."""

    async def put(self, entries: Sequence[SealedValue]) -> bool:
        if not self._rows:
            await super().put([entries[0].model_copy(update={"reference": "theirs", "digest": "theirs"})])
        return await super().put(entries)


class Closed(InMemoryVault):
    """A vault in which every token is always just taken."""

    async def put(self, entries: Sequence[SealedValue]) -> bool:
        return False


async def test_two_messages_at_once_never_share_a_token() -> None:
    intake = intake_with(vault_with(store=Contested()))
    assert (await intake.take("c1", "010-7788-9900", "ko")).text == "[전화 2]"
    with pytest.raises(VaultBusy):
        await intake_with(vault_with(store=Closed())).take("c1", "010-7788-9900", "ko")


@pytest.mark.parametrize("text", ["", "   \n", "\u200b\u202e", "\x00\x07", "\u3164"])
async def test_a_message_without_visible_characters_is_empty(text: str) -> None:
    with pytest.raises(EmptyMessage):
        await intake_with().take("c1", text, "ko")


async def test_a_message_may_have_four_thousand_characters_and_not_one_more() -> None:
    intake = intake_with()
    assert len((await intake.take("c1", "가 " * 1_999 + "가나", "ko")).text) == 4_000
    for length in (4_001, 100_000):
        with pytest.raises(MessageTooLong):
            await intake.take("c1", "가" * length, "ko")


async def test_harmful_characters_go_and_emoji_stay() -> None:
    taken = await intake_with().take("c1", "안\u200b녕\u202e하\x00세요\r\n👩\u200d👧 \ud800ㅠㅠ", "ko")
    assert taken.text == "안녕하세요\n👩\u200d👧 ㅠㅠ"


async def test_decomposed_korean_is_composed() -> None:
    assert (await intake_with().take("c1", "\u1112\u1161\u11ab\u1100\u1173\u11af", "ko")).text == "한글"


async def test_a_number_split_by_invisible_characters_is_still_found() -> None:
    assert (await intake_with().take("c1", "010\u200b-77\u206088-9900", "ko")).text == "[전화 1]"


PHONES = st.from_regex(r"01[016789][-. ]?[0-9]{4}[-. ]?[0-9]{4}", fullmatch=True)
RESIDENTS = st.builds(
    lambda day, tail, century: f"{day:%y%m%d}-{century}{tail:06d}",
    st.dates(),
    st.integers(0, 10**6 - 1),
    st.integers(1, 8),
)
CARDS = st.from_regex(r"[4-5][0-9]{3}(-[0-9]{4}){3}", fullmatch=True)
WORDS = st.sampled_from(
    ["제 번호는 {}예요", "{} 확인해 주세요", "안녕하세요 {}, 빨리요!", "call {} please", "({})", "{}"]
)


@given(st.lists(st.one_of(PHONES, RESIDENTS, CARDS), min_size=1, max_size=4), WORDS)
async def test_no_digit_of_a_found_value_survives(values: list[str], frame: str) -> None:
    intake = intake_with()
    said = " / ".join(frame.format(value) for value in values)
    taken = await intake.take("c1", said, "ko")
    assert not re.search(r"\d", TOKEN.sub("", taken.text))
    assert await intake.resolve("c1", taken.text) is not None
    for fact in taken.facts:
        assert len(re.findall(r"\d", fact.last_four or "")) <= 4
    assert all(value not in taken.text for value in values)


async def test_log_lines_carry_kinds_and_counts_only(capsys: pytest.CaptureFixture[str]) -> None:
    await intake_with().take("c1", "이름은 강태오고 010-7788-9900이에요", "ko")
    logged = "".join(capsys.readouterr())
    assert "phone" in logged
    assert "7788" not in logged and "강태오" not in logged
