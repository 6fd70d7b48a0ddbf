"""Hides personal data in what people write for people: tokens take their place, and nobody keeps the originals."""

from functools import cache

from dajeong.conversation.reading import Language
from dajeong.trust.personal_data import Scanner
from dajeong.trust.recognisers import standard_scanner
from dajeong.trust.tokens import TOKEN, canonical, next_token


def masked(text: str, language: Language) -> str:
    """Return ``text`` with a token such as ``[전화 1]`` for each piece of personal data; tokens that stand there stay."""
    taken = set(TOKEN.findall(text))
    known: dict[tuple[str, str], str] = {}
    parts, at = [], 0
    for find in _scanner().find(text, (TOKEN,)):
        key = (find.kind, canonical(find.kind, find.text))
        if key not in known:
            known[key] = next_token(find.kind, language, taken)
            taken.add(known[key])
        parts += [text[at : find.start], known[key]]
        at = find.end
    return "".join([*parts, text[at:]])


@cache
def _scanner() -> Scanner:
    return standard_scanner()
