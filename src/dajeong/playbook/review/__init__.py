"""Reviews a playbook: everything a team should change before it meets a customer, all at once."""

from collections.abc import Mapping

from dajeong.playbook.files import Draft, read_draft
from dajeong.playbook.problem import Problem
from dajeong.playbook.review.examples import review_examples
from dajeong.playbook.review.feelings import review_feelings
from dajeong.playbook.review.names import review_names
from dajeong.playbook.review.sight import Sight
from dajeong.playbook.review.slots import review_slots
from dajeong.playbook.review.variables import review_variables
from dajeong.playbook.review.ways import review_ways
from dajeong.playbook.review.wording import review_wording

__all__ = ["Sight", "review", "reviewed"]


def review(files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Everything wrong with these files (path -> text), by file, line and column; never raises for what they say.

    Errors keep a playbook from being published, warnings do not. Every rule is described in docs/reference/check.md.
    """
    return reviewed(files).notes.sorted()


def reviewed(files: Mapping[str, str]) -> Draft:
    """What could be read of these files, its notes those of the whole review."""
    draft = read_draft(files)
    if draft.playbook is not None:
        sight = Sight(draft, draft.playbook)
        review_names(sight)
        review_ways(sight)
        review_variables(sight)
        review_slots(sight)
        review_feelings(sight)
        review_examples(sight)
        review_wording(sight)
    return draft
