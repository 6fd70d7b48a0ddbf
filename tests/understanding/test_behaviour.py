"""What customers do rather than say."""

from datetime import datetime, timedelta

from dajeong.understanding import Heard
from dajeong.understanding.behaviour import find_behaviour, similarity


def said(text: str, at: datetime | None = None) -> Heard:
    return Heard(by="customer", text=text, at=at)


def test_asking_the_same_again_is_noticed_and_tires(now: datetime) -> None:
    once = find_behaviour("배송 언제 와요?", [said("배송 언제 오나요")], now)
    assert [item.sign for item in once.evidence] == ["same_request_again"]
    twice = find_behaviour("배송 언제 와요?", [said("배송 언제 오나요"), said("배송이 언제 와요")], now)
    assert twice.fatigue > once.fatigue > 0


def test_another_question_is_no_repetition(now: datetime) -> None:
    assert find_behaviour("쿠폰은 어디서 받아요?", [said("배송 언제 오나요")], now).evidence == ()


def test_short_answers_are_never_repetitions(now: datetime) -> None:
    assert find_behaviour("네", [said("네"), said("네")], now).evidence == ()


def test_what_the_assistant_said_is_not_the_customers_repetition(now: datetime) -> None:
    heard = Heard(by="assistant", text="배송이 언제 오는지 확인할게요")
    assert find_behaviour("배송이 언제 오는지 확인할게요", [heard], now).evidence == ()


def test_messages_in_a_burst_are_urgent(now: datetime) -> None:
    history = [said("저기요", now - timedelta(seconds=8)), said("급한데요 지금", now - timedelta(seconds=3))]
    found = find_behaviour("대답 좀 해 주세요", history, now)
    assert "burst_of_messages" in {item.sign for item in found.evidence}
    assert found.urgency >= 0.3
    assert all(item.start is None and item.end is None for item in found.evidence)
    slow = [said("저기요", now - timedelta(seconds=80)), said("급한데요 지금", now - timedelta(seconds=30))]
    assert find_behaviour("대답 좀 해 주세요", slow, now).evidence == ()


def test_coming_back_after_a_promise_is_noticed(now: datetime) -> None:
    promise = Heard(by="assistant", text="오늘 안에 확인해 드릴게요.", at=now - timedelta(hours=3))
    assert [item.sign for item in find_behaviour("어떻게 됐나요?", [promise], now).evidence] == ["back_after_promise"]
    just_now = Heard(by="assistant", text="오늘 안에 확인해 드릴게요.", at=now - timedelta(minutes=1))
    assert find_behaviour("어떻게 됐나요?", [just_now], now).evidence == ()


def test_times_without_a_zone_never_break_the_reading(now: datetime) -> None:
    naive = Heard(by="customer", text="배송 언제 와요", at=now.replace(tzinfo=None))
    assert find_behaviour("대답 좀 해 주세요", [naive], now).evidence == ()


def test_similarity_is_one_for_equal_and_zero_for_unrelated_texts() -> None:
    assert similarity("배송 언제 와요?", "배송언제와요") == 1.0
    assert similarity("배송 언제 와요", "쿠폰 받기") == 0.0
    assert similarity("", "쿠폰") == 0.0
