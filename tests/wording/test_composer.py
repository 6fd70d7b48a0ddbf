"""A plan becomes words: the first alternative that can be said, no comfort twice, values as they are."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.playbook.persona import Persona
from dajeong.playbook.wording import Conditional, Wording
from dajeong.wording import Draft, Part, TemplateComposer
from tests.wording.samples import LATE, VOICES, feeling, only, says, sorry_plan, team, when


def words(plan, playbook=None):
    return TemplateComposer().compose(plan, playbook or team()).text


def test_the_feeling_is_met_before_the_facts():
    draft = TemplateComposer().compose(sorry_plan(team()), team())
    assert [part.move for part in draft.parts] == ["acknowledge", "apologise", "own", "inform"]
    assert draft.text.startswith("배송이 늦어져 마음 졸이셨죠.")


def test_every_part_names_the_design_it_came_from():
    draft = TemplateComposer().compose(sorry_plan(team()), team())
    assert [(part.wording, part.variant) for part in draft.parts] == [
        ("acknowledge_words", "first/0"),
        ("apologise_words", "first/0"),
        ("own_words", "first/0"),
        ("late.tell", "first/0"),
    ]


def test_an_alternative_that_was_said_gives_way_to_the_next():
    plan = only(says(("하나예요.", "둘이에요.")), used=frozenset({("late.tell", "first/0")}))
    assert words(plan) == "둘이에요."


def test_words_that_need_an_unknown_value_are_not_said():
    plan = only(says(("{eta}에 도착해요.", "아직 도착 시각이 나오지 않았어요.")))
    assert words(plan) == "아직 도착 시각이 나오지 않았어요."


def test_an_empty_value_counts_as_unknown():
    plan = only(says(("{eta}에 와요.", "아직 몰라요.")), bindings={"eta": "  "})
    assert words(plan) == "아직 몰라요."


def test_the_next_wording_is_tried_when_the_first_cannot_be_said():
    planned = says("{x}이에요.").model_copy(
        update={"wordings": (("a", Wording(first=("{x}이에요.",))), ("b", Wording(first=("그냥이에요.",))))}
    )
    draft = TemplateComposer().compose(only(planned), team())
    assert [(part.wording, part.text) for part in draft.parts] == [("b", "그냥이에요.")]


def test_the_second_time_has_its_own_words_and_a_case_goes_before_both():
    wording = Wording(
        first=("처음이에요.",),
        second=("두 번째예요.",),
        third=("세 번째예요.",),
        cases=(Conditional(when=when(mood="worried"), say=("걱정되시죠.",)),),
    )
    said = [words(only(says(wording, times_before=times))) for times in range(4)]
    assert said == ["처음이에요.", "두 번째예요.", "세 번째예요.", "세 번째예요."]
    worried = TemplateComposer().compose(only(says(wording), bindings={"mood": "worried"}), team())
    assert (worried.parts[0].variant, worried.text) == ("case0/0", "걱정되시죠.")


def test_facts_are_said_again_in_turn_when_all_their_words_were_used():
    used = frozenset({("late.tell", "first/0"), ("late.tell", "first/1")})
    said = [words(only(says(("가예요.", "나예요."), times_before=times), used=used)) for times in (2, 3, 4)]
    assert said == ["가예요.", "나예요.", "가예요."]


def test_a_feeling_without_new_words_is_left_out():
    playbook = team()
    used = frozenset({("own_words", "first/0")})
    assert [part.move for part in TemplateComposer().compose(sorry_plan(playbook, used=used), playbook).parts] == [
        "acknowledge",
        "apologise",
        "inform",
    ]


def test_the_same_sympathy_under_another_name_counts_as_said():
    playbook = team()
    own = feeling("own", playbook)
    twin = own.model_copy(update={"wordings": (("own_again", own.wordings[0][1]), *own.wordings)})
    plan = only(twin, says("도착했어요."), used=frozenset({("own_words", "first/0")}))
    assert words(plan, playbook) == "도착했어요."


def test_who_has_just_apologised_does_not_apologise_again_in_the_facts():
    playbook = team()
    tell = says(("아직 못 찾았어요. 죄송해요.", "아직 못 찾았어요. 더 찾아볼게요."))
    assert words(only(tell)) == "아직 못 찾았어요. 죄송해요."
    assert words(only(feeling("apologise", playbook), tell)) == "불편을 드려 죄송해요. 아직 못 찾았어요. 더 찾아볼게요."
    alone = says(("아직 못 찾았어요. 죄송해요.",))
    assert words(only(feeling("apologise", playbook), alone)) == "불편을 드려 죄송해요. 아직 못 찾았어요. 죄송해요."


def test_a_step_may_thank_as_often_as_it_is_played():
    plan = only(says("알려 주셔서 고마워요.", move="thank"), used=frozenset({("late.tell", "first/0")}))
    assert words(plan) == "알려 주셔서 고마워요."


@pytest.mark.parametrize(("language", "level"), VOICES)
def test_no_sympathy_is_heard_twice_in_thirty_turns(language, level):
    playbook = team(language, level)
    used, heard = frozenset(), []
    for turn in range(30):
        plan = sorry_plan(playbook, used=used)
        parts = TemplateComposer().compose(plan, playbook).parts
        heard += [part.text for part in parts if part.move != "inform"]
        assert [part.move for part in parts].count("inform") == 1, turn
        used |= {(part.wording, part.variant) for part in parts}
    assert heard and len(heard) == len(set(heard))


def test_an_acknowledgement_that_names_the_matter_goes_first():
    playbook = team()
    planned = feeling("acknowledge", playbook)
    backwards = planned.model_copy(
        update={"wordings": (("acknowledge_words", Wording(first=tuple(reversed(planned.wordings[0][1].first)))),)}
    )
    plan = only(backwards, bindings=LATE["ko"])
    assert words(plan, playbook).startswith("배송이 늦어져")


def test_without_a_matter_nothing_is_named():
    playbook = team()
    assert words(only(feeling("acknowledge", playbook)), playbook) == "기다리는 시간이 길게 느껴지셨죠."


def test_a_forbidden_move_is_not_made():
    playbook = team()
    plan = sorry_plan(playbook, content=(feeling("thank", playbook), says("도착했어요.")))
    assert "고마워요" not in words(plan, playbook)


@pytest.mark.parametrize(
    ("humour", "mood", "jokes"),
    [
        ("when_content", "content", True),
        ("when_content", "worried", False),
        ("when_content", "other", False),
        ("never", "content", False),
    ],
)
def test_only_a_humorous_persona_jokes_and_only_with_a_content_customer(humour, mood, jokes):
    playbook = team(persona=Persona(humour=humour))
    plan = only(says("머그컵이 먼저 인사하겠어요.", move="lighten", must=False), says("도착했어요.", place="late.end"))
    said = words(plan.model_copy(update={"bindings": {"mood": mood}}), playbook)
    assert ("인사" in said) is jokes


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("머그컵", "머그컵을"),
        ("우유", "우유를"),
        ("VIP", "VIP를"),
        ("주문번호 1234", "주문번호 1234를"),
        ("주문번호 1237", "주문번호 1237을"),
        ("청소기(대형)", "청소기(대형)를"),
        ("‘연필’", "‘연필’을"),
        ("[전화 1]", "[전화 1]을"),
        ("5%", "5%를"),
        ("사진 {x}", "사진 {x}를"),
    ],
)
def test_the_particle_fits_whatever_was_inserted(value, said):
    assert words(only(says("{item}을(를) 찾았어요."), bindings={"item": value})) == f"{said} 찾았어요."


@pytest.mark.parametrize(
    ("design", "value", "said"),
    [
        ("{item}이(가) 왔어요.", "책", "책이 왔어요."),
        ("{item}은(는) 여기예요.", "의자", "의자는 여기예요."),
        ("{item}(으)로 바꿔요.", "서울", "서울로 바꿔요."),
        ("{item}(으)로 바꿔요.", "부산", "부산으로 바꿔요."),
        ("{item}과(와) 같아요.", "모자", "모자와 같아요."),
        ("‘{item}’이(가) 왔어요.", "모자", "‘모자’가 왔어요."),
        ("{total}이(가) 청구돼요.", 32000, "32,000원이 청구돼요."),
        ("{item}이에요/예요.", "모자", "모자예요."),
    ],
)
def test_every_particle_pair_is_settled(design, value, said):
    plan = only(says(design), bindings={"item": value, "total": value}, formats={"total": "money:KRW"})
    assert words(plan) == said


HOSTILE = [
    "{item}",
    "{persona.name}",
    "<b>굵게</b>",
    "**별**",
    "가을(를)",
    "사과(이)가",
    "줄\n바꿈",
    "{{x}}",
    "%s",
    "\\1",
    "을(를)",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stays_as_the_customer_wrote_it(value):
    said = words(
        only(says("‘{order}’ 주문이에요. {order}을(를) 봤어요."), bindings={"order": value, "item": "새는 값"})
    )
    assert said.startswith(f"‘{value}’ 주문이에요. {value}")
    assert "새는 값" not in said


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_any_value_stands_in_the_reply_letter_by_letter(value):
    said = words(only(says("앞 {order}을(를) 뒤예요. 끝 {order}."), bindings={"order": value}))
    assert said.startswith(f"앞 {value}") and said.endswith(f"끝 {value}.")
    between = said[len(f"앞 {value}") : -len(f" 뒤예요. 끝 {value}.")]
    assert between in ("을", "를", "을(를)")


@pytest.mark.parametrize(
    ("value", "form", "korean", "english"),
    [
        (32000, "money:KRW", "32,000원", "₩32,000"),
        ("32000", "money:KRW", "32,000원", "₩32,000"),
        (12.5, "money:GBP", "12.50파운드", "£12.50"),
        ("2026-11-24", "date", "내일(11월 24일)", "tomorrow (24 November)"),
        (datetime.date(2026, 11, 30), "", "11월 30일(월)", "Monday 30 November"),
        ("2026-11-24T15:30:00", "datetime", "내일(11월 24일) 오후 3시 30분", "tomorrow (24 November), 15:30"),
        (
            "2026-11-24/2026-11-30",
            "date_range",
            "내일(11월 24일)~11월 30일(월)",
            "tomorrow (24 November) to Monday 30 November",
        ),
        ("../2026-11-30", "date_range", "11월 30일(월)까지", "until Monday 30 November"),
        ("2026-11-30/2026-11-30", "date_range", "11월 30일(월)", "Monday 30 November"),
        ("15:30", "time", "오후 3시 30분", "15:30"),
        ("14:00/16:00", "time_range", "오후 2시~오후 4시", "14:00 to 16:00"),
        ("18:00/..", "time_range", "오후 6시부터", "from 18:00"),
        ("21:00/24:00", "time_range", "오후 9시~밤 12시", "21:00 to 24:00"),
        ("아무 때나", "time_range", "아무 때나", "아무 때나"),
        (1234567, "number", "1,234,567", "1,234,567"),
        (True, "yes_no", "네", "yes"),
        (False, "", "아니요", "no"),
        (["머그컵", "접시", "컵"], "list", "머그컵, 접시, 컵", "머그컵, 접시 and 컵"),
        ("미정", "date", "미정", "미정"),
        ("확인 중", "money:KRW", "확인 중", "확인 중"),
        ("nan", "number", "nan", "nan"),
        ("9" * 5000, "money:KRW", "9" * 5000, "9" * 5000),
        (1234, "", "1234", "1234"),
    ],
)
def test_values_are_said_the_way_people_say_them(value, form, korean, english):
    bindings = {"x": value, "today": datetime.date(2026, 11, 23)}
    plan = only(says("{x}"), bindings=bindings, formats={"x": form} if form else {})
    assert words(plan, team("ko")) == korean
    assert words(plan, team("en")) == english


@pytest.mark.parametrize(
    ("value", "form", "korean"),
    [
        ("2026-11-23T16:00:00+00:00", "datetime", "오늘(11월 24일) 오전 1시"),
        ("2026-11-23T16:00:00Z", "date", "오늘(11월 24일)"),
        ("2026-11-24T01:00:00+09:00", "datetime", "오늘(11월 24일) 오전 1시"),
        ("2026-11-23T16:00:00", "datetime", "어제(11월 23일) 오후 4시"),
        ("9999-12-31T23:00:00+00:00", "datetime", "9999년 12월 31일(금) 오후 11시"),
    ],
)
def test_a_moment_that_names_its_offset_is_said_on_the_customers_clock(value, form, korean):
    today = datetime.datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Asia/Seoul"))
    plan = only(says("{x}"), bindings={"x": value, "today": today}, formats={"x": form})
    assert words(plan, team("ko")) == korean


def test_a_choice_is_said_by_its_label():
    playbook = team(
        slots={
            "reason": {
                "name": "reason",
                "title": "사유",
                "type": "choice",
                "options": [{"label": "파손", "value": "broken"}],
            }
        }
    )
    plan = only(says("사유는 {reason}이에요."), bindings={"reason": "broken"}, formats={"reason": "choice"})
    assert words(plan, playbook) == "사유는 파손이에요."


def test_words_of_several_lines_stand_apart_from_the_kind_word():
    playbook = team()
    plan = sorry_plan(playbook, content=(says("이렇게 해 주세요.\n1. 앱을 열어요.\n2. 주문을 눌러요."),))
    assert "\n이렇게 해 주세요.\n1. 앱을 열어요.\n2. 주문을 눌러요." in words(plan, playbook)


def test_a_long_answer_keeps_the_first_kind_word_and_all_the_facts():
    playbook = team()
    facts = "배송 조회에 나온 내용이에요. " * 15
    draft = TemplateComposer().compose(sorry_plan(playbook, content=(says(facts.strip()),)), playbook)
    assert [part.move for part in draft.parts] == ["acknowledge", "inform"]
    assert facts.strip() in draft.text


def test_parts_join_into_the_text_that_is_sent():
    draft = Draft.of((Part("inform", "a", "first/0", "하나예요."), Part("ask", "b", "first/0", "둘\n셋")))
    assert draft.text == "하나예요.\n둘\n셋"
