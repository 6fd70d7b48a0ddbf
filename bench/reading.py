"""What one reading costs, in a process of its own: `python -m bench.reading full|light` prints one JSON object."""

import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.load import MESSAGES
from bench.playbooks import padded
from dajeong.runtime.design import Design, build_design
from dajeong.understanding import Heard, TrainedReader

INTENTS = 80
_ROUNDS = 200
_BEFORE = (
    Heard(by="customer", text="주문한 게 아직도 안 왔는데 어디쯤인가요?"),
    Heard(by="assistant", text="기다리게 해 드렸네요. 지금 대전 물류센터에 있고, 내일 오후에 도착할 예정이에요."),
)


def main(kind: str) -> None:
    """Read messages of 30 and of 75 characters with a playbook of 80 intents, at first and in a conversation: ms (median, 95 %) and MB."""
    reader = TrainedReader.load(vectors=kind == "full")
    reader.warm()
    design = build_design(padded(INTENTS), reader.encoder)
    found: dict[str, object] = {str(length): _times(reader, design, length, ()) for length in (30, 75)}
    found |= {f"{length} after": _times(reader, design, length, _BEFORE) for length in (30, 75)}
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    print(json.dumps({**found, "memory": pages * os.sysconf("SC_PAGE_SIZE") / 1e6}))


def _times(reader: TrainedReader, design: Design, length: int, history: Sequence[Heard]) -> tuple[float, float]:
    said = " ".join(MESSAGES)
    now = datetime.now(UTC)
    took = []
    for number in range(_ROUNDS):
        start = number * 7 % (len(said) - length)
        began = time.process_time()
        reader.read(
            said[start : start + length],
            history=history,
            intents=design.intents,
            patterns=design.playbook.patterns,
            now=now,
        )
        took.append((time.process_time() - began) * 1000)
    took = sorted(took[10:])
    return took[len(took) // 2], took[int(len(took) * 0.95)]


if __name__ == "__main__":
    main(sys.argv[1])
