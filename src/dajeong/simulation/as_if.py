"""A reader for the stage: reads as the one in force does and, where it is supposed, as if the customer felt or meant otherwise."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from weakref import WeakKeyDictionary

from dajeong.conversation.reading import Reading
from dajeong.playbook.story import Supposed
from dajeong.understanding import ContextEncoder, Heard, IntentModel
from dajeong.understanding.emotion import as_felt
from dajeong.understanding.reader import EncodingReader

_MOST = 2_000


class Readings:
    """Readings made lately: a try is played again from its beginning whenever one of its lines or the draft changes.

    Known by the digest of everything a reading hangs on; those of an intent head are forgotten with it. All who share
    it read in one thread.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[IntentModel, OrderedDict[bytes, Reading]] = WeakKeyDictionary()

    def of(
        self,
        reader: EncodingReader,
        text: str,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        """Return what ``reader`` reads; only what was not read lately is read."""

        def read() -> Reading:
            return reader.read(text, history=history, intents=intents, patterns=patterns, now=now)

        if intents is None:
            return read()
        known = self._known.setdefault(intents, OrderedDict())
        key = _digest(reader.name, text, history, patterns, now)
        if key not in known:
            known[key] = read()
            while len(known) > _MOST:
                known.popitem(last=False)
        known.move_to_end(key)
        return known[key]


class AsIfFelt:
    """Reads for one stage. While something is supposed, the feeling is that one and all else as it was read.

    ``about`` is the intent everything is taken to be about, whatever it says; None: the one that is read.
    """

    def __init__(self, reader: EncodingReader, readings: Readings | None = None, *, about: str | None = None) -> None:
        self._reader = reader
        self._readings = readings or Readings()
        self._about = about
        self._supposed: Supposed | None = None

    @property
    def name(self) -> str:
        """The name of the reader behind."""
        return self._reader.name

    @property
    def encoder(self) -> ContextEncoder | None:
        """The encoder of the reader behind."""
        return self._reader.encoder

    @contextmanager
    def supposing(self, felt: Supposed | None) -> Iterator[None]:
        """Read as if the customer felt so, as long as this lasts."""
        self._supposed = felt
        try:
            yield
        finally:
            self._supposed = None

    def read(
        self,
        text: str,
        *,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        """As `Reader.read`."""
        reading = self._readings.of(self._reader, text, history, intents, patterns, now)
        if self._about is not None:
            reading = reading.model_copy(
                update={"intent": self._about, "confidence": 1.0, "runners_up": (), "also": ()}
            )
        if self._supposed is None:
            return reading
        felt = self._supposed
        emotion = as_felt(felt.emotion, felt.strength, {felt.emotion: 1.0}, sure=felt.sure is not False)
        also = {"urgency": felt.urgency, "fatigue": felt.fatigue}
        supposed = {name: value for name, value in also.items() if value is not None}
        return reading.model_copy(update={"emotion": emotion, **supposed})


def _digest(name: str, text: str, history: Sequence[Heard], patterns: Mapping[str, str], now: datetime) -> bytes:
    said = [(each.by, each.text, str(each.at)) for each in history]
    everything = repr((name, text, said, sorted(patterns.items()), now.isoformat()))
    return blake2b(everything.encode("utf-8", "surrogatepass"), digest_size=16).digest()
