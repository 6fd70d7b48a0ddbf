"""Asks which rules a text breaks, with the table reading the rule tests share."""

from dajeong.conversation.reading import Language
from dajeong.language.review import review_words


def broken(text: str, language: Language = "ko") -> set[str]:
    """The names of the rules that ``text`` breaks."""
    return {one.rule for one in review_words(text, language=language)}


def lines(table: str) -> list[str]:
    """One sentence per line, blank lines left out."""
    return [line.strip() for line in table.strip().splitlines() if line.strip()]
