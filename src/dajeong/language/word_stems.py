"""What of a Korean word stays the same when it is inflected: 취소했어요 -> 취소, 끊겨요 -> 끊기, 끊겨, 끊긴 ..."""

import re

from dajeong.language.syllables import of_parts, parts

# Vowels that stand for each other when an ending is added.
_FAMILIES = (
    ("ㅣ", "ㅕ"), ("ㅗ", "ㅘ"), ("ㅜ", "ㅝ"), ("ㅡ", "ㅓ"), ("ㅡ", "ㅏ"), ("ㅚ", "ㅙ"),
)  # fmt: skip
# Final consonants that an ending brings: 온, 올, 옴, 옵니다, 왔다.
_BROUGHT = ("", *"ㄴㄹㅁㅂㅆ")
# Verbs of one syllable; two-syllable words that begin with one are not nouns: 늦게, 받고.
_SHORT_VERBS = frozenset("늦받없있많적작끊막열닫틀맞잃찾깨찢썩젖묻얻빼넣걸믿참싫좋높낮길짧넓좁")
# Verbs of one open syllable that are asked for as they are: 오나요, 되나요.
_OPEN_VERBS = frozenset("가되보사쓰오주")
_ENDING_CHARACTERS = (
    "가거게겠고구기까나냐네느는니다더던데도독든듯라락래려록를리마면버보봐서세셔수"
    "습시신실싶아안않야어었여였오요으은을음자잖점조종죠주중줘줬지진질한할함합해했"
)
_MADE_VERB = re.compile(
    rf"^(.{{2,}}?)(?:하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|받|당|시키|시켜|시킨|났|난)[{_ENDING_CHARACTERS}]*$"
)
_ENDINGS = tuple(
    sorted(
        (
            "았어요", "었어요", "였어요", "았는데", "었는데", "았는데요", "었는데요", "았습니다", "었습니다", "아요", "어요", "여요", "에요",
            "습니다", "습니까", "니다", "니까", "네요", "는데요", "는데", "데요", "거든요", "잖아요", "군요", "나요", "지요", "죠",
            "다가", "다니", "다니요", "더니", "던데", "던데요", "더라고요", "더라구요", "고요", "구요",
            "지만", "으면", "으니까", "으려고", "려고요", "려고", "아서", "어서", "여서",
            "을게요", "게요", "을까요", "까요", "아야", "어야", "으세요", "세요", "으시", "자마자", "도록",
            "느라",
            "았다", "었다", "는다", "는지", "은지", "을지", "았", "었", "요", "겠어요", "겠네요", "겠습니다",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip
# These may as well be the end of a noun, so at least two syllables must be left before them; before those of the second row
# the last of them open: 누르지, but not 배송지.
_DOUBTFUL = ("고", "다", "네", "데", "게", "던", "나")
_MORE_DOUBTFUL = ("지", "기", "서", "면", "자")
# What makes a sentence of a noun.
_COPULAS = (
    "이라니요",
    "이라니",
    "이요",
    "이라고요",
    "이에요",
    "이예요",
    "예요",
    "입니다",
    "입니까",
    "인가요",
    "이네요",
    "인데요",
    "이라서",
    "이지만",
)
_PARTICLES = tuple(
    sorted(
        (
            "이라고", "라고", "으로부터", "한테서", "에게서", "인데", "이라는", "라는", "라서", "이라도", "까지", "부터", "처럼", "보다", "마다",
            "조차", "밖에", "에서", "에게", "한테", "께서", "으로", "이랑", "이나", "이고", "은", "는", "이", "가", "을", "를", "에", "의", "와", "과",
            "도", "만", "로", "랑", "님", "들",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip


def word_stems(word: str) -> frozenset[str]:
    """Return beginnings, one of which every form of ``word`` has that means the same; at least one, none empty.

    ``word`` is Hangul only. Rules, not a dictionary: a noun may lose a syllable too many, and then more is found.
    """
    stem, verb = _cut(word)
    if not verb:
        return frozenset({stem})
    return frozenset({*(stem[:-1] + last for last in _forms_of(stem[-1])), *_irregular(stem)})


def _cut(word: str) -> tuple[str, bool]:
    """Return what is left without particles and endings, and whether its last syllable may change as a verb's does."""
    if len(word) <= 2:
        if len(word) == 2 and word[0] in _SHORT_VERBS and word[1] in _ENDING_CHARACTERS:
            return word[0], False
        if len(word) == 2 and (
            word[1] == "요" or parts(word[0])[2] == "ㅆ" or (word[1] == "다" and parts(word[0])[2] == "ㄴ")
        ):
            return word[0], True
        return word, parts(word[-1])[2] == "ㅆ"
    made = _MADE_VERB.match(word)
    if made:
        return made[1], False
    for copula in _COPULAS:
        if word.endswith(copula) and len(word) >= len(copula) + 2:
            return word.removesuffix(copula), False
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        # 화나요 is not 화 with an ending, but 오나요 is 오 with one.
        if rest not in ("", word) and (ending != "나요" or len(rest) > 1 or rest in _OPEN_VERBS):
            return _without_becoming(rest), True
    if word[-1] in _DOUBTFUL or (word[-1] in _MORE_DOUBTFUL and not parts(word[-2])[2]):
        return word[:-1], True
    for particle in _PARTICLES:
        rest = word.removesuffix(particle)
        if rest != word and len(rest) >= 2:
            return rest, False
    return word, parts(word[-1])[2] in tuple("ㄴㄹㅁㅆ")


def _without_becoming(stem: str) -> str:
    """Return a stem without -어지다 and the vowel before it: 느려졌 -> 느려, 늦어졌 -> 늦."""
    if len(stem) < 3 or stem[-1] not in "지져졌진" or parts(stem[-2])[1] not in "ㅏㅐㅓㅕㅘㅝ":
        return stem
    shorter = stem[:-1]
    return shorter[:-1] if shorter[-1] in "아어" and parts(shorter[-2])[2] else shorter


def _forms_of(syllable: str) -> set[str]:
    """Return the syllables that this last syllable of a stem becomes before endings, itself among them."""
    first, vowel, tail = parts(syllable)
    if tail not in _BROUGHT:
        return {syllable}
    vowels = {vowel}.union(*(family for family in _FAMILIES if vowel in family))
    return {of_parts(first, each, end) for each in vowels for end in _BROUGHT}


def _irregular(stem: str) -> set[str]:
    """Return stems that change more than their last vowel: 어려워 -> 어렵, 몰라 -> 모르, 모르 -> 몰라."""
    if len(stem) < 2:
        return set()
    before, last = stem[-2], stem[-1]
    first, vowel, tail = parts(before)
    if last in "우워운울웠" and not tail:
        return {stem[:-2] + of_parts(first, vowel, "ㅂ")}
    if last in "라러랐렀" and tail == "ㄹ":
        return {stem[:-2] + of_parts(first, vowel) + "르"}
    if last == "르" and not tail:
        return {stem[:-2] + of_parts(first, vowel, "ㄹ") + each for each in "라러랐렀"}
    return set()
