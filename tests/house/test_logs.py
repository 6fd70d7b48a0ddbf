"""No customer words in logs: a log line says what happened, never what was said. Nor does an error."""

import ast
from collections.abc import Iterator

import pytest

from tests.house import tree

LEVELS = {"debug", "info", "warning", "warn", "error", "critical", "fatal", "exception", "log", "msg"}
LOGGERS = {"log", "logger", "logging"}
# Names under which what somebody said, or data about them, is at hand in this code.
SPOKEN = {
    "answer", "body", "content", "entities", "evidence", "history", "line", "message", "messages", "original", "packet",
    "payload", "question", "quote", "raw", "replies", "reply", "said", "sentence", "sentences", "slots", "spoken",
    "text", "texts", "transcript", "value", "values", "words",
}  # fmt: skip
# Of these only a number or a kind comes out.
HARMLESS = {"bool", "len", "type"}
# The command line and the training of models talk to the person who started them.
STARTED_BY_HAND = {"cli", "learning"}
# Rooms whose texts are the team's own, not a customer's, so that an error may quote them.
TEAM_ROOMS = {"playbook", "language"}


def is_log_call(call: ast.Call) -> bool:
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr not in LEVELS:
        return False
    owner = function.value
    while isinstance(owner, ast.Call):  # log.bind(...).info(...)
        owner = owner.func
    names = [node.id for node in ast.walk(owner) if isinstance(node, ast.Name)]
    names += [node.attr for node in ast.walk(owner) if isinstance(node, ast.Attribute)]
    return any(name.strip("_") in LOGGERS or name.endswith(("_log", "_logger", "get_logger")) for name in names)


def spoken_names(node: ast.AST) -> Iterator[str]:
    """Names inside an expression that stand for somebody's words, unless only their size or kind is taken."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in HARMLESS:
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("str", "repr"):
        yield f"{node.func.id}(...)"
    if isinstance(node, ast.Name) and node.id.strip("_") in SPOKEN:
        yield node.id
    if isinstance(node, ast.Attribute):
        # A DajeongError keeps the rule itself, so its message may be told.
        of_error = isinstance(node.value, ast.Name) and node.value.id in ("error", "problem", "exc")
        if node.attr in SPOKEN and not (of_error and node.attr == "message"):
            yield f".{node.attr}"
        if node.attr not in SPOKEN and isinstance(node.value, ast.Name):
            return  # message.version is not the message's words
    for child in ast.iter_child_nodes(node):
        yield from spoken_names(child)


def wrong_log_calls(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "print":
            yield node.lineno, "print() ends up in a log without a level: use the logger"
        if not is_log_call(node):
            continue
        assert isinstance(node.func, ast.Attribute)
        if node.func.attr == "exception" or any(keyword.arg in ("exc_info", "stack_info") for keyword in node.keywords):
            yield node.lineno, "a foreign error may quote what it was given: log type(error).__name__ instead"
        event = node.args[0] if node.args else None
        if event is not None and not isinstance(event, ast.Constant):
            yield node.lineno, "the first argument is a constant sentence, and facts are keywords"
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            for inner in ast.walk(argument):
                if isinstance(inner, ast.JoinedStr):
                    yield node.lineno, "no f-string in a log call"
            for name in spoken_names(argument):
                yield node.lineno, f"{name} may hold somebody's words"


def wrong_raises(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            for joined in ast.walk(node.exc):
                if isinstance(joined, ast.FormattedValue):
                    for name in spoken_names(joined.value):
                        if name in ("text", ".text", "words", ".words", "said", ".said"):
                            yield joined.lineno, f"{name} may hold somebody's words"


def test_no_log_call_carries_what_somebody_said() -> None:
    found = [
        f"{tree.name(path)}:{line}: {why}"
        for path in tree.source_files()
        for line, why in wrong_log_calls(tree.parsed(path))
        if not (why.startswith("print") and tree.room(path) in STARTED_BY_HAND)
    ]
    assert not found, "\n".join(found)


def test_no_error_quotes_what_a_customer_said() -> None:
    found = [
        f"{tree.name(path)}:{line}: {why}"
        for path in tree.source_files()
        if tree.room(path) not in TEAM_ROOMS
        for line, why in wrong_raises(tree.parsed(path))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "log.info('A message came.', text=text)",
        "log.info('A message came.', said=message.text)",
        "self._log.warning('Refused.', reply=reply[:10])",
        "structlog.get_logger().info('Read.', evidence=reading.evidence)",
        "log.bind(conversation=id).error('Failed.', why=str(error))",
        "logger.info(f'Customer {customer} wrote.')",
        "log.info('Wrote ' + name)",
        "log.exception('It failed.')",
        "log.error('It failed.', exc_info=True)",
        "print(answer)",
    ],
)
def test_words_in_a_log_call_are_noticed(line: str) -> None:
    assert list(wrong_log_calls(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "log.info('A message came.', conversation=event.conversation, length=len(text))",
        "log.warning('The action failed.', error=type(error).__name__, code=error.code)",
        "log.error('The playbook was refused.', why=error.message)",
        "log.debug('A turn was taken.', version=message.version)",
        "dialog.error(text)",
        "math.log(value)",
    ],
)
def test_facts_in_a_log_call_are_fine(line: str) -> None:
    assert not list(wrong_log_calls(ast.parse(line)))


def test_a_customers_words_in_an_error_are_noticed() -> None:
    assert list(wrong_raises(ast.parse("raise Refused(f'I do not understand {message.text}')")))
    assert not list(wrong_raises(ast.parse("raise Refused(f'The message has {len(text)} characters.')")))
