"""Refused words are mended where they can be, and replaced by a safe line where they cannot."""

import itertools

import pytest

from dajeong.playbook.empathy import Empathy, MoveWording
from dajeong.playbook.persona import Persona
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.shipped import shipped
from dajeong.playbook.wording import Wording
from dajeong.wording import Draft, Guard, Part, TemplateComposer, word_reply
from dajeong.wording.safe import LAST_RESORT, OWED, safe_reply
from tests.wording.samples import LATE, VOICES, feeling, only, says, sorry_plan, team

KO = team()


class Says:
    """A composer that always proposes the same parts, as a language model might."""

    def __init__(self, *parts):
        self.draft = Draft.of(parts)

    def compose(self, plan, playbook):
        return self.draft


def worded(plan, playbook=KO, composer=None):
    return word_reply(plan, playbook, composer or TemplateComposer(), Guard())


def test_good_words_are_sent_as_they_are():
    reply = worded(sorry_plan(KO))
    assert reply.refused == () and reply.designed
    assert reply.moves == ("acknowledge", "apologise", "own", "inform")
    assert [used.wording for used in reply.wordings] == [
        "acknowledge_words",
        "apologise_words",
        "own_words",
        "late.tell",
    ]


def test_a_refused_feeling_is_said_in_other_words_and_the_facts_stay():
    bad = MoveWording(
        id="bad",
        move="acknowledge",
        wording=Wording(first=("{happened} 저도 정말 속상해요.", "{happened} 속상하셨죠.")),
    )
    playbook = KO.model_copy(
        update={"empathy": Empathy(policies=KO.empathy.policies, wordings=(bad, *KO.empathy.wordings))}
    )
    reply = worded(sorry_plan(playbook), playbook)
    assert reply.text.startswith("배송이 늦어져 속상하셨죠.") and "머그컵" in reply.text
    assert [(one.rule, one.wording) for one in reply.refused] == [("claims_feeling", "bad")]


def test_a_feeling_without_other_words_is_left_out_and_the_facts_stay():
    bad = MoveWording(id="bad", move="own", wording=Wording(first=("저도 정말 속상해요.",)))
    others = tuple(one for one in KO.empathy.wordings if one.move != "own")
    playbook = KO.model_copy(update={"empathy": Empathy(policies=KO.empathy.policies, wordings=(bad, *others))})
    reply = worded(sorry_plan(playbook), playbook)
    assert reply.moves == ("acknowledge", "apologise", "inform")


def test_a_kept_promise_is_noted_with_what_keeps_it():
    plan = only(says("32,000원을 환불해 드릴게요. 방법을 알려 드릴게요."), backed=("refund",))
    reply = worded(plan)
    assert [(one.text, one.kept_by) for one in reply.promises] == [("32,000원을 환불해 드릴게요", "refund")]
    assert worded(only(says("방법을 알려 드릴게요."))).promises == ()


def test_refused_facts_are_said_in_their_other_words():
    plan = sorry_plan(KO, content=(says(("전액 환불해 드릴게요.", "환불 규정을 알려 드릴게요.")),))
    reply = worded(plan)
    assert reply.text.endswith("환불 규정을 알려 드릴게요.")
    assert [one.rule for one in reply.refused] == ["unbacked_promise"]


def test_refused_facts_without_other_words_become_the_safe_line():
    reply = worded(sorry_plan(KO, content=(says("전액 환불해 드릴게요."),)))
    assert reply.text == LAST_RESORT["ko"]["해요체"]["safe"]
    assert [(one.rule, one.wording) for one in reply.refused] == [("unbacked_promise", "late.tell")]
    assert reply.replaced and reply.offers_person


def test_the_teams_own_safe_line_goes_before_ours():
    own = team(
        lines={"safe": Wording(first=("이 부분은 상담원이 더 정확히 알아요. ‘상담원 연결’이라고 적어 주세요.",))}
    )
    assert worded(sorry_plan(own, content=(says("전액 환불해 드릴게요."),)), own).text.startswith("이 부분은 상담원이")
    bad = team(lines={"safe": Wording(first=("전액 환불해 드릴게요.",))})
    assert (
        worded(sorry_plan(bad, content=(says("꼭 환불해 드릴게요."),)), bad).text == LAST_RESORT["ko"]["해요체"]["safe"]
    )


def test_a_models_good_words_are_kept_and_said_to_be_its_own():
    plan = sorry_plan(KO)
    parts = TemplateComposer().compose(plan, KO).parts
    told = Part("inform", "", "", "조회해 보니 머그컵은 24일에 도착할 것 같아요.")
    reply = worded(plan, composer=Says(*parts[:3], told))
    assert reply.text.endswith(told.text) and not reply.designed and reply.refused == ()


def test_a_models_bad_facts_give_way_to_the_designed_ones():
    plan = sorry_plan(KO)
    parts = TemplateComposer().compose(plan, KO).parts
    reply = worded(plan, composer=Says(*parts[:3], Part("inform", "", "", "머그컵은 35,000원이에요.")))
    assert reply.text == TemplateComposer().compose(plan, KO).text and reply.designed


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[1:])
def test_moves_in_a_wrong_order_are_put_right(order):
    plan = sorry_plan(KO)
    right = TemplateComposer().compose(plan, KO)
    reply = worded(plan, composer=Says(*(right.parts[number] for number in order)))
    assert reply.text == right.text and {one.rule for one in reply.refused} == {"move_order"}


def test_a_forgotten_apology_is_made_good():
    plan = sorry_plan(KO)
    right = TemplateComposer().compose(plan, KO)
    reply = worded(plan, composer=Says(right.parts[0], *right.parts[2:]))
    assert reply.text == right.text


@pytest.mark.parametrize("parts", [(), (Part("inform", "", "", ""),), (Part("lighten", "", "", "하하!"),)])
def test_a_model_that_fails_is_replaced_by_designed_words(parts):
    plan = sorry_plan(KO)
    assert worded(plan, composer=Says(*parts)).text == TemplateComposer().compose(plan, KO).text


def test_a_plan_without_words_still_gets_an_answer():
    assert worded(only()).text == LAST_RESORT["ko"]["해요체"]["safe"]
    assert worded(only(feeling("acknowledge", KO)), team(empathy=Empathy())).text


def test_a_plan_against_its_policy_keeps_its_facts():
    plan = sorry_plan(KO)
    backwards = plan.model_copy(update={"moves": (*reversed(plan.moves[:3]), plan.moves[3])})
    assert worded(backwards).moves == ("inform",)


@pytest.mark.parametrize("purpose", list(OWED))
def test_what_is_owed_to_the_customer_is_said_even_when_the_teams_words_are_refused(purpose):
    line, _ = OWED[purpose]
    playbook = team(lines={line: Wording(first=("전액 환불해 드릴게요.",))}, hotline="상담전화 109")
    backed = ("handoff",) if purpose in ("handoff", "danger") else ()
    plan = only(says("전액 환불해 드릴게요.", place=f"line.{line}"), purpose=purpose, backed=backed)
    said = worded(plan, playbook).text
    assert {"notice": "AI", "danger": "109", "human_question": "AI", "handoff": "대화를 넘겼어요"}[purpose] in said


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("purpose", [*OWED, "matter", "silence", "survey"])
@pytest.mark.parametrize("hotline", ["", "109"])
def test_the_last_resort_always_passes(voice, purpose, hotline):
    language, level = voice
    playbook = team(language, level, hotline=hotline)
    plan = only(purpose=purpose, bindings=LATE[language], backed=("handoff",) if purpose == "handoff" else ())
    draft = safe_reply(plan, playbook)
    reply = worded(plan, playbook)
    assert draft.text == reply.text != ""
    assert reply.refused == () or {one.rule for one in reply.refused} == {"empty"}
    if purpose == "danger" and hotline:
        assert hotline in reply.text


def test_nothing_passes_that_the_guard_refuses():
    """Whatever a composer proposes, what is sent has no fault in the plan it was sent for."""
    plan = sorry_plan(KO, content=(says("{item} 소식이에요."),))
    right = TemplateComposer().compose(plan, KO).parts
    bad = (
        Part("inform", "", "", "저는 사람이에요."),
        Part("thank", "", "", "고마워요."),
        Part("apologise", "", "", "고객님 잘못이에요."),
        Part("own", "own_words", "first/0", "무조건 환불해 드릴게요."),
    )
    for chosen in itertools.product((*right, *bad), repeat=2):
        reply = worded(plan, composer=Says(*chosen))
        assert reply.text == TemplateComposer().compose(plan, KO).text or not Guard().check(
            Draft(reply.text, reply.parts), plan, KO
        )
        assert reply.refused


def test_a_persona_that_never_says_our_own_words_still_answers():
    playbook = team(persona=Persona(never_say=("상담원",)))
    assert worded(only(), playbook).text


@pytest.mark.parametrize(("humour", "light"), [("never", False), ("when_content", True)])
def test_a_light_word_is_said_only_where_the_persona_allows_it(humour: str, light: bool) -> None:
    persona = KO.persona.model_copy(update={"humour": humour})
    wordings = tuple((each.id, each.wording) for each in shipped("ko").empathy.wordings if each.move == "lighten")
    facts = PlannedMove(move="inform", wordings=(("facts", Wording(first=("배송비는 받지 않아요.",))),))
    plan = Plan(
        purpose="matter",
        moves=(facts, PlannedMove(move="lighten", wordings=wordings, must=False)),
        bindings={"mood": "content"},
    )
    reply = word_reply(plan, KO.model_copy(update={"persona": persona}), TemplateComposer(), Guard())
    assert ("lighten" in reply.moves) is light and reply.refused == ()
