"""A small playbook to start from: it runs, and the check has nothing to say about it."""

import json
from collections.abc import Mapping
from importlib.resources import files

from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook.shapes import is_id
from dajeong.playbook.words import key_in_english
from dajeong.playbook.yaml_text import Entries, Scalar, parse

FILES = (
    "playbook",
    "persona",
    "intents/first",
    "answers/first",
    "scenarios/wrong_item",
    "scenarios/order_status",
    "actions",
    "customers/first",
)


class BadName(DajeongError):
    """A playbook cannot have this name."""

    code = "bad_name"
    status = 400


def new_playbook(name: str, language: Language = "ko") -> dict[str, str]:
    """The files of a new playbook, by path: two scenarios, six intents and answers, a mock action, made-up customers.

    Raises ``BadName`` unless the name is lower-case letters, digits and underscores, beginning with a letter.
    """
    _check(name)
    folder = files("dajeong.playbook") / "defaults" / f"new_{language}"
    texts = {f"{path}.yaml": folder.joinpath(f"{path}.yaml").read_text(encoding="utf-8") for path in FILES}
    texts["playbook.yaml"] = texts["playbook.yaml"].replace("name: new_playbook", f"name: {name}")
    return texts


def copied(model: Mapping[str, str], name: str, title: str) -> dict[str, str]:
    """The files of a playbook under another name and title. Raises ``BadName``."""
    _check(name)
    head = next((path for path in ("playbook.yaml", "playbook.yml") if path in model), "playbook.yaml")
    text = _said(_said(model.get(head, ""), "title", title), "name", name)
    return {**model, head: text}


def _check(name: str) -> None:
    if not is_id(name):
        raise BadName("A playbook's name is lower-case letters, digits and underscores, such as my_shop.")


def _said(text: str, key: str, value: str) -> str:
    """The text with the value of a key at its top; every other line stays as it is."""
    line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
    root, lines = parse(text).root, text.split("\n")
    for word, old in root.pairs if isinstance(root, Entries) else ():
        if key_in_english(word.text) == key and isinstance(old, Scalar) and old.line == word.line:
            return "\n".join([*lines[: word.line - 1], line, *lines[word.line :]])
    return f"{line}\n{text}"
