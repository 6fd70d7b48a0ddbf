"""The real server in a process of its own, which can be killed in the middle and started again at the same address."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# A busy machine may need this long to open everything, in seconds.
PATIENCE = 60.0
# Below those the system gives to connections: none can have it before the server does, or while it is started again.
# Each worker begins elsewhere.
_ports = iter(range(12_000 + os.getpid() * 37 % 15_000, 32_000))


def free_port() -> int:
    """A port nobody listens on now."""
    for port in _ports:
        with socket.socket() as taken, suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port
    raise AssertionError("Every port is taken.")


class RunningServer:
    """``dajeong serve`` with these playbooks on a data folder of its own."""

    def __init__(self, folders: Sequence[Path], data: Path, origins: Sequence[str] = ()) -> None:
        self._folders = [str(folder) for folder in folders]
        self._data = data
        self._origins = list(origins)
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it listens, without a slash at the end."""
        return self.address_as("127.0.0.1")

    def address_as(self, name: str) -> str:
        """The address under another name of this machine; ``*.localhost`` always is one to a browser."""
        return f"http://{name}:{self._port}"

    def start(self) -> "RunningServer":
        """Start it and wait until it answers."""
        environment = os.environ | {"DAJEONG_ALLOWED_ORIGINS": json.dumps(self._origins)}
        said = (self._data.parent / f"{self._data.name}.log").open("ab")
        command = [sys.executable, "-m", "dajeong.cli", "serve", *self._folders]
        self._process = subprocess.Popen(
            [*command, "--data", str(self._data), "--port", str(self._port)],
            cwd=ROOT,
            env=environment,
            stdout=said,
            stderr=said,
        )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"The server did not start: {Path(said.name).read_text()[-2000:]}")
            time.sleep(0.05)
        return self

    def kill(self) -> None:
        """End it without a word of warning (SIGKILL)."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as an operator would."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(how)
            process.wait(timeout=30)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
