"""What was read from the files is put together into one playbook, over the defaults of its language."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from dajeong.conversation.frozen import Frozen
from dajeong.playbook.actions import Action
from dajeong.playbook.empathy import Empathy, MoveWording, Policy
from dajeong.playbook.persona import Pace, Persona
from dajeong.playbook.playbook import Intent, Playbook, Timing
from dajeong.playbook.problem import Notes, Path, Places
from dajeong.playbook.scenario import CallAction, Choose, End, Say, Scenario, Step
from dajeong.playbook.shipped import Shipped, shipped
from dajeong.playbook.slot import Option, Slot
from dajeong.playbook.wording import Wording

Made = TypeVar("Made", bound=Frozen)


@dataclass(slots=True)
class Written:
    """The files' content by kind, as it was read."""

    playbook: dict[str, Any] = field(default_factory=dict)
    persona: dict[str, Any] = field(default_factory=dict)
    empathy: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, Any] = field(default_factory=dict)
    actions: dict[str, Any] = field(default_factory=dict)
    intents: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    scenarios: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Maker:
    notes: Notes
    places: Places

    def make(self, kind: type[Made], at: Path, **values: Any) -> Made | None:
        """The object, or None and a remark where a value does not fit."""
        try:
            return kind(**values)
        except ValidationError as error:
            for each in error.errors():
                place = self.places.of(*at, *each["loc"])
                # A missing key was noted when the file was read.
                if each["type"] != "missing":
                    self.notes.add(place, "invalid", word=each["msg"])
            return None


def assemble(written: Written, notes: Notes, places: Places, version: str) -> Playbook | None:
    """The playbook, leaving out what could not be read; None when not even its head can be made."""
    maker = _Maker(notes, places)
    head = dict(written.playbook)
    language = head.get("language", "ko")
    persona = _persona(written.persona, maker)
    default = shipped(language, persona.speech_level)
    slots = {
        name: maker.make(Slot, ("playbook", "slots", name), name=name, **each)
        for name, each in head.pop("slots", {}).items()
    }
    actions = {name: maker.make(Action, ("actions", name), name=name, **each) for name, each in written.actions.items()}
    kept_slots = {name: slot for name, slot in slots.items() if slot is not None}
    kept_actions = {name: action for name, action in actions.items() if action is not None}
    lines = {**default.lines, **written.lines}
    intents = _intents(written, maker, language)
    scenarios = _scenarios(written, maker, kept_slots, kept_actions, lines, language)
    timing = maker.make(Timing, ("playbook", "timing"), **head.pop("timing", {})) or Timing()
    return maker.make(
        Playbook,
        ("playbook",),
        **{"name": "playbook", **head},
        version=version,
        persona=persona,
        empathy=_empathy(written.empathy, default, maker),
        intents=intents,
        scenarios=scenarios,
        slots=kept_slots,
        actions=kept_actions,
        lines=lines,
        timing=timing,
    )


def _persona(written: dict[str, Any], maker: _Maker) -> Persona:
    parts = dict(written)
    pace = maker.make(Pace, ("persona", "pace"), **parts.pop("pace", {})) or Pace()
    return maker.make(Persona, ("persona",), pace=pace, **parts) or Persona()


def _empathy(written: dict[str, Any], default: Shipped, maker: _Maker) -> Empathy:
    policies = _listed(Policy, written.get("policies", ()), ("empathy", "policies"), maker)
    own = [
        {"wording": each.get("say"), **{k: v for k, v in each.items() if k != "say"}}
        for each in written.get("wordings", ())
    ]
    wordings = _listed(MoveWording, own, ("empathy", "wordings"), maker)
    if written.get("extends", "default") == "nothing":
        return Empathy(policies=policies, wordings=wordings)
    # The team's own are tried first; one with the id of a shipped one takes its place in name too.
    named = {each.id for each in policies}
    worded = {each.id for each in wordings}
    return Empathy(
        policies=(*policies, *(each for each in default.empathy.policies if each.id not in named)),
        wordings=(*wordings, *(each for each in default.empathy.wordings if each.id not in worded)),
    )


def _listed(kind: type[Made], written: Any, at: Path, maker: _Maker) -> tuple[Made, ...]:
    made = (maker.make(kind, (*at, number), **each) for number, each in enumerate(written))
    return tuple(each for each in made if each is not None)


def _intents(written: Written, maker: _Maker, language: str) -> dict[str, Intent]:
    found: dict[str, Intent] = {}
    for kind, group in (("intents", written.intents), ("answers", written.answers)):
        for name, each in group.items():
            parts = {key: each[key] for key in ("title", "examples", "matter", "happened") if key in each}
            if kind == "answers" and "title" in parts:
                parts.setdefault("matter", _as_matter(parts["title"], language))
            intent = maker.make(Intent, (kind, name), name=name, **parts)
            if intent is not None:
                found[name] = intent
    return found


def _scenarios(
    written: Written,
    maker: _Maker,
    slots: dict[str, Slot],
    actions: dict[str, Action],
    lines: dict[str, Wording],
    language: str,
) -> dict[str, Scenario]:
    found: dict[str, Scenario] = {}
    for name, each in written.scenarios.items():
        parts = {key: value for key, value in each.items() if key != "note"}
        parts["steps"] = tuple(_completed(step, slots, actions) for step in each.get("steps", ()))
        parts.setdefault("matter", _as_matter(parts.get("title", name), language))
        scenario = maker.make(Scenario, ("scenarios", name), id=name, **parts)
        if scenario is not None:
            found[name] = scenario
    for name, each in written.answers.items():
        if "answer" in each and name not in found:
            found[name] = _direct(name, each, lines, language)
            maker.places.known[("scenarios", name)] = maker.places.of("answers", name)
    return found


def _as_matter(title: Any, language: str) -> Any:
    """A title in the middle of a sentence: English ones lose the capital they begin with, names and "I" keep theirs."""
    if language != "en" or not isinstance(title, str):
        return title
    first = title.split(" ", 1)[0].replace("’", "'")
    plain = first == "A" or (first[1:].islower() and not first.startswith("I'"))
    return title[0].lower() + title[1:] if plain else title


def _completed(step: Step, slots: dict[str, Slot], actions: dict[str, Action]) -> Step:
    """Fill in what may be left out: inputs named like slots, options kept with the slot."""
    if isinstance(step, CallAction) and (action := actions.get(step.action)) is not None:
        named = {name: name for name in action.inputs if name in slots and name not in step.inputs}
        return step.model_copy(update={"inputs": {**step.inputs, **named}}) if named else step
    if isinstance(step, Choose) and not step.options and step.slot in slots:
        return step.model_copy(update={"options": slots[step.slot].options})
    return step


def _direct(name: str, written: dict[str, Any], lines: dict[str, Wording], language: str) -> Scenario:
    """A one-step scenario; with ``if_not_solved`` the customer is asked, and answered again when it did not help."""
    title = written.get("title", name)
    steps: tuple[Step, ...] = (
        Say(id="answer", say=written["answer"]),
        End(id="end", asks_if_solved=written.get("asks_if_solved", False)),
    )
    if (more := written.get("if_not_solved")) is not None:
        yes, no = lines["yes_button"].first[0], lines["no_button"].first[0]
        asked = Choose(
            id="solved",
            say=lines["ask_solved"],
            options=(Option(label=yes, value="yes", then="end"), Option(label=no, value="no", then="more")),
            otherwise="end",
        )
        steps = (steps[0], asked, Say(id="more", say=more), End(id="end", asks_if_solved=False))
    return Scenario(
        id=name,
        title=title,
        matter=written.get("matter", _as_matter(title, language)),
        happened=written.get("happened"),
        intents=(name,),
        steps=steps,
        direct=True,
    )
