"""Plays a conversation with `decide` alone: readings are given, actions answer from a table, nothing runs."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from dajeong.conversation import Conversation, Event, Recorded, after, fold
from dajeong.conversation.events import (
    ActionCalled,
    ActionReturned,
    AssistantReplied,
    ConversationStarted,
    CustomerWrote,
    HandoffRequested,
    MessageTaken,
    MessageUnderstood,
    TeammateWrote,
    TimePassed,
)
from dajeong.conversation.reading import GROUP_OF, Emotion, EmotionReading, Entity, Reading, RunnerUp
from dajeong.dialogue import Call, Decision, Read, Record, Say, Wait, decide
from dajeong.dialogue.choice import pressed_button
from dajeong.playbook import Playbook
from dajeong.playbook.plan import Plan
from tests.dialogue.shop import shop

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
MOST_DECISIONS = 120
ARRIVES = {"found": True, "status": "on_the_way", "item": "머그컵", "arrives": "2026-11-25"}
WORKS: Mapping[str, Any] = {
    "find_order": ARRIVES,
    "request_refund": {"done": True, "receipt": "R-7"},
    "call_back": {"done": True},
}
_VALENCE = {"against": -0.7, "worried": -0.5, "content": 0.7, "other": 0.0}


def felt(emotion: Emotion, strength: float = 0.7) -> EmotionReading:
    """A sure feeling."""
    group = GROUP_OF[emotion]
    return EmotionReading(
        dominant=emotion, group=group, strength=strength, valence=_VALENCE[group] * strength / 0.7, sure=True
    )


def read(
    intent: str | None = None,
    *,
    emotion: Emotion = "neutral",
    strength: float = 0.7,
    order: str | None = None,
    close: str | None = None,
    **more: Any,
) -> Reading:
    """A reading: of an intent, of a feeling, of an order number, with a runner-up that is close."""
    given: dict[str, Any] = {"intent": intent, "confidence": 0.9 if intent else 0.0}
    if close is not None:
        given |= {"confidence": 0.45, "runners_up": (RunnerUp(intent=close, confidence=0.4),)}
    if order is not None:
        given["entities"] = (Entity(kind="order_number", value=order, text=order, start=0, end=len(order)),)
    if emotion != "neutral":
        given["emotion"] = felt(emotion, strength)
    return Reading(**{**given, **more})


class Play:
    """One conversation under way. ``wrote`` holds every event in order."""

    def __init__(self, playbook: Playbook | None = None, works: Mapping[str, Any] = WORKS, opened: bool = True) -> None:
        self.playbook = playbook or shop()
        self.works = dict(works)
        self.now = NOON
        self.wrote: list[Recorded] = []
        self.state = Conversation("c1")
        self.waits = Wait()
        self._readings: dict[str, Reading] = {}
        started = ConversationStarted(
            channel="web_chat", customer="손님", playbook="shop", playbook_version="v1", language="ko"
        )
        self.happen(started)
        if opened:
            self.go_on()

    def happen(self, *events: Event) -> None:
        """Let events happen."""
        for event in events:
            version = self.state.version + 1
            self.wrote.append(Recorded(conversation="c1", version=version, at=self.now, event=event, position=version))
            self.state = after(self.state, event, self.now)

    def write(self, text: str, reading: Reading | None = None, *, choice: str | None = None) -> str:
        """Have a message arrive, not yet thought about; return its id."""
        self.now += timedelta(seconds=20)
        message = f"k{len(self.state.heard) + 1}"
        self._readings[message] = reading or Reading()
        self.happen(CustomerWrote(message=message, text=text, choice=pressed_button(self.state, choice, text)))
        return message

    def say(self, text: str, reading: Reading | None = None, *, choice: str | None = None) -> list[AssistantReplied]:
        """Have a message arrive and be answered; return the replies."""
        self.write(text, reading, choice=choice)
        return self.go_on()

    def press(self, value: str) -> list[AssistantReplied]:
        """Press a button of the newest replies that stands for ``value``."""
        shown = [choice for reply in self.state.replies for choice in reply.choices if choice.value == value]
        assert shown, f"no button stands for {value}"
        return self.say(shown[-1].label, Reading(), choice=value)

    def wait(self) -> list[AssistantReplied]:
        """Let the designed waiting time run out."""
        assert self.waits.until is not None and self.waits.why is not None, "nothing is waited for"
        self.now = max(self.now, self.waits.until)
        self.happen(TimePassed(why=self.waits.why, until=self.waits.until))
        return self.go_on()

    def teammate(self, text: str) -> list[AssistantReplied]:
        """Have a person write."""
        self.happen(TeammateWrote(message=f"t{len(self.wrote)}", text=text, teammate="소라"))
        return self.go_on()

    def go_on(self) -> list[AssistantReplied]:
        """Decide and do until there is nothing but to wait; return the replies."""
        said: list[AssistantReplied] = []
        for _ in range(MOST_DECISIONS):
            match decide(self.state, self.playbook):
                case Wait() as wait:
                    self.waits = wait
                    return said
                case Read(message):
                    self.happen(MessageUnderstood(message=message, reading=self._readings[message], reader="given"))
                case Record(event):
                    self.happen(event)
                case Say(plan):
                    reply = self._reply(plan)
                    said.append(reply)
                    self.happen(reply)
                case Call() as call:
                    self._call(call)
        raise AssertionError(f"It goes round in a circle: {[each.event.kind for each in self.wrote[-8:]]}")

    def next(self) -> Decision:
        """What would be done next."""
        return decide(self.state, self.playbook)

    def _reply(self, plan: Plan) -> AssistantReplied:
        return AssistantReplied(
            reply=f"r{len(self.state.replies) + 1}",
            text=" ".join(_first_words(plan)),
            author="assistant",
            purpose=plan.purpose,
            moves=tuple(planned.move for planned in plan.moves if planned.wordings),
            policy=plan.policy,
            matter=plan.matter,
            scenario=plan.scenario,
            step=plan.step,
            spoke=plan.spoke,
            answers=plan.answers,
            mood_before=self.state.mood,
            choices=plan.choices,
            expects=plan.expects,
            offers_person=plan.offers_person,
        )

    def _call(self, call: Call) -> None:
        key = f"a{len(self.wrote)}"
        self.happen(
            ActionCalled(key=key, action=call.action, scenario=call.scenario, step=call.step, inputs=call.inputs)
        )
        assert decide(self.state, self.playbook) == Wait(), "nothing is decided while an action is open"
        answer = self.works[call.action]
        answer = answer(**call.inputs) if callable(answer) else answer
        if isinstance(answer, str):
            self.happen(ActionReturned(key=key, action=call.action, problem=answer))  # type: ignore[arg-type]
        else:
            self.happen(ActionReturned(key=key, action=call.action, outputs=answer))

    def of(self, kind: type[Any], since: int = 0) -> list[Any]:
        """All events of a kind, from an index on."""
        return [each.event for each in self.wrote[since:] if isinstance(each.event, kind)]

    @property
    def taken(self) -> str:
        """How the newest message was taken."""
        return str(self.of(MessageTaken)[-1].taken_as)

    @property
    def handed(self) -> HandoffRequested:
        """The newest handoff."""
        return self.of(HandoffRequested)[-1]  # type: ignore[no-any-return]

    @property
    def step(self) -> str | None:
        """Where the conversation stands, as scenario.step."""
        frame = self.state.frame
        return f"{frame.scenario}.{frame.step}" if frame else None

    def refolded(self) -> Conversation:
        """The state as a reader of the whole log would have it."""
        return fold("c1", self.wrote)


def _first_words(plan: Plan) -> Sequence[str]:
    """The first words each move could use: enough to see what is spoken of."""
    found = []
    for planned in plan.moves:
        for _, wording in planned.wordings[:1]:
            _, texts = wording.for_time(planned.times_before, plan.bindings)
            text = texts[0]
            for name, value in plan.bindings.items():
                text = text.replace(f"{{{name}}}", str(value))
            found.append(text)
    return found
