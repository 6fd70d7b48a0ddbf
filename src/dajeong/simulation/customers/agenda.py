"""A customer who follows an agenda: no language model, the same every time for the same seed.

Agenda-based user simulation after Schatzmann, Thomson, Weilhammer, Ye and Young, "Agenda-Based User Simulation for
Bootstrapping a POMDP Dialogue System" (NAACL-HLT 2007): a goal, a stack of acts that are still to be done, and rules by which each
reply pushes acts onto it. Ours adds feelings: the temper decides what a reply does to them, and they decide what is said,
what is no longer answered, and when somebody leaves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from dajeong.conversation.events import AssistantReplied
from dajeong.conversation.reading import Language
from dajeong.conversation.reply import Choice
from dajeong.simulation.customers.customer import MadeUpCustomer
from dajeong.simulation.customers.meeting import Answered, Doing, Leaving
from dajeong.simulation.customers.noticing import Noticing
from dajeong.simulation.customers.telling import Telling
from dajeong.simulation.customers.temper import felt_after
from dajeong.simulation.customers.voice import Tone, Voice

Whim = Literal["aside", "silent", "ask_person", "abuse", "break_rules"]
# Felt this strongly it is said, and this strongly it is shouted.
SPOKEN, SHOUTED = 0.45, 0.75
# Somebody who still writes after so many replies gives up, whatever their patience.
MOST_REPLIES = 24
_PRESSES = 0.7
# Even who came for a person hears so many replies first.
_HEARS_OUT = 3


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a customer makes of the design: which scenarios are their matter, and what a slot is called."""

    ways: frozenset[str]
    titles: Mapping[str, str]


class AgendaCustomer:
    """One customer in one conversation."""

    def __init__(self, told: MadeUpCustomer, knowledge: Knowledge, language: Language, dice: Random) -> None:
        self.told = told
        self.feelings = told.feels
        self._knows = knowledge
        self._dice = dice
        self._voice = Voice(told.writing, language, dice)
        self._noticing = Noticing(knowledge.ways, language)
        # What is still to be done besides the matter itself, and after which reply; the top of the agenda.
        self._whims = self._drawn()
        self._telling = Telling(told.facts, knowledge.titles, self._put, lambda: self._chance("corrects"))
        self._replies = 0
        self._stuck = 0
        self._asked_person_at: int | None = None
        self._upset_at = -2

    def opens(self) -> Doing:
        """Say what they came for, with the facts they tell of themselves."""
        values = {slot: fact.value for slot, fact in self.told.facts.items()}
        line = self._voice.one_of(self.told.says.opens, **values)
        again = self._restated() if self.told.writing.messages == "one_long" else []
        return self._writes([line, *again, *self._telling.opening(line)], "open")

    def hears(self, answered: Answered) -> Doing:
        """Feel what came back, and do what is on top of the agenda then."""
        self._replies += 1
        told = answered.slot is not None and self._telling.is_told(answered.slot)
        again = told and not self._telling.another_asked(answered, self._replies)
        unknown = answered.slot is not None and answered.slot not in self.told.facts
        noticed = self._noticing.of(answered, asked_again=again, asked_in_vain=unknown)
        self.feelings = felt_after(self.feelings, self.told.temper, noticed)
        self._stuck = 0 if noticed.progress else self._stuck + 1
        if answered.held or answered.closed:
            return Doing(leaves=self._end(answered), acts=("leave",))
        if not answered.reached and (leaving := self._had_enough()) is not None:
            return self._goes(leaving)
        if (whim := self._whims.pop(self._replies, None)) is not None and not answered.reached:
            return self._indulges(whim, answered)
        return self._answers(answered)

    # --- the agenda: what is done about a reply ---

    def _answers(self, answered: Answered) -> Doing:
        last = answered.replies[-1] if answered.replies else None
        expects = last.expects if last is not None else None
        if last is None:
            return self._goes("resigned")
        if not answered.reached and expects != "survey" and self._wants_person(last):
            return self._asks_person(last)
        upset = self._upset() if not answered.reached else []
        if answered.reached and self._led_astray(last):
            return self._writes([self._voice.phrase("thanks")], "thanks", leaves="content")
        if (correction := self._telling.correction()) is not None:
            return self._writes([correction], "correct")
        if expects == "slot" and answered.slot is not None:
            if answered.slot not in self.told.facts and self._led_astray(last) and self.told.says.again:
                return self._writes([*upset, self._voice.phrase("no"), *self._restated()], "no", "again")
            return self._gives(answered.slot, answered, upset)
        if expects in ("choice", "clarify") and last.choices:
            return self._chooses(last.choices, upset)
        if expects == "person":
            return self._takes_or_declines()
        if expects == "solved":
            return self._says_whether_solved(answered, upset)
        if expects == "survey":
            return self._rates(last.choices)
        if answered.reached:
            return self._writes([self._voice.phrase("thanks")], "thanks", leaves="content")
        return self._writes([*upset, *(self._restated() or [self._voice.phrase("lost")])], "again")

    def _takes_or_declines(self) -> Doing:
        """Answer the offer of a person: whoever gets nowhere takes it, sooner or later."""
        if self._dice.random() < 0.3 * self._stuck:
            return self._writes([self._voice.phrase("yes")], "yes")
        return self._writes([self._voice.phrase("decline_person"), *self._restated()], "no")

    def _led_astray(self, last: AssistantReplied) -> bool:
        """Whether a question belongs to another matter, which nobody would go along with for long."""
        asks = last.expects in ("slot", "choice")
        return asks and last.scenario is not None and last.scenario not in self._knows.ways

    def _gives(self, slot: str, answered: Answered, upset: list[str]) -> Doing:
        act, parts = self._telling.answer(slot, answered, self._replies)
        if act == "tell" and self._chance("interrupts"):
            return self._writes([*upset, *parts], act, behind=self._voice.phrase("hurry_up"))
        return self._writes([*upset, *parts], act)

    def _chooses(self, choices: tuple[Choice, ...], upset: list[str]) -> Doing:
        picked = self._picked(choices)
        if picked is None:
            return self._writes([*upset, *(self._restated() or [self._voice.phrase("lost")])], "again")
        if not upset and self._dice.random() < _PRESSES:
            return Doing(press=picked.value, acts=("choose",), pause=self._pause(picked.label))
        return self._writes([*upset, self._voice.phrase("choose", label=picked.label)], "choose")

    def _picked(self, choices: tuple[Choice, ...]) -> Choice | None:
        """Return the button that brings them on: their matter, what they would want, what they know, or any but a person."""
        # Where one value means yes here and no there, the button's label says which of them is wanted.
        values = {choice.label: choice for choice in choices} | {choice.value: choice for choice in choices}
        for wanted in (f"intent:{self.told.goal.intent}", *self.told.wants):
            if wanted in values:
                return values[wanted]
        for fact in self.told.facts.values():
            if (match := next((each for each in choices if fact.value in (each.value, each.label)), None)) is not None:
                return match
        if any(value.startswith("intent:") for value in values):
            return None
        others = [choice for choice in choices if choice.value != "person"]
        return self._dice.choice(others) if others else None

    def _says_whether_solved(self, answered: Answered, upset: list[str]) -> Doing:
        if answered.reached:
            return self._writes([self._voice.phrase("solved")], "solved")
        return self._writes([*upset, self._voice.phrase("not_solved"), *self._restated()], "not_solved")

    def _rates(self, choices: tuple[Choice, ...]) -> Doing:
        score = max(1, 5 - round(4 * self.feelings.strongest))
        shown = {choice.value for choice in choices}
        press = f"survey:{score}" if f"survey:{score}" in shown else None
        return Doing(press=press, leaves="content", acts=("rate",), pause=self._pause(""))

    # --- feelings: what is said, asked for and left because of them ---

    def _upset(self) -> list[str]:
        """Return what comes out of them before they answer, if anything does: not with every message."""
        felt = self.feelings
        if felt.strongest < SPOKEN or self._replies - self._upset_at < 2 or self._dice.random() < 0.35:
            return []
        self._upset_at = self._replies
        if self.told.says.upset and self._dice.random() < 0.6:
            return [self._voice.one_of(self.told.says.upset)]
        if felt.anger >= felt.worry:
            weary = self._stuck >= 2 and felt.anger < SHOUTED
            return [self._voice.phrase("weary" if weary else "furious" if felt.anger >= SHOUTED else "angry")]
        return [self._voice.phrase("worried")]

    def _wants_person(self, last: AssistantReplied) -> bool:
        temper, goal = self.told.temper, self.told.goal
        offered = last.expects == "person" or any(choice.value == "person" for choice in last.choices)
        if "person" in goal.ends and (
            offered or self._stuck >= 2 or (goal.ends == ("person",) and self._replies >= _HEARS_OUT)
        ):
            return True
        # Nearly everybody says it once more in other words before they ask for somebody else.
        fed_up = self.feelings.strongest >= temper.asks_person_at and (offered or self._stuck >= 2)
        if fed_up or self._asked_person_at is not None:
            return True
        return self._stuck >= temper.patience - 1 and self._dice.random() < 0.5

    def _asks_person(self, last: AssistantReplied) -> Doing:
        if self._asked_person_at is None:
            self._asked_person_at = self._replies
        if any(choice.value == "person" for choice in last.choices) and self._dice.random() < _PRESSES:
            return Doing(press="person", acts=("ask_person",), pause=self._pause(""))
        if last.expects == "person":
            return self._writes([self._voice.phrase("yes")], "yes")
        return self._writes([self._voice.phrase("ask_person")], "ask_person")

    def _had_enough(self) -> Leaving | None:
        temper = self.told.temper
        if self.feelings.anger >= temper.leaves_at:
            return "angry"
        asked = self._asked_person_at
        if asked is not None and self._replies - asked > 2:
            return "angry"
        if self._stuck >= temper.patience or self._replies >= MOST_REPLIES:
            return "angry" if self.feelings.anger >= SHOUTED else "resigned"
        return None

    def _goes(self, leaving: Leaving) -> Doing:
        act = "leaves_angry" if leaving == "angry" else "leaves_resigned"
        # Many go without a word.
        parts = [self._voice.phrase(act)] if self._dice.random() < 0.6 else []
        return self._writes(parts, "leave", leaves=leaving)

    def _end(self, answered: Answered) -> Leaving:
        if answered.held:
            return "to_person"
        return "content" if answered.reached else "cut_off"

    # --- habits ---

    def _drawn(self) -> dict[int, Whim]:
        """Draw which of the habits show this time, and after which reply."""
        habits = self.told.habits
        chances: tuple[tuple[Whim, float], ...] = (
            ("aside", habits.asides),
            ("silent", habits.silent),
            ("ask_person", habits.asks_person),
            ("abuse", habits.abuses),
            ("break_rules", habits.breaks_rules),
        )
        drawn = [whim for whim, chance in chances if self._dice.random() < chance]
        self._dice.shuffle(drawn)
        return {number + 1: whim for number, whim in enumerate(drawn)}

    def _indulges(self, whim: Whim, answered: Answered) -> Doing:
        if whim == "silent":
            # What was asked is still open when they come back.
            return Doing(silent=True, acts=("silent",))
        if whim == "aside":
            self._noticing.expect_another()
            return self._writes([self._voice.one_of(self.told.says.asides)], "aside")
        if whim == "ask_person" and answered.replies:
            return replace(self._asks_person(answered.replies[-1]), acts=("wishes_person",))
        self._noticing.expect_another()
        return self._writes([self._voice.phrase(whim)], whim)

    # --- words ---

    def _put(self, act: str, value: str, title: str) -> str:
        return self._voice.phrase(act, value=value, title=title)

    def _restated(self) -> list[str]:
        return [self._voice.one_of(self.told.says.again)] if self.told.says.again else []

    def _writes(self, parts: list[str], *acts: str, behind: str | None = None, leaves: Leaving | None = None) -> Doing:
        messages = self._voice.written(parts, self._tone()) if parts else ()
        if behind is not None:
            messages = (*messages, behind)
        return Doing(messages=messages, acts=acts, leaves=leaves, pause=self._pause("".join(messages)))

    def _tone(self) -> Tone:
        if self.feelings.strongest < 0.3:
            return "calm"
        return "anger" if self.feelings.anger >= self.feelings.worry else "worry"

    def _pause(self, text: str) -> float:
        """Return the seconds it takes to read and to write, young people faster than old."""
        pace = {"young": 0.15, "middle": 0.25, "senior": 0.5}[self.told.writing.age]
        return round(6 + pace * len(text) + self._dice.random() * 10, 1)

    def _chance(self, habit: Literal["corrects", "interrupts"]) -> bool:
        return self._dice.random() < float(getattr(self.told.habits, habit))
