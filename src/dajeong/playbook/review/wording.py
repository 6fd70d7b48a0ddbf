"""Reviews every text a customer will read, by the rules of the language room and by what may be promised."""

import re
from collections import defaultdict

from dajeong.language import promises_in, review_words
from dajeong.language.written_in import is_written_in
from dajeong.playbook.problem import Path
from dajeong.playbook.review.sight import Sight, Words
from dajeong.playbook.review.variables import called_on_the_way
from dajeong.playbook.scenario import HandOff
from dajeong.playbook.starting import is_starting

_CLOSED = re.compile(r"[.!?…~)”’\"'}\]ㅠㅜ^:♥]\s*$")


def review_wording(sight: Sight) -> None:
    """Note what a customer should not have to read."""
    persona = sight.playbook.persona
    for words in sight.words:
        _language(sight, words)
        _promise(sight, words)
        for never in persona.never_say:
            at = words.text.lower().find(never.lower())
            if never and at >= 0:
                sight.notes.add(sight.places.within(words.path, words.text, at), "never_say", text=never)
        if is_starting(words.text):
            sight.wrong(words.path, "not_written", text=words.text)
        elif not is_written_in(words.text, sight.playbook.language):
            sight.wrong(words.path, "wrong_language")
        if len(words.text) > persona.longest_reply:
            sight.wrong(words.path, "reply_too_long", count=len(words.text), longest=persona.longest_reply)
    _halves(sight)


def _language(sight: Sight, words: Words) -> None:
    playbook = sight.playbook
    found = review_words(
        words.text,
        language=playbook.language,
        level=playbook.persona.speech_level if playbook.language == "ko" else None,
        extra_jargon=playbook.persona.say_instead,
    )
    for each in found:
        place = sight.places.within(words.path, words.text, each.start)
        advice = each.advice_in(sight.notes.language)
        sight.notes.add(place, each.rule, text=each.text, advice=advice, instead=each.instead)


def _promise(sight: Sight, words: Words) -> None:
    for promise in promises_in(words.text, sight.playbook.language):
        if promise.kind == "outcome" and not _backed(sight, words, promise.matter):
            place = sight.places.within(words.path, words.text, promise.start)
            sight.notes.add(place, "empty_promise", text=promise.text)


def _backed(sight: Sight, words: Words, matter: str) -> bool:
    """Whether an action called on the way here may promise it; a person who takes over backs being called back."""
    scenario = sight.playbook.scenarios.get(words.scenario or "")
    if scenario is None:
        return words.line in ("handoff", "held", "danger") and matter in ("callback", "other")
    step = scenario.by_id.get(words.step or "")
    if isinstance(step, HandOff) and matter in ("callback", "other"):
        return True
    called = called_on_the_way(sight, scenario.id, words.step or "")
    named = {
        name
        for action in called
        if action in sight.playbook.actions
        for name in sight.playbook.actions[action].may_promise
    }
    return any(name == matter or name.startswith(f"{matter}_") for name in named)


def _halves(sight: Sight) -> None:
    """Alternatives on one line of which some end like a sentence and some do not: a comma has cut them."""
    sets: dict[Path, list[Words]] = defaultdict(list)
    for words in sight.words:
        sets[words.path[:-1]].append(words)
    for same in sets.values():
        lines = {sight.places.of(*words.path).line for words in same}
        if len(same) < 2 or len(lines) > 1:
            continue
        closed = [bool(_CLOSED.search(words.text)) for words in same]
        if any(closed) and not all(closed):
            cut = same[closed.index(False)]
            sight.wrong(cut.path, "half_sentence", text=cut.text)
