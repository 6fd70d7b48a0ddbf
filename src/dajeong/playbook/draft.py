"""A small playbook to start from: it runs, and the check has nothing to say about it."""

from importlib.resources import files

from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook.shapes import is_id

FILES = (
    "playbook",
    "persona",
    "intents/first",
    "answers/first",
    "scenarios/wrong_item",
    "scenarios/order_status",
    "actions",
)


class BadName(DajeongError):
    """A playbook cannot have this name."""

    code = "bad_name"
    status = 400


def new_playbook(name: str, language: Language = "ko") -> dict[str, str]:
    """The files of a new playbook, by path: two scenarios, six intents and answers, a mock action.

    Raises ``BadName`` unless the name is lower-case letters, digits and underscores, beginning with a letter.
    """
    if not is_id(name):
        raise BadName("A playbook's name is lower-case letters, digits and underscores, such as my_shop.")
    folder = files("dajeong.playbook") / "defaults" / f"new_{language}"
    texts = {f"{path}.yaml": folder.joinpath(f"{path}.yaml").read_text(encoding="utf-8") for path in FILES}
    texts["playbook.yaml"] = texts["playbook.yaml"].replace("name: new_playbook", f"name: {name}")
    return texts
