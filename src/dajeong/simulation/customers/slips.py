"""Slips of the finger: what a keyboard does to a text that a person meant otherwise."""

from random import Random

from dajeong.conversation.reading import Language
from dajeong.simulation.customers.customer import Writing

_FIRST, _LAST = ord("가"), ord("힣")
_FINALS, _VOWELS = 28, 21
# Vowels whose keys lie side by side or that sound alike, by their number in a syllable block.
_VOWEL_SLIPS = {0: 4, 1: 5, 4: 0, 5: 1, 8: 13, 13: 8, 11: 10, 10: 11, 20: 18, 18: 20}
# Finals that are left out or swapped: ㅆ for ㅅ, ㅎ and ㅄ lost.
_FINAL_SLIPS = {20: 19, 27: 0, 18: 17, 6: 4, 4: 0}


def with_slips(text: str, writing: Writing, language: Language, dice: Random) -> str:
    """Return ``text`` as these fingers type it; digits and codes stay whole, for nobody means to mistype a number."""
    done = " ".join(_slipped(word, language, dice) if _slips(word, writing, dice) else word for word in text.split(" "))
    if writing.typos and dice.random() < writing.typos:
        done = _run_together(done, dice)
    if not writing.punctuation:
        done = "".join(letter for letter in done if letter not in ".,?!~")
    return done


def _slips(word: str, writing: Writing, dice: Random) -> bool:
    return bool(writing.typos) and not any(letter.isdigit() for letter in word) and dice.random() < writing.typos


def _slipped(word: str, language: Language, dice: Random) -> str:
    if not word:
        return word
    at = dice.randrange(len(word))
    letter = word[at]
    if language == "ko" and _FIRST <= ord(letter) <= _LAST:
        return f"{word[:at]}{_slipped_syllable(letter)}{word[at + 1 :]}"
    if len(word) > 3 and at and letter.isalpha():
        # Two letters change places, or one is typed twice.
        return (
            f"{word[: at - 1]}{letter}{word[at - 1]}{word[at + 1 :]}"
            if dice.random() < 0.6
            else word[: at + 1] + word[at:]
        )
    return word


def _slipped_syllable(letter: str) -> str:
    block, final = divmod(ord(letter) - _FIRST, _FINALS)
    first, vowel = divmod(block, _VOWELS)
    if final in _FINAL_SLIPS:
        final = _FINAL_SLIPS[final]
    else:
        vowel = _VOWEL_SLIPS.get(vowel, vowel)
    return chr(_FIRST + (first * _VOWELS + vowel) * _FINALS + final)


def _run_together(text: str, dice: Random) -> str:
    """Lose one blank that stands between two words without digits."""
    blanks = [at for at, letter in enumerate(text) if letter == " "]
    if not blanks:
        return text
    at = dice.choice(blanks)
    beside = text[max(0, at - 1)] + text[at + 1 : at + 2]
    return text if any(each.isdigit() for each in beside) else text[:at] + text[at + 1 :]
