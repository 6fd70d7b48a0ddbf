"""The project's own corpus: customer messages in context, labelled, split by situation so that nothing leaks."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from dajeong.conversation.reading import EMOTIONS, Emotion, Language, SpeechAct
from dajeong.errors import DajeongError

T = TypeVar("T", bound=str)
Split = Literal["train", "tune", "heldback", "rehearsal"]
Flag = Literal["sarcasm", "rhetorical", "polite_anger", "threat"]
COLUMNS = (
    "situation",
    "history",
    "text",
    "dominant",
    "emotions",
    "urgency",
    "fatigue",
    "abuse",
    "flags",
    "act",
    "voice",
)
# Two texts whose sets of character trigrams overlap this much (Jaccard) are nearly the same.
NEARLY_SAME = 0.6


class BadCorpus(DajeongError):
    """A corpus file that cannot be learned from; the message names file, line and what is wrong, never the words."""

    code = "bad_corpus"
    status = 422


@dataclass(frozen=True, slots=True)
class Situation:
    """What a message is about, in which trade, and the split all its messages belong to."""

    id: str
    industry: str
    split: Split


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """One message. Strengths are 0-1 (files hold 0-3); ``history`` holds (by, text) pairs, the oldest first."""

    language: Language
    situation: Situation
    history: tuple[tuple[Literal["customer", "assistant"], str], ...]
    text: str
    dominant: Emotion
    emotions: dict[Emotion, float]
    urgency: float
    fatigue: float
    abuse: float
    flags: frozenset[Flag]
    act: SpeechAct
    voice: frozenset[str]

    @property
    def strength(self) -> float:
        """How strong the dominant emotion is, 0-1."""
        return self.emotions.get(self.dominant, 0.0)

    @property
    def id(self) -> str:
        """What the row is known by wherever it stands: eight digits over its situation, history and text."""
        said = repr((self.language, self.situation.id, self.history, self.text))
        return hashlib.sha1(said.encode(), usedforsecurity=False).hexdigest()[:8]


def read_corpus(folder: Path) -> tuple[CorpusRow, ...]:
    """Return all rows of ``ko-*.tsv`` and ``en-*.tsv`` in ``folder``. Raises BadCorpus with file and line."""
    situations = read_situations(folder / "situations.tsv")
    rows: list[CorpusRow] = []
    for path in sorted(folder.glob("[ke][on]-*.tsv")):
        lines = _lines(path)
        if lines[0].split("\t") != list(COLUMNS):
            raise BadCorpus(f"{path.name}:1: the first line must name the columns {', '.join(COLUMNS)}.")
        language: Language = "ko" if path.name.startswith("ko") else "en"
        for number, line in enumerate(lines[1:], 2):
            if line:
                rows.append(_row(line, language, situations, f"{path.name}:{number}"))
    return tuple(rows)


def read_situations(path: Path) -> dict[str, Situation]:
    """Return the situations by id. Raises BadCorpus."""
    found: dict[str, Situation] = {}
    for number, line in enumerate(_lines(path)[1:], 2):
        parts = line.split("\t")
        split = next((known for known in get_args(Split) if len(parts) == 4 and known == parts[2]), None)
        if split is None or parts[0] in found:
            raise BadCorpus(f"{path.name}:{number}: situation, industry, split and title are needed, each id once.")
        found[parts[0]] = Situation(parts[0], parts[1], split)
    return found


def in_split(rows: Iterable[CorpusRow], *splits: Split) -> tuple[CorpusRow, ...]:
    """Return the rows whose situation belongs to one of ``splits``."""
    return tuple(row for row in rows if row.situation.split in splits)


def fingerprint(rows: Iterable[CorpusRow]) -> str:
    """Return the SHA-256 of rows, whatever their order: a split frozen by it cannot change unseen."""
    parts = sorted(
        "\x1f".join((row.language, row.situation.id, repr(row.history), row.text, row.dominant, repr(row.emotions)))
        for row in rows
    )
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def trigrams(text: str) -> frozenset[str]:
    """Return the character trigrams of a text without blanks and case; a short text is its own only gram."""
    bare = "".join(text.lower().split())
    return frozenset(bare[i : i + 3] for i in range(len(bare) - 2)) or frozenset((bare,))


def near_copies(one: Sequence[str], others: Sequence[str], *, longer_than: int = 8) -> list[tuple[int, int]]:
    """Return pairs (index in ``one``, index in ``others``) of texts that are nearly the same.

    Texts of up to ``longer_than`` letters ("네", "감사합니다") are nobody's own words and are not compared.
    """
    index: dict[str, list[int]] = {}
    grams = [trigrams(text) if len("".join(text.split())) > longer_than else frozenset() for text in others]
    for number, own in enumerate(grams):
        for gram in own:
            index.setdefault(gram, []).append(number)
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(one):
        if len("".join(text.split())) <= longer_than:
            continue
        own = trigrams(text)
        shared: dict[int, int] = {}
        for gram in own:
            for other in index.get(gram, ()):
                shared[other] = shared.get(other, 0) + 1
        pairs += [
            (number, other)
            for other, common in shared.items()
            if common / (len(own) + len(grams[other]) - common) > NEARLY_SAME
        ]
    return sorted(pairs)


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise BadCorpus(f"{path.name}: the file is not UTF-8. Save it as UTF-8 again.") from None
    except OSError as error:
        raise BadCorpus(f"{path.name}: the file could not be read ({error.strerror}).") from None
    if not lines[0]:
        raise BadCorpus(f"{path.name}:1: the file is empty.")
    return lines[:-1] if lines[-1] == "" else lines


def _row(line: str, language: Language, situations: dict[str, Situation], place: str) -> CorpusRow:
    parts = line.split("\t")
    if len(parts) != len(COLUMNS):
        raise BadCorpus(f"{place}: {len(COLUMNS)} columns separated by tabs are needed, {len(parts)} found.")
    cell = dict(zip(COLUMNS, parts, strict=True))
    if cell["situation"] not in situations:
        raise BadCorpus(f"{place}: the situation is not in situations.tsv.")
    if not cell["text"].strip():
        raise BadCorpus(f"{place}: the text is empty.")
    emotions = _emotions(cell["emotions"], place)
    dominant = _known(cell["dominant"], EMOTIONS, "dominant", place)
    if dominant not in emotions:
        raise BadCorpus(f"{place}: the dominant emotion is not among the emotions.")
    if dominant == "neutral" and emotions[dominant] > 0:
        raise BadCorpus(f"{place}: neutral has no strength; write neutral:0.")
    return CorpusRow(
        language=language,
        situation=situations[cell["situation"]],
        history=read_history(cell["history"], place),
        text=cell["text"].replace("\\n", "\n"),
        dominant=dominant,
        emotions=emotions,
        urgency=_share(cell["urgency"], "urgency", place),
        fatigue=_share(cell["fatigue"], "fatigue", place),
        abuse=_share(cell["abuse"], "abuse", place),
        flags=frozenset(_known(flag, get_args(Flag), "flag", place) for flag in cell["flags"].split()),
        act=_known(cell["act"], get_args(SpeechAct), "act", place),
        voice=frozenset(cell["voice"].split()),
    )


def _emotions(cell: str, place: str) -> dict[Emotion, float]:
    found: dict[Emotion, float] = {}
    for part in cell.split():
        name, colon, strength = part.partition(":")
        if not colon:
            raise BadCorpus(f"{place}: an emotion is written name:strength.")
        found[_known(name, EMOTIONS, "emotion", place)] = _share(strength, "strength", place)
    if not found:
        raise BadCorpus(f"{place}: at least one emotion is needed.")
    return found


def read_history(cell: str, place: str) -> tuple[tuple[Literal["customer", "assistant"], str], ...]:
    """Return what was said before, written ``c: ... || a: ...``, as (by, text) pairs. Raises BadCorpus."""
    turns: list[tuple[Literal["customer", "assistant"], str]] = []
    for turn in cell.split(" || ") if cell.strip() else ():
        who, colon, said = turn.strip().partition(":")
        if not colon or who not in ("c", "a") or not said.strip():
            raise BadCorpus(f"{place}: a turn of the history is written 'c: ...' or 'a: ...'.")
        turns.append(("customer" if who == "c" else "assistant", said.strip()))
    return tuple(turns)


def _share(cell: str, name: str, place: str) -> float:
    if cell not in ("0", "1", "2", "3"):
        raise BadCorpus(f"{place}: {name} is 0, 1, 2 or 3.")
    return int(cell) / 3.0


def _known(cell: str, known: Sequence[T], name: str, place: str) -> T:
    found = next((each for each in known if each == cell), None)
    if found is None:
        raise BadCorpus(f"{place}: an unknown {name}; known are {', '.join(known)}.")
    return found
