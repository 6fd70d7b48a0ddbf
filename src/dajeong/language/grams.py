"""Texts as pairs of syllables and whole words, so that Korean is found whatever its endings and spaces are."""

import re
import unicodedata

from dajeong.language.short_verbs import short_forms
from dajeong.language.word_stems import word_stems

# Stands between two syllables that a space keeps apart; a letter, so that no index takes it for a gap.
ACROSS = "ㆍ"
# Ends a gram that is looked for by its beginning.
PREFIX = "*"
# What a text may take up in an index. A conversation has about 250.
MOST_GRAMS = 20_000
MOST_WORDS = 10
LONGEST_WORD = 40
# 안 and 못 are written with and without a space.
_NEGATIONS = "안못"
_TOKEN = re.compile(r"\[[^\[\]\n]{1,20}\]")
_RUN = re.compile(r"[가-힣]+(?: +[가-힣]+)*|[^\W_가-힣]+")
# Each: one of these must be there. A gram that ends in `PREFIX` stands for all that begin so.
Sought = tuple[frozenset[str], ...]


def grams(text: str) -> tuple[str, ...]:
    """Return what of a text goes into an index, each once: pairs of Korean syllables, last syllables, other words whole.

    Tokens such as ``[전화 1]`` are left out: nobody said them.
    """
    found: dict[str, None] = {}
    for run in _runs(text):
        if not _is_hangul(run):
            found[run[:LONGEST_WORD]] = None
            continue
        for here, there in zip(run, f"{run[1:]} ", strict=True):
            if here != " ":
                found[here if there == " " else here + there] = None
        found |= {f"{run[place - 1]}{ACROSS}{run[place + 1]}": None for place in _spaces(run)}
        if len(found) >= MOST_GRAMS:
            break
    return tuple(found)[:MOST_GRAMS]


def sought(query: str) -> Sought:
    """Return what a text must have to be found by ``query``: all words of it, each in any of its forms.

    Empty when there is nothing to look for in the query.
    """
    wanted: list[frozenset[str]] = []
    for run in _runs(query):
        if not _is_hangul(run):
            wanted.append(frozenset({_singular(run)[:LONGEST_WORD] + PREFIX}))
            continue
        words = run.split()
        while words:
            word = words.pop(0)
            # One syllable says little alone; with the next word it is looked for as one.
            joined = len(word) == 1 and bool(words)
            wanted += _pairs(word + words.pop(0) if joined else word, joined=joined)
    return tuple(dict.fromkeys(wanted[: 4 * MOST_WORDS]))


def share_found(text: str, wanted: Sought) -> float:
    """Return how much of what is wanted a text has, 0 to 1."""
    own = grams(text)
    exact = frozenset(own)

    def has(gram: str) -> bool:
        if not gram.endswith(PREFIX):
            return gram in exact
        return any(each.startswith(gram[:-1]) for each in own)

    return sum(any(has(gram) for gram in each) for each in wanted) / len(wanted) if wanted else 0.0


def _pairs(word: str, *, joined: bool) -> list[frozenset[str]]:
    """Return the pairs that every form of a word has."""
    first = word[0] if joined or (word[0] in _NEGATIONS and len(word) > 2) else ""
    stems = {first + stem for stem in word_stems(word[len(first) :])}
    shortest = min(map(len, stems))
    if shortest == 1:
        return [frozenset(map(_gram, short_forms(word) if len(word) > 1 else stems))]
    spaced = shortest > 2 or bool(first)
    wanted = []
    for place in range(shortest - 1):
        pairs = {stem[place : place + 2] for stem in stems}
        across = {f"{pair[0]}{ACROSS}{pair[1]}" for pair in pairs} if spaced else set()
        wanted.append(frozenset(pairs | across))
    return wanted


def _gram(beginning: str) -> str:
    """Return the gram that a word beginning so has; a blank in it ends the word."""
    if len(beginning) == 1:
        return beginning + PREFIX
    return beginning.replace(" ", ACROSS) if len(beginning) > 2 else beginning.rstrip()


def _runs(text: str) -> list[str]:
    plain = _TOKEN.sub("\n", unicodedata.normalize("NFKC", text).lower())
    return [re.sub(" +", " ", match[0]) for match in _RUN.finditer(plain)]


def _spaces(run: str) -> list[int]:
    return [place for place, character in enumerate(run) if character == " "]


def _is_hangul(run: str) -> bool:
    return "가" <= run[0] <= "힣"


def _singular(word: str) -> str:
    """Return an English word without its commonest endings, as long as three letters are left."""
    return re.sub(r"(?<=[a-z]{3})(?:ing|ied|ies|ed|es|s|e|y)$", "", word)
