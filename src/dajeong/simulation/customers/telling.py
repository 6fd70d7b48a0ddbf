"""What a customer knows and how they tell it: when asked, at once, wrongly at first, and what was told already."""

from collections.abc import Callable, Mapping

from dajeong.simulation.customers.customer import Fact
from dajeong.simulation.customers.meeting import Answered

# How something is put: an act of the phrasebook, the value, and what it is called.
Put = Callable[[str, str, str], str]


class Telling:
    """The facts of one customer in one conversation. ``corrects`` are those they get wrong first."""

    def __init__(
        self, facts: Mapping[str, Fact], titles: Mapping[str, str], put: Put, chance: Callable[[], bool]
    ) -> None:
        self.facts = facts
        self._titles = titles
        self._put = put
        self._wrong_first = {slot for slot, fact in facts.items() if fact.first and chance()}
        self._to_correct: str | None = None
        self._said: set[str] = set()
        # The slot told last, at which step, and to which reply.
        self._told_at: tuple[str, str | None, int] | None = None

    def opening(self, line: str) -> list[str]:
        """Return what is told of itself with a first message, beyond what stands in ``line``."""
        self._said |= {slot for slot, fact in self.facts.items() if fact.value in line}
        at_once = [slot for slot, fact in self.facts.items() if fact.told == "at_once" and slot not in self._said]
        return [self._tell(slot) for slot in at_once]

    def is_told(self, slot: str) -> bool:
        """Whether they told it already."""
        return slot in self._said

    def answer(self, slot: str, answered: Answered, number: int) -> tuple[str, list[str]]:
        """Return what answers the question for ``slot`` in reply ``number``: the act, and its parts."""
        fact = self.facts.get(slot)
        if fact is None or self.another_asked(answered, number):
            return "dont_know", [self._put("dont_know", "", self._title(slot))]
        if fact.after is not None and fact.after in self.facts and fact.after not in self._said:
            return "tell", [self._tell(fact.after), self._tell(slot)]
        self._told_at = (slot, step_of(answered), number)
        if slot in self._said and slot not in self._wrong_first:
            return "tell_again", [self._right("tell_again", slot)]
        return "tell", [self._tell(slot)]

    def correction(self) -> str | None:
        """Return the correction of what was told wrongly, once."""
        slot, self._to_correct = self._to_correct, None
        return None if slot is None else self._right("correct", slot)

    def another_asked(self, answered: Answered, number: int) -> bool:
        """Whether, right after the one they told, another of the same kind is asked for at another step."""
        if self._told_at is None or answered.slot != self._told_at[0]:
            return False
        return self._told_at[2] == number - 1 and step_of(answered) != self._told_at[1]

    def _tell(self, slot: str) -> str:
        wrong = self.facts[slot].first
        if slot in self._wrong_first and wrong is not None:
            self._wrong_first.discard(slot)
            self._to_correct = slot
            self._said.add(slot)
            return self._put("tell", wrong, self._title(slot))
        return self._right("tell", slot)

    def _right(self, act: str, slot: str) -> str:
        self._said.add(slot)
        return self._put(act, self.facts[slot].value, self._title(slot))

    def _title(self, slot: str) -> str:
        return self._titles.get(slot, slot)


def step_of(answered: Answered) -> str | None:
    """Return the step the last reply stands at, as scenario.step."""
    last = answered.replies[-1] if answered.replies else None
    return f"{last.scenario}.{last.step}" if last is not None and last.scenario is not None else None
