"""Chooses the words of a plan: for every move the first designed alternative that can be said and was not said yet."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Protocol

from dajeong.language.apology import begs_pardon
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.wording.draft import Draft, Part
from dajeong.wording.length import shortened
from dajeong.wording.matter import names_by_variable, names_matter
from dajeong.wording.situation import Situation
from dajeong.wording.template import can_fill, fill


class Composer(Protocol):
    """Turns a plan into words. Ours takes designed words; a language model may stand behind the same two arguments."""

    def compose(self, plan: Plan, playbook: Playbook) -> Draft:
        """Word every move of ``plan`` that can be worded, in its order. What it returns is guarded before it is sent."""
        ...


@dataclass(frozen=True, slots=True)
class Sayable:
    """An alternative whose names all have values: where it stands in the design, and its words before filling."""

    wording: str
    variant: str
    template: str


class TemplateComposer:
    """Composes from the team's designed words alone."""

    def compose(self, plan: Plan, playbook: Playbook) -> Draft:
        """Word ``plan``; a feeling move with nothing new to say is left out, so that no comfort is heard twice."""
        situation = Situation(plan, playbook)
        parts: list[Part] = []
        said: set[str] = set()
        for planned in plan.moves:
            if situation.is_out_of_place(planned):
                continue
            chosen = choose(planned, situation, said)
            if chosen is not None:
                said.add(chosen.template)
                text = fill(chosen.template, situation.values, language=playbook.language)
                parts.append(Part(planned.move, chosen.wording, chosen.variant, text))
        return shortened(Draft.of(tuple(parts)), situation)


def choose(planned: PlannedMove, situation: Situation, said: Set[str] = frozenset()) -> Sayable | None:
    """The words for one move, or None when it is better left out.

    New words come first. When all were said, the facts are said again, in turn, and a feeling is not.
    ``said`` are the templates this very reply has used already.
    """
    possible = tuple(sayable(planned, situation))
    if situation.plan.purpose == "danger":
        # The words written for a team without a hotline are not for a team that has one.
        possible = tuple(one for one in possible if "{hotline}" in one.template) or possible
    feeling = situation.meets_feeling(planned)
    new = [one for one in possible if (one.wording, one.variant) not in situation.plan.used]
    if feeling:
        new = [one for one in new if one.template not in situation.heard and one.template not in said]
    if planned.move == "acknowledge":
        new.sort(key=lambda one: not names_matter(one.template, situation.values))
    elif feeling and any(names_by_variable(template) for template in said):
        # What happened is named once; a second time in the same breath sounds like a form letter.
        new.sort(key=lambda one: names_by_variable(one.template))
    elif not feeling and any(begs_pardon(template) for template in said):
        new.sort(key=lambda one: begs_pardon(one.template))
    if new:
        return new[0]
    if feeling or not possible:
        return None
    again = [one for one in possible if one.wording == possible[0].wording]
    return again[planned.times_before % len(again)]


def sayable(planned: PlannedMove, situation: Situation) -> Iterator[Sayable]:
    """Every alternative of this move, this time, whose names can all be filled; most fitting first."""
    for wording_id, wording in planned.wordings:
        name, alternatives = wording.for_time(planned.times_before, situation.plan.bindings)
        for number, text in enumerate(alternatives):
            if can_fill(text, situation.values):
                yield Sayable(wording_id, f"{name}/{number}", text)
