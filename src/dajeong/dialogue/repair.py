"""Conversation repair: what a message that is no plain answer leads to. Ordinary behaviour, not an exception."""

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import (
    HandoffRequested,
    MessageTaken,
    ScenarioEntered,
    ScenarioLeft,
    SlotEmptied,
    SlotFilled,
    StepReached,
    SurveyAnswered,
)
from dajeong.conversation.reply import Choice
from dajeong.dialogue.answers import denies, means_instead
from dajeong.dialogue.decision import Decision, Record
from dajeong.dialogue.handoff import packet
from dajeong.dialogue.hearing import NO_MATTER
from dajeong.dialogue.reply import line_reply, told
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Choose

CHOICES_SHOWN = 5
DEEPEST = 3
# So many letters beside a number say what it is about: "주문번호는 ...이에요" has fewer.
TELLS = 9


def settle(c: Conversation, playbook: Playbook, taken: MessageTaken) -> Decision | None:
    """Return what follows from how the message was taken, or None when the designed way simply goes on."""
    match taken.taken_as:
        case "danger" | "person":
            return _to_a_person(c, playbook, taken)
        case "matter" | "clarified":
            return _enter(c, playbook, taken)
        case "answer":
            return Record(SlotFilled(slot=taken.detail, value=taken.value, message=taken.message))
        case "choice":
            return _choose(c, playbook, taken)
        case "correction":
            return Record(SlotFilled(slot=taken.detail, value=taken.value, message=taken.message, corrected=True))
        case "same_matter":
            return _return_to(c, playbook, taken.detail)
        case "cancel":
            return _cancel(c, playbook)
        case "restart":
            return _restart(c, playbook)
        case "repeat":
            return _repeat(c, playbook)
        case "unclear_matter":
            return _clarify(c, playbook, taken.detail.split())
        case "not_understood":
            return _not_understood(c, playbook)
        case "vented":
            return _vented(c, playbook)
        case "survey":
            return Record(SurveyAnswered(score=int(taken.value), message=taken.message))
        case "solved":
            return _solved(c, playbook)
    return None


def _to_a_person(c: Conversation, playbook: Playbook, taken: MessageTaken) -> Decision:
    if taken.taken_as == "danger" and c.frame is not None:
        return Record(ScenarioLeft(scenario=c.frame.scenario, matter=c.frame.matter, outcome="handed_off"))
    if taken.taken_as == "danger":
        return Record(HandoffRequested(reason="danger", packet=packet(c, playbook)))
    offered = c.last_reply is not None and c.last_reply.offers_person
    return Record(HandoffRequested(reason="offered" if offered else "asked", packet=packet(c, playbook)))


def _enter(c: Conversation, playbook: Playbook, taken: MessageTaken) -> Decision | None:
    intent = taken.detail
    scenario = playbook.scenario_of.get(intent)
    if scenario is None:
        return None
    if c.frame is not None and c.frame.asked and playbook.scenarios[c.frame.scenario].direct:
        # Who asks the next question does not wait to be asked whether the last answer helped.
        return Record(ScenarioLeft(scenario=c.frame.scenario, matter=c.frame.matter, outcome="left"))
    said = next((each for each in c.unanswered if each.message == taken.message), None)
    asks_only = playbook.scenarios[scenario].direct
    if c.frame is not None and said is not None and (denies(said) if asks_only else means_instead(said)):
        return Record(ScenarioLeft(scenario=c.frame.scenario, matter=c.frame.matter, outcome="left"))
    # Deeper than a person can follow, the newest interruption takes the place of the one before it.
    comes_back = len(c.frames) < DEEPEST
    return Record(ScenarioEntered(scenario=scenario, matter=new_matter(c), intent=intent, comes_back=comes_back))


def new_matter(c: Conversation) -> str:
    """Return the id of the next matter of this conversation."""
    return f"m{len(c.matters) + 1}"


def _choose(c: Conversation, playbook: Playbook, taken: MessageTaken) -> Decision | None:
    frame = c.frame
    step = playbook.scenarios[frame.scenario].by_id.get(taken.detail) if frame else None
    if frame is None or not isinstance(step, Choose):
        return None
    if step.slot is not None and not (c.slots.get(step.slot) == taken.value and step.slot in frame.known):
        return Record(SlotFilled(slot=step.slot, value=taken.value, message=taken.message))
    option = next(each for each in step.options if each.value == taken.value)
    target = option.then or playbook.scenarios[frame.scenario].after(step)
    if target is None:
        return Record(ScenarioLeft(scenario=frame.scenario, matter=frame.matter, outcome="done"))
    return Record(StepReached(scenario=frame.scenario, step=target))


def _return_to(c: Conversation, playbook: Playbook, intent: str) -> Decision | None:
    """The customer is back at a matter that lies below another one: what lies above is left without a word."""
    scenario = playbook.scenario_of.get(intent)
    frame = c.frame
    if frame is not None and frame.scenario != scenario and any(each.scenario == scenario for each in c.frames):
        return Record(ScenarioLeft(scenario=frame.scenario, matter=frame.matter, outcome="left"))
    return None


def _cancel(c: Conversation, playbook: Playbook) -> Decision:
    if c.frame is not None:
        return Record(ScenarioLeft(scenario=c.frame.scenario, matter=c.frame.matter, outcome="cancelled"))
    return line_reply(c, playbook, "goodbye", "goodbye")


def _restart(c: Conversation, playbook: Playbook) -> Decision:
    if c.frame is not None:
        return Record(ScenarioLeft(scenario=c.frame.scenario, matter=c.frame.matter, outcome="restarted"))
    for slot in c.slots:
        return Record(SlotEmptied(slot=slot))
    return line_reply(c, playbook, "restart", "restart")


def _repeat(c: Conversation, playbook: Playbook) -> Decision:
    last = next((reply for reply in reversed(c.replies) if reply.purpose not in ("notice", "repeat", "silence")), None)
    if last is None:
        return line_reply(c, playbook, "nothing_to_repeat", "repeat")
    return line_reply(
        c,
        playbook,
        "repeat",
        "repeat",
        verbatim=last.text,
        choices=last.choices,
        expects=last.expects,
        offers_person=last.offers_person,
    )


def _clarify(c: Conversation, playbook: Playbook, intents: list[str]) -> Decision:
    """Ask which of two matters is meant, or whether it is the one."""
    titles = [playbook.intents[name].title for name in intents]
    values = [f"intent:{name}" for name in intents]
    line, labels = "clarify", titles
    if len(intents) == 1:
        line, labels = "guess", [playbook.lines[f"{answer}_button"].first[0] for answer in ("yes", "no")]
        values.append(NO_MATTER)
    return line_reply(
        c,
        playbook,
        line,
        "clarify",
        move="clarify",
        bindings=dict(zip(("one", "other"), titles, strict=False)),
        choices=tuple(Choice(label=label, value=value) for label, value in zip(labels, values, strict=True)),
        expects="clarify",
    )


def _not_understood(c: Conversation, playbook: Playbook) -> Decision:
    """The ladder: ask for other words, show choices, offer a person."""
    rung = min(c.not_understood_in_a_row, 3)
    if rung == 2:
        return line_reply(
            c,
            playbook,
            "not_understood",
            "not_understood",
            move="clarify",
            times_before=1,
            choices=_main_choices(playbook),
            expects="clarify",
        )
    if rung == 3:
        return line_reply(
            c, playbook, "not_understood", "not_understood", move="offer_person", times_before=2, expects="person"
        )
    return line_reply(c, playbook, "not_understood", "not_understood", move="clarify", times_before=0)


def _vented(c: Conversation, playbook: Playbook) -> Decision:
    """Ask what is amiss; who goes on sighing is asked whether they would rather tell it to a person."""
    if not c.spoken.get("line.vented"):
        return line_reply(c, playbook, "vented", "clarify", move="clarify")
    return line_reply(c, playbook, "vented", "clarify", move="offer_person", expects="person", offers_person=True)


def note(c: Conversation, playbook: Playbook, taken: MessageTaken) -> Decision:
    """Say that what was given unasked is kept, and ask what it is for; a question between two stays that question."""
    last = c.last_reply
    if last is not None and last.purpose == "clarify" and {"line.clarify", "line.guess"} & set(last.spoke):
        return _clarify(c, playbook, [each.value.partition(":")[2] for each in last.choices if ":" in each.value])
    said = next((each.text for each in c.unanswered if each.message == taken.message), "")
    line = "noted_unclear" if _tells_more(said, taken.value, playbook.slots[taken.detail].title) else "noted"
    return line_reply(
        c,
        playbook,
        line,
        "clarify",
        move="clarify",
        bindings=told(playbook.slots[taken.detail], taken.value),
        choices=_main_choices(playbook),
        expects="clarify",
    )


def _tells_more(text: str, value: str, title: str) -> bool:
    """Whether the number came with words of its own: who told us what it is about is not asked as if they had not."""
    rest = text.replace(value, "").replace(title, "")
    return sum(letter.isalpha() for letter in rest) >= TELLS


def _main_choices(playbook: Playbook) -> tuple[Choice, ...]:
    """Return what the team named as its main matters, or else those with a scenario of their own as they were written."""
    own = (scenario.intents[0] for scenario in playbook.scenarios.values() if scenario.intents and not scenario.direct)
    shown = [name for name in playbook.main or own if name in playbook.intents]
    return tuple(Choice(label=playbook.intents[name].title, value=f"intent:{name}") for name in shown[:CHOICES_SHOWN])


def _solved(c: Conversation, playbook: Playbook) -> Decision | None:
    """Solved and nothing open: the one question at the end."""
    if c.frames or not playbook.survey or c.survey_score is not None or not c.matters:
        return None
    if any(reply.purpose == "survey" for reply in c.replies):
        return None
    return line_reply(c, playbook, "survey", "survey", move="check", expects="survey")
