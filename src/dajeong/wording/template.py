"""A designed text with ``{names}`` in it: filled once, so that no value is ever read as a design."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from dajeong.conversation.reading import Language
from dajeong.language import resolve_particles

_NAME = re.compile(r"\{([^\W\d][\w.]*)\}")
# As far back as a particle looks for the sound it follows.
_BACK = 80
# Stands for a customer's value when the design alone is looked at: a noun without level, blame or promise.
_STAND_IN: dict[Language, str] = {"ko": "이것", "en": "this"}


class Lookup(Protocol):
    """Anything that knows the words for a name, such as a dict or ``Values``."""

    def get(self, name: str, /) -> str | None:
        """The words for ``name``, None when there are none."""
        ...


@dataclass(frozen=True, slots=True)
class Template:
    """``literals`` and ``names`` alternate; there is one literal more than there are names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(maxsize=8192)
def template(text: str) -> Template:
    """The design ``text`` taken apart at its names. Braces around anything but a name are ordinary characters."""
    pieces = _NAME.split(text)
    return Template(tuple(pieces[::2]), tuple(pieces[1::2]))


def can_fill(text: str, values: Lookup) -> bool:
    """Whether every name in ``text`` has a value."""
    return all(values.get(name) for name in template(text).names)


def fill(text: str, values: Lookup, *, language: Language) -> str:
    """``text`` with its values in their literal form and the Korean particles behind them settled.

    A value is only ever inserted: braces, markup or particle notations inside it stay as they are.
    Raises ``KeyError`` for a name without a value; ask ``can_fill`` first.
    """
    parsed = template(text)
    if not parsed.names:
        return text
    filled = parsed.literals[0]
    for name, literal in zip(parsed.names, parsed.literals[1:], strict=True):
        value = values.get(name)
        if not value:
            raise KeyError(name)
        filled += value
        filled += _after(filled, literal) if language == "ko" else literal
    return filled


def design_only(text: str, designed: Lookup, *, language: Language) -> str:
    """``text`` as its designer is answerable for it: ``designed`` names filled, a stand-in for everything else."""
    names = template(text).names
    if not names:
        return text
    return fill(text, {name: designed.get(name) or _STAND_IN[language] for name in names}, language=language)


def _after(before: str, literal: str) -> str:
    if "(" not in literal and "/" not in literal:
        return literal
    # Settled first, so that a notation which the value itself contains cannot shift what follows.
    sound = resolve_particles(before[-_BACK:])
    settled = resolve_particles(sound + literal)
    return settled[len(sound) :] if settled.startswith(sound) else literal
