"""How a made-up customer puts things: the phrasebook of their language, in their speech, with their slips of the finger."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal

from ruamel.yaml import YAML

from dajeong.conversation.reading import Language
from dajeong.language import resolve_particles
from dajeong.simulation.customers.customer import Writing
from dajeong.simulation.customers.slips import with_slips

Tone = Literal["anger", "worry", "calm"]
_USUAL: Mapping[Language, str] = {"ko": "haeyo", "en": "plain"}


class Phrasebook:
    """Lines of one language by what they do and how they are spoken."""

    def __init__(self, told: Mapping[str, Any], language: Language) -> None:
        self._says: Mapping[str, Mapping[str, list[str]]] = told["says"]
        self._fallback: Mapping[str, str] = told["fallback"]
        self._language = language
        self.emoticons: Mapping[Tone, list[str]] = told["emoticons"]

    def lines(self, act: str, voices: tuple[str, ...]) -> list[str]:
        """Return the lines for ``act`` of the first voice that has any, or of what its speakers fall back to."""
        known = self._says[act]
        for voice in voices:
            if voice in known:
                return known[voice]
        fallen = [self._fallback[voice] for voice in voices if voice in self._fallback]
        return next((known[voice] for voice in fallen if voice in known), known[_USUAL[self._language]])


@cache
def phrasebook(language: Language) -> Phrasebook:
    """Return the phrasebook of a language."""
    text = files(__package__).joinpath("phrases", f"{language}.yaml").read_text("utf-8")
    return Phrasebook(YAML(typ="safe").load(text), language)


class Voice:
    """One customer's way of putting things; ``dice`` decides which line, which slip and which emoticon."""

    def __init__(self, writing: Writing, language: Language, dice: Random) -> None:
        self._writing = writing
        self._language: Language = language
        self._dice = dice
        self._book = phrasebook(language)
        self._said: set[str] = set()

    def phrase(self, act: str, **values: str) -> str:
        """Return a line of the phrasebook, filled in; one that was not said yet, as long as there is any."""
        return self.one_of(self._book.lines(act, self._voices()), **values)

    def one_of(self, lines: tuple[str, ...] | list[str], **values: str) -> str:
        """Return one of ``lines``, filled in; one that was not said yet, as long as there is any."""
        fresh = [line for line in lines if line not in self._said] or list(lines)
        line = self._dice.choice(fresh)
        self._said.add(line)
        for name, value in values.items():
            line = line.replace(f"{{{name}}}", value)
        return resolve_particles(line) if self._language == "ko" else line

    def written(self, parts: list[str], tone: Tone) -> tuple[str, ...]:
        """Return the messages in which ``parts`` are sent: with slips and emoticons, as one or one after another."""
        writing = self._writing
        texts = list(parts)
        if writing.messages == "many_short":
            texts = [piece for part in parts for piece in _pieces(part)]
        elif len(parts) > 1:
            texts = [" ".join(_ended(part) for part in parts[:-1]) + " " + parts[-1]]
        done = [with_slips(text, writing, self._language, self._dice) for text in texts]
        if self._dice.random() < writing.emoticons:
            done[-1] = f"{done[-1]}{self._dice.choice(self._book.emoticons[tone])}"
        return tuple(text for text in done if text.strip())

    def _voices(self) -> tuple[str, ...]:
        writing = self._writing
        own = [writing.dialect, "foreigner" if writing.foreigner else None]
        senior = "senior" if writing.age == "senior" else None
        return tuple(voice for voice in (*own, senior, writing.speech) if voice)


def _ended(part: str) -> str:
    return part if part[-1:] in ".!?~" or not part[-1:].isalnum() else f"{part}."


def _pieces(text: str) -> list[str]:
    """Cut a text into the short messages some people send: at its marks, and long stretches at a blank."""
    pieces: list[str] = []
    for part in text.replace("? ", "?\n").replace(". ", ".\n").replace("! ", "!\n").replace(", ", ",\n").split("\n"):
        words = part.split()
        while len(words) > 7:
            pieces.append(" ".join(words[:4]))
            words = words[4:]
        if words:
            pieces.append(" ".join(words))
    return pieces[:5] if len(pieces) <= 5 else [*pieces[:4], " ".join(pieces[4:])]
