"""How the forms of a verb begin whose stem has one syllable: 왔는데 -> 오고, 오는, 온다, 올게, 와서, 왔 ...

One syllable begins too many other words (오늘, 온라인, 올해), so a form of it is known by the first syllable of its ending.
"""

from dajeong.language.syllables import of_parts, parts

# What a vowel becomes before an ending that begins with 아 or 어; the others stay.
_CONTRACTED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅡ": "ㅓ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}
_BASES = {"ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅙ": "ㅚ", "ㅕ": "ㅣㅕ", "ㅓ": "ㅡㅓ"}
# How endings go on after the stem itself (오고), after ㄴ (온다), ㄹ (올게) and ㅂ (옵니다), and after the stem with 아 or 어 in
# it (와서); behind a blank, the words that stand after such a form (온 거, 올 때).
_AFTER_BASE = "거게겠고기긴길나네느는니다더던도든듯라러려며면므서세셔셨시신실십자잖죠지"
_AFTER_N, _WORDS_AFTER_N = "가거건걸게다대데지", "거건걸것게날뒤적지채후"
_AFTER_L, _WORDS_AFTER_L = "거걸게까꺼듯때래만수줄지텐", "거건걸것게까때만뻔수줄지텐"
_AFTER_B = "니시"
_AFTER_CONTRACTED = "달도라버보본볼봐서야요있주준줄줘줬"
# How they go on after a stem with a final consonant of its own: 받고, 받아서; after ㄹ also: 열면.
_AFTER_CLOSED = "거게겠고기나네느는다더던든듯습아어았었여였으은을음자잖죠지"
_AFTER_OWN_L = "까래며면"
# Before these a final consonant was brought by the ending; before others it is the stem's own, as it is before a vowel.
_BRINGS = {"ㄴ": "다대데", "ㄹ": "게까래", "ㅂ": "니시"}
# A particle, or the end of many nouns: as the last syllable of a word they say nothing. So do endings of any verb.
_ENDS_OTHERS = "과서어여와해"
_ENDINGS = {"나요", "네요", "서요", "세요", "지요"}
# 들어요 may be of 듣다, and 더워요 is of 덥다.
_D_BECAME, _AFTER_D = "들걸물실", "거게겠고기나네는다던습자지"
# 많이, 없이, 깊이, 같이.
_ADVERBS = ("ㄶ", "ㅄ", "ㅍ", "ㅌ")
# 깨진 is of 깨지다.
_BECAME = "지져졌진질"
_B_BECAME = "우운울워웠"


def short_forms(word: str) -> frozenset[str]:
    """Return beginnings, one of which every form of ``word`` has; ``word`` is an inflected verb, its stem one syllable.

    One that ends in a blank is the end of a word, and a blank within stands between two words. ``왔`` begins nothing else.
    """
    syllable, next_one = word[0], word[1]
    first, vowel, tail = parts(syllable)
    if not tail and len(word) == 2 and next_one in _BECAME:
        return frozenset(syllable + each for each in _BECAME)
    if not tail and next_one in _B_BECAME:
        return frozenset(_closed(of_parts(first, vowel, "ㅂ")))
    if tail == "ㅆ" and syllable != "있":
        return frozenset(_open(first, _BASES.get(vowel, vowel), vowel))
    if not tail:
        bases = {vowel, *_BASES.get(vowel, vowel)} - set("ㅘㅝㅙ")
        return frozenset(_open(first, "".join(bases), _CONTRACTED.get(vowel, vowel)))
    found = set(_closed(syllable))
    if next_one in _BRINGS.get(tail, ""):
        brought = _open(first, vowel, _CONTRACTED.get(vowel, vowel))
        # Before 게 and 까 a ㄹ may be either: 올게요, 열게요.
        return frozenset(found | brought if tail == "ㄹ" else brought)
    return frozenset(found)


def _open(first: str, bases: str, contracted: str) -> set[str]:
    """Return the beginnings of a stem that ends in a vowel: 오, 가, 쓰."""
    if first == "ㅎ" and {*bases, contracted} & set("ㅏㅐ"):
        bases, contracted = "ㅏ", "ㅐ"
    found: set[str] = set()
    for vowel in bases:
        found |= {of_parts(first, vowel) + each for each in _AFTER_BASE}
        now, later, polite = (of_parts(first, vowel, tail) for tail in "ㄴㄹㅂ")
        found |= {now + each for each in _AFTER_N} | {f"{now} {each}" for each in _WORDS_AFTER_N}
        found |= {later + each for each in _AFTER_L} | {f"{later} {each}" for each in _WORDS_AFTER_L}
        found |= {polite + each for each in _AFTER_B}
    short = of_parts(first, contracted)
    found |= {short + each for each in _AFTER_CONTRACTED} - _ENDINGS | {of_parts(first, contracted, "ㅆ")}
    return found | ({f"{short} "} if contracted in "ㅘㅝㅓㅕㅙㅐ" and short not in _ENDS_OTHERS else set())


def _closed(stem: str) -> set[str]:
    """Return the beginnings of a stem that ends in a consonant: 받, and what becomes of 열, 들(듣) and 덥."""
    first, vowel, tail = parts(stem)
    found = {stem + each for each in _AFTER_CLOSED}
    if tail == "ㄹ":
        found |= {stem + each for each in _AFTER_OWN_L}
        found |= {of_parts(first, vowel) + each for each in "네는세셔시"}
        found |= {of_parts(first, vowel, "ㄴ") + "다", of_parts(first, vowel, "ㅂ") + "니"}
    if tail in _ADVERBS:
        found.add(f"{stem}이")
    if stem in _D_BECAME:
        found |= {of_parts(first, vowel, "ㄷ") + each for each in _AFTER_D}
    if tail == "ㅂ":
        found |= {of_parts(first, vowel) + each for each in _B_BECAME}
    return found
