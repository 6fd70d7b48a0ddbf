"""The inside of a worker process: loads the operator's actions once and answers requests, one JSON line each."""

import importlib.util
import inspect
import json
import os
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any


def main(source: str) -> None:
    """Serve the actions of ``source`` (a Python file or an HTTP address) on standard input and output."""
    # The operator's own print() must not be taken for an answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    call = _http(source) if source.startswith(("http://", "https://")) else _functions(Path(source))
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply: dict[str, Any] = {"outputs": call(request["action"], request["key"], request["inputs"])}
            text = json.dumps(reply, ensure_ascii=False, default=str)
        except Exception as problem:
            # The kind only: the message may hold a customer's data.
            text = json.dumps({"error": type(problem).__name__})
        answers.write(text + "\n")
        answers.flush()


def _functions(path: Path) -> Callable[[str, str, dict[str, Any]], Any]:
    module = _load(path)

    def call(action: str, key: str, inputs: dict[str, Any]) -> Any:
        function = getattr(module, action)
        if "key" in inspect.signature(function).parameters:
            return function(**inputs, key=key)
        return function(**inputs)

    return call


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dajeong_actions", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path.name} is not a Python file.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _http(address: str) -> Callable[[str, str, dict[str, Any]], Any]:
    def call(action: str, key: str, inputs: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            f"{address.rstrip('/')}/{action}",
            data=json.dumps(inputs, ensure_ascii=False).encode(),
            headers={"Content-Type": "application/json", "Idempotency-Key": key},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.loads(response.read())

    return call


if __name__ == "__main__":
    main(sys.argv[1])
