"""Rules of wording: what a customer should not have to read."""

from dajeong.playbook.problem import Rule

WORDING: dict[str, Rule] = {}
