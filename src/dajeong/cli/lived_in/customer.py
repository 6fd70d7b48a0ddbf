"""A made-up customer: what they do next, given what was last said to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from dajeong.cli.lived_in.cast import Cast, Errand
from dajeong.cli.lived_in.month import Visit
from dajeong.conversation import Conversation
from dajeong.conversation.events import AssistantReplied, Choice
from dajeong.playbook import Playbook
from dajeong.playbook.scenario import Ask, Choose

# More than this nobody writes in one conversation.
MOST_MESSAGES = 9
_MOST_STEAM = 2
_LEAVES = 0.05
_PRESSES = 0.75
_SCORES = {"against": (1, 2, 2, 3), "worried": (3, 3, 4, 5), "content": (4, 5, 5), "other": (3, 4, 4, 5)}


@dataclass(frozen=True, slots=True)
class Deed:
    """What the customer does after ``pause`` seconds: writes, presses a button, or stays silent until something comes due."""

    text: str = ""
    choice: str | None = None
    pause: float = 20.0

    @property
    def silent(self) -> bool:
        """Whether they only wait."""
        return not self.text


class StoryTeller:
    """Does what a story tells, as far as the conversation goes along with it."""

    def __init__(self, visit: Visit, chance: Random) -> None:
        self._lines = list(visit.story.lines if visit.story else ())
        self._chance = chance

    def next(self, c: Conversation, playbook: Playbook) -> Deed | None:
        """Return the next deed, None when there is nothing more to do."""
        if not self._lines or c.closed:
            return None
        line = self._lines.pop(0)
        if line.customer is not None:
            return Deed(line.customer, pause=_pause(line.customer, self._chance))
        if line.wait is not None:
            return Deed()
        pressed = next((each for each in _choices(c) if each.value == line.press), None)
        return Deed(pressed.label, pressed.value, _pause("", self._chance)) if pressed else None


class ErrandRunner:
    """Comes for an errand, and answers what they are asked."""

    def __init__(self, visit: Visit, errand: Errand, chance: Random) -> None:
        self._errand = errand
        self._cast: Cast = visit.cast
        self._knows = dict(visit.knows)
        self._again = visit.again
        self._chance = chance
        self._besides = [text for text in errand.besides if chance.random() < 0.35]
        self._unknown = 0
        self._steam = chance.sample(visit.cast.customers.manners.steam, k=_MOST_STEAM)

    def next(self, c: Conversation, playbook: Playbook) -> Deed | None:
        """Return the next deed, None when they leave."""
        if c.closed or len(c.heard) >= MOST_MESSAGES:
            return None
        if not c.heard:
            openings = self._errand.again if self._again and self._errand.again else self._errand.openings
            return self._says(openings)
        if len(c.heard) > 1 and self._chance.random() < _LEAVES:
            return None
        last = c.last_reply
        boils = self._chance.random() < self._errand.heat
        if boils and self._steam and last is not None and last.expects not in ("solved", "survey"):
            return self._says([self._steam.pop()])
        return self._answer(c, last, playbook) if last is not None else None

    def _answer(self, c: Conversation, last: AssistantReplied, playbook: Playbook) -> Deed | None:
        manners = self._cast.customers.manners
        match last.expects:
            case "slot":
                return self._tells(_slot_asked(last, playbook), last)
            case "choice" | "clarify":
                return self._chooses(last.choices)
            case "person":
                return self._says(manners.yes if self._chance.random() < 0.5 else manners.no)
            case "solved":
                return self._says(self._drawn((manners.solved, 0.7), (manners.not_solved, 0.15)))
            case "survey":
                score = self._chance.choice(_SCORES[c.mood.group])
                return self._pressed(last.choices, f"survey:{score}") if self._chance.random() < 0.6 else None
            case None if self._besides:
                return self._says([self._besides.pop()])
            case None if c.heard[-1].text not in manners.thanks and self._chance.random() < 0.4:
                return self._says(manners.thanks)
        return None

    def _tells(self, slot: str | None, last: AssistantReplied) -> Deed | None:
        if last.choices:
            return self._chooses(last.choices)
        if slot is not None and slot in self._knows:
            return self._says([self._knows[slot]])
        self._unknown += 1
        manners = self._cast.customers.manners
        return self._says(manners.unknown if self._unknown == 1 else manners.person) if self._unknown < 3 else None

    def _chooses(self, choices: Sequence[Choice]) -> Deed | None:
        for want in (f"intent:{self._errand.means}", *self._errand.wants):
            if any(each.value == want for each in choices):
                return self._pressed(choices, want)
        plain = [each.value for each in choices if each.value != "person"] or [each.value for each in choices]
        return self._pressed(choices, self._chance.choice(plain)) if plain else None

    def _pressed(self, choices: Sequence[Choice], value: str) -> Deed | None:
        found = next((each for each in choices if each.value == value), None)
        if found is None:
            return None
        presses = value.startswith("survey:") or self._chance.random() < _PRESSES
        return Deed(found.label, found.value if presses else None, _pause("", self._chance))

    def _drawn(self, *ways: tuple[Sequence[str], float]) -> Sequence[str]:
        """Return the texts of one way, each taken with its share; nothing for the rest."""
        left = self._chance.random()
        for texts, share in ways:
            left -= share
            if left < 0:
                return texts
        return ()

    def _says(self, texts: Sequence[str]) -> Deed | None:
        if not texts:
            return None
        text = self._chance.choice(texts)
        for slot, known in self._knows.items():
            text = text.replace(f"{{{slot}}}", known)
        return Deed(text, pause=_pause(text, self._chance))


def customer_of(visit: Visit, chance: Random) -> StoryTeller | ErrandRunner:
    """Return who comes."""
    return StoryTeller(visit, chance) if visit.errand is None else ErrandRunner(visit, visit.errand, chance)


def _choices(c: Conversation) -> Sequence[Choice]:
    return c.last_reply.choices if c.last_reply else ()


def _slot_asked(last: AssistantReplied, playbook: Playbook) -> str | None:
    scenario = playbook.scenarios.get(last.scenario or "")
    step = scenario.by_id.get(last.step or "") if scenario else None
    return step.slot if isinstance(step, Ask | Choose) else None


def _pause(text: str, chance: Random) -> float:
    """How long reading, thinking and writing take (seconds)."""
    return 6 + 0.4 * len(text) + chance.expovariate(1 / 14)
