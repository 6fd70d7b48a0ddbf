"""Plays rehearsed conversations in one process: loads the playbook and the reader once, and any conversation by its number."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from random import Random

from dajeong.conversation.events import AssistantReplied, CustomerWrote, StepReached
from dajeong.conversation.frozen import Frozen
from dajeong.playbook import load_playbook
from dajeong.playbook.folder import without_trials
from dajeong.playbook.review import review
from dajeong.runtime.design import PlaybookUnusable, build_design
from dajeong.simulation.as_if import AsIfFelt
from dajeong.simulation.customers import AgendaCustomer, Knowledge, MadeUpCustomer, read_customers, ways_of
from dajeong.simulation.customers.temper import Feelings
from dajeong.simulation.inline import Inline
from dajeong.simulation.rehearsal.goal import GoalWatch
from dajeong.simulation.rehearsal.performance import Performance, perform
from dajeong.simulation.rehearsal.remembered import RememberedEncoder, RememberedScanner
from dajeong.simulation.rehearsal.result import Result, Said
from dajeong.simulation.rehearsal.verdicts import Seen, verdicts
from dajeong.simulation.stage import Stage
from dajeong.simulation.staging import MakeRuntime, set_stage
from dajeong.trust import standard_scanner
from dajeong.understanding import TrainedReader

# A Monday at ten in the morning in Korea: every rehearsal is of the same day, so that it can be played again.
OPENING_DAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
# As many of a playbook's errors are told when it cannot be played.
_SHOWN = 10


class Programme(Frozen):
    """What is rehearsed: the playbook's files with its customers, how many conversations, and the seed of all chance."""

    files: dict[str, str]
    customers: int
    seed: int


class Troupe:
    """One process's players. The same number of the same programme is always the same conversation."""

    def __init__(self, programme: Programme, reader: TrainedReader, make: MakeRuntime) -> None:
        own = without_trials(programme.files)
        self._files = own
        self._design = build_design(own, reader.encoder)
        self._reader = reader if reader.encoder is None else reader.hearing_through(RememberedEncoder(reader.encoder))
        self._scanner = RememberedScanner(standard_scanner())
        self._make = make
        self.cast = casting(read_customers(programme.files, self._design.playbook), programme)
        playbook = self._design.playbook
        self._titles = {name: slot.title for name, slot in playbook.slots.items()}
        self._loop = asyncio.new_event_loop()

    def close(self) -> None:
        """Let go of the event loop."""
        self._loop.close()

    def play(self, number: int) -> Result:
        """Play one conversation, from 0, and return what came of it."""
        customer, seed = self.cast[number]
        return self._loop.run_until_complete(self._play(number, customer, seed))

    async def _play(self, number: int, told: MadeUpCustomer, seed: int) -> Result:
        playbook = self._design.playbook
        language = told.language or playbook.language
        scenario = playbook.scenario_of.get(told.goal.intent)
        ways = ways_of(scenario, playbook) if scenario is not None else frozenset[str]()
        dice = Random(seed)
        customer = AgendaCustomer(told, Knowledge(ways, self._titles), language, dice)
        stage = set_stage(
            self._make,
            self._design,
            self._files,
            ear=AsIfFelt(self._reader),
            start=OPENING_DAY,
            threads=Inline(),
            systems=told.world,
            scanner=self._scanner,
        )
        played = await perform(stage, "rehearsal", customer, GoalWatch(told.goal, ways), playbook, language)
        seen = Seen(played, told, playbook, language)
        result = _result(number, seed, seen, customer.feelings, stage)
        # Nobody real wrote this: whoever reads it, or makes a story of it, needs what was said.
        intake = stage.runtime.intake
        own = [line.model_copy(update={"text": await intake.resolve("rehearsal", line.text)}) for line in result.lines]
        return result.model_copy(update={"lines": tuple(own)})


def casting(customers: Sequence[MadeUpCustomer], programme: Programme) -> list[tuple[MadeUpCustomer, int]]:
    """Return who plays in which conversation, with a seed for each: everybody as often as their weight says.

    The first conversations are not the first customers: any stretch of the list is a fair sample of all.
    """
    dice = Random(programme.seed)
    total = sum(each.weight for each in customers)
    # Systematic sampling: everybody gets the whole part of their share, and chance decides about the rest.
    start, seats, reached = dice.random(), list[MadeUpCustomer](), 0.0
    for each in customers:
        reached += each.weight / total * programme.customers
        while len(seats) + start < reached and len(seats) < programme.customers:
            seats.append(each)
    seats += [customers[-1]] * (programme.customers - len(seats))
    dice.shuffle(seats)
    return [(each, dice.getrandbits(48)) for each in seats]


def playable(files: Mapping[str, str]) -> None:
    """Raise what keeps a rehearsal from beginning: PlaybookUnusable, BadCustomers, NoCustomers."""
    own = without_trials(files)
    playbook = load_playbook(own).playbook
    errors = [each for each in review(own) if each.severity == "error"]
    if playbook is None or errors:
        shown = "\n".join(f"{each.file}:{each.line}: {each.message} {each.fix}" for each in errors[:_SHOWN])
        raise PlaybookUnusable(
            f"The playbook has errors and cannot be rehearsed; `dajeong check` lists them all.\n{shown}"
        )
    read_customers(files, playbook)


def _result(number: int, seed: int, seen: Seen, ended: Feelings, stage: Stage) -> Result:
    played, c = seen.played, seen.played.conversation
    first = next((each.reading for each in c.heard if each.reading is not None), None)
    steps = tuple(
        f"{each.event.scenario}.{each.event.step}" for each in played.events if isinstance(each.event, StepReached)
    )
    return Result(
        number=number,
        customer=seen.customer.id,
        seed=seed,
        leaving=played.leaving,
        turns=sum(bool(turn.doing.messages or turn.doing.press) for turn in played.turns),
        seconds=round((stage.clock.now - OPENING_DAY).total_seconds(), 1),
        began=seen.customer.feels,
        ended=ended,
        mood_began=first.emotion.valence if first is not None else 0.0,
        mood_ended=c.mood.level,
        reached=bool(played.turns) and played.turns[-1].reached,
        steps=steps,
        stood_at=_stood_at(played),
        events=len(played.events),
        verdicts=verdicts(seen),
        lines=_lines(played),
    )


def _stood_at(played: Performance) -> str | None:
    """Return the step whose words the customer heard last before they went."""
    spoke = [
        step
        for turn in (played.turns[:-1] or played.turns)
        for reply in turn.exchange.replies
        for step in reply.spoke
        if not step.startswith("line.")
    ]
    return spoke[-1] if spoke else None


def _lines(played: Performance) -> tuple[Said, ...]:
    lines: list[Said] = []
    readings = {each.message: each.reading for each in played.conversation.heard}
    nobody: tuple[str, ...] = ()
    parts = [(played.opening.events, nobody, played.turns[0].feelings if played.turns else Feelings(), False)]
    parts += [(turn.exchange.events, turn.doing.acts, turn.feelings, turn.doing.silent) for turn in played.turns]
    for events, acts, felt, silent in parts:
        for each in events:
            at = round((each.at - OPENING_DAY).total_seconds(), 1)
            common = {"version": each.version, "at": at, "anger": round(felt.anger, 3), "worry": round(felt.worry, 3)}
            match each.event:
                case CustomerWrote() as wrote:
                    reading = readings.get(wrote.message)
                    emotion = reading.emotion.dominant if reading is not None else None
                    lines.append(
                        Said(by="customer", text=wrote.text, acts=acts, choice=wrote.choice, emotion=emotion, **common)
                    )
                case AssistantReplied() as reply:
                    lines.append(
                        Said(
                            by="assistant",
                            text=reply.text,
                            moves=reply.moves,
                            policy=reply.policy,
                            purpose=reply.purpose,
                            spoke=reply.spoke,
                            waited=silent,
                            **common,
                        )
                    )
                    silent = False
                case _:
                    pass
    return tuple(lines)
