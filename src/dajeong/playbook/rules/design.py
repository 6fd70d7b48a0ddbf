"""Rules of design: what leaves a customer standing, or a name pointing at nothing."""

from dajeong.playbook.problem import Rule

DESIGN: dict[str, Rule] = {}
