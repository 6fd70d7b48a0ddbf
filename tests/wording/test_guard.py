"""Every rule of the guard refuses its bad reply, and lets the good one through."""

import time
from dataclasses import replace

import pytest

from dajeong.language.finding import SEVERITY
from dajeong.playbook.persona import Persona
from dajeong.wording import Draft, Guard, Part, TemplateComposer
from dajeong.wording.guard import RULES
from tests.wording.samples import LATE, VOICES, feeling, only, says, sorry_plan, team

KO = team()


def rules(draft, plan, playbook=KO):
    return {refusal.rule for refusal in Guard().check(draft, plan, playbook)}


def good(plan, playbook=KO):
    return TemplateComposer().compose(plan, playbook)


def free(text, plan, move="inform", playbook=KO):
    """What is refused when a language model words the facts so, after the designed feeling moves."""
    parts = tuple(part for part in good(plan, playbook).parts if part.move != move)
    return rules(Draft.of((*parts, Part(move, "", "", text))), plan, playbook)


@pytest.mark.parametrize(("language", "level"), VOICES)
def test_a_reply_in_designed_words_passes(language, level):
    playbook = team(language, level)
    plan = sorry_plan(playbook)
    assert rules(good(plan, playbook), plan, playbook) == set()


# The team wrote these words itself: rule -> words of a step, per language.
BAD_DESIGNS = [
    ("wrong_level", "ko", "오늘 도착 예정입니다. 확인 부탁드립니다."),
    ("mixed_levels", "ko", "오늘 도착해요. 조회 결과를 확인했습니다."),
    ("banmal", "ko", "오늘 도착한다고 나와 있어요. 조금만 기다려."),
    ("unbacked_promise", "ko", "전액 환불해 드릴게요."),
    ("unbacked_promise", "ko", "내일까지 꼭 도착합니다."),
    ("unbacked_promise", "en", "I will refund the full amount."),
    ("unbacked_promise", "en", "You will receive it tomorrow."),
    ("unbacked_promise", "ko", "담당자가 오늘 중으로 전화드릴게요."),
    ("claims_feeling", "ko", "저도 정말 속상해요."),
    ("claims_feeling", "en", "I am so sad about this."),
    ("manipulation", "ko", "지금 아니면 이 혜택은 없어요."),
    ("manipulation", "ko", "떠나신다니 저희가 너무 섭섭해요."),
    ("manipulation", "en", "Hurry, only 3 left!"),
    ("blame", "ko", "고객님이 주소를 잘못 입력하셔서 늦어졌어요."),
    ("blame", "en", "You should have read the terms."),
    ("claims_human", "ko", "저는 사람이에요."),
    ("claims_human", "ko", "저는 AI가 아니에요."),
    ("claims_human", "en", "I'm a real person."),
    ("claims_human", "en", "I am not a bot."),
    ("wrong_language", "ko", "Your parcel is on its way and will be checked."),
    ("wrong_language", "en", "배송 조회를 보면 오늘 저녁에 도착할 것 같아요."),
]


@pytest.mark.parametrize(("rule", "language", "text"), BAD_DESIGNS)
def test_bad_words_are_refused_whoever_wrote_them(rule, language, text):
    playbook = team(language)
    plan = sorry_plan(playbook, content=(says(text),))
    assert rule in rules(good(plan, playbook), plan, playbook)
    assert rule in free(text, sorry_plan(playbook), playbook=playbook)


def test_a_word_the_persona_never_says_is_refused():
    playbook = team(persona=Persona(never_say=("어쩔 수 없",)))
    plan = sorry_plan(playbook, content=(says("그 부분은 어쩔 수 없어요."),))
    assert rules(good(plan, playbook), plan, playbook) == {"never_say"}


def test_a_promise_may_be_made_when_this_turn_keeps_it():
    plan = sorry_plan(KO, content=(says("환불해 드릴게요."),))
    assert rules(good(plan), plan) == {"unbacked_promise"}
    backed = plan.model_copy(update={"backed": ("refund",)})
    assert rules(good(backed), backed) == set()
    wrong = plan.model_copy(update={"backed": ("exchange",)})
    assert rules(good(wrong), wrong) == {"unbacked_promise"}


@pytest.mark.parametrize(
    ("text", "backed"),
    [
        ("상담원에게 연결해 드릴게요.", "handoff"),
        ("상담원이 이어서 연락드릴게요.", "handoff"),
        ("11월 24일까지 꼭 도착해요.", "delivery_date"),
    ],
)
def test_handing_off_and_dates_back_their_own_promises(text, backed):
    plan = only(says(text))
    assert rules(good(plan), plan) == {"unbacked_promise"}
    kept = only(says(text), backed=(backed,))
    assert rules(good(kept), kept) == set()


def test_help_given_here_is_no_promise():
    plan = only(says("주문을 확인해 볼게요. 방법을 알려 드릴게요."))
    assert rules(good(plan), plan) == set()


def test_a_missing_apology_is_refused():
    plan = sorry_plan(KO)
    draft = Draft.of(tuple(part for part in good(plan).parts if part.move != "apologise"))
    assert rules(draft, plan) == {"move_missing"}


def test_missing_facts_are_refused():
    plan = sorry_plan(KO)
    draft = Draft.of(tuple(part for part in good(plan).parts if part.move != "inform"))
    assert rules(draft, plan) == {"move_missing"}


def test_facts_that_cannot_be_filled_are_not_passed_over_in_silence():
    plan = sorry_plan(KO, content=(says("{eta}에 도착해요."),))
    assert rules(good(plan), plan) == {"move_missing"}


def test_a_reversed_order_is_refused():
    plan = sorry_plan(KO)
    assert "move_order" in rules(Draft.of(tuple(reversed(good(plan).parts))), plan)


def test_a_plan_against_its_own_policy_is_refused():
    plan = sorry_plan(KO)
    backwards = plan.model_copy(update={"moves": (*reversed(plan.moves[:3]), plan.moves[3])})
    assert rules(good(backwards), backwards) == {"move_order"}


def test_a_forbidden_move_is_refused():
    plan = sorry_plan(KO, content=(feeling("thank", KO), says("도착했어요.")))
    thanks = Part("thank", "thank_words", "first/0", "차근차근 알려 주셔서 고마워요.")
    parts = good(plan).parts
    assert "forbidden_move" in rules(Draft.of((*parts[:3], thanks, *parts[3:])), plan)


def test_a_joke_at_the_wrong_time_is_refused():
    playbook = team(persona=Persona(humour="when_content"))
    joke = says("머그컵이 먼저 인사하겠어요.", move="lighten")
    plan = only(joke, bindings={"mood": "content"})
    draft = good(plan, playbook)
    assert rules(draft, plan, playbook) == set()
    assert rules(draft, only(joke, bindings={"mood": "worried"}), playbook) == {"humour"}
    assert rules(draft, plan, team()) == {"humour"}


def test_a_move_nobody_planned_is_refused():
    plan = only(says("도착했어요."))
    draft = Draft.of((*good(plan).parts, Part("ask", "", "", "더 필요한 것이 있으세요?")))
    assert rules(draft, plan) == {"unplanned_move"}


def test_words_beside_the_parts_are_refused():
    plan = only(says("도착했어요."))
    draft = good(plan)
    assert rules(replace(draft, text=draft.text + " 꼭 환불돼요."), plan) == {"stray_words"}


@pytest.mark.parametrize("parts", [(), (Part("inform", "", "", "  "),)])
def test_silence_is_refused(parts):
    assert rules(Draft.of(parts), only(says("도착했어요."))) == {"empty"}


def test_a_model_that_talks_too_long_is_refused():
    plan = only(says("도착했어요."), longest_reply=60)
    assert free("머그컵이 도착한 것으로 나와 있어요. " * 4, plan) == {"reply_too_long"}


def test_the_same_sympathy_twice_is_refused():
    plan = sorry_plan(KO)
    draft = good(plan)
    again = plan.model_copy(update={"used": frozenset({("own_words", "first/0")})})
    assert rules(draft, again) == {"repeated_feeling"}


def test_being_sorry_in_general_is_refused_when_the_matter_is_known():
    plan = sorry_plan(KO)
    parts = good(plan).parts
    vague = Part("acknowledge", "acknowledge_words", "first/2", "기다리는 시간이 길게 느껴지셨죠.")
    assert rules(Draft.of((vague, *parts[1:])), plan) == {"names_no_matter"}
    model = Part("acknowledge", "", "", "많이 불편하셨죠.")
    assert "names_no_matter" in rules(Draft.of((model, *parts[1:])), plan)
    precise = Part("acknowledge", "", "", "배송이 늦어 많이 불편하셨죠.")
    assert rules(Draft.of((precise, *parts[1:])), plan) == set()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unfilled", "{item}이 도착했어요."),
        ("unbound_number", "머그컵은 35,000원이에요."),
        ("unbound_number", "머그컵은 25일에 도착할 것으로 나와 있어요."),
        ("unbound_number", "머그컵 값은 삼만 오천 원이에요."),
        ("unbound_link", "https://example.com/track 에서 볼 수 있어요."),
        ("unbound_link", "help@example.com 으로 보내 주세요."),
        ("wrong_language", "머그컵이 已经 도착했어요."),
    ],
)
def test_facts_from_nowhere_are_refused(rule, text):
    assert rule in free(text, sorry_plan(KO))


@pytest.mark.parametrize(
    "text", ["머그컵은 11월 24일에 도착할 것으로 나와 있어요.", "24일에 머그컵을 받으실 것 같아요."]
)
def test_facts_that_are_bound_may_be_said_in_other_words(text):
    assert free(text, sorry_plan(KO)) == set()


def test_digits_of_the_design_are_the_teams_own():
    plan = only(says("1588-0000으로 전화하시면 3일 이내에 답을 들으실 수 있어요. https://example.com/help"))
    assert rules(good(plan), plan) == set()


@pytest.mark.parametrize(
    "value", ["{item}", "고객님 잘못이에요", "전액 환불해 드릴게요.", "只要", "반말이다", "x" * 300]
)
def test_what_a_customer_wrote_is_not_held_against_the_design(value):
    plan = only(says("적어 주신 내용은 ‘{reason}’이에요."), bindings={"reason": value})
    assert rules(good(plan), plan) == set()


def test_what_the_designer_wrote_as_matter_is_looked_at():
    plan = only(says("{happened} 늦어졌어요."), bindings={**LATE["ko"], "happened": "고객님이 주소를 잘못 입력하셔서"})
    assert rules(good(plan), plan) == {"blame"}


def test_the_first_words_say_that_this_is_an_ai():
    plan = only(says("안녕하세요, 다정마켓이에요.", place="line.notice"), purpose="notice")
    assert rules(good(plan), plan) == {"no_notice"}
    told = only(says("안녕하세요, AI 상담 도우미 다정이에요.", place="line.notice"), purpose="notice")
    assert rules(good(told), told) == set()


def test_words_in_danger_carry_the_hotline():
    playbook = team(hotline="자살예방 상담전화 109")
    plan = only(says("지금 많이 힘드시죠.", move="act"), purpose="danger")
    assert rules(good(plan, playbook), plan, playbook) == {"no_hotline"}


def test_a_refusal_keeps_the_rule_and_the_wording_and_no_words():
    plan = sorry_plan(KO, content=(says("전액 환불해 드릴게요."),))
    (refusal,) = Guard().check(good(plan), plan, KO)
    assert refusal.model_dump() == {"rule": "unbacked_promise", "wording": "late.tell"}


def test_every_rule_has_a_name_that_is_nobody_elses():
    assert not set(RULES) & set(SEVERITY)


@pytest.mark.parametrize(("language", "level"), VOICES)
def test_the_guard_takes_less_than_a_millisecond(language, level):
    playbook = team(language, level)
    plan = sorry_plan(playbook)
    draft = good(plan, playbook)
    guard = Guard()
    guard.check(draft, plan, playbook)
    # The processor's own time, the best of several: the machine may be busy with something else.
    best = min(_cpu_ms(lambda: guard.check(draft, plan, playbook)) for _ in range(20))
    assert best < 1.0


def _cpu_ms(work):
    start = time.process_time()
    for _ in range(10):
        work()
    return (time.process_time() - start) * 100
