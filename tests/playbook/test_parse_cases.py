"""The server and the studio's editors read a playbook's YAML alike: one table of cases, tested on both sides."""

import json
from pathlib import Path
from typing import Any

import pytest

from dajeong.playbook.yaml_text import parse, plain

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("parse_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_the_server_reads_is_what_the_editors_read(case: dict[str, Any]) -> None:
    parsed = parse(case["text"])
    if "rule" in case:
        assert [(slip.rule, slip.line) for slip in parsed.slips[:1]] == [(case["rule"], case["line"])]
    else:
        assert parsed.slips == ()
        assert (None if parsed.root is None else plain(parsed.root)) == case["value"]
