"""The report on the corpus itself: what is in it, how far a second labelling agrees, and who speaks with which feeling."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Emotion, Group
from dajeong.learning.corpus import BadCorpus, CorpusRow, fingerprint, in_split, read_corpus

SECOND = "second-labels.tsv"
REPORT = "REPORT.md"
# A way of speaking with fewer messages than this says nothing about a label.
FEW = 25
GROUPS: tuple[Group, ...] = ("against", "worried", "content", "other")


def read_second_labels(folder: Path) -> dict[str, Emotion]:
    """Return row id -> the dominant emotion of the second labelling. Raises BadCorpus."""
    found: dict[str, Emotion] = {}
    for number, line in enumerate((folder / SECOND).read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split("\t")
        emotion = next((known for known in EMOTIONS if len(parts) >= 2 and known == parts[1]), None)
        if emotion is None or parts[0] in found:
            raise BadCorpus(f"{SECOND}:{number}: a row id and one of the ten emotions are needed, each id once.")
        found[parts[0]] = emotion
    return found


def agreement(rows: Sequence[CorpusRow], second: Mapping[str, Emotion]) -> dict[Emotion, tuple[int, float, float]]:
    """Return per emotion: rows labelled so first, the share labelled so again, and F1 between both labellings."""
    pairs = [(row.dominant, second[row.id]) for row in rows if row.id in second]
    both = Counter(one for one, other in pairs if one == other)
    first, again = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    return {
        emotion: (
            first[emotion],
            both[emotion] / max(1, first[emotion]),
            2 * both[emotion] / max(1, first[emotion] + again[emotion]),
        )
        for emotion in EMOTIONS
    }


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two labellings (Cohen 1960): agreement beyond what the shares alone would give."""
    if not pairs:
        return 0.0
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, again = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[label] * again[label] for label in first) / len(pairs) ** 2
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def report(folder: Path) -> str:
    """Return the report as Markdown."""
    rows = read_corpus(folder)
    second = read_second_labels(folder)
    parts = [
        "# What is in the corpus",
        "*Written by `python -m dajeong.learning.corpus_report`; change the data instead.*",
    ]
    for language, name in (("ko", "Korean"), ("en", "English")):
        own = [row for row in rows if row.language == language]
        parts += [f"## {name}: {len(own)} messages", *_tables(own, second)]
    return "\n\n".join(parts) + "\n"


def _tables(rows: Sequence[CorpusRow], second: Mapping[str, Emotion]) -> list[str]:
    splits = Counter(row.situation.split for row in rows)
    flags = Counter(flag for row in rows for flag in row.flags)
    lengths = sorted(len(row.text) for row in rows)
    said = [
        "splits: " + ", ".join(f"{name} {count}" for name, count in sorted(splits.items())),
        f"held-back split: `{fingerprint(in_split(rows, 'heldback'))[:16]}`",
        f"with a conversation before the message: {sum(bool(row.history) for row in rows) / max(1, len(rows)):.0%}",
        f"length in characters: median {lengths[len(lengths) // 2]}, longest {lengths[-1]}",
        "flags: " + ", ".join(f"{name} {count / len(rows):.1%}" for name, count in sorted(flags.items())),
    ]
    return ["\n".join(f"- {line}" for line in said), _agreement_table(rows, second), _voices_table(rows)]


def _agreement_table(rows: Sequence[CorpusRow], second: Mapping[str, Emotion]) -> str:
    pairs = [(row.dominant, second[row.id]) for row in rows if row.id in second]
    same = sum(one == other for one, other in pairs) / max(1, len(pairs))
    groups = sum(GROUP_OF[one] == GROUP_OF[other] for one, other in pairs) / max(1, len(pairs))
    table = [
        f"Second labelling of {len(pairs)} messages from the bare texts: {same:.0%} the same emotion "
        f"(kappa {kappa(pairs):.2f}), {groups:.0%} the same group.",
        "",
        "| dominant | messages | share | labelled so again | F1 |",
        "|---|---|---|---|---|",
    ]
    counted = Counter(row.dominant for row in rows)
    for emotion, (_, again, f1) in agreement(rows, second).items():
        table.append(
            f"| {emotion} | {counted[emotion]} | {counted[emotion] / len(rows):.1%} | {again:.0%} | {f1:.2f} |"
        )
    return "\n".join(table)


def _voices_table(rows: Sequence[CorpusRow]) -> str:
    """Which ways of speaking go with which groups of feeling: a model may learn these instead of the feeling."""
    table = ["| way of speaking | messages | " + " | ".join(GROUPS) + " |", "|---|---|" + "---|" * len(GROUPS)]
    table.append(_shares_row("all", rows))
    voices = Counter(voice for row in rows for voice in row.voice)
    for voice, count in sorted(voices.items(), key=lambda item: (-item[1], item[0])):
        if count >= FEW:
            table.append(_shares_row(voice, [row for row in rows if voice in row.voice]))
    few = sorted(f"{voice} {count}" for voice, count in voices.items() if count < FEW)
    return "\n".join(table) + (f"\n\nToo few to tell: {', '.join(few)}." if few else "")


def _shares_row(name: str, rows: Sequence[CorpusRow]) -> str:
    counted = Counter(GROUP_OF[row.dominant] for row in rows)
    shares = " | ".join(f"{counted[group] / len(rows):.0%}" for group in GROUPS)
    return f"| {name} | {len(rows)} | {shares} |"


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "data/corpus")
    (place / REPORT).write_text(report(place), encoding="utf-8")
