"""What composer and guard both need to know of one plan in one playbook, worked out once."""

from collections.abc import Set
from functools import cached_property

from dajeong.conversation.move import FEELING_MOVES
from dajeong.playbook.empathy import Policy
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.wording import Wording
from dajeong.wording.draft import Part
from dajeong.wording.values import Values


class Situation:
    """A plan, its playbook, and what follows from both."""

    def __init__(self, plan: Plan, playbook: Playbook) -> None:
        self.plan = plan
        self.playbook = playbook
        self.values = Values(plan, playbook)

    @cached_property
    def policy(self) -> Policy | None:
        """The empathy policy this reply follows."""
        return self.playbook.empathy.policy(self.plan.policy) if self.plan.policy else None

    @cached_property
    def forbidden(self) -> frozenset[str]:
        """Moves that neither the plan nor its policy allows."""
        return frozenset(self.plan.forbidden).union(self.policy.forbidden if self.policy else ())

    @cached_property
    def longest(self) -> int:
        """Characters a reply should not go beyond: the tightest of plan, policy and persona."""
        of_policy = self.policy.longest_reply if self.policy else None
        bounds = (self.plan.longest_reply, of_policy, self.playbook.persona.longest_reply)
        return min(bound for bound in bounds if bound is not None)

    @cached_property
    def may_lighten(self) -> bool:
        """Whether the persona is humorous and the customer content."""
        return self.playbook.persona.humour == "when_content" and self.plan.bindings.get("mood") == "content"

    @cached_property
    def designs(self) -> dict[str, Wording]:
        """Every wording this plan may use, and every wording for feelings, by id."""
        found = {one.id: one.wording for one in self.playbook.empathy.wordings}
        for planned in self.plan.moves:
            found.update(planned.wordings)
        return found

    @cached_property
    def for_feelings(self) -> frozenset[str]:
        """Ids of the words written for feelings."""
        return frozenset(one.id for one in self.playbook.empathy.wordings)

    @cached_property
    def heard(self) -> frozenset[str]:
        """Designed texts already said in this conversation: the customer hears a sentence, not its id."""
        texts = (self.design(wording, variant) for wording, variant in self.plan.used)
        return frozenset(text for text in texts if text is not None)

    def design(self, wording: str, variant: str) -> str | None:
        """The designed text behind a (wording id, variant) pair such as ``("ack_late", "first/0")``, if there is one."""
        written = self.designs.get(wording)
        name, _, number = variant.partition("/")
        if written is None or not number.isdecimal():
            return None
        alternatives: tuple[str, ...] = ()
        if name in ("first", "second", "third"):
            alternatives = getattr(written, name)
        elif name.startswith("case") and name[4:].isdecimal() and int(name[4:]) < len(written.cases):
            alternatives = written.cases[int(name[4:])].say
        return alternatives[int(number)] if int(number) < len(alternatives) else None

    def meets_feeling(self, planned: PlannedMove) -> bool:
        """Whether this move answers how the customer feels, rather than being a step's own words ("say: thank you …")."""
        if planned.move not in FEELING_MOVES:
            return False
        return not planned.must or any(wording in self.for_feelings for wording, _ in planned.wordings)

    def planned(self, part: Part) -> PlannedMove | None:
        """The planned move ``part`` words: the one with its wording, or else the first of its kind."""
        place = self.place_of(part)
        return None if place is None else self.plan.moves[place]

    def place_of(self, part: Part, *, after: Set[int] = frozenset()) -> int | None:
        """Where in the plan ``part`` stands: its own planned move, the places in ``after`` being taken; None for nowhere."""
        free = [n for n, one in enumerate(self.plan.moves) if one.move == part.move and n not in after]
        own = (n for n in free if any(wording == part.wording for wording, _ in self.plan.moves[n].wordings))
        return next(own, free[0] if free else None)

    def is_feeling(self, part: Part) -> bool:
        """Whether ``part`` meets a feeling and carries no facts."""
        planned = self.planned(part)
        return self.meets_feeling(planned) if planned else part.wording in self.for_feelings

    def is_needed(self, part: Part) -> bool:
        """Whether the reply may not go without this move."""
        planned = self.planned(part)
        return planned is not None and planned.must

    def is_out_of_place(self, planned: PlannedMove) -> bool:
        """Whether this move may not be made now: forbidden, or a joke to somebody who is not content."""
        return planned.move in self.forbidden or (planned.move == "lighten" and not self.may_lighten)
