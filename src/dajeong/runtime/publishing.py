"""What every road to publishing goes through: a playbook with errors is put in force by nobody."""

from collections.abc import Mapping

from dajeong.playbook import Playbook, load_playbook, review
from dajeong.runtime.design import PlaybookUnusable


def publishable(files: Mapping[str, str], name: str | None = None) -> Playbook:
    """Return the playbook of these files when the review finds no error in it.

    Raises PlaybookUnusable naming the first error's place, or when the playbook calls itself other than ``name``.
    """
    errors = [problem for problem in review(files) if problem.severity == "error"]
    playbook = load_playbook(files).playbook
    if errors or playbook is None:
        first = f" First: {errors[0].file}, line {errors[0].line}." if errors else ""
        raise PlaybookUnusable(
            f"The playbook has {len(errors)} error(s) and was not published.{first} `dajeong check` lists them all."
        )
    if name is not None and playbook.name != name:
        raise PlaybookUnusable(f"The playbook calls itself '{playbook.name}', not '{name}'.")
    return playbook
