"""Business systems: killed when they hang, held to their contract, called with their key."""

import asyncio
import json
import os
import threading
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from dajeong.playbook.actions import Action, Value
from dajeong.runtime import FunctionActions, WorkerActions
from dajeong.runtime.actions import Answer, checked

CODE = """
import os, sys, time

print("loaded, and said so where answers go")

def fine(number, key):
    print("a line of the operator's own")
    return {"found": True, "item": f"cup {number}", "key": key, "undeclared": "x"}

def plain(number):
    return {"found": False}

def fails(number):
    raise ValueError(f"no such order {number}")

def hangs(number):
    time.sleep(60)

def rubbish(number):
    return ["not", "an", "object"]

def wrong_type(number):
    return {"found": "yes", "item": 3}

def missing(number):
    return {"item": "cup"}

def ends(number):
    os._exit(3)

def huge(number):
    return {"found": True, "item": "x" * 3_000_000}

def who(number):
    return {"found": True, "item": str(os.getpid())}
"""


def action(name: str, timeout: float = 8.0) -> Action:
    return Action(
        name=name,
        inputs={"number": Value()},
        outputs={"found": Value(type="yes_no"), "item": Value(), "key": Value(required=False)},
        timeout_seconds=timeout,
    )


@pytest.fixture
async def actions(tmp_path: Path) -> AsyncIterator[WorkerActions]:
    source = tmp_path / "actions.py"
    source.write_text(CODE, encoding="utf-8")
    opened = WorkerActions({"shop": str(source), "gone": str(tmp_path / "missing.py")})
    yield opened
    await opened.close()


async def call(actions: WorkerActions, name: str, timeout: float = 8.0, **inputs: Any) -> Answer:
    return await actions.call("shop", action(name, timeout), "key-1", inputs or {"number": "1234"})


async def test_an_action_gets_its_inputs_and_its_key_and_says_only_what_it_declared(actions: WorkerActions) -> None:
    answer = await call(actions, "fine")
    assert answer == Answer(outputs={"found": True, "item": "cup 1234", "key": "key-1"})


async def test_what_it_prints_is_no_answer(actions: WorkerActions) -> None:
    for _ in range(3):
        assert (await call(actions, "fine")).problem is None


async def test_not_found_need_not_hold_the_rest(actions: WorkerActions) -> None:
    assert await call(actions, "plain") == Answer(outputs={"found": False})


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("fails", "failed"),
        ("rubbish", "rubbish"),
        ("wrong_type", "rubbish"),
        ("missing", "rubbish"),
        ("ends", "failed"),
        ("huge", "failed"),
        ("not_there_at_all", "failed"),
    ],
)
async def test_an_action_that_goes_wrong_is_a_problem_and_the_next_call_works(
    actions: WorkerActions, name: str, problem: str
) -> None:
    assert await call(actions, name) == Answer(problem=problem)  # type: ignore[arg-type]
    assert (await call(actions, "fine")).problem is None


async def test_an_action_that_hangs_is_ended_in_its_time(actions: WorkerActions) -> None:
    await call(actions, "fine")
    before = asyncio.get_running_loop().time()
    assert await call(actions, "hangs", timeout=0.3) == Answer(problem="timeout")
    assert asyncio.get_running_loop().time() - before < 5
    assert (await call(actions, "fine")).problem is None


async def test_a_call_that_is_called_off_gives_its_answer_to_nobody_else(actions: WorkerActions) -> None:
    first = (await call(actions, "who")).outputs["item"]
    hanging = asyncio.create_task(call(actions, "hangs"))
    await asyncio.sleep(0.1)
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    assert (await call(actions, "who")).outputs["item"] != first
    with pytest.raises(ProcessLookupError):
        os.kill(int(first), 0)


async def test_warm_workers_are_used_again(actions: WorkerActions) -> None:
    assert (await call(actions, "who")).outputs == (await call(actions, "who")).outputs


async def test_unknown_actions_and_playbooks_without_actions_are_unknown(actions: WorkerActions) -> None:
    assert await actions.call("shop", None, "k", {}) == Answer(problem="unknown")
    assert await actions.call("other", action("fine"), "k", {}) == Answer(problem="unknown")
    assert await actions.call("gone", action("fine"), "k", {}) == Answer(problem="failed")


async def test_a_mock_answers_with_its_example(actions: WorkerActions) -> None:
    mock = action("later").model_copy(update={"mock": True, "example": {"found": True, "item": "cup"}})
    assert await actions.call("nowhere", mock, "k", {}) == Answer(outputs={"found": True, "item": "cup"})


async def test_no_log_line_of_a_failing_action_carries_what_it_was_given(actions: WorkerActions) -> None:
    with capture_logs() as lines:
        for name in ("fails", "hangs", "rubbish", "ends"):
            await call(actions, name, timeout=0.6, number="010-9999-8888")
    assert lines and "9999" not in json.dumps(lines, ensure_ascii=False)


async def test_an_address_takes_json_and_the_key_as_its_header() -> None:
    seen: dict[str, Any] = {}

    class Shop(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.update(path=self.path, key=self.headers["Idempotency-Key"], body=body)
            answer = json.dumps({"found": True, "item": "컵"}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Shop) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        actions = WorkerActions({"shop": f"http://127.0.0.1:{server.server_port}/dajeong/"})
        answer = await actions.call("shop", action("fine"), "key-9", {"number": "1234"})
        await actions.close()
        server.shutdown()
    assert answer.outputs == {"found": True, "item": "컵"}
    assert seen == {"path": "/dajeong/fine", "key": "key-9", "body": {"number": "1234"}}


@pytest.mark.parametrize(
    "outputs", [None, "found", 3, {"found": 1, "item": "x"}, {"found": True, "item": None}, {"item": "x"}]
)
def test_an_answer_that_breaks_the_contract_is_rubbish(outputs: Any) -> None:
    assert checked(action("a"), outputs).problem == "rubbish"


async def test_functions_of_this_process_keep_the_same_contract() -> None:
    functions = FunctionActions({"fine": lambda number: {"found": True, "item": number}, "fails": lambda number: 1 / 0})
    assert (await functions.call("shop", action("fine"), "k", {"number": "7"})).outputs["item"] == "7"
    assert (await functions.call("shop", action("fails"), "k", {"number": "7"})).problem == "failed"
    assert (await functions.call("shop", action("other"), "k", {})).problem == "unknown"
