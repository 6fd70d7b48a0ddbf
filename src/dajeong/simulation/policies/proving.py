"""Plays a story for every empathy policy: one that nothing keeps, or that never gets to speak, fails."""

import time
from collections.abc import AsyncIterator, Collection, Iterator
from dataclasses import dataclass, field

from dajeong.playbook.condition import Condition
from dajeong.playbook.empathy import Policy
from dajeong.playbook.files import read_draft
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Places
from dajeong.playbook.story import Expectation, Story, StoryLine
from dajeong.simulation.playing import Playing
from dajeong.simulation.policies.describing import described, found_nowhere
from dajeong.simulation.policies.samples import said_for
from dajeong.simulation.policies.scripting import scripts
from dajeong.simulation.policies.searching import Found, ways_of, where_it_answers
from dajeong.simulation.policies.situation import ANYTHING, Situation
from dajeong.simulation.policies.wanted import wanted
from dajeong.simulation.stage import Exchange
from dajeong.simulation.stories.outcome import WHY, Broken, Outcome, Spoken, said_until
from dajeong.simulation.stories.theatre import Theatre
from dajeong.simulation.storytelling import tell
from dajeong.simulation.tried import Told

# A story that hangs on what is known is led on at most so many lines, in at most so many ways.
_LONGEST = 6
_MOST_WAYS = 60
DEFAULTS = "default policies"


@dataclass(slots=True)
class _Attempts:
    """The attempt that came nearest: what was broken, and the conversation."""

    broken: tuple[Broken, ...] = ()
    said: tuple[Spoken, ...] = ()
    story: Story | None = None
    plays: int = field(default=0)

    def note(self, story: Story, told: Told, playing: Playing, line: int) -> bool:
        """Keep the attempt if it is the nearest; return whether all is as it must be."""
        self.plays += 1
        broken = [Broken(line=line, what=each.what, expected=each.expected, was=each.was) for each in told.faults]
        if told.stopped is not None:
            broken.append(Broken(line=line, what="line", why=WHY[told.stopped.why]))
        if self.story is None or len(broken) < len(self.broken):
            self.story, self.broken = story, tuple(broken)
            self.said = said_until(playing.exchanges, len(story.lines)) if broken else ()
        return not broken


async def policy_outcomes(theatre: Theatre, kept: Collection[tuple[str, str | None]] = ()) -> AsyncIterator[Outcome]:
    """Yield what comes of the stories of all policies in force. ``kept`` are those that a told story holds to, each with
    the scenario it spoke in.

    A shipped policy to which the others leave nothing is not in force and skipped.
    """
    playbook, places = theatre.design.playbook, read_draft(theatre.files).places
    own = _written(places, playbook)
    for policy in playbook.empathy.policies:
        path, line = own.get(policy.id, (DEFAULTS, 1))
        ways = ways_of(policy)
        found = [where_it_answers(playbook, policy, way) for way in ways]
        nowhere = all(each.situation is None for each in found)
        for way, each in zip(ways, found, strict=True):
            began = time.perf_counter()
            made = Outcome(title=described(policy, way), path=path, line=line, kind="policy")
            if each.situation is not None:
                outcome = await _proved(theatre, policy, each, made)
                hard = bool(outcome.broken) and bool(each.situation.values or each.led_on)
            else:
                outcome = _nowhere(policy, each, made)
                hard = nowhere or bool(each.beyond)
            if hard and _is_told(policy, way, kept):
                outcome = made.model_copy(update={"skipped": "A story in tests/ holds to it."})
            yield outcome.model_copy(update={"seconds": round(time.perf_counter() - began, 3)})


def _is_told(policy: Policy, way: Condition, kept: Collection[tuple[str, str | None]]) -> bool:
    """Whether somebody's own story holds to this policy, in the scenario that is meant."""
    inside = way.holds.get("scenario")
    return any(id_ == policy.id and inside in (None, scenario) for id_, scenario in kept)


def _written(places: Places, playbook: Playbook) -> dict[str, tuple[str, int]]:
    """Where the team's own policies are written. They are tried before the shipped ones."""
    found = {}
    for number, policy in enumerate(playbook.empathy.policies):
        if not places.has("empathy", "policies", number):
            break
        place = places.of("empathy", "policies", number)
        found[policy.id] = (place.file, place.line)
    return found


def _nowhere(policy: Policy, found: Found, outcome: Outcome) -> Outcome:
    why = found_nowhere(policy, found)
    if outcome.path == DEFAULTS and found.shadowed_by:
        return outcome.model_copy(update={"skipped": why})
    return outcome.model_copy(update={"broken": (Broken(line=outcome.line, what="condition", why=why),)})


async def _proved(theatre: Theatre, policy: Policy, found: Found, outcome: Outcome) -> Outcome:
    playbook, situation = theatre.design.playbook, found.situation
    assert situation is not None
    expect, attempts = wanted(policy, playbook), _Attempts()
    for story in scripts(playbook, outcome.title, situation, found.intents, expect):
        if situation.values or found.led_on:
            if await _led_on(theatre, story, expect, situation, outcome.line, attempts):
                return outcome
        else:
            told, playing = await _told(theatre, story)
            if attempts.note(story, told, playing, outcome.line):
                return outcome
    if attempts.story is None:
        why = "No story can be made for it: the matters it is about have no examples, or what it needs cannot be told."
        return outcome.model_copy(update={"broken": (Broken(line=outcome.line, what="story", why=why),)})
    if situation.values or found.led_on:
        names = ", ".join(f"`{name}`" for name in [*sorted(situation.values), *(["scenario"] if found.led_on else [])])
        why = f"No story was found that brings about {names}. Tell one in tests/ that expects `policy: {policy.id}`."
        return outcome.model_copy(
            update={
                "broken": (Broken(line=outcome.line, what="story", why=why), *attempts.broken),
                "said": attempts.said,
            }
        )
    return outcome.model_copy(update={"broken": attempts.broken, "said": attempts.said})


async def _told(theatre: Theatre, story: Story) -> tuple[Told, Playing]:
    async with theatre.playing(story, by_example=True) as playing:
        return await tell(story, playing), playing


async def _led_on(
    theatre: Theatre, story: Story, expect: Expectation, situation: Situation, line: int, attempts: _Attempts
) -> bool:
    """Lead a story on, the shortest ways first, until the policy speaks as it must; return whether it did."""
    waiting = [story]
    plays = 0
    while waiting and plays < _MOST_WAYS:
        story = waiting.pop(0)
        told, playing = await _told(theatre, story)
        plays += 1
        if attempts.note(story, told, playing, line):
            return True
        if told.stopped is None and len(story.lines) < _LONGEST:
            playbook = theatre.design.playbook
            before = tuple(each.model_copy(update={"expect": Expectation()}) for each in story.lines)
            for going_on in _going_on(playbook, playing.exchanges[-1], story.lines[-1], situation):
                # The feeling goes on; what is expected is expected of the last line.
                after = going_on.model_copy(update={"expect": expect})
                waiting.append(story.model_copy(update={"lines": (*before, after)}))
    return False


def _going_on(playbook: Playbook, exchange: Exchange, last: StoryLine, situation: Situation) -> Iterator[StoryLine]:
    c, felt = exchange.conversation, situation.felt
    step = playbook.scenarios[c.frame.scenario].by_id.get(c.frame.step) if c.frame and c.frame.step else None
    slot = playbook.slots.get(getattr(step, "slot", None) or "")
    if slot is not None and c.last_reply is not None and c.last_reply.expects == "slot":
        value = situation.values.get(slot.name, ANYTHING)
        said = said_for(slot, playbook) if value == ANYTHING else str(value)
        yield StoryLine(customer=said, felt=felt)
    for choice in c.last_reply.choices if c.last_reply is not None else ():
        if ":" not in choice.value and choice.value != "person":
            yield StoryLine(press=choice.value)
    if last.customer is None:
        matter = c.frame.intent if c.frame is not None else None
        examples = playbook.intents[matter].examples if matter in playbook.intents else ()
        yield from (StoryLine(customer=each, felt=felt) for each in examples[:1])
