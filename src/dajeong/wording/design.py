"""What is wrong with a designed text by itself, whatever is bound and whoever hears it: looked at once and remembered."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dajeong.conversation.reading import Language
from dajeong.conversation.reply import Promise
from dajeong.language import SpeechLevel, promises_in, review_words, sentences
from dajeong.language.written_in import is_written_in
from dajeong.wording.truth import claims_to_be_human

# Scripts a language model slips into; a designer who writes them means them.
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]")
_IF_WANTED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"[가-힣]면\s|필요할\s때|언제든"),
    "en": re.compile(r"\bif you\b|\bwhen(?:ever)? you\b|\b(?:just|please) (?:say|ask|write)|\bsay so\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """Rules the words break, and what they promise: (kind, matter) pairs."""

    rules: tuple[str, ...]
    promises: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def remarks_on(text: str, language: Language, level: SpeechLevel, never_say: tuple[str, ...]) -> Remarks:
    """Everything about ``text`` that depends on nothing else than the language and the persona."""
    findings = review_words(text, language=language, level=level if language == "ko" else None)
    rules = [finding.rule for finding in findings if finding.severity == "error"]
    low = text.casefold()
    if any(word.casefold() in low for word in never_say if word.strip()):
        rules.append("never_say")
    if claims_to_be_human(text, language):
        rules.append("claims_human")
    if not is_written_in(text, language):
        rules.append("wrong_language")
    promises = tuple(
        (one.kind, one.matter)
        for one in promises_in(text, language)
        # "연결을 원하시면 연결해 드릴게요": asking for a person is always honoured, so offering one is no promise to back.
        if not (one.kind == "handoff" and _IF_WANTED[language].search(_sentence_at(text, one.start)))
    )
    return Remarks(tuple(dict.fromkeys(rules)), promises)


def _sentence_at(text: str, place: int) -> str:
    return next((one.text for one in sentences(text) if one.start <= place < one.end), text)


def has_foreign_letters(text: str) -> bool:
    """Whether letters of neither language stand in ``text``."""
    return bool(_FOREIGN.search(text))


def is_backed(kind: str, matter: str, backed: tuple[str, ...]) -> bool:
    """Whether a promise is kept by this very turn: help and looking something up are, the rest needs ``backed``."""
    return kind in ("help", "check") or backing(kind, matter, backed) is not None


def backing(kind: str, matter: str, backed: tuple[str, ...]) -> str | None:
    """The name in ``backed`` that keeps a promise, if there is one.

    Names are such as "refund", "delivery_date" (backs a promise about delivery) and "handoff", which backs passing on
    and being called back by the person who takes over.
    """
    own = (name for name in backed if kind == "outcome" and (name == matter or name.startswith(f"{matter}_")))
    by_person = "handoff" in backed and (kind == "handoff" or matter in ("callback", "other"))
    return next(own, "handoff" if by_person else None)


def promised(text: str, language: Language, backed: tuple[str, ...]) -> tuple[Promise, ...]:
    """What ``text`` promises beyond this turn, each with the name that keeps it, for the next turn and the teammate."""
    if not backed:
        return ()
    found = ((one, backing(one.kind, one.matter, backed)) for one in promises_in(text, language))
    return tuple(
        Promise(text=one.text, kept_by=name) for one, name in found if name is not None and one.kind == "outcome"
    )
