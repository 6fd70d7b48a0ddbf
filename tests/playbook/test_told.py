"""Remarks as the studio tells them: in the reader's language, with the names people gave."""

import pytest

from dajeong.conversation.reading import Language
from dajeong.playbook.findings import Finding, checked
from dajeong.playbook.review import reviewed
from dajeong.playbook.rules import RULES
from tests.playbook.samples import BROKEN, broken, starter

SCENARIO = """\
title: 진료 예약
steps:
  - ask: day
    id: ask_day
    say: 어느 날이 편하세요?
  - end: true
    id: end
  - ask: pet
    id: ask_pet
    say: 아이 이름을 알려 주세요.
  - say: 확인했어요.
    id: alone
"""


def remark(files: dict[str, str], rule: str, reader: Language | None = None) -> Finding:
    """The first remark of a rule."""
    return next(each for each in checked(files, reader).findings if each.rule == rule)


def visit() -> dict[str, str]:
    """A scenario nobody comes to, with a step nothing leads to."""
    files = starter(scenarios__scenario_1=SCENARIO)
    slots = "slots:\n  day: {title: 원하는 날짜, type: date}\n  pet: {title: 아이 이름, type: text}\n"
    files["playbook.yaml"] = files["playbook.yaml"].replace("slots:\n", slots, 1)
    return files


def test_what_a_remark_names_is_called_as_people_call_it() -> None:
    alone = remark(visit(), "scenario_without_intent")
    assert "‘진료 예약’" in alone.message and "scenario_1" not in alone.message
    # A press mends by the name of the files.
    assert alone.words["word"] == "scenario_1"
    lost = remark(visit(), "unreachable_step")
    assert lost.message == "‘묻기: 아이 이름’ 단계로 오는 길이 없어요."


def test_keys_of_files_in_brackets_are_left_to_the_terminal() -> None:
    files = starter(persona="name: 온이\nintroduction: 규정상 먼저 여쭤요.\nnever_say: [규정상]\n")
    assert remark(files, "never_say").fix == "다른 말로 바꾸거나, 성격과 말투에서 쓰지 않는 말을 고쳐 주세요."


def test_steps_that_are_called_the_same_keep_their_own_names() -> None:
    files = visit()
    files["scenarios/scenario_1.yaml"] = SCENARIO.replace("ask: day", "ask: pet")
    assert "‘ask_pet’" in remark(files, "unreachable_step").message


def test_a_remark_is_told_in_the_language_of_who_reads_it() -> None:
    files = visit()
    assert remark(files, "unreachable_step", "en").message == "No way leads to the step ‘Ask: 아이 이름’."
    hard = files | {"scenarios/scenario_1.yaml": SCENARIO.replace("어느 날이", "익일이")}
    told = remark(hard, "jargon", "en")
    assert (told.message, told.fix) == ("‘익일’ is jargon.", "Say it in plain words: 다음 날.")


@pytest.mark.parametrize("name", sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir()))
@pytest.mark.parametrize("reader", ["ko", "en", None])
def test_every_remark_can_be_told_to_everybody(name: str, reader: Language | None) -> None:
    files = broken(name)
    found = checked(files, reader).findings
    written = reviewed(files).notes.sorted()
    assert [(each.file, each.line, each.rule) for each in found] == [(one.file, one.line, one.rule) for one in written]
    assert all(each.message and each.fix and each.rule in RULES for each in found)
