"""Two versions compared in words, as a writer would tell a colleague what has changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dajeong.playbook import read_folder
from dajeong.playbook.comparison import Change, compare
from dajeong.playbook.comparison.labels import LINE_NAMES
from dajeong.playbook.comparison.sentences import SENTENCES
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.lines import LINES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BEFORE = new_playbook("shop", "ko")
BEFORE["scenarios/refund.yaml"] = """title: 환불
intents: []
steps:
  - ask: order_number
    id: which
    say: 어느 주문을 환불해 드릴까요?
    again: 주문번호를 다시 적어 주시겠어요?
  - branch:
      - if: {mood: against, strength: {at_least: 0.6}}
        then: sorry
      - else: told
    id: felt
  - say:
      first: [불편을 드려 죄송해요., 마음 상하게 해 드려 죄송해요.]
      second: 거듭 죄송해요.
    id: sorry
    move: apologise
  - say: 환불은 사흘쯤 걸려요.
    id: told
  - end: true
    id: done
"""
BEFORE["persona.yaml"] = "name: 봄이\nspeech_level: 해요체\n"
BEFORE["empathy.yaml"] = """policies:
  - id: worried_much
    title: 걱정(강함)
    answers_to: [worried]
    when: {mood: worried, strength: {at_least: 0.6}}
    moves: [acknowledge, inform]
wordings:
  - id: ack
    move: acknowledge
    say: 걱정되시죠.
"""
BEFORE["answers/delivery.yaml"] = """fee:
  title: 배송비
  examples: [배송비 얼마예요?]
  answer: 배송비는 3,000원이에요.
"""


def after(changes: Mapping[str, tuple[str, str] | str | None]) -> dict[str, str]:
    """The playbook with files taken away, written whole, or one passage of them rewritten."""
    files = dict(BEFORE)
    for path, change in changes.items():
        if change is None:
            del files[path]
        elif isinstance(change, str):
            files[path] = change
        else:
            assert change[0] in files[path], change[0]
            files[path] = files[path].replace(*change)
    return files


def told(changes: Mapping[str, tuple[str, str] | str | None], language: str = "ko") -> list[str]:
    return [each.what for each in compare(BEFORE, after(changes), language)]  # type: ignore[arg-type]


def only(changes: Mapping[str, tuple[str, str] | str | None]) -> Change:
    [found] = compare(BEFORE, after(changes))
    return found


def test_nothing_changed_is_nothing_to_tell() -> None:
    assert compare(BEFORE, dict(BEFORE)) == ()


def test_a_new_step_is_told_with_its_words() -> None:
    new = "  - say: 기다려 주셔서 고마워요.\n    id: thanks\n  - end: true"
    found = only({"scenarios/refund.yaml": ("  - end: true", new)})
    assert found.what == "시나리오 ‘환불’의 말하기 단계 ‘thanks’가 새로 생겼어요."
    assert (found.kind, found.after) == ("added", "기다려 주셔서 고마워요.")
    assert found.where == ("scenarios", "refund", "steps", 4)


def test_rewritten_words_are_told_with_what_they_were() -> None:
    found = only({"scenarios/refund.yaml": ("마음 상하게 해 드려 죄송해요.", "속상하게 해 드려 죄송해요.")})
    assert found.what == "시나리오 ‘환불’의 말하기 단계 ‘sorry’에서 처음 하는 말이 바뀌었어요."
    assert (found.before, found.after) == ("마음 상하게 해 드려 죄송해요.", "속상하게 해 드려 죄송해요.")
    assert found.where == ("scenarios", "refund", "steps", 2, "say", "first", 1)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (", 마음 상하게 해 드려 죄송해요.", "", "‘sorry’에서 처음 하는 말의 표현이 하나 빠졌어요."),
        ("      second: 거듭 죄송해요.\n", "", "‘sorry’에서 두 번째에 하는 말이 없어졌어요."),
        ("주문번호를 다시", "번호를 다시", "‘which’, 다시 물을 때에서 처음 하는 말이 바뀌었어요."),
        (
            "        then: sorry",
            "        then: told",
            "‘기분 화남, 세기 0.6 이상’일 때 가는 곳이 ‘sorry’에서 ‘told’로 바뀌었어요.",
        ),
        ("    move: apologise", "    move: reassure", "‘sorry’에서 하는 일이 바뀌었어요."),
        ("    id: told\n", "    id: told\n    then: which\n", "‘told’ 다음이 적힌 차례에서 ‘which’로 바뀌었어요."),
        ("title: 환불", "title: 환불 접수", "시나리오 ‘환불 접수’에서 제목이 바뀌었어요."),
    ],
)
def test_what_changed_in_a_step_is_one_sentence(old: str, new: str, sentence: str) -> None:
    assert any(each.endswith(sentence) for each in told({"scenarios/refund.yaml": (old, new)}))


def test_a_moved_step_is_the_only_one_told_of() -> None:
    text = BEFORE["scenarios/refund.yaml"]
    end = text[text.index("  - say: 환불은") : text.index("  - end")]
    moved = text.replace(end, "").replace("  - branch:", f"{end}  - branch:")
    found = only({"scenarios/refund.yaml": moved})
    assert found.what == "시나리오 ‘환불’의 말하기 단계 ‘told’가 ‘which’ 뒤로 옮겨졌어요."


def test_a_renamed_step_is_not_gone() -> None:
    text = BEFORE["scenarios/refund.yaml"].replace("id: sorry", "id: apology").replace("then: sorry", "then: apology")
    found = only({"scenarios/refund.yaml": text})
    assert found.what == "시나리오 ‘환불’의 말하기 단계 ‘sorry’의 이름표가 ‘apology’로 바뀌었어요."


def test_a_policy_tells_its_order_and_what_came_and_went() -> None:
    found = only({"empathy.yaml": ("moves: [acknowledge, inform]", "moves: [reassure, inform]")})
    assert found.what == "공감 방침 ‘걱정(강함)’의 순서에 ‘안심’이 들어가고 ‘알아주기’가 빠졌어요."
    assert (found.before, found.after) == ("알아주기 → 알리기", "안심 → 알리기")
    [order] = told({"empathy.yaml": ("moves: [acknowledge, inform]", "moves: [inform, acknowledge]")})
    assert order == "공감 방침 ‘걱정(강함)’에서 말하는 순서가 바뀌었어요."


def test_a_default_policy_made_ones_own_says_so() -> None:
    own = "  - id: frustration\n    title: 답답하고 짜증이 날 때\n    answers_to: [frustration]\n    when: {emotion: frustration}\n"
    own += "    moves: [own, apologise, inform]\n    forbidden: [lighten, thank]\nwordings:"
    assert told({"empathy.yaml": ("wordings:", own)}) == [
        "기본으로 쓰던 공감 방침 ‘답답하고 짜증이 날 때’를 우리에게 맞게 고쳤어요.",
        "공감 방침 ‘답답하고 짜증이 날 때’에서 말하는 순서가 바뀌었어요.",
    ]


def test_answers_examples_and_words_of_the_persona_are_told() -> None:
    assert told({"answers/delivery.yaml": ("[배송비 얼마예요?]", "[배송비 얼마예요?, 배송료가 있나요?]")}) == [
        "답 ‘배송비’에 예문 1개가 늘었어요."
    ]
    assert told({"answers/delivery.yaml": ("3,000원이에요", "받지 않아요")}) == [
        "답 ‘배송비’에서 처음 하는 말이 바뀌었어요."
    ]
    assert told({"answers/delivery.yaml": None}) == ["답 ‘배송비’가 없어졌어요."]
    persona = BEFORE["persona.yaml"] + "never_say: [고객님]\nsay_instead: {반송: 돌려보내기}\n"
    assert told({"persona.yaml": persona}) == [
        "‘반송’ 대신 ‘돌려보내기’라고 말하기로 했어요.",
        "‘고객님’을 쓰지 않기로 했어요.",
    ]
    assert told({"lines.yaml": "thanks: 별말씀을요.\n"})[0].startswith("공통 말 ‘감사에 답하기’에서 처음 하는 말이")


def test_a_file_that_cannot_be_read_takes_nothing_away() -> None:
    broken = "steps: [ {say: 안녕, id: }"
    assert told({"scenarios/refund.yaml": broken}) == [
        "scenarios/refund.yaml 파일은 읽을 수 없어 말로 비교하지 못했어요."
    ]
    assert told({"answers/delivery.yaml": "fee: ["}) == [
        "answers/delivery.yaml 파일은 읽을 수 없어 말로 비교하지 못했어요."
    ]


def test_only_another_way_of_writing_is_told_as_that() -> None:
    text = "# 환불을 다룬다\n" + BEFORE["scenarios/refund.yaml"]
    assert told({"scenarios/refund.yaml": text}) == [
        "scenarios/refund.yaml 파일에서 뜻은 그대로이고 적는 모양만 바뀌었어요."
    ]
    assert told({"layout.json": "{}"}) == ["캔버스의 배치가 바뀌었어요."]
    assert told({"tests/late.yaml": "title: a\n"}) == ["시험 이야기 ‘late.yaml’이 새로 생겼어요."]


def test_a_change_of_language_does_not_tell_of_every_shipped_word() -> None:
    found = told({"playbook.yaml": ("language: ko", "language: en")})
    assert "플레이북에서 언어가 바뀌었어요." in found and len(found) < 5


def test_english_is_spoken_where_it_is_asked_for() -> None:
    [changed] = told({"scenarios/refund.yaml": ("거듭 죄송해요.", "다시 한번 죄송해요.")}, "en")
    assert changed == (
        "In the step “sorry” (saying something) of the scenario “환불”, the words for the second time changed."
    )
    [policy] = told({"empathy.yaml": ("moves: [acknowledge, inform]", "moves: [reassure, inform]")}, "en")
    assert policy == "The policy “걱정(강함)” gained “reassure” and lost “acknowledge”."


def test_every_sentence_speaks_both_languages_with_the_same_words() -> None:
    import string

    for name, said in SENTENCES.items():
        fields = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in said.values()]
        assert fields[0] == fields[1], name
    assert set(LINE_NAMES) == set(LINES)


@pytest.mark.parametrize("example", ["parcel", "bank-card", "telecom"])
def test_every_change_of_an_example_is_noticed_and_nothing_else(example: str) -> None:
    files = read_folder(EXAMPLES / example)
    assert compare(files, dict(files)) == ()
    for path in files:
        without = {each: text for each, text in files.items() if each != path}
        if path != "playbook.yaml":
            assert compare(files, without) and compare(without, files), path
