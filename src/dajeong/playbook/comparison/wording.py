"""What changed in the words of one place: alternatives that came, went or were rewritten, by occasion."""

from dajeong.playbook.comparison.change import Changes, Kind
from dajeong.playbook.problem import Path
from dajeong.playbook.wording import Wording

_OCCASIONS = ("first", "second", "third")


def compare_wording(changes: Changes, where: Path, place: str, old: Wording | None, new: Wording | None) -> None:
    """Tell what changed between two wordings of a place; None: there is none."""
    for name in _OCCASIONS:
        before: tuple[str, ...] = getattr(old, name) if old else ()
        after: tuple[str, ...] = getattr(new, name) if new else ()
        _texts(changes, (*where, name), place, changes.names.occasion(name), before, after)
    cases_before = {case.when.model_dump_json(): case for case in old.cases} if old else {}
    cases_after = {case.when.model_dump_json(): case for case in new.cases} if new else {}
    for key, gone in cases_before.items():
        if key not in cases_after:
            _texts(changes, (*where, "if"), place, changes.names.case(gone.when), gone.say, ())
    for number, (key, case) in enumerate(cases_after.items()):
        known = cases_before.get(key)
        at = (*where, "if", number, "say")
        _texts(changes, at, place, changes.names.case(case.when), known.say if known else (), case.say)


def _texts(
    changes: Changes, where: Path, place: str, occasion: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    if not before or not after:
        if before != after:
            kind: Kind = "added" if after else "removed"
            texts = {"after": "\n".join(after), "before": "\n".join(before)}
            changes.note(kind, where, f"occasion_{kind}", place=place, occasion=occasion, **texts)
        return
    gone = [text for text in before if text not in after]
    come = [text for text in after if text not in before]
    words = {"place": place, "occasion": occasion}
    # What stands in the place of another is that one rewritten.
    for old, new in zip(gone, come, strict=False):
        changes.note("changed", (*where, after.index(new)), "words_changed", **words, before=old, after=new)
    for new in come[len(gone) :]:
        changes.note("added", (*where, after.index(new)), "words_added", **words, after=new)
    for old in gone[len(come) :]:
        changes.note("removed", where, "words_removed", **words, before=old)
