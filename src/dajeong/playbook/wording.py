"""Designed words: alternatives for the first, second and third time, and for how the customer feels."""

from collections.abc import Mapping
from typing import Any

from dajeong.conversation.frozen import Frozen
from dajeong.playbook.condition import Condition


class Conditional(Frozen):
    """Words for a special case; the first case whose condition is met wins."""

    when: Condition
    say: tuple[str, ...]


class Wording(Frozen):
    """What may be said at one place. ``first``, ``second`` and ``third`` each hold equal alternatives.

    A text may use ``{names}`` of the bindings; a Korean particle pair right behind one (``{item}이(가)``) is resolved
    when the value is known.
    """

    first: tuple[str, ...]
    second: tuple[str, ...] = ()
    third: tuple[str, ...] = ()
    cases: tuple[Conditional, ...] = ()

    def for_time(self, times_before: int, bindings: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
        """Return the alternatives for saying this after ``times_before`` earlier times, and the name of their set."""
        for number, case in enumerate(self.cases):
            if case.when.met_by(bindings):
                return f"case{number}", case.say
        if times_before >= 2 and self.third:
            return "third", self.third
        if times_before >= 1 and self.second:
            return "second", self.second
        return "first", self.first

    def texts(self) -> tuple[str, ...]:
        """Return every alternative, whatever the case."""
        return (*self.first, *self.second, *self.third, *(text for case in self.cases for text in case.say))
