"""Says of a policy which of its stories is meant, and why one cannot be made."""

from dajeong.playbook.condition import Bounds, Condition
from dajeong.playbook.empathy import Policy
from dajeong.simulation.policies.searching import Found

_MOST_NAMED = 3


def described(policy: Policy, way: Condition) -> str:
    """Return the name of a story of ``policy``: its id, and which of the ways in which its condition is met."""
    said = ", ".join(f"{name} {_expected(each)}" for name, each in way.holds.items())
    return f"{policy.id} ({said})" if said else policy.id


def found_nowhere(policy: Policy, found: Found) -> str:
    """Return why a policy answers nowhere, and what to do."""
    if found.beyond:
        names = ", ".join(f"`{name}`" for name in found.beyond)
        return f"No story can bring about {names}. Tell one in tests/ that expects `policy: {policy.id}`."
    if found.shadowed_by:
        named = ", ".join(f"`{each}`" for each in found.shadowed_by[:_MOST_NAMED])
        more = len(found.shadowed_by) - _MOST_NAMED
        others = f"{named} and {more} more" if more > 0 else named
        verb = "answers" if len(found.shadowed_by) == 1 else "answer"
        return f"It never speaks: wherever its condition is met, {others} {verb} first. Write it before them, or narrow them."
    return "It never speaks: no message about any matter of the playbook meets its condition. Look at what it asks for."


def _expected(expected: object) -> str:
    if isinstance(expected, Bounds):
        return ", ".join(
            f"{name} {bound:g}" if isinstance(bound, float) else f"{name} {bound}"
            for name, bound in expected.model_dump(exclude_none=True).items()
        )
    return " or ".join(map(str, expected)) if isinstance(expected, tuple) else str(expected)
