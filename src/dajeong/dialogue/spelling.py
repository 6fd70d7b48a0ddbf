"""How far a typed word is from a name, counted in keys: a slip of the finger, a jamo left over, the wrong keyboard."""

from rapidfuzz.distance import OSA, Levenshtein

# The keys of the standard Korean keyboard (KS X 5002), in the order of Unicode's syllables.
_FIRST = "r R s e E f a q Q t T d w W c z x v g".split()
_VOWEL = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()
_LAST = " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ")
_JAMO = dict(
    zip(
        "ㄱㄲㄳㄴㄵㄶㄷㄸㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅃㅄㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(),
        strict=True,
    )
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACE = {key: (row, column) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
# Vowels are mixed up by ear, whatever their keys; in Korean they are those of the right hand.
_VOWELS = (frozenset("yuiophjklbnmOP"), frozenset("aeiouy"))
# Words of so few keys are no slip of one another; from the second number on two slips may be one name.
_SHORTEST, _LONG, _VERY_LONG = 4, 9, 15
# Up to so many keys (two syllables) another consonant makes another word.
_TELLING = 6


def keys_of(word: str) -> str:
    """The keys that type ``word``: "블랙" -> "qmffor", and so are "블ㄹㅐㄱ" and what a keyboard left in English makes of it."""
    return "".join(_keys(letter) for letter in word)


def slips(said: str, name: str) -> int | None:
    """How many slips make ``said`` out of ``name``; None when it is rather another word. A digit is never a slip."""
    digits = [[sign for sign in word if sign.isdigit()] for word in (said, name)]
    if digits[0] != digits[1]:
        return None
    typed, meant = keys_of(said), keys_of(name)
    allowed = sum(len(meant) >= least for least in (_SHORTEST, _LONG, _VERY_LONG))
    count = OSA.distance(typed, meant, score_cutoff=allowed)
    if count > allowed:
        return None
    if count and len(meant) <= _TELLING and not _is_slip(typed, meant, name.isascii()):
        return None
    return count


def _is_slip(typed: str, meant: str, latin: bool) -> bool:
    """Whether every key that took another's place lies beside it, or is a vowel for a vowel."""
    if sorted(typed) == sorted(meant):
        return True
    vowels = _VOWELS[latin]
    swapped = [
        (meant[each.src_pos], typed[each.dest_pos])
        for each in Levenshtein.editops(meant, typed)
        if each.tag == "replace"
    ]
    return all({one, other} <= vowels or _beside(one.lower(), other.lower()) for one, other in swapped)


def _beside(one: str, other: str) -> bool:
    if one == other or one not in _PLACE or other not in _PLACE:
        return one == other
    (row, column), (other_row, other_column) = sorted((_PLACE[one], _PLACE[other]))
    # Each row of a keyboard begins half a key further to the right.
    return (other_row - row, other_column - column) in ((0, 1), (0, -1), (1, 0), (1, -1))


def _keys(letter: str) -> str:
    if "가" <= letter <= "힣":
        number = ord(letter) - ord("가")
        return _FIRST[number // 588] + _VOWEL[number // 28 % 21] + _LAST[number % 28]
    return _JAMO.get(letter, letter.lower())
