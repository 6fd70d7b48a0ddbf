"""Every rule of the check, in both languages: what is wrong and what to do."""

from dajeong.playbook.problem import Rule
from dajeong.playbook.rules.design import DESIGN
from dajeong.playbook.rules.reading import READING
from dajeong.playbook.rules.wording import WORDING

RULES: dict[str, Rule] = {**READING, **DESIGN, **WORDING}

__all__ = ["DESIGN", "READING", "RULES", "WORDING"]
