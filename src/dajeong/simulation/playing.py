"""A try while it is played: line after line, as far as the draft holds, and what would be if another line came next."""

from collections.abc import Sequence

import structlog

from dajeong.errors import DajeongError
from dajeong.playbook.story import Deed
from dajeong.runtime.design import Design
from dajeong.runtime.errors import ConversationOver
from dajeong.simulation.stage import Exchange, NoSuchButton, Stage
from dajeong.simulation.tried import Stopped, WhyStopped

_log = structlog.get_logger(__name__)
TRY = "try"


class Playing:
    """A try under way: what came of each line so far, and why it went no further."""

    def __init__(self, stage: Stage, design: Design, exchanges: Sequence[Exchange] = ()) -> None:
        self.stage = stage
        self.design = design
        self.exchanges = list(exchanges)
        self.stopped: Stopped | None = None
        self._now = stage.clock.now

    async def begin(self) -> None:
        """Open the conversation."""
        self.exchanges.append(await self.stage.open(TRY))

    async def go_on(self, deed: Deed) -> None:
        """Play one line more, unless it cannot be played."""
        try:
            self.exchanges.append(await self.stage.do(TRY, deed))
            self._now = self.stage.clock.now
        except NoSuchButton:
            self.stop("no_button")
        except ConversationOver:
            self.stop("closed")
        except DajeongError:
            raise
        except Exception as problem:
            # A draft may be half written: as far as it holds it is played.
            _log.info("try.broke", error=type(problem).__name__)
            self.stop("broke")

    async def if_next(self, deed: Deed) -> "Playing":
        """Return what would be if ``deed`` came next; here nothing happens."""
        self.stage.clock.now = self._now
        other = Playing(self.stage.branch(), self.design, self.exchanges)
        await other.go_on(deed)
        return other

    def stop(self, why: WhyStopped) -> None:
        """Say that the next line cannot be played."""
        # The opening comes before the first line.
        self.stopped = Stopped(line=len(self.exchanges) - 1, why=why)
