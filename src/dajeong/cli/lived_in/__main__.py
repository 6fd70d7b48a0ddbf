"""A player in a process of its own: told what to play on standard input, it prints one conversation a line."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from dajeong.cli.given import settings_from
from dajeong.cli.lived_in.cast import cast_of
from dajeong.cli.lived_in.month import visits_of_month
from dajeong.cli.lived_in.order import Order
from dajeong.cli.lived_in.playing import Player
from dajeong.cli.lived_in.versions import versions_of
from dajeong.errors import DajeongError
from dajeong.learning.installed import reader_in_force
from dajeong.trust.keys import read_keys


async def play(order: Order) -> None:
    """Play this player's share of the month."""
    casts = [cast for folder in order.folders if (cast := cast_of(Path(folder))) is not None]
    now = datetime.fromisoformat(order.now)
    mine = visits_of_month(casts, now)[order.share :: order.players]
    settings = settings_from(data=Path(order.data))
    keys = read_keys(os.environ, settings.key_file)
    with TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as threads:
        reader = reader_in_force(settings)
        players = {
            (cast.name, version.since): Player(
                cast, version.files, reader=reader, threads=threads, keys=keys, until=now, scratch=Path(scratch)
            )
            for cast in casts
            for version in versions_of(cast, now)
        }
        # All of them in one order, whatever is played here: what was learned before leaves traces in what is learned next.
        for player in players.values():
            await player.learn()
        for visit in mine:
            since = max(at for name, at in players if name == visit.cast.name and at <= visit.at)
            sheet = await players[visit.cast.name, since].play(visit)
            sys.stdout.buffer.write(sheet.model_dump_json().encode() + b"\n")
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    # What goes wrong on purpose in the month is nobody's business on this screen.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    # Whoever ordered the month ends it; without them there is nobody to play for.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(BrokenPipeError):
        try:
            asyncio.run(play(Order.model_validate_json(sys.stdin.readline())))
        except DajeongError as problem:
            sys.exit(f"dajeong: {problem.message}")
