"""A real server to measure: `dajeong serve` with a playbook of a given size, in a folder of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.playbooks import PARCEL


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it listens, its process, and how long it took to be ready (seconds)."""

    address: str
    pid: int
    start: float

    @property
    def memory(self) -> float:
        """Resident memory in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def cpu(self) -> float:
        """CPU seconds used so far, all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def served(files: Mapping[str, str]) -> Iterator[Server]:
    """Serve a playbook's files on a free port until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        playbook = Path(folder) / "playbook"
        for path, text in files.items():
            (playbook / path).parent.mkdir(parents=True, exist_ok=True)
            (playbook / path).write_text(text, encoding="utf-8")
        for name in ("actions.py", "data.sql"):
            (playbook / name).write_bytes((PARCEL / name).read_bytes())
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "dajeong.cli", "serve", str(playbook), "--data", f"{folder}/data", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if "http" not in line:
                raise SystemExit("bench: the server did not start.")
            yield Server(line.split()[3].rstrip("/"), process.pid, time.perf_counter() - began)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
