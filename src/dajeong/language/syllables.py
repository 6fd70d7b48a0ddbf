"""A Korean syllable as its letters, and letters as a syllable (Unicode 3.12)."""

_BEGIN = 0xAC00
_FIRSTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")


def parts(syllable: str) -> tuple[str, str, str]:
    """Return (first consonant, vowel, final consonant or nothing) of one syllable."""
    rest, tail = divmod(ord(syllable) - _BEGIN, len(_TAILS))
    first, vowel = divmod(rest, len(_VOWELS))
    return _FIRSTS[first], _VOWELS[vowel], _TAILS[tail]


def of_parts(first: str, vowel: str, tail: str = "") -> str:
    """Return the syllable of these letters."""
    rest = _FIRSTS.index(first) * len(_VOWELS) + _VOWELS.index(vowel)
    return chr(_BEGIN + rest * len(_TAILS) + _TAILS.index(tail))
