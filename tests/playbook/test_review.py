"""The check names everything wrong at once, at the very place, in the team's language."""

import re
from pathlib import Path

import pytest

from dajeong.language.finding import SEVERITY
from dajeong.playbook import load_playbook, review
from dajeong.playbook.rules import RULES
from dajeong.playbook.rules.wording import FROM_LANGUAGE
from tests.playbook.samples import BROKEN, broken, rules, short, starter

SAMPLES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())
ROOT = Path(__file__).resolve().parents[2]
CONVERSATION = """
title: 상담
intents: [where_is_order]
steps:
"""


@pytest.mark.parametrize("name", SAMPLES)
def test_a_broken_playbook_gets_exactly_the_remarks_it_deserves(name: str) -> None:
    expected = (BROKEN / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert short(review(broken(name))) == expected


def test_every_rule_is_shown_by_a_broken_playbook() -> None:
    shown = {each.rule for name in SAMPLES for each in review(broken(name))}
    # The one is a folder without its first file, the other a net below the shapes.
    assert set(RULES) - shown == {"no_playbook_file", "invalid"}


def test_every_remark_points_at_a_place_that_exists() -> None:
    for name in SAMPLES:
        files = broken(name)
        for each in review(files):
            lines = files[each.file].split("\n")
            assert 1 <= each.line <= len(lines), each
            assert 1 <= each.column <= len(lines[each.line - 1]) + 1, each


def test_a_new_playbook_has_nothing_to_change() -> None:
    assert review(starter("ko")) == ()
    assert review(starter("en")) == ()


def test_a_folder_without_its_first_file_is_told_so() -> None:
    files = starter()
    del files["playbook.yaml"]
    assert "no_playbook_file" in rules(files)
    assert "no_playbook_file" in rules({})


def test_remarks_are_written_in_the_language_of_the_playbook() -> None:
    korean = review(broken("names"))
    english = review(broken("english"))
    assert korean and english
    assert all(re.search("[가-힣]", each.message) and re.search("[가-힣]", each.fix) for each in korean)
    assert not any(re.search("[가-힣]", each.message + each.fix) for each in english)


def test_particles_in_a_remark_fit_the_word_before_them() -> None:
    said = [each.message + each.fix for name in SAMPLES for each in review(broken(name))]
    assert not [text for text in said if re.search(r"\((?:은|는|을|를|이|가)\)", text)]


def test_every_rule_says_what_is_wrong_and_what_to_do_in_both_languages() -> None:
    for name, rule in RULES.items():
        for texts in (rule.message, rule.fix):
            assert set(texts) == {"ko", "en"} and all(texts.values()), name
        assert re.search("[가-힣]", rule.message["ko"]), name
        assert not re.search("[가-힣]", rule.message["en"].replace("반말", "")), name


def test_every_rule_of_the_language_room_is_a_rule_of_the_check_and_as_severe() -> None:
    assert {name: rule.severity for name, rule in FROM_LANGUAGE.items()} == SEVERITY


def test_the_reference_describes_every_rule_with_its_severity() -> None:
    page = (ROOT / "docs" / "reference" / "check.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.MULTILINE))
    assert rows == {name: rule.severity for name, rule in RULES.items()}


def test_warnings_do_not_keep_a_playbook_from_loading() -> None:
    files = starter(intents__few="few:\n  title: 적은 예문\n  examples: [하나예요]\n")
    files["scenarios/few.yaml"] = "title: 적은 예문\nintents: [few]\nsteps:\n  - end: true\n"
    assert {each.severity for each in review(files)} == {"warning"}
    assert load_playbook(files).playbook is not None


def test_a_question_that_is_known_by_then_must_be_fresh_to_be_asked_again_in_a_loop() -> None:
    loop = CONVERSATION + (
        "  - ask: order_number\n    id: ask_order\n    say: 주문번호를 알려 주시겠어요?{fresh}\n"
        "  - call: find_order\n"
        "  - branch:\n      - if: {{find_order.found: false}}\n        then: ask_order\n      - else: done\n"
        "  - end: true\n    id: done\n"
    )
    assert "loop_without_asking" in rules(starter(scenarios__order_status=loop.format(fresh="")))
    assert "loop_without_asking" not in rules(starter(scenarios__order_status=loop.format(fresh="\n    fresh: true")))


def test_a_promise_is_fine_behind_the_action_that_may_make_it() -> None:
    kept = CONVERSATION + "{call}  - say: 내일까지 꼭 보내 드릴게요.\n  - end: true\n"
    call = "  - ask: order_number\n    say: 주문번호를 알려 주시겠어요?\n  - call: find_order\n"
    assert "empty_promise" in rules(starter(scenarios__order_status=kept.format(call="")))
    assert "empty_promise" not in rules(starter(scenarios__order_status=kept.format(call=call)))


def test_an_action_called_only_afterwards_backs_nothing_and_fills_nothing() -> None:
    late = CONVERSATION + (
        '  - say: "{find_order.item}을(를) 내일까지 꼭 보내 드릴게요."\n'
        "  - ask: order_number\n    say: 주문번호를 알려 주시겠어요?\n"
        "  - call: find_order\n  - end: true\n"
    )
    assert {"empty_promise", "never_called"} <= rules(starter(scenarios__order_status=late))


def test_a_broken_file_is_not_blamed_on_those_who_point_at_it() -> None:
    found = review(starter(actions="find_order: {inputs: [oops]}\n"))
    assert {each.file for each in found} == {"actions.yaml"}
    found = review(starter(intents__first="where_is_order:\n\ttitle: 탭\n"))
    assert {each.file for each in found} == {"intents/first.yaml"}


def test_words_of_the_persona_that_are_never_said_are_found_wherever_they_stand() -> None:
    files = starter(lines='wait: "네, 글쎄요. 기다릴게요."\n')
    files["persona.yaml"] += "\n".join(["", "longest_reply: 300"])
    files["persona.yaml"] = files["persona.yaml"].replace("never_say: [어쩔 수 없]", "never_say: [글쎄요]")
    assert short(review(files)) == ["lines.yaml:1:11 never_say"]


def test_a_persona_of_the_other_speech_level_is_held_to_it() -> None:
    files = starter()
    files["persona.yaml"] = files["persona.yaml"].replace("해요체", "하십시오체")
    found = rules(files)
    assert "wrong_level" in found
    # The shipped words follow the persona, so only the team's own are remarked on.
    assert all(each.file in files for each in review(files))
