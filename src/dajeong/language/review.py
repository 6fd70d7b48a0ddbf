"""Reviews a reply's wording once, for ``dajeong check`` and for the guard before sending alike."""

from collections.abc import Mapping

from dajeong.conversation.reading import Language
from dajeong.language.blame import blame_in
from dajeong.language.finding import Finding, found
from dajeong.language.manipulation import manipulation_in
from dajeong.language.plain_words import jargon_in
from dajeong.language.sentences import Sentence, sentences
from dajeong.language.speech_level import LevelledSentence, SpeechLevel, levels_of
from dajeong.language.stiffness import stiffness_in


def review_words(
    text: str,
    *,
    language: Language,
    level: SpeechLevel | None = None,
    extra_jargon: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Every remark about the wording of one reply, in the order of the text; empty for a good one.

    ``level`` is the persona's; None asks only that one level is kept. ``extra_jargon`` maps words the team
    does not use to what it says instead. Offsets are code points into ``text``. Severity "error" must not
    reach a customer, "warning" is the designer's decision (see ``finding.SEVERITY``).
    """
    parts = sentences(text)
    remarks = [
        *stiffness_in(text, parts, language),
        *jargon_in(text, language, extra_jargon),
        *blame_in(text, language),
        *manipulation_in(text, language),
    ]
    if language == "ko":
        remarks.extend(_levels(text, parts, level))
    return tuple(sorted(remarks, key=lambda one: (one.start, one.end, one.rule)))


def _levels(text: str, parts: tuple[Sentence, ...], level: SpeechLevel | None) -> list[Finding]:
    said = levels_of(parts)
    polite = [one for one in said if one.level in ("해요체", "하십시오체")]
    kinds = {one.level for one in polite}
    wanted = level or _usual(polite)
    rule = "mixed_levels" if len(kinds) > 1 else "wrong_level"
    remarks = [
        found(rule, text, one.start, one.end, language="ko", instead=str(wanted))
        for one in polite
        if wanted is not None and one.level != wanted
    ]
    remarks.extend(found("banmal", text, one.start, one.end, language="ko") for one in said if one.level == "반말")
    return remarks


def _usual(polite: list[LevelledSentence]) -> SpeechLevel | None:
    """The level most sentences keep; on a tie the one that came first."""
    if not polite:
        return None
    formal = sum(one.level == "하십시오체" for one in polite)
    if 2 * formal == len(polite):
        return "하십시오체" if polite[0].level == "하십시오체" else "해요체"
    return "하십시오체" if 2 * formal > len(polite) else "해요체"
