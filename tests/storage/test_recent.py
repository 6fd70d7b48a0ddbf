"""What is remembered of the log is what the log holds, or nothing at all."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation.events import CustomerWrote, Recorded
from dajeong.storage.log.recent import Recent

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def event(position: int, conversation: str = "c") -> Recorded:
    wrote = CustomerWrote(message=f"m{position}", text="...")
    return Recorded(conversation=conversation, version=1, at=NOW, event=wrote, position=position)


def test_one_that_was_never_fed_knows_nothing() -> None:
    assert Recent().after(0, None, 10) is None


def test_it_answers_only_for_positions_it_has_seen_all_of() -> None:
    recent = Recent()
    recent.add([event(8), event(9)])
    assert recent.after(6, None, 10) is None
    assert [each.position for each in recent.after(7, None, 10) or ()] == [8, 9]
    assert recent.after(9, None, 10) == []


def test_a_conversation_without_anything_new_has_nothing_rather_than_an_unknown() -> None:
    recent = Recent()
    recent.add([event(1, "one")])
    assert recent.after(0, "other", 10) == []


def test_it_knows_nothing_after_the_log_was_changed() -> None:
    recent = Recent()
    recent.add([event(1)])
    recent.clear()
    assert recent.after(0, None, 10) is None


@given(
    names=st.lists(st.sampled_from("abc"), min_size=1, max_size=40),
    size=st.integers(1, 12),
    after=st.integers(0, 40),
    limit=st.integers(1, 10),
    who=st.sampled_from([None, "a", "b", "z"]),
)
def test_what_it_answers_is_what_the_whole_log_would(
    names: list[str], size: int, after: int, limit: int, who: str | None
) -> None:
    log = [event(number, name) for number, name in enumerate(names, 1)]
    recent = Recent(size)
    for each in log:
        recent.add([each])
    told = recent.after(after, who, limit)
    if after < len(log) - size:
        assert told is None
    else:
        assert told == [e for e in log if e.position > after and who in (None, e.conversation)][:limit]
