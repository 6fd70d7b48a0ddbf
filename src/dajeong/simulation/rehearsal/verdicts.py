"""What can be said of a rehearsed conversation: passed, failed or unsure, with the reason and the event it hangs on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dajeong.conversation import Recorded
from dajeong.conversation.events import (
    ActionReturned,
    AssistantReplied,
    CustomerWrote,
    HandoffRequested,
    MessageUnderstood,
)
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Language
from dajeong.language import promises_in, review_words
from dajeong.playbook import Playbook
from dajeong.playbook.slot import PERSONAL
from dajeong.simulation.customers.customer import MadeUpCustomer
from dajeong.simulation.customers.temper import SOUR, WANTS_MEETING
from dajeong.simulation.rehearsal.performance import Performance
from dajeong.simulation.rehearsal.result import Verdict, VerdictName

# A matter in more messages than this was long, and in more than that too long.
LONG, TOO_LONG = 10, 14
# The reading of a mood swings this much without meaning anything (valence, -1 to 1).
SWINGS = 0.2
# Who asks for a person must be offered one within as many of their own messages.
TURNS_TO_PERSON = 2
_LEVELS = ("mixed_levels", "wrong_level", "banmal")
# Sympathy in words; facts may calm somebody too, but they do not show that they were heard.
_MEETS: frozenset[Move] = frozenset(("acknowledge", "apologise", "own", "reassure", "validate"))
_HURT = ("against", "worried")


@dataclass(frozen=True, slots=True)
class Seen:
    """All a verdict looks at."""

    played: Performance
    customer: MadeUpCustomer
    playbook: Playbook
    language: Language

    @property
    def replies(self) -> Iterator[tuple[int, AssistantReplied]]:
        """Our replies with their versions."""
        return ((each.version, each.event) for each in self.played.events if isinstance(each.event, AssistantReplied))


def verdicts(seen: Seen) -> tuple[Verdict, ...]:
    """Return every verdict on one conversation, in the order of `VerdictName`."""
    return tuple(judge(seen) for judge in _JUDGES.values())


def _passed(name: VerdictName, why: str = "fine") -> Verdict:
    return Verdict(name=name, judged="passed", why=why)


def _failed(name: VerdictName, why: str, event: int | None = None, detail: str = "") -> Verdict:
    return Verdict(name=name, judged="failed", why=why, event=event, detail=detail)


def _unsure(name: VerdictName, why: str, event: int | None = None) -> Verdict:
    return Verdict(name=name, judged="unsure", why=why, event=event)


def _goal(seen: Seen) -> Verdict:
    turns = seen.played.turns
    reached = next((turn for turn in turns if turn.reached), None)
    if reached is not None:
        return Verdict(name="goal_reached", judged="passed", why="reached", event=_last_event(reached.exchange.events))
    handed = _handoffs(seen)
    if handed and any("wishes_person" in turn.doing.acts for turn in turns):
        return Verdict(name="goal_reached", judged="passed", why="wished_person", event=handed[0])
    if handed:
        return _failed("goal_reached", "passed_on", handed[0])
    return _failed("goal_reached", f"left_{seen.played.leaving}", _last_event(seen.played.events))


def _turns(seen: Seen) -> Verdict:
    messages = [turn for turn in seen.played.turns if turn.doing.messages or turn.doing.press]
    if len(messages) <= LONG:
        return _passed("turns_taken")
    event = messages[LONG].since + 1
    if len(messages) <= TOO_LONG:
        return _unsure("turns_taken", "long", event)
    return _failed("turns_taken", "too_long", event, str(len(messages)))


def _mood(seen: Seen) -> Verdict:
    heard = [each for each in seen.played.conversation.heard if each.reading is not None]
    if len(heard) < 2 or heard[0].reading is None:
        return _unsure("mood_end", "too_short")
    mood = seen.played.conversation.mood
    fell = heard[0].reading.emotion.valence - mood.level
    if fell <= SWINGS or mood.group not in ("against", "worried"):
        return _passed("mood_end")
    if not mood.sure:
        return _unsure("mood_end", "reading_unsure")
    return _failed("mood_end", "worse", _last_event(seen.played.events), f"{mood.level:+.2f}")


def _anger(seen: Seen) -> Verdict:
    last = seen.played.turns[-1] if seen.played.turns else None
    if last is None:
        return _passed("left_in_anger")
    sour = seen.played.leaving in ("resigned", "cut_off") and last.feelings.anger >= SOUR
    if seen.played.leaving == "angry" or sour:
        return _failed("left_in_anger", "left_angry" if not sour else "left_sour", _reply_before(seen))
    return _passed("left_in_anger")


def _asked_twice(seen: Seen) -> Verdict:
    for before, turn in zip(seen.played.turns, seen.played.turns[1:], strict=False):
        if "tell_again" in turn.doing.acts:
            return _failed("asked_twice", "asked_again", _last_reply(before.exchange.events))
    return _passed("asked_twice")


def _promised(seen: Seen) -> Verdict:
    entitled: set[str] = set()
    doubtful: int | None = None
    for each in seen.played.events:
        if isinstance(each.event, ActionReturned) and each.event.problem is None:
            action = seen.playbook.actions.get(each.event.action)
            entitled |= set(action.may_promise) if action is not None else set()
        elif isinstance(each.event, AssistantReplied):
            for promise in promises_in(each.event.text, seen.language):
                if promise.kind != "outcome" or promise.matter in entitled:
                    continue
                if promise.matter != "other":
                    return _failed("promised_without_action", "nothing_done", each.version, promise.matter)
                doubtful = doubtful or each.version
    if doubtful is not None:
        return _unsure("promised_without_action", "unclear_promise", doubtful)
    return _passed("promised_without_action")


def _forbidden(seen: Seen) -> Verdict:
    for version, reply in seen.replies:
        policy = seen.playbook.empathy.policy(reply.policy) if reply.policy else None
        wrong = [move for move in reply.moves if policy is not None and move in policy.forbidden]
        if wrong:
            return _failed("forbidden_move", "forbidden", version, wrong[0])
    return _passed("forbidden_move")


def _language(seen: Seen) -> Verdict:
    for version, reply in seen.replies:
        if len(_letters(reply.text)) >= 8 and (_korean(reply.text) >= 0.3) != (seen.language == "ko"):
            return _failed("language", "other_language", version)
    return _passed("language")


def _speech_level(seen: Seen) -> Verdict:
    if seen.language != "ko":
        return _passed("speech_level")
    for version, reply in seen.replies:
        found = review_words(reply.text, language="ko", level=seen.playbook.persona.speech_level)
        wrong = [finding.rule for finding in found if finding.rule in _LEVELS]
        if wrong:
            return _failed("speech_level", wrong[0], version)
    return _passed("speech_level")


def _echoed(seen: Seen) -> Verdict:
    slots = seen.playbook.slots
    values = [
        value
        for name, fact in seen.customer.facts.items()
        if name in slots and slots[name].type in PERSONAL
        for value in (fact.value, fact.first)
        if value
    ]
    # In the log a token stands for what the customer wrote; on their screen it is that again.
    wrote = (each.event for each in seen.played.events if isinstance(each.event, CustomerWrote))
    values += [fact.token for message in wrote for fact in message.tokens]
    for version, reply in seen.replies:
        if any(value in reply.text for value in values):
            return _failed("personal_data_echoed", "echoed", version)
    return _passed("personal_data_echoed")


def _passed_over(seen: Seen) -> Verdict:
    """Whether the first strong feeling that could be read was met by words; after that, sympathy would be an echo."""
    felt = [turn for turn in seen.played.turns if turn.doing.messages and turn.feelings.strongest >= WANTS_MEETING]
    for turn in felt:
        events = turn.exchange.events
        readings = [each.event.reading for each in events if isinstance(each.event, MessageUnderstood)]
        if not any(reading.emotion.group in _HURT for reading in readings):
            continue
        if any(move in _MEETS for reply in turn.exchange.replies for move in reply.moves):
            return _passed("feeling_passed_over", "met")
        return _failed("feeling_passed_over", "passed_over", _last_reply(events))
    return _unsure("feeling_passed_over", "not_read") if felt else _passed("feeling_passed_over", "nothing_strong")


def _refused(seen: Seen) -> Verdict:
    """Whether words of the design could not be sent, so that something safer was said instead."""
    for version, reply in seen.replies:
        if reply.refused:
            return _failed("words_refused", "refused", version, reply.refused[0].rule)
    return _passed("words_refused")


def _person(seen: Seen) -> Verdict:
    """Whoever asks for a person is passed on, or offered it, within two messages."""
    asked: int | None = None
    for number, turn in enumerate(seen.played.turns):
        if asked is None and {"ask_person", "wishes_person"} & set(turn.doing.acts):
            asked = number
        if asked is None:
            continue
        way = any(isinstance(each.event, HandoffRequested) for each in turn.exchange.events)
        if way or any(reply.offers_person for reply in turn.exchange.replies):
            return _passed("way_to_person", "found_person")
        if number - asked >= TURNS_TO_PERSON - 1:
            return _failed("way_to_person", "no_person", _last_reply(turn.exchange.events))
    if asked is not None:
        return _unsure("way_to_person", "left_before")
    return _passed("way_to_person", "not_asked")


def _unbroken(seen: Seen) -> Verdict:
    if seen.played.broke is None:
        return _passed("unbroken")
    return _failed("unbroken", "broke", _last_event(seen.played.events), seen.played.broke)


_JUDGES: Mapping[VerdictName, Callable[[Seen], Verdict]] = {
    "goal_reached": _goal,
    "turns_taken": _turns,
    "mood_end": _mood,
    "left_in_anger": _anger,
    "asked_twice": _asked_twice,
    "promised_without_action": _promised,
    "forbidden_move": _forbidden,
    "language": _language,
    "speech_level": _speech_level,
    "personal_data_echoed": _echoed,
    "way_to_person": _person,
    "unbroken": _unbroken,
    "feeling_passed_over": _passed_over,
    "words_refused": _refused,
}


def _handoffs(seen: Seen) -> list[int]:
    return [each.version for each in seen.played.events if isinstance(each.event, HandoffRequested)]


def _last_event(events: tuple[Recorded, ...] | list[Recorded]) -> int | None:
    return events[-1].version if events else None


def _last_reply(events: tuple[Recorded, ...]) -> int | None:
    found = [each.version for each in events if isinstance(each.event, AssistantReplied)]
    return found[-1] if found else None


def _reply_before(seen: Seen) -> int | None:
    """Return the reply that was the last straw: the newest the customer heard."""
    heard = seen.played.turns[:-1] or seen.played.turns
    return next((found for turn in reversed(heard) if (found := _last_reply(turn.exchange.events))), None)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _korean(text: str) -> float:
    letters = _letters(text)
    return sum("가" <= letter <= "힣" for letter in letters) / max(1, len(letters))
