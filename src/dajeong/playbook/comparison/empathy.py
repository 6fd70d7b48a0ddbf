"""What changed in empathy: policies, the order of their moves, what they forbid, and the words for moves."""

from collections.abc import Sequence

from dajeong.playbook.comparison.change import Changes
from dajeong.playbook.comparison.wording import compare_wording
from dajeong.playbook.empathy import Empathy, MoveWording, Policy
from dajeong.playbook.problem import Path

_FIELDS = ("title", "answers_to", "when", "forbidden", "longest_reply", "pace")


def compare_empathy(changes: Changes, old: Empathy, new: Empathy, own: tuple[Sequence[str], Sequence[str]]) -> None:
    """Tell what changed between two sets of policies and words. ``own`` are the ids of the team's policies, before and after."""
    before, after = {each.id: each for each in old.policies}, {each.id: each for each in new.policies}
    ours = list(own[1])
    for name, policy in {**before, **after}.items():
        where: Path = ("empathy", "policies", ours.index(name)) if name in ours else ("empathy", "policies")
        place = changes.names.place("policy", name, policy.title)
        moves = changes.names.moves(policy.moves)
        if changes.in_both(name, (before, after), where, place, moves) and before[name] != policy:
            if name in own[1] and name not in own[0]:
                changes.note("changed", where, "own_policy", place=place)
            elif name in own[0] and name not in own[1]:
                changes.note("changed", where, "default_policy", place=place)
            _policy(changes, where, place, before[name], policy)
    kept = [each for each in own[1] if each in own[0]]
    if kept != [each for each in own[0] if each in own[1]]:
        changes.note("moved", ("empathy", "policies"), "policies_order")
    _wordings(changes, old.wordings, new.wordings)


def _policy(changes: Changes, where: Path, place: str, old: Policy, new: Policy) -> None:
    for field in _FIELDS:
        changes.field(where, place, field, getattr(old, field), getattr(new, field))
    if old.moves == new.moves:
        return
    come = tuple(move for move in new.moves if move not in old.moves)
    gone = tuple(move for move in old.moves if move not in new.moves)
    sentence = "moves_changed" if come and gone else "moves_come" if come else "moves_gone" if gone else "moves_order"
    names = changes.names
    shown = {"before": names.moves(old.moves), "after": names.moves(new.moves)}
    words = {"place": place, "come": names.listed(come), "gone": names.listed(gone)}
    changes.note("changed", (*where, "moves"), sentence, **words, **shown)


def _wordings(changes: Changes, old: Sequence[MoveWording], new: Sequence[MoveWording]) -> None:
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    for name, each in {**before, **after}.items():
        place = changes.names.place("move_wording", name, f"{changes.names.word(each.move)} · {name}")
        where: Path = ("empathy", "wordings", name)
        if changes.in_both(name, (before, after), where, place, "\n".join(each.wording.texts())):
            changes.field(where, place, "move", before[name].move, each.move)
            changes.field(where, place, "when", before[name].when, each.when)
            compare_wording(changes, (*where, "say"), place, before[name].wording, each.wording)
