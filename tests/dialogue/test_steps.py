"""Walking the designed way: branches, actions, ends."""

from dajeong.conversation.events import ActionCalled, AssistantReplied, ScenarioLeft
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files


def test_a_branch_on_mood_tells_the_angry_customer_more() -> None:
    calm, angry = Play(), Play()
    [news] = calm.say("1234 언제 와요", read("parcel_late", order="1234"))
    [sorry] = angry.say("1234 왜 안 와", read("parcel_late", order="1234", emotion="frustration"))
    assert "late_parcel.news" in news.spoke and "late_parcel.sorry_news" in sorry.spoke


def test_an_action_that_fails_takes_the_designed_way() -> None:
    play = Play(works={"find_order": "timeout"})
    [reply] = play.say("1234 언제 와요", read("parcel_late", order="1234"))
    assert "late_parcel.cannot_look" in reply.spoke and play.state.problems == {"find_order": "timeout"}


def test_an_action_that_fails_without_a_designed_way_ends_in_trouble_and_offers_a_person() -> None:
    play = Play(works={"request_refund": "failed"})
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    *_, reply = play.press("agreed")
    assert reply.purpose == "trouble" and reply.offers_person
    assert [left.outcome for left in play.of(ScenarioLeft)] == ["trouble"]


def test_an_action_that_works_again_is_no_longer_a_problem() -> None:
    answers = iter(["failed", {"found": True, "item": "컵", "arrives": "2026-11-25"}])
    play = Play(works={"find_order": lambda **_: next(answers)})
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say("다시 봐 줘요, 언제 와요", read("parcel_late"))
    assert play.state.problems == {} and "late_parcel.news" in play.state.replies[-1].spoke


def test_words_before_a_slow_call_are_said_before_it() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    waiting, done = play.press("agreed")
    assert "접수하는 중" in waiting.text and "refund.refunded" in done.spoke
    kinds = [type(each.event) for each in play.wrote]
    assert kinds.index(ActionCalled) > [n for n, kind in enumerate(kinds) if kind is AssistantReplied][-2]


def test_what_an_action_entitles_to_may_be_promised_in_its_own_turn_only() -> None:
    from dajeong.dialogue import Say

    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    backed: list[tuple[str, ...]] = []
    plain = play._reply
    play._reply = lambda plan: (backed.append(plan.backed), plain(plan))[1]  # type: ignore[method-assign]
    play.press("agreed")
    play.say("배송비요", read("delivery_fee"))
    assert backed == [("refund",), ("refund",), ()]
    assert not isinstance(play.next(), Say)


def test_solved_is_asked_only_when_nothing_else_is_open() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("참 5678 언제 와요", read("parcel_late", order="5678"))
    assert "check" not in reply.moves and reply.spoke[-1] == "refund.ask_reason"
    alone = Play()
    [reply] = alone.say("5678 언제 와요", read("parcel_late", order="5678"))
    assert "check" in reply.moves and reply.expects == "solved"


def test_an_answer_given_again_uses_the_words_for_the_second_time() -> None:
    play = Play()
    [first] = play.say("몇 시에 열어요", read("opening_hours"))
    [second] = play.say("몇 시라고요", read("opening_hours"))
    assert first.text != second.text and "다시 말씀드리면" in second.text


def test_a_way_that_says_nothing_still_answers_the_customer() -> None:
    files = with_files(
        scenarios__broken="""
title: 파손
matter: 파손
intents: [came_broken]
steps:
  - call: find_order
    id: look
  - end: true
    id: done
    asks_if_solved: false
"""
    )
    play = Play(load(files))
    [reply] = play.say("깨졌어요", read("came_broken"))
    assert reply.answers == ("k1",) and reply.expects == "solved"


def test_a_circle_of_steps_is_found_out_and_not_played_for_ever() -> None:
    import pytest

    files = with_files(
        scenarios__broken="""
title: 파손
matter: 파손
intents: [came_broken]
steps:
  - say: "첫째예요."
    id: one
  - say: "둘째예요."
    id: two
    then: one
"""
    )
    with pytest.raises(AssertionError, match="circle"):
        Play(load(files)).say("깨졌어요", read("came_broken"))
