"""`./run bench`: prints what a turn costs here, as figures of this machine and ratios of this run; `./run bench understanding` how well
messages are read, `./run bench search` how well conversations are found and how fast, `./run bench try` how fast a draft is tried,
`./run bench rehearse` how fast made-up customers are played, `./run bench customers` how like the corpus they are."""

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench import customers, rehearsing, search, trying, understanding
from bench.floor import floor
from bench.growth import length_costs
from bench.playbooks import padded
from bench.server import Server, served
from bench.stored import stored_times
from dajeong.runtime.design import build_design
from dajeong.understanding import TrainedReader

INTENTS = 80


def quantile(values: list[float], share: float) -> float:
    """Return the value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def load(server: Server, conversations: int, turns: int) -> dict[str, Any]:
    """Run the load client in its own process and return what it measured, with the server's CPU beside it."""
    cpu = server.cpu
    done = subprocess.run(
        [sys.executable, "-m", "bench.load", server.address, str(conversations), str(turns)],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return {**json.loads(done.stdout), "server_cpu": server.cpu - cpu}


def machine() -> str:
    """Say on what this was measured."""
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        "",
    )
    load_average = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {model or platform.machine()}, Python {platform.python_version()}, load {load_average:.1f}"


def main() -> None:
    """Measure and print: the speed of a turn, how well messages are read, how conversations are found, or a draft tried."""
    if sys.argv[1:2] == ["search"]:
        print(f"machine: {machine()}")
        search.main(sys.argv[2:])
        return
    if sys.argv[1:2] == ["try"]:
        print(f"machine: {machine()}")
        trying.main()
        return
    if sys.argv[1:2] == ["rehearse"]:
        print(f"machine: {machine()}")
        raise SystemExit(rehearsing.main())
    if sys.argv[1:2] == ["customers"]:
        customers.main(sys.argv[2:])
        return
    if sys.argv[1:2] == ["understanding"]:
        understanding.main(sys.argv[2:])
        return
    print(f"machine: {machine()}")
    reader = TrainedReader.load()
    design = build_design(padded(INTENTS), reader.encoder)
    parts = floor(design, reader)
    print(f"playbook: {len(design.playbook.intents)} intents")
    print("floor: " + ", ".join(f"{name} {value:.2f} ms" for name, value in parts.items()))
    stored = stored_times(padded(INTENTS))
    print(
        f"request to reply stored, {len(stored)} turns: p50 {median(stored):.1f} ms, p95 {quantile(stored, 0.95):.1f} ms, "
        f"{median(stored) / parts['floor']:.2f} times the floor (p50)"
    )
    with served(padded(INTENTS)) as server:
        first = load(server, 1, 1)["took"][0]
        print(f"start to first answer: {server.start + first:.1f} s (ready after {server.start:.1f} s)")
        load(server, 2, 16)
        one = load(server, 1, 300)
        took = [seconds * 1000 for seconds in one["took"]]
        print(
            f"one conversation over the network, request to reply on the screen, 300 turns: p50 {median(took):.1f} ms, p95 {quantile(took, 0.95):.1f} ms, "
            f"server CPU {one['server_cpu'] / 300 * 1000:.1f} ms a turn, client CPU {one['client_cpu'] / 300 * 1000:.1f} ms a turn"
        )
        many = load(server, 50, 40)
        turns = len(many["took"])
        print(
            f"50 conversations: {turns / many['wall']:.0f} turns/s, {len(many['errors'])} errors, "
            f"p50 {median(many['took']) * 1000:.0f} ms, p95 {quantile(many['took'], 0.95) * 1000:.0f} ms, "
            f"server CPU {many['server_cpu'] / many['wall']:.2f} cores, client CPU {many['client_cpu'] / many['wall']:.2f} cores"
        )
        print(f"server memory: {server.memory:.0f} MB")
    print(
        "turn by length of the conversation: "
        + ", ".join(f"{n} messages {ms:.1f} ms" for n, ms in length_costs(design, reader).items())
    )
    for intents in (10, 100, 1000):
        began = time.perf_counter()
        sized = build_design(padded(intents), reader.encoder)
        ready = time.perf_counter() - began
        reading = floor(sized, reader)["reader"]
        print(f"playbook of {len(sized.playbook.intents)} intents: loaded in {ready:.1f} s, a reading {reading:.2f} ms")


if __name__ == "__main__":
    main()
