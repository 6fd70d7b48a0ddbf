"""The inbox row says where a conversation stands, without the customer's words."""

from dajeong.conversation import Conversation, inbox_row
from dajeong.conversation import events as e
from dajeong.conversation.reading import EmotionReading, Reading
from tests.conversation.test_fold import STARTED, in_refund, so, wrote

SECRET = "제 비밀 이야기"


def test_the_row_says_who_where_and_how_it_feels() -> None:
    sad = EmotionReading(dominant="sadness", group="worried", strength=0.8, valence=-0.6)
    state = so(STARTED, wrote("k1"), e.MessageUnderstood(message="k1", reading=Reading(emotion=sad), reader="r"))
    row = inbox_row(state)
    assert (row.conversation, row.version, row.customer, row.channel) == ("c1", 3, "손님", "web_chat")
    assert (row.emotion, row.level, row.messages, row.holder, row.closed) == ("sadness", -0.6, 1, "assistant", False)
    assert (row.started_at, row.last_at) == (state.started_at, state.last_at)


def test_the_row_names_the_matter_at_hand_and_afterwards_the_last_one() -> None:
    assert inbox_row(so(STARTED)).scenario is None
    assert inbox_row(in_refund()).scenario == "refund"
    left = e.ScenarioLeft(scenario="refund", matter="m1", outcome="done")
    assert inbox_row(in_refund(left)).scenario == "refund"


def test_the_row_follows_who_holds_the_thread_and_the_close() -> None:
    state = so(STARTED, e.HolderChanged(holder="queue"), e.ConversationClosed(reason="ended"))
    row = inbox_row(state)
    assert row.holder == "queue" and row.closed


def test_the_row_holds_no_words_of_the_customer() -> None:
    state = in_refund(wrote("k2", SECRET), e.SlotFilled(slot="damage", value=SECRET))
    assert SECRET not in inbox_row(state).model_dump_json()


def test_an_empty_conversation_has_a_row_too() -> None:
    assert inbox_row(Conversation("c9")).version == 0
