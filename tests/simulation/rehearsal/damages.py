"""Copies of an example that are worse on purpose, each in one way, and copies that only say or order things otherwise."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files as packaged
from typing import Any

from ruamel.yaml import YAML

Files = dict[str, str]
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Damage:
    """One way to make a playbook worse: the ``metric`` that should notice, and whose customers meet it (files of customers/).

    ``rule`` is what `dajeong check` says of it before anybody plays; most damages it cannot know. ``conversations`` are
    as many as make it clear.
    """

    metric: str
    customers: tuple[str, ...]
    do: Callable[[Files], Files]
    rule: str | None = None
    conversations: int = 40


# --- feelings ---


def no_apologies(files: Files) -> Files:
    """Nobody says sorry or owns up any more, however angry the customer is."""
    return _moves_left_out(files, "apologise", "own")


def no_acknowledgement(files: Files) -> Files:
    """No feeling is named or found understandable any more."""
    return _moves_left_out(files, "acknowledge", "validate")


def no_empathy(files: Files) -> Files:
    """Every feeling is met with the facts alone."""
    return _moves_left_out(files, "acknowledge", "apologise", "own", "reassure", "validate", "thank", "lighten")


def blame(files: Files) -> Files:
    """The question for the order number tells the customer that they did it wrong."""

    def change(told: Told) -> None:
        words = ["고객님이 주문번호를 안 적으셨잖아요. 똑바로 적어 주세요."]
        _step(told, "ask_order").update(say=words, again=["고객님이 번호를 잘못 적으셨잖아요. 다시 적어 주세요."])

    return _scenario(files, "late_parcel", change)


def slow_systems(files: Files) -> Files:
    """Every business system takes two minutes to answer."""
    done = dict(files)
    for path in [path for path in files if path.startswith("customers/")]:
        told = _read(files[path])
        for customer in told["customers"]:
            for answer in customer.setdefault("world", {}).values():
                answer["takes"] = 120.0
        done[path] = _written(told)
    return done


# --- ways ---


def dead_end(files: Files) -> Files:
    """Whatever is chosen for a late parcel, it is noted and nothing follows."""

    def change(told: Told) -> None:
        _put_before(told, "hurry", {"say": "네, 적어 두었어요.", "id": "noted", "then": "done"})
        for choice in ("what_next", "what_next_late"):
            for option in _step(told, choice)["options"]:
                option["then"] = "noted"

    return _scenario(files, "late_parcel", change)


def loop(files: Files) -> Files:
    """After everything chosen for a late parcel the same question comes again."""

    def change(told: Told) -> None:
        for choice in ("what_next", "what_next_late"):
            for option in _step(told, choice)["options"]:
                if option["value"] != "person":
                    option["then"] = "late"

    return _scenario(files, "late_parcel", change)


def wrong_branch(files: Files) -> Files:
    """A parcel that is days late is told as in time."""

    def change(told: Told) -> None:
        for way in _step(told, "look")["branch"]:
            if way.get("then") in ("very_late", "late"):
                way["then"] = "in_time"

    return _scenario(files, "late_parcel", change)


def swapped_buttons(files: Files) -> Files:
    """The buttons for hurrying the parcel and for waiting lead where the other one says."""

    def change(told: Told) -> None:
        for choice in ("what_next", "what_next_late"):
            for option in _step(told, choice)["options"]:
                option["then"] = {"hurry": "waits", "waits": "hurry"}.get(option["then"], option["then"])

    return _scenario(files, "late_parcel", change)


def no_person(files: Files) -> Files:
    """Wherever the matter should go to a person, the customer is told that there is nothing more to be done.

    The runtime offers a person to whoever is not helped and gives one to whoever asks: what is left of the damage is that
    it takes them longer.
    """
    done = dict(files)
    for path in [path for path in files if path.startswith("scenarios/")]:
        told = _read(files[path])
        if not any(step.get("id") == "done" for step in told.get("steps", ())):
            continue
        for person in [step["id"] for step in told["steps"] if "hand_off" in step]:
            for key in ("then", "else", "otherwise", "if_fails"):
                told = _read(_written(told).replace(f'"{key}": "{person}"', f'"{key}": "no_help"'))
            words = "지금은 더 도와드릴 수 있는 일이 없어요."
            _put_before(told, person, {"say": words, "id": "no_help", "then": "done"})
        done[path] = _written(told)
    return done


def promise_without_action(files: Files) -> Files:
    """The carrier is said to have been asked, and a refund is promised, and nothing was done."""

    def change(told: Told) -> None:
        _step(told, "hurried")["say"] = "배송사에 확인을 요청했어요. 내일까지 환불해 드릴게요."
        for choice in ("what_next", "what_next_late"):
            for option in _step(told, choice)["options"]:
                option["then"] = {"hurry": "hurried"}.get(option["then"], option["then"])

    return _scenario(files, "late_parcel", change)


# --- questions ---


def wrong_question(files: Files) -> Files:
    """Before anything else the customer is asked for a thing that has nothing to do with a late parcel."""

    def change(told: Told) -> None:
        step = {"ask": "what_came", "id": "ask_other", "say": "받은 상품이 무엇인지 적어 주시겠어요?", "at_most": 3}
        told["steps"].insert(0, {**step, "again": ["받은 상품의 이름을 적어 주시겠어요?"], "otherwise": "to_person"})

    return _scenario(files, "late_parcel", change)


def asked_again(files: Files) -> Files:
    """The order number is asked for a second time although it is known."""

    def change(told: Told) -> None:
        step = {"ask": "order_number", "id": "ask_once_more", "fresh": True, "at_most": 2, "otherwise": "to_person"}
        _put_before(
            told,
            "look",
            {**step, "say": "주문번호를 한 번 더 적어 주시겠어요?", "again": ["주문번호를 적어 주시겠어요?"]},
        )
        _step(told, "found_or_not")["branch"][-1]["else"] = "ask_once_more"

    return _scenario(files, "late_parcel", change)


def swapped_examples(files: Files) -> Files:
    """The examples of late parcels and of refunds stand under each other's name."""
    where = {name: path for path in files for name in _intents(files, path)}
    late, refund = (_intents(files, where[name])[name]["examples"] for name in ("parcel_late", "wants_refund"))
    for name, examples in (("parcel_late", refund), ("wants_refund", late)):
        told = _read(files[where[name]])
        told[name]["examples"] = examples
        files = {**files, where[name]: _written(told)}
    return files


def few_examples(files: Files) -> Files:
    """Of every intent only two examples are left."""
    done = dict(files)
    for path in [path for path in files if path.startswith("intents/")]:
        told = _read(files[path])
        for intent in told.values():
            intent["examples"] = intent["examples"][:2]
        done[path] = _written(told)
    return done


# --- words ---


def banmal(files: Files) -> Files:
    """Strangers are spoken to as if they were children."""

    def change(told: Told) -> None:
        _step(told, "ask_order").update(say=["주문번호 좀 알려 줘."], again=["번호를 다시 적어 봐."])
        _step(told, "late")["say"] = "{find_order.item}은(는) {find_order.place}에 있어. {find_order.arrives}에 도착해."
        _step(told, "what_next")["say"] = ["어떻게 할래?"]

    return _scenario(files, "late_parcel", change)


def english(files: Files) -> Files:
    """Korean customers are asked in English."""

    def change(told: Told) -> None:
        _step(told, "ask_order").update(say=["Please tell me your order number."], again=["Please type it again."])
        _step(told, "what_next")["say"] = ["What would you like to do next?"]

    return _scenario(files, "late_parcel", change)


def echoed_data(files: Files) -> Files:
    """The new address is read out again."""

    def change(told: Told) -> None:
        _step(told, "confirm")["say"] = "{find_order.item}을(를) {new_address}(으)로 보낼까요?"

    return _scenario(files, "change_address", change)


LATE = ("late_parcel",)
UPSET = ("late_parcel", "broken_item", "wrong_item", "missing_parcel")
DAMAGES: Mapping[str, Damage] = {
    each.do.__name__: each
    for each in (
        Damage("feeling_passed_over", UPSET, no_apologies, rule="missing_policy", conversations=80),
        Damage("feeling_passed_over", UPSET, no_acknowledgement, rule="missing_policy", conversations=80),
        Damage("anger_end", UPSET, no_empathy, rule="missing_policy", conversations=80),
        Damage("words_refused", LATE, blame, rule="blame"),
        Damage("anger_end", LATE, slow_systems),
        Damage("goal_reached", LATE, dead_end),
        Damage("turns", LATE, loop),
        Damage("goal_reached", LATE, wrong_branch),
        Damage("goal_reached", LATE, swapped_buttons),
        Damage("turns", ("change_address", "broken_item"), no_person, rule="unreachable_step", conversations=80),
        Damage("goal_reached", LATE, promise_without_action, rule="empty_promise"),
        Damage("goal_reached", LATE, wrong_question, conversations=80),
        Damage("asked_twice", LATE, asked_again),
        Damage("goal_reached", LATE, swapped_examples, conversations=80),
        Damage("turns", LATE, few_examples, rule="few_examples", conversations=80),
        Damage("words_refused", LATE, banmal, rule="banmal"),
        Damage("words_refused", LATE, english),
        Damage("personal_data_echoed", ("change_address",), echoed_data),
    )
}


# --- harmless: the same moves in other good words, another order, other names ---


def reworded(files: Files) -> Files:
    """The late parcel's questions and the sympathy for it in other words that are as good."""

    def change(told: Told) -> None:
        _step(told, "ask_order")["say"] = ["바로 찾아볼 수 있게 DJ로 시작하는 주문번호를 적어 주시겠어요?"]
        _step(told, "what_next")["say"] = ["이제 어떻게 해 드리면 좋을까요?", "편하신 쪽을 골라 주시겠어요?"]

    done = _scenario(files, "late_parcel", change)
    told = _read(done["empathy.yaml"])
    for wording in told["wordings"]:
        if wording["id"] == "parcel_ack_late":
            wording["say"] = ["{happened} 많이 기다리셨죠.", "기다리시는 배송이 늦어 마음이 쓰이셨겠어요."]
        if wording["id"] == "parcel_sorry_late":
            wording["say"] = ["{happened} 정말 죄송해요.", "말씀드린 날에 보내 드리지 못해 죄송해요."]
    return {**done, "empathy.yaml": _written(told)}


def reordered(files: Files) -> Files:
    """The intents, and the examples of each, stand in the opposite order."""
    done = dict(files)
    for path in [path for path in files if path.startswith("intents/")]:
        told = {name: {**each, "examples": each["examples"][::-1]} for name, each in _read(files[path]).items()}
        done[path] = _written(dict(reversed(told.items())))
    return done


def renamed(files: Files) -> Files:
    """Steps of the late parcel that no customer's goal names are called otherwise."""
    path = "scenarios/late_parcel.yaml"
    told = json.dumps(_read(files[path]), ensure_ascii=False, default=str)
    for old in ("ask_order", "found_or_not", "look", "what_next", "what_next_late", "hurried_or_not"):
        told = told.replace(f'"{old}"', f'"step_{old}"')
    return {**files, path: told}


HARMLESS: Mapping[str, Callable[[Files], Files]] = {each.__name__: each for each in (reworded, reordered, renamed)}


# --- reading and writing ---


def _read(text: str) -> Told:
    return dict(YAML(typ="safe", pure=True).load(text))


def _written(told: Any) -> str:
    """JSON is YAML 1.2."""
    return json.dumps(told, ensure_ascii=False, default=str)


def _scenario(files: Files, name: str, change: Callable[[Told], None]) -> Files:
    path = f"scenarios/{name}.yaml"
    told = _read(files[path])
    before = _written(told)
    change(told)
    assert _written(told) != before, "the damage does nothing"
    return {**files, path: _written(told)}


def _step(told: Told, name: str) -> Told:
    return next(step for step in told["steps"] if step.get("id") == name)


def _put_before(told: Told, name: str, step: Told) -> None:
    told["steps"].insert(next(at for at, each in enumerate(told["steps"]) if each.get("id") == name), step)


def _intents(files: Files, path: str) -> Told:
    return _read(files[path]) if path.startswith("intents/") else {}


def _moves_left_out(files: Files, *moves: str) -> Files:
    """Return the files with every policy, shipped and own, made without these moves."""
    shipped = _read(packaged("dajeong.playbook").joinpath("defaults/ko.yaml").read_text("utf-8"))
    own = _read(files["empathy.yaml"])
    policies = [*own["policies"], *shipped["policies"]]
    for policy in policies:
        policy["moves"] = [move for move in policy["moves"] if move not in moves] or ["inform"]
        policy["forbidden"] = sorted({*policy.get("forbidden", ()), *moves})
    told = {
        "extends": "nothing",
        "policies": policies,
        "wordings": [
            wording for wording in (*own["wordings"], *shipped["wordings"]) if wording.get("move") not in moves
        ],
    }
    return {**files, "empathy.yaml": _written(told)}
