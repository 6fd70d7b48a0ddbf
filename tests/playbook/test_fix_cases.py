"""What the studio mends at a press is mended: one table of cases, the remark and the check on this side, the press on the other."""

import json
from pathlib import Path
from typing import Any

import pytest

from dajeong.playbook.findings import Finding, checked

TABLE: dict[str, Any] = json.loads(Path(__file__).with_name("fix_cases.json").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = TABLE["cases"]


def told(finding: Finding) -> dict[str, Any]:
    """What the studio goes by."""
    return finding.model_dump(mode="json", include={"file", "line", "column", "rule", "where", "words"})


def names(case: dict[str, Any]) -> str:
    return f"{case['finding']['rule']}-{case['fix']}"


def test_the_draft_the_cases_begin_with_has_nothing_to_mend() -> None:
    whole = {**TABLE["base"], "scenarios/late.yaml": "title: 늦어짐\nintents: [late]\nsteps:\n  - end: true\n"}
    assert checked(whole).findings == ()


@pytest.mark.parametrize("case", CASES, ids=names)
def test_a_press_leaves_no_such_remark_and_makes_no_new_error(case: dict[str, Any]) -> None:
    draft = {**TABLE["base"], **case["draft"]}
    before = checked(draft).findings
    [mine] = [each for each in before if told(each) == case["finding"]]
    after = checked({**draft, **case["mended"]}).findings
    assert (mine.rule, mine.message) not in {(each.rule, each.message) for each in after}
    # What a press puts in wants words of one's own: that is said, and is no mistake of the press.
    known = {(each.rule, each.message) for each in before} | {
        (each.rule, each.message) for each in after if each.rule == "not_written"
    }
    assert [each for each in after if each.severity == "error" and (each.rule, each.message) not in known] == []
