"""A process of its own for the operator's code: it speaks JSON lines, and may be killed at any moment."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_WORKER = Path(__file__).with_name("worker.py")
# One answer of a business system; more than this is rubbish.
LONGEST_LINE = 1_000_000


class WorkerProcess:
    """Runs ``dajeong.runtime.worker`` for one source and asks it one thing at a time."""

    def __init__(self, source: str, environment: Mapping[str, str] | None = None) -> None:
        self._source = source
        self._environment = environment or {}
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, request: dict[str, Any]) -> Any:
        """Return the worker's answer to one request; raises when the process ends or speaks no JSON."""
        process = await self._running()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(request, ensure_ascii=False).encode() + b"\n")
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line:
            raise ConnectionResetError("The worker ended.")
        return json.loads(line)

    async def kill(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                # By its path, and with nothing of ours imported: it starts in a tenth of a second instead of two.
                "-P",
                str(_WORKER),
                self._source,
                env={**os.environ, **self._environment},
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=LONGEST_LINE,
            )
        return self._process
