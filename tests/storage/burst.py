"""A process to be killed: writes as fast as it can and prints every acknowledgement, never before it is one."""

import asyncio
import os
import sys

from dajeong.conversation import Conversation, after, inbox_row
from dajeong.storage import EventLog, StorageUnavailable, VersionConflict, open_storage
from tests.storage.telling import NOON, started, wrote


async def grow(log: EventLog, name: str) -> None:
    state, number = Conversation(name), 0
    while True:
        event = wrote(f"m{number}") if number else started()
        state, number = after(state, event, NOON), number + 1
        while True:
            try:
                await log.append(name, [event], after=state.version - 1, at=NOON, inbox=inbox_row(state))
                os.write(1, f"{name} {state.version}\n".encode())
                break
            except StorageUnavailable:
                await asyncio.sleep(0.05)
            except VersionConflict as conflict:
                # The commit went through while its acknowledgement was lost: that is what `after` is for.
                assert conflict.version == state.version
                break


async def main(url: str, writers: int) -> None:
    async with open_storage(url) as storage:
        await asyncio.gather(*(grow(storage.log, f"c{n}") for n in range(writers)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
