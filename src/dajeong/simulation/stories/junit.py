"""The outcomes of stories as JUnit XML, as GitHub Actions, GitLab, Jenkins and others show it."""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from dajeong.playbook.mistake import Mistake
from dajeong.simulation.stories.outcome import Outcome
from dajeong.simulation.stories.telling import conversation

# What XML 1.0 cannot hold, whatever a message held.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(folder: str, outcomes: Sequence[Outcome], mistakes: Sequence[Mistake]) -> str:
    """Return one test suite for each file of a playbook's folder: a story is a test case, what cannot be read an error."""
    root = ElementTree.Element("testsuites", name=_plain(folder))
    paths = sorted({*(each.path for each in outcomes), *(each.file for each in mistakes)})
    by_path = {path: list(group) for path, group in groupby(sorted(outcomes, key=_path), key=_path)}
    for path in paths:
        _suite(root, folder, path, by_path.get(path, []), [each for each in mistakes if each.file == path])
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", f"{sum(each.seconds for each in outcomes):.3f}")
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _path(outcome: Outcome) -> str:
    return outcome.path


def _suite(
    root: ElementTree.Element, folder: str, path: str, outcomes: Sequence[Outcome], mistakes: Sequence[Mistake]
) -> None:
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        name=_plain(path),
        tests=str(len(outcomes) + len(mistakes)),
        failures=str(sum(not each.holds for each in outcomes)),
        errors=str(len(mistakes)),
        skipped=str(sum(bool(each.skipped) for each in outcomes)),
        time=f"{sum(each.seconds for each in outcomes):.3f}",
    )
    # As a CI opens it from where the command was run.
    file = f"{folder.rstrip('/')}/{path}"
    for each in outcomes:
        case = _case(suite, file, each.title, each.line, each.seconds)
        if each.skipped:
            ElementTree.SubElement(case, "skipped", message=_plain(each.skipped))
        if not each.holds:
            first = each.broken[0]
            message = _plain(f"{file}:{first.line}: {first}" if _is_file(file) else f"{file}: {first}")
            failure = ElementTree.SubElement(case, "failure", message=message, type=first.what)
            failure.text = _plain(f"{conversation(each)}\n{message}")
    for mistake in mistakes:
        case = _case(suite, file, f"line {mistake.line}", mistake.line, 0.0)
        message = _plain(f"{file}:{mistake.line}: {mistake.message}")
        ElementTree.SubElement(case, "error", message=message, type="unreadable")


def _case(suite: ElementTree.Element, file: str, name: str, line: int, seconds: float) -> ElementTree.Element:
    of = file.removesuffix(".yaml").replace("/", ".")
    # What is shipped stands in no file of the team's.
    place = {"file": _plain(file), "line": str(line)} if _is_file(file) else {}
    return ElementTree.SubElement(
        suite, "testcase", {"classname": _plain(of), "name": _plain(name), **place}, time=f"{seconds:.3f}"
    )


def _is_file(file: str) -> bool:
    return file.endswith((".yaml", ".yml"))


def _plain(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
