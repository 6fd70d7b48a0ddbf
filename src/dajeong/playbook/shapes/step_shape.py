"""How the steps of a scenario are written: the key that names the kind, and what else each kind takes."""

from dataclasses import dataclass
from typing import Any, get_args

from dajeong.playbook.problem import Path
from dajeong.playbook.scenario import (
    Ask,
    Branch,
    CallAction,
    Choose,
    End,
    Go,
    HandOff,
    Say,
    Step,
    Way,
)
from dajeong.playbook.shapes.condition_shape import ReferredCondition
from dajeong.playbook.shapes.shape import (
    FileReader,
    Flag,
    Key,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Record,
    Shape,
    Text,
    is_id,
)
from dajeong.playbook.shapes.wording_shape import WordingShape
from dajeong.playbook.slot import Option
from dajeong.playbook.wording import Wording
from dajeong.playbook.words import key_in_english
from dajeong.playbook.yaml_text import Entries, Node, Scalar

SAID_AS: tuple[str, ...] = get_args(Say.model_fields["move"].annotation)


@dataclass(frozen=True, slots=True)
class Id:
    """A name in lower_snake_case."""

    def read(self, node: Node, at: Path, reader: FileReader) -> str | None:
        if not isinstance(node, Scalar):
            reader.wrong(node, "not_text")
        elif not is_id(node.text):
            reader.wrong(node, "bad_id", word=node.text)
        else:
            reader.keep(node, at)
            return node.text
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"}


@dataclass(frozen=True, slots=True)
class IdOrTrue:
    """A name, or ``true`` for none."""

    def read(self, node: Node, at: Path, reader: FileReader) -> str | bool | None:
        if isinstance(node, Scalar) and node.value is True:
            reader.keep(node, at)
            return True
        return Id().read(node, at, reader)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"const": True}, Id().schema()]}


_OPTION = Record(
    (
        Key("label", Text(longest=40), "what the button shows", "단추에 보이는 말", required=True),
        Key("value", Text(longest=200), "what it stands for; the label when left out", "담을 값, 없으면 보이는 말"),
        Key("also", ListOf(Text(longest=200)), "other ways customers name it", "고객이 달리 부르는 말"),
        Key("then", Id(), "the step it leads to", "이어지는 단계"),
    )
)


@dataclass(frozen=True, slots=True)
class OptionShape:
    """One option; a bare text is its label and its value."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Option | None:
        if isinstance(node, Scalar):
            text = Text(longest=40).read(node, at, reader)
            return None if text is None else Option(label=text, value=text)
        parts = _OPTION.read(node, at, reader)
        if not parts or "label" not in parts:
            return None
        return Option(**{"value": parts["label"], **parts})

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [Text(longest=40).schema(), _OPTION.schema()]}


_WAY = Record(
    (
        Key("if", ReferredCondition(), "when this way is taken", "이 길로 갈 때"),
        Key("then", Id(), "the step it leads to", "이어지는 단계"),
        Key("else", Id(), "the step when no other way fits; stands last", "다른 길이 없을 때 갈 단계, 맨 뒤에 둬요"),
    )
)


@dataclass(frozen=True, slots=True)
class WayShape:
    """One way out of a branch: ``if`` and ``then``, or ``else``."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Way | None:
        parts = _WAY.read(node, at, reader)
        if parts is None:
            return None
        if set(parts) == {"if", "then"}:
            return Way(when=parts["if"], then=parts["then"])
        if set(parts) == {"else"}:
            reader.places.known[(*at, "then")] = reader.places.known[(*at, "else")]
            return Way(then=parts["else"])
        names = {key_in_english(key.text) for key, _ in node.pairs} if isinstance(node, Entries) else set()
        if names not in ({"if", "then"}, {"else"}):
            reader.wrong(node, "odd_way")
        return None

    def schema(self) -> dict[str, Any]:
        return _WAY.schema()


_EVERY = (
    Key("id", Id(), "the step's name, for others to point at", "다른 단계가 가리킬 이름"),
    Key("then", Id(), "the next step; the one below when left out", "다음 단계, 없으면 바로 아래"),
    Key("note", Text(), "a note for the team; never said", "팀을 위한 메모, 고객에게는 말하지 않아요"),
)
_SAY = WordingShape()
_TRIES = Key("at_most", Number(1, 5), "how often it is asked", "몇 번까지 물을지")
_OTHERWISE = Key(
    "otherwise", Id(), "the step when no answer fits; a person is offered when left out", "답을 못 얻으면 갈 단계"
)


def _step(kind: str, shape: Shape, en: str, ko: str, *rest: Key) -> Record:
    return Record((Key(kind, shape, en, ko, required=True), *rest, *_EVERY), en=en, ko=ko)


STEPS: dict[str, Record] = {
    "ask": _step(
        "ask", Id(), "ask for a slot", "알아야 할 것을 물어요",
        Key("say", _SAY, "the question", "묻는 말", required=True),
        Key("again", _SAY, "the question in other words", "다시 묻는 말"),
        _TRIES,
        _OTHERWISE,
        Key("fresh", Flag(), "ask although it is known", "알고 있어도 다시 물어요"),
    ),
    "choose": _step(
        "choose", IdOrTrue(), "let the customer choose; the slot the choice is kept in, or true", "고객이 골라요",
        Key("say", _SAY, "the question", "묻는 말", required=True),
        Key("options", ListOf(OptionShape(), at_least=2), "the buttons", "고를 것들"),
        _TRIES,
        _OTHERWISE,
    ),
    "branch": _step("branch", ListOf(WayShape(), at_least=1), "go on where the first condition points", "조건에 따라 갈라져요"),
    "call": _step(
        "call", Id(), "have a business system look up or do something", "업무 시스템을 불러요",
        Key("with", MapOf(Id(), ids=True), "action input: slot name", "넣을 값: 알아둔 것의 이름"),
        Key("say", _SAY, "said before a long call", "오래 걸릴 때 먼저 할 말"),
        Key("if_fails", Id(), "the step when it fails", "실패하면 갈 단계"),
    ),
    "go": _step(
        "go", Id(), "play another scenario", "다른 시나리오로 가요",
        Key("comes_back", Flag(), "come back here afterwards", "끝나면 돌아와요"),
    ),
    "hand_off": _step(
        "hand_off", WordingShape(or_true=True), "give the conversation to a person", "상담원에게 이어 줘요",
        Key("suggests", Text(), "what would help next, for the teammate", "상담원에게 전할 다음 일"),
    ),
    "end": _step(
        "end", WordingShape(or_true=True), "the matter is done", "일이 끝났어요",
        Key("asks_if_solved", Flag(), "ask whether it is solved", "해결됐는지 물어요"),
    ),
    "say": _step(
        "say", _SAY, "tell the customer something", "고객에게 말해요",
        Key("move", OneOf(SAID_AS), "inform, or act for what was done", "알리기, 또는 한 일을 말하는 처리알림"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepShape:
    """One step. Its kind is the key that names it; ``say`` only when there is no other."""

    def read(self, node: Node, at: Path, reader: FileReader) -> Step | None:
        if not isinstance(node, Entries):
            reader.wrong(node, "not_mapping")
            return None
        names = {key_in_english(key.text) for key, _ in node.pairs}
        kinds = [kind for kind in STEPS if kind in names]
        if len(kinds) > 1 and "say" in kinds and "move" not in names:
            kinds.remove("say")
        if len(kinds) != 1:
            reader.wrong(node, "step_kind" if kinds else "no_step_kind", kinds=", ".join(kinds or STEPS))
            return None
        parts = STEPS[kinds[0]].read(node, at, reader)
        if parts is None or any(key.required and key.name not in parts for key in STEPS[kinds[0]].keys):
            return None
        return _made(kinds[0], {"id": f"step_{int(at[-1]) + 1}", **parts})

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [record.schema() for record in STEPS.values()]}


def _made(kind: str, parts: dict[str, Any]) -> Step:
    head = parts.pop(kind)
    words = head if isinstance(head, Wording) else None
    match kind:
        case "ask":
            return Ask(slot=head, **parts)
        case "choose":
            options = parts.pop("options", ())
            return Choose(slot=None if head is True else head, options=options, **parts)
        case "branch":
            return Branch(ways=head, **parts)
        case "call":
            return CallAction(action=head, inputs=parts.pop("with", {}), **parts)
        case "go":
            return Go(scenario=head, **parts)
        case "hand_off":
            return HandOff(say=words, **parts)
        case "end":
            return End(say=words, **parts)
        case _:
            return Say(say=head, **parts)
