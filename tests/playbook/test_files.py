"""A folder of YAML becomes a playbook; whatever the texts say, the answer is findings and never an exception."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.playbook import Loaded, content_version, load_playbook, review
from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, End, Go, HandOff, Say
from dajeong.playbook.yaml_text import parse, plain
from tests.playbook.samples import starter

EVERY_STEP = """
title: 모든 단계
matter: 주문
happened: 물건이 오지 않아
intents: [where_is_order]
steps:
  - ask: order_number
    id: ask_order
    say: {first: 번호를 알려 주시겠어요?, second: [번호를 적어 주시겠어요?, 번호가 어떻게 되세요?]}
    again: [한 번만 더 적어 주시겠어요?]
    at_most: 2
    otherwise: to_person
    fresh: true
  - call: find_order
    say: 잠시만요.
    if_fails: to_person
  - branch:
      - if: {find_order.status: [packed, shipped], any: [{mood: worried}, {urgency: {at_least: 0.5}}]}
        then: sorry
      - else: pick
  - say:
      first: 오고 있어요.
      if: [{when: {mood: worried, not: {trend: falling}}, say: 마음 졸이셨죠. 오고 있어요.}]
    id: sorry
    move: act
    then: pick
  - choose: true
    id: pick
    say: 어느 쪽이세요?
    options: [{label: 교환, value: exchange, also: [바꿔 주세요], then: other}, 환불]
  - go: wrong_item
    id: other
    comes_back: false
  - hand_off: 상담원에게 연결해 드릴게요.
    id: to_person
    suggests: 주문을 찾아 주세요.
  - end: true
    id: done
    asks_if_solved: false
"""
IN_KOREAN = """
제목: 모든 단계
일: 주문
겪은 일: 물건이 오지 않아
의도: [where_is_order]
단계:
  - 묻기: order_number
    이름표: ask_order
    말하기: {처음: 번호를 알려 주시겠어요?, 두 번째: [번호를 적어 주시겠어요?, 번호가 어떻게 되세요?]}
    다시: [한 번만 더 적어 주시겠어요?]
    최대: 2
    안되면: to_person
    새로: 예
  - 부르기: find_order
    말: 잠시만요.
    실패하면: to_person
  - 갈래:
      - 만약: {find_order.status: [packed, shipped], 하나라도: [{기분: 걱정}, {급함: {이상: 0.5}}]}
        다음: sorry
      - 아니면: pick
  - 말하기:
      처음: 오고 있어요.
      만약: [{언제: {기분: 걱정, 아닐 때: {흐름: 가라앉음}}, 말: 마음 졸이셨죠. 오고 있어요.}]
    이름표: sorry
    행동: 처리알림
    다음: pick
  - 고르기: true
    이름표: pick
    말하기: 어느 쪽이세요?
    보기: [{보이는말: 교환, 값: exchange, 다른말: [바꿔 주세요], 다음: other}, 환불]
  - 다녀오기: wrong_item
    이름표: other
    돌아오기: 아니요
  - 사람에게: 상담원에게 연결해 드릴게요.
    이름표: to_person
    제안: 주문을 찾아 주세요.
  - 끝: true
    이름표: done
    해결확인: false
"""


def test_every_kind_of_step_is_read() -> None:
    playbook = load_playbook(starter(scenarios__order_status=EVERY_STEP)).playbook
    assert playbook is not None
    kinds = [type(step) for step in playbook.scenarios["order_status"].steps]
    assert kinds == [Ask, CallAction, Branch, Say, Choose, Go, HandOff, End]
    ask, call, branch, say, choose, *_ = playbook.scenarios["order_status"].steps
    assert isinstance(ask, Ask) and ask.say.second == ("번호를 적어 주시겠어요?", "번호가 어떻게 되세요?")
    assert isinstance(call, CallAction) and call.inputs == {"order_number": "order_number"} and call.id == "step_2"
    assert isinstance(branch, Branch)
    met = {"find_order.status": "shipped", "mood": "against", "urgency": 0.7}
    assert branch.ways[0].when.met_by(met) and not branch.ways[0].when.met_by(met | {"urgency": 0.1})
    assert isinstance(say, Say)
    assert say.say.for_time(0, {"mood": "worried", "trend": "falling"}) == ("first", ("오고 있어요.",))
    assert say.say.for_time(0, {"mood": "worried", "trend": "rising"})[0] == "case0"
    assert isinstance(choose, Choose) and choose.options[1].value == choose.options[1].label == "환불"


def test_a_file_in_korean_says_the_same_as_one_in_english() -> None:
    english = load_playbook(starter(scenarios__order_status=EVERY_STEP)).playbook
    korean = load_playbook(starter(scenarios__order_status=IN_KOREAN)).playbook
    assert english is not None and korean is not None
    assert korean.scenarios["order_status"] == english.scenarios["order_status"]


def test_a_question_and_its_answer_become_an_intent_and_a_direct_scenario() -> None:
    playbook = load_playbook(starter()).playbook
    assert playbook is not None
    scenario = playbook.scenarios["delivery_fee"]
    assert scenario.direct and scenario.intents == ("delivery_fee",)
    assert [step.kind for step in scenario.steps] == ["say", "end"]
    end = scenario.by_id["end"]
    assert isinstance(end, End) and not end.asks_if_solved
    assert playbook.scenario_of["delivery_fee"] == "delivery_fee"
    assert playbook.intents["delivery_fee"].matter == "배송비"


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("A damaged bouquet", "a damaged bouquet"),
        ("Opening hours", "opening hours"),
        ("PIN by post", "PIN by post"),
        ("I got the wrong size", "I got the wrong size"),
        ("I’d like a refund", "I’d like a refund"),
    ],
)
def test_an_english_title_that_names_the_matter_fits_into_a_sentence(title: str, matter: str) -> None:
    own = f'title: "{title}"\nsteps: [{{say: Hello., id: hello}}, {{end: true, id: end}}]\n'
    english, korean = (load_playbook(starter(language, scenarios__own=own)).playbook for language in ("en", "ko"))
    assert english and korean
    assert (english.scenarios["own"].matter, korean.scenarios["own"].matter) == (matter, title)


def test_an_answer_that_did_not_help_is_followed_by_another() -> None:
    more = "cost: {title: 값, examples: [하나, 둘, 셋, 넷, 다섯], answer: 만 원이에요., if_not_solved: 표로도 볼 수 있어요.}"
    playbook = load_playbook(starter(answers__more=more)).playbook
    assert playbook is not None
    choose = playbook.scenarios["cost"].by_id["solved"]
    assert isinstance(choose, Choose) and [option.then for option in choose.options] == ["end", "more"]
    assert review(starter(answers__more=more)) == ()


def test_what_a_team_writes_comes_before_what_is_shipped() -> None:
    own = """
policies:
  - {id: vip, when: {mood: against, strength: {at_least: 0.9}}, moves: [apologise, offer_person, inform]}
  - {id: worried, title: 우리의 걱정 방침, when: {mood: worried}, moves: [acknowledge, inform]}
wordings:
  - {id: ours, move: acknowledge, say: "{happened} 놀라셨죠."}
"""
    playbook = load_playbook(starter(empathy=own, lines="wait: 네, 다녀오세요.\n")).playbook
    assert playbook is not None
    ids = [policy.id for policy in playbook.empathy.policies]
    assert ids[:2] == ["vip", "worried"] and ids.count("worried") == 1 and "anger_strong" in ids
    assert playbook.empathy.wordings[0].id == "ours" and len(playbook.empathy.wordings) > 20
    assert playbook.lines["wait"].first == ("네, 다녀오세요.",)
    assert len(playbook.lines) > 30


def test_a_team_may_start_from_nothing() -> None:
    playbook = load_playbook(starter(empathy="extends: nothing\n")).playbook
    assert playbook is not None and playbook.empathy.policies == ()


def test_shipped_words_follow_language_and_speech_level() -> None:
    files = starter()
    polite = load_playbook(files).playbook
    formal = load_playbook(files | {"persona.yaml": "speech_level: 하십시오체\n"}).playbook
    english = load_playbook(starter("en")).playbook
    assert polite and formal and english
    assert polite.lines["survey_thanks"].first == ("알려 주셔서 고마워요.",)
    assert formal.lines["survey_thanks"].first == ("알려 주셔서 감사합니다.",)
    assert english.lines["survey_thanks"].first == ("Thank you for telling us.",)


def test_the_version_is_that_of_the_texts_and_nothing_else() -> None:
    files = starter()
    version = content_version(files)
    assert len(version) == 12 and int(version, 16) >= 0
    assert content_version(dict(reversed(files.items()))) == version
    assert content_version(files | {"persona.yaml": files["persona.yaml"] + "\n"}) != version
    # A text that moves from one file into another is another playbook.
    assert content_version({"ab": "c"}) != content_version({"a": "bc"})
    loaded = load_playbook(files).playbook
    assert loaded is not None and loaded.version == version


def test_a_playbook_with_an_error_is_not_loaded_and_says_where() -> None:
    loaded = load_playbook(starter(scenarios__order_status="title: 단계가 없어요\n"))
    assert loaded.playbook is None
    assert [(each.file, each.line, each.rule) for each in loaded.findings] == [
        ("scenarios/order_status.yaml", 1, "missing_key")
    ]


def test_files_for_people_and_for_the_operator_are_left_alone() -> None:
    extra = {"README.md": "# :\n\t-", "layout.json": "{", "actions.py": "x = [", "data.sql": ";", "tests/a.yaml": "\t"}
    assert load_playbook(starter() | extra).findings == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: yes", "yes"),
        ("a: true", True),
        ("a: 2026-11-24", "2026-11-24"),
        ("a: 0123", "0123"),
        ("a: 12", 12),
        ("a: 0o17", 15),
        ("a: 1.5", 1.5),
        ("a: ~", None),
        ("a: '12'", "12"),
        ("a: !!python/object:os.system ls", "ls"),
    ],
)
def test_values_are_read_as_yaml_1_2_and_never_run(text: str, value: object) -> None:
    root = parse(text).root
    assert root is not None and plain(root) == {"a": value}


def test_a_few_lines_cannot_stand_for_millions_of_values() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert {slip.rule for slip in parse(bomb).slips} == {"alias"}
    assert {slip.rule for slip in parse("[" * 20_000).slips} == {"too_deep"}


def whole(loaded: Loaded, files: dict[str, str]) -> None:
    """Findings are findings: each has a place inside a file."""
    for each in loaded.findings:
        assert each.message and each.fix and each.line >= 1 and each.column >= 1
        assert each.file in files or each.file == "playbook.yaml"


FILES = sorted(starter())


@given(name=st.sampled_from(FILES), data=st.data())
def test_mangled_files_are_answered_with_findings_and_never_with_an_exception(name: str, data: st.DataObject) -> None:
    files = starter()
    text = files[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        piece = data.draw(st.text(st.sampled_from(list("\t\n {}[]:,-'\"&*!%@#|>?가a1~\0\ud800\ufeff")), max_size=6))
        text = text[:start] + piece + text[end:]
    files[name] = text
    whole(load_playbook(files), files)
    review(files)


@given(texts=st.dictionaries(st.sampled_from([*FILES, "empathy.yaml", "lines.yaml", "x/y.yaml"]), st.text(max_size=80)))
def test_any_text_at_all_is_answered_with_findings(texts: dict[str, str]) -> None:
    whole(load_playbook(texts), texts)
    review(texts)


def test_a_thousand_intents_load_within_three_seconds() -> None:
    intents = "".join(
        f"intent_{number}:\n  title: 의도 {number}\n  matter: 배송\n  happened: 배송이 늦어져\n  examples:\n"
        + "".join(f"    - 제 택배 {number} 언제 와요 {again}?\n" for again in range(10))
        for number in range(1_000)
    )
    began = time.process_time()
    loaded = load_playbook(starter(intents__many=intents))
    assert time.process_time() - began < 3.0
    assert loaded.playbook is not None and len(loaded.playbook.intents) == 1_006
