"""What a message is heard as, when it could be heard as several things."""

from typing import Any

import pytest

from dajeong.conversation.events import ActionCalled
from dajeong.conversation.reading import Entity, Reading
from dajeong.dialogue.answers import is_same
from tests.dialogue.play import Play, felt, read
from tests.dialogue.shop import SHOP, load, with_files

LIMIT = """
title: 한도
matter: 한도
intents: [came_broken]
steps:
  - ask: order_number
    id: ask_order
    say: ["주문번호를 알려 주시겠어요?"]
  - ask: new_limit
    id: ask_limit
    say: ["얼마로 바꿀까요?"]
  - end: true
    id: done
"""


def at_confirm() -> Play:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    assert play.step == "refund.confirm"
    return play


def at_limit() -> Play:
    playbook = with_files(scenarios__broken=LIMIT)["playbook.yaml"]
    slots = playbook.replace("slots:", "slots:\n  new_limit: {title: 한도, type: amount}")
    play = Play(load(with_files(scenarios__broken=LIMIT, playbook=slots)))
    play.say("1234 한도 바꿔 주세요", read("came_broken", order="1234"))
    assert play.step == "broken.ask_limit"
    return play


def number(value: str, **more: Any) -> Reading:
    """A number that could be an order or an amount."""
    kinds = ("order_number", "amount")
    return read(entities=tuple(Entity(kind=kind, value=value, text=value, start=0, end=4) for kind in kinds), **more)


def test_what_fits_the_question_that_was_asked_is_its_answer_and_no_correction() -> None:
    play = at_limit()
    play.say("2500", number("2500"))
    assert play.state.slots == {"order_number": "1234", "new_limit": "2500"}


def test_what_is_said_to_be_a_correction_is_one_even_where_it_would_fit_the_question() -> None:
    play = at_limit()
    play.say("아니 주문번호 2500이었어요", number("2500", wishes=("correct",)))
    assert play.state.slots == {"order_number": "2500"} and play.step == "broken.ask_limit"


def test_a_number_at_a_question_for_free_words_still_corrects() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("깨졌어요", read("came_broken"))
    play.say("5678이에요", read(order="5678"))
    assert play.taken == "correction" and "damage" not in play.state.slots


def test_the_words_of_an_option_open_no_further_matter() -> None:
    play = at_confirm()
    [_, reply] = play.say("네 접수해 주세요", read("call_me"))
    assert play.state.waiting_matters == () and "refund.done" in reply.spoke
    assert [matter.scenario for matter in play.state.matters] == ["refund"]


def test_a_further_matter_in_a_clause_of_its_own_is_kept() -> None:
    play = at_confirm()
    replies = play.say("네 접수해 주세요. 그리고 배송비는 얼마예요?", read("delivery_fee"))
    assert "delivery_fee.answer" in replies[-1].spoke


@pytest.mark.parametrize("text", ["접수해 주세요 하면 얼마나 걸려요?", "접수해 주세요는 언제 되는 거예요?"])
def test_a_question_about_an_option_does_not_choose_it(text: str) -> None:
    play = at_confirm()
    play.say(text, read(speech_act="question"))
    assert play.of(ActionCalled) == [] and play.step == "refund.confirm"


def test_what_is_named_only_to_be_ruled_out_is_not_chosen() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("파손은 아니고 단순 변심이에요", read())
    assert play.state.slots["reason"] == "changed_mind"


def test_a_likeness_does_not_break_off_an_open_question() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    weak = read("parcel_late").model_copy(update={"confidence": 0.5})
    play.say("그게 어디 있더라", weak)
    assert play.taken == "wrong_answer" and play.step == "refund.ask_order"


def test_a_clear_other_matter_still_does() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.say("배송비는요?", read("delivery_fee"))
    assert play.taken == "matter"


@pytest.mark.parametrize("text", ["괜찮아요", "알겠어요", "네 기다릴게요", "아 오케이"])
def test_all_is_well_in_other_words_is_solved(text: str) -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say(text, read())
    assert play.taken == "solved"


def test_fine_said_in_anger_is_not_solved() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say("괜찮아요? 이게?", read(emotion="anger"))
    assert play.taken != "solved"


def praise() -> Reading:
    return read().model_copy(update={"emotion": felt("satisfaction", 0.5)})


def test_praise_right_after_anger_is_not_taken_for_thanks() -> None:
    play = Play()
    play.say("이게 뭐예요!!", read(emotion="anger", strength=0.9))
    play.say("하 진짜 대단하다", praise())
    assert play.taken == "not_understood"


def test_praise_from_somebody_calm_is_thanks() -> None:
    play = Play()
    play.say("정말 좋네요", praise())
    assert play.taken == "thanks"


def test_a_number_before_we_know_what_for_is_kept_and_the_customer_is_asked_what_for() -> None:
    play = Play()
    [reply] = play.say("1234", read(order="1234"))
    assert reply.spoke == ("line.noted",) and "1234" in reply.text
    assert "intent:wants_refund" in [choice.value for choice in reply.choices]
    [after] = play.press("intent:wants_refund")
    assert after.spoke[-1] == "refund.ask_reason"


def test_what_the_team_names_as_its_main_matters_is_shown_first() -> None:
    main = SHOP["playbook.yaml"].replace("survey: true", "survey: true\nmain: [call_me, delivery_fee]")
    play = Play(load(with_files(playbook=main)))
    [reply] = play.say("1234", read(order="1234"))
    assert [choice.value for choice in reply.choices] == ["intent:call_me", "intent:delivery_fee"]


def test_yes_to_the_person_named_with_the_truth_about_us_is_yes() -> None:
    play = Play()
    [reply] = play.say("사람이세요?", read(asks_if_human=True))
    assert reply.expects == "person" and [choice.value for choice in reply.choices] == ["person"]
    play.say("네", read(speech_act="yes"))
    assert play.state.holder == "queue"


@pytest.mark.parametrize(
    "text", ["아 아니다 전화로 할게요", "그냥 전화로 할게요", "환불 말고 전화 주세요", "actually call me"]
)
def test_what_is_wanted_instead_does_not_come_back_to_what_was_wanted_before(text: str) -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say(text, read("call_me"))
    assert [frame.scenario for frame in play.state.frames] == ["call_me"]


def test_a_question_in_between_still_comes_back() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("근데 전화로도 되나요?", read("call_me"))
    assert [frame.scenario for frame in play.state.frames] == ["refund", "call_me"]


def test_a_matter_told_again_is_not_asked_about_in_the_very_same_words() -> None:
    play = Play()
    [first] = play.say("언제 와요", read("parcel_late"))
    [second] = play.say("언제 오냐고요", read("parcel_late"))
    assert play.taken == "same_matter" and first.text != second.text


VISIT = """
title: 방문
matter: 방문
intents: [came_broken]
steps:
  - ask: day
    id: ask_day
    say: ["어느 날이 좋으세요?"]
  - choose: time
    id: ask_time
    say: ["언제가 편하세요?"]
    options:
      - {label: 오전에, value: morning}
      - {label: 오후에, value: afternoon}
  - say: ["{day} {time} 방문이에요."]
    id: told
  - end: true
    id: done
"""
TIMES = "slots:\n  day: {title: 날짜, type: date}\n  time: {title: 시간, type: choice, options: [{label: 오전에, value: morning}]}"


def visit() -> Play:
    slots = SHOP["playbook.yaml"].replace("slots:", TIMES)
    play = Play(load(with_files(scenarios__broken=VISIT, playbook=slots)))
    play.say("방문요", read("came_broken"))
    assert play.step == "broken.ask_day"
    return play


def day(value: str) -> Reading:
    return read(entities=(Entity(kind="date", value=value, text=value, start=0, end=2),))


def test_who_gives_day_and_time_at_once_is_not_asked_for_the_time() -> None:
    play = visit()
    [reply] = play.say("모레 오후에요", day("2026-11-25"))
    assert "broken.told" in reply.spoke and play.state.slots["time"] == "afternoon"


@pytest.mark.parametrize("text", ["아니다 모레로 할게요", "그럼 모레요"])
def test_another_day_at_the_question_after_it_changes_the_day(text: str) -> None:
    play = visit()
    play.say("내일요", day("2026-11-24"))
    play.say(text, day("2026-11-25"))
    assert play.taken == "correction" and play.state.slots["day"] == "2026-11-25"
    assert play.step == "broken.ask_time"


def test_the_same_number_in_another_writing_corrects_nothing() -> None:
    assert is_same("DJ-2026-1101", "DJ20261101") and is_same("20261101", "DJ20261101")
    assert not is_same("1101", "DJ20261101") and not is_same("DJ20261102", "DJ20261101")


def test_a_question_about_a_choice_that_only_leads_on_takes_it() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("파손이면 얼마예요?", read(speech_act="question"))
    assert play.state.slots["reason"] == "broken" and play.step == "refund.confirm"


def test_words_about_what_was_asked_are_answered_by_other_words_for_it() -> None:
    play = Play()
    play.say("언제 와요", read("parcel_late"))
    [reply] = play.say("주문번호가 어디 있는데요", read("parcel_late"))
    assert play.taken == "wrong_answer" and "숫자 네 자리" in reply.text


def test_a_number_at_the_question_between_two_leaves_that_question_open() -> None:
    play = Play()
    play.say("택배요", read("parcel_late", close="wants_refund"))
    [reply] = play.say("1234", read(order="1234"))
    assert "line.clarify" in reply.spoke and len(reply.choices) == 2
    [after] = play.press("intent:wants_refund")
    assert after.spoke[-1] == "refund.ask_reason"


def test_a_button_whose_words_ask_for_a_repeat_is_still_that_button() -> None:
    confirm = SHOP["scenarios/refund.yaml"].replace("네 접수해 주세요", "네 다시 보내 주세요")
    play = Play(load(with_files(scenarios__refund=confirm)))
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    play.say("네 다시 보내주세요", read(wishes=("repeat",)))
    assert [call.action for call in play.of(ActionCalled)] == ["request_refund"]


def test_a_complaint_behind_a_thank_you_is_not_passed_over() -> None:
    play = Play()
    reading = read(emotion="gratitude", speech_act="thanks")
    play.say("감사합니다 근데 상자가 찌그러졌더라고요", reading)
    assert play.taken == "not_understood"


def test_laughter_thanks_for_nothing() -> None:
    play = Play()
    play.say("ㅋㅋㅋ", praise())
    assert play.taken == "not_understood"


def test_a_bare_yes_to_nothing_is_answered_like_a_hello() -> None:
    play = Play()
    play.say("네", read(speech_act="yes"))
    assert play.taken == "greeting"


@pytest.mark.parametrize("text", ["네 해결됐어요", "네, 해결되었습니다.", "ㅇㅇ 해결", "yes that sorts it"])
def test_yes_it_is_solved_answers_whatever_matter_it_resembles(text: str) -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say(text, read("wants_refund").model_copy(update={"speech_act": "yes", "confidence": 0.9}))
    assert play.taken == "solved"


def test_who_said_what_a_number_is_about_is_not_asked_as_if_they_had_not() -> None:
    play = Play()
    [reply] = play.say("1234 이게 어쩌다 이렇게 된 건지 좀 봐 주세요", read(order="1234"))
    assert reply.spoke == ("line.noted_unclear",) and "1234" in reply.text


def test_an_insult_that_calls_us_a_machine_is_no_question_whether_we_are_one() -> None:
    play = Play()
    play.say("이 멍청한 기계야", read(emotion="anger", asks_if_human=True, abuse=0.9))
    assert play.taken == "abuse"
    play.say("야 너 기계지?", read(emotion="anger", asks_if_human=True, abuse=0.9))
    assert play.taken == "human_question"


def test_who_says_that_this_is_not_it_may_name_something_else_without_being_sure() -> None:
    for words, taken in (("아니요 배송비가 궁금해요", "matter"), ("배송비가 궁금한데", "wrong_answer")):
        play = Play()
        play.say("환불해 주세요", read("wants_refund"))
        play.say(words, read("delivery_fee").model_copy(update={"confidence": 0.45}))
        assert play.taken == taken
