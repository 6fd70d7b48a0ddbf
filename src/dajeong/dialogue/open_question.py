"""The question that is open: what answers it, what corrects an earlier answer, and what breaks it off."""

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.conversation.events import MessageTaken, TakenAs
from dajeong.conversation.reading import Reading
from dajeong.dialogue.answers import asks_back, is_same, means_instead, says_more, value_for
from dajeong.dialogue.choice import option_of
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Ask, Branch, CallAction, Choose, End, Go, HandOff

# An intent surer than this is a matter of its own, even in an answer.
SURE = 0.55
_WHEN = ("date", "date_range", "time", "time_range")
_CORRECTED = ("pattern", "phone", "email", "address", "amount", *_WHEN)
# A yes or no with more letters than this says something else besides.
LONGEST_BARE = 14


def waiting_step(c: Conversation, playbook: Playbook) -> Ask | Choose | None:
    """Return the step whose question is open, if any."""
    frame = c.frame
    if frame is None or frame.step is None or not frame.asked:
        return None
    step = playbook.scenarios[frame.scenario].by_id.get(frame.step)
    return step if isinstance(step, (Ask, Choose)) else None


def answer_to_step(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """An answer to the open question, or a correction of an earlier one."""
    step = waiting_step(c, playbook)
    answered = _answered(c, playbook, step, heard, reading) if step is not None else None
    # What fits the question that was asked is its answer, unless it is said to correct something or would fit anything.
    if answered is not None and "correct" not in reading.wishes and not _takes_any_words(playbook, step):
        return answered
    asked = step.slot if isinstance(step, Ask) else None
    if (corrected := _correction(c, playbook, heard, reading, asked)) is not None:
        return corrected
    if step is None or answered is not None:
        return answered
    if reading.speech_act == "cancel":
        return MessageTaken(message=heard.message, taken_as="cancel")
    last = c.last_reply
    if last is not None and last.offers_person and reading.speech_act in ("yes", "no") and is_bare(heard):
        taken_as: TakenAs = "person" if reading.speech_act == "yes" else "person_declined"
        return MessageTaken(message=heard.message, taken_as=taken_as)
    return None


def _answered(
    c: Conversation, playbook: Playbook, step: Ask | Choose, heard: Heard, reading: Reading
) -> MessageTaken | None:
    """The answer the message gives to the question of ``step``, if it gives one."""
    slot = playbook.slots[step.slot] if isinstance(step, Ask) else None
    options = slot.options if slot is not None else step.options if isinstance(step, Choose) else ()
    option = option_of(heard, options) if options else None
    if option is not None:
        # A question about what would be done at once does it no harm to wait; elsewhere the next step asks again anyway.
        if heard.choice is None and asks_back(heard, options) and _acts_at_once(c, playbook, step, option.then):
            return None
        # The words of an option name what it does, not a further matter.
        others = _named_anew(c, playbook, reading) if heard.choice is None and says_more(heard, option) else ()
        taken_as: TakenAs = "answer" if slot is not None else "choice"
        detail = slot.name if slot is not None else step.id
        return MessageTaken(message=heard.message, taken_as=taken_as, detail=detail, value=option.value, besides=others)
    if slot is None or not isinstance(step, Ask) or _breaks_off(c, playbook, step, reading):
        return None
    if (value := value_for(slot, heard)) is None:
        return None
    alone = heard.choice is not None or (slot.type == "yes_no" and not says_more(heard, None))
    others = () if alone else _named_anew(c, playbook, reading)
    return MessageTaken(message=heard.message, taken_as="answer", detail=slot.name, value=value, besides=others)


def _acts_at_once(c: Conversation, playbook: Playbook, step: Ask | Choose, then: str | None) -> bool:
    """Whether choosing leads to something being done, or to a person, before the customer is asked again."""
    assert c.frame is not None
    scenario = playbook.scenarios[c.frame.scenario]
    ahead, seen = [then or scenario.after(step)], set[str]()
    while ahead:
        at = scenario.by_id.get(ahead.pop() or "")
        if at is None or at.id in seen or isinstance(at, (Ask, Choose, Go, End)):
            continue
        seen.add(at.id)
        action = playbook.actions.get(at.action) if isinstance(at, CallAction) else None
        # A person further on is only the way out should something fail.
        if (isinstance(at, HandOff) and len(seen) == 1) or (action is not None and action.changes_something):
            return True
        ahead += [way.then for way in at.ways] if isinstance(at, Branch) else [scenario.after(at)]
    return False


def _takes_any_words(playbook: Playbook, step: Ask | Choose | None) -> bool:
    return isinstance(step, Ask) and playbook.slots[step.slot].type in ("text", "name")


def is_bare(heard: Heard) -> bool:
    """Whether a yes or no says nothing else: "네 그럼 더 기다려 볼게요" is no yes to a person."""
    return len(heard.text) <= LONGEST_BARE


def _breaks_off(c: Conversation, playbook: Playbook, step: Ask, reading: Reading) -> bool:
    """Whether words that would pass as free text are really a new matter or a wish to stop."""
    if playbook.slots[step.slot].type not in ("text", "name", "address"):
        return False
    if reading.speech_act == "cancel" or "wait" in reading.wishes:
        return True
    return bool(reading.confidence >= SURE and named_besides(c, playbook, reading))


def _correction(
    c: Conversation, playbook: Playbook, heard: Heard, reading: Reading, asked: str | None
) -> MessageTaken | None:
    """A value that differs from what we knew, said as a correction or without naming another matter."""
    if "correct" not in reading.wishes and named_besides(c, playbook, reading):
        return None
    said = "correct" in reading.wishes or means_instead(heard)
    # Where something else was asked, a bare date is meant for the date we have.
    bare = asked is None and waiting_step(c, playbook) is not None and is_bare(heard)
    for name, known in c.slots.items():
        slot = playbook.slots.get(name)
        if slot is None or name == asked or slot.type not in _CORRECTED:
            continue
        value = value_for(slot, heard, asked=False)
        meant = said or slot.type == "pattern" or (bare and slot.type in _WHEN)
        if value is not None and meant and not is_same(value, known):
            return MessageTaken(message=heard.message, taken_as="correction", detail=name, value=value)
    return None


def named_besides(c: Conversation, playbook: Playbook, reading: Reading) -> tuple[str, ...]:
    """Return the matters this message names that are not the one at hand."""
    at_hand = c.frame.scenario if c.frame else None
    named = [reading.intent] if reading.intent and reading.confidence >= SURE else []
    return tuple(intent for intent in (*named, *reading.also) if playbook.scenario_of.get(intent, at_hand) != at_hand)


def _named_anew(c: Conversation, playbook: Playbook, reading: Reading) -> tuple[str, ...]:
    """Return the matters named that are not under way already: what lies below is come back to by itself."""
    open_ones = {frame.scenario for frame in c.frames}
    return tuple(
        intent for intent in named_besides(c, playbook, reading) if playbook.scenario_of.get(intent) not in open_ones
    )
