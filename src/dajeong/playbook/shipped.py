"""The policies and words every playbook starts from, per language and speech level."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dajeong.conversation.reading import Language
from dajeong.language import SpeechLevel
from dajeong.playbook.empathy import Empathy, MoveWording, Policy
from dajeong.playbook.problem import Notes, Places
from dajeong.playbook.rules import RULES
from dajeong.playbook.shapes.kinds import EMPATHY, LINE_WORDS
from dajeong.playbook.shapes.shape import FileReader, Key, Record
from dajeong.playbook.wording import Wording
from dajeong.playbook.yaml_text import parse

FILES = {
    "ko": {"해요체": "ko.yaml", "하십시오체": "ko_formal.yaml"},
    "en": {"해요체": "en.yaml", "하십시오체": "en.yaml"},
}
_SHAPE = Record((*EMPATHY.keys, Key("lines", LINE_WORDS, "the lines", "줄", required=True)))


@dataclass(frozen=True, slots=True)
class Shipped:
    """What comes with the product."""

    empathy: Empathy
    lines: dict[str, Wording]


@cache
def shipped(language: Language, level: SpeechLevel = "해요체") -> Shipped:
    """The defaults of a language; the speech level matters in Korean only."""
    name = FILES[language][level]
    text = (files("dajeong.playbook") / "defaults" / name).read_text(encoding="utf-8")
    notes = Notes(RULES, language="en")
    parsed = parse(text)
    if parsed.root is None or parsed.slips:
        raise ValueError(f"The shipped {name} is not YAML: {parsed.slips}")
    found = _SHAPE.read(parsed.root, ("defaults",), FileReader(name, notes, Places()))
    if notes.found or found is None:
        raise ValueError(f"The shipped {name} is broken: {notes.found[0]}")
    policies = tuple(Policy(**each) for each in found.get("policies", ()))
    wordings = tuple(
        MoveWording(**{("wording" if key == "say" else key): value for key, value in each.items()})
        for each in found.get("wordings", ())
    )
    return Shipped(Empathy(policies=policies, wordings=wordings), found["lines"])
