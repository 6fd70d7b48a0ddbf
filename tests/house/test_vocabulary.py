"""One word for one thing: the words of ARCHITECTURE.md, in file names and in every name we make."""

import ast
import re
from collections.abc import Iterator

from tests.house import tree

# What a name may not say, and what we say instead. Only words that have no second, honest meaning here.
INSTEAD = {
    "agent": "assistant or teammate",
    "bot": "assistant",
    "chatbot": "assistant",
    "dialog": "dialogue",
    "escalate": "handoff",
    "escalation": "handoff",
    "guideline": "empathy policy",
    "nlu": "understanding or reading",
    "sentiment": "emotion or valence",
    "tracker": "conversation",
    "user": "customer or teammate",
    "utterance": "message",
}
# Names that say nothing about what is inside.
EMPTY_NAMES = {"base", "common", "helper", "manager", "misc", "service", "util"}
# The header has this name in the standard (RFC 9110, 10.1.5).
STANDARD_NAMES = {"user_agent"}


def words(name: str) -> list[str]:
    """A name in snake_case, camelCase or kebab-case as lower-case words."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def wrong_words(name: str) -> list[str]:
    if "_".join(words(name)) in STANDARD_NAMES:
        return []
    return [word for word in words(name) if word in INSTEAD or word.removesuffix("s") in INSTEAD]


def names_made(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name the module gives to something, with its line; names it only uses do not count."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname, node.lineno


def says_nothing(file_name: str) -> bool:
    last = (words(file_name) or [""])[-1]
    return last in EMPTY_NAMES or last.removesuffix("s") in EMPTY_NAMES


def test_names_in_the_code_use_our_words() -> None:
    found = [
        f"{tree.name(path)}:{line}: {name} (say {INSTEAD.get(word) or INSTEAD[word.removesuffix('s')]})"
        for path in tree.source_files()
        for name, line in names_made(tree.parsed(path))
        for word in wrong_words(name)
    ]
    assert not found, "\n".join(found)


def test_files_and_folders_are_named_after_what_they_hold() -> None:
    found = set()
    for path in tree.files():
        relative = path.relative_to(tree.ROOT)
        if relative.parts[0] in ("src", "tests", "web", "bench"):
            own = (*relative.parts[1:-1], path.name.split(".")[0].removeprefix("test_"))
            found |= {tree.name(path) for part in own if says_nothing(part) or wrong_words(part)}
    assert not found, f"These names say too little, or use another word than ours: {sorted(found)}"


def test_a_wrong_word_is_noticed_wherever_a_name_is_made() -> None:
    sample = "class ChatBot: ...\ndef read(user_text, *, agents): ...\nself.utterance = 1\nimport x as nlu\n"
    made = [name for name, _ in names_made(ast.parse(sample)) if wrong_words(name)]
    assert sorted(made) == ["ChatBot", "agents", "nlu", "user_text", "utterance"]


def test_words_that_only_contain_a_wrong_word_are_fine() -> None:
    for name in ("both", "robotics", "abuse", "dialogue", "user_agent", "expanduser"):
        assert not wrong_words(name)


def test_an_empty_file_name_is_noticed() -> None:
    assert all(says_nothing(name) for name in ("utils", "date_helpers", "base", "ConversationManager", "common"))
    assert not any(says_nothing(name) for name in ("service_levels", "database", "reading", "commonplace"))
