"""The reader in force: it can be exchanged while messages are read, and nobody notices but by the name of the reader."""

from dajeong.understanding.encoder import ContextEncoder
from dajeong.understanding.reader import TrainedReader


class CurrentReader:
    """Holds one reader by reference. Whoever took ``now`` ends with the reader they began with.

    All readers share one encoder, because the intents of every playbook in use were learned with its vectors.
    """

    def __init__(self, reader: TrainedReader) -> None:
        self._reader = reader

    @property
    def now(self) -> TrainedReader:
        """The reader for the next turn."""
        return self._reader

    @property
    def encoder(self) -> ContextEncoder | None:
        """The encoder of every reader there will be here."""
        return self._reader.encoder

    def exchange(self, reader: TrainedReader) -> None:
        """Let the next turn be read by ``reader``. Raises ValueError when it has another encoder."""
        if reader.encoder is not self._reader.encoder:
            raise ValueError("A reader with another encoder does not fit the intents in use.")
        self._reader = reader
