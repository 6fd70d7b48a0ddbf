"""Which option a message chooses: by button, name, place or letter, or with a slip of the pen; none when two are as near."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.dialogue.spelling import slips

# "환불 말고", "교환은 아니고": what is named so is what the customer does not want.
_NOT_THIS = (
    r"(?:은|는|이|가|을|를|으로|로|하기|하지)?(?:말고|아니고|아니라|아닌|대신|싫|안할|안해|안하|말아|마세요|마요|지마)"
)
_INSTEAD_OF = re.compile(r"^.*(?:말고|아니고|아니라|\bnot\s\S+\s(?:but|,))\s*(?=\S)", re.IGNORECASE | re.DOTALL)
_NOISE = re.compile(r"[\s.,!?~^\"'()]+")
# Words that say yes or no by themselves: they count only where they stand alone, not in "네이버" or "대응이".
_YES = frozenset("네 예 응 어 넵 네네 그래 그래요 좋아요 yes yeah yep ok okay sure".split())
_NO = frozenset("아니 아니요 아니오 아뇨 싫어요 no nope nah".split())
# How a choice ends: "B로 할게요", "라지 사이즈로 바꿔 주세요", "두 번째 걸로요".
_ENDING = re.compile(
    r"(?<=.)(?:(?:사이즈|색상|색깔|색|컬러|종류|타입|옵션|쪽|거|것|걸|껄|꺼)?(?:이?로|으로|을|"
    r"를)?(?:이?요|이에요|예요|입니다|이야|할게요|할래요|할께요|하겠습니다|하죠|해요|해줘요?|"
    r"해주세요|주세요|줘요?|부탁(?:해요|드려요|드립니다)|선택(?:할게요)?|바꿔주세요|바꿀게요|갈게요|갑니다|please|one|instead)?|이)$"
)
_LEADING = re.compile(
    r"^(?:(?:아|음|그럼|저는|전|저|그냥|네|넵|그|이거요?,?|이걸로요?,?|the|option|number|no\.?|i'?ll take|옵션)\s+)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\s.,!?~]+")
# A longer message says something; a slip of the pen in it is no choice.
_MOST_WORDS = 5
_NATIVE = ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟")
_SINO = ("일", "", "삼", "사", "오", "육", "칠", "팔")  # "이번" is rather "this time".
_SHORT_ORDINAL = ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_CARDINAL = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_CIRCLED = "①②③④⑤⑥⑦⑧"
_LETTERS = {
    "에이": "a", "비": "b", "씨": "c", "디": "d", "에프": "f", "에스": "s", "엠": "m", "엘": "l", "엑스라지": "xl", "엑스엘": "xl",
    "투엑스라지": "xxl", "스몰": "s", "미디엄": "m", "라지": "l", "small": "s", "medium": "m", "large": "l",
}  # fmt: skip
_LETTERED = re.compile(r"(?:plan|option|type|course)?([a-z]|x+[sl])(?:안|형|타입|번|코스|플랜|세트|사이즈|요금제)?")


class Choosable(Protocol):
    """Anything with a label and a value: a scenario's option, a reply's button."""

    @property
    def label(self) -> str: ...

    @property
    def value(self) -> str: ...


C = TypeVar("C", bound=Choosable)


def option_of(heard: Heard, options: Sequence[C]) -> C | None:
    """Return the option a message chooses, or None: also when two are named, or are as near to what was typed."""
    if heard.choice is not None:
        return next((option for option in options if option.value == heard.choice), None)
    # "검정 말고 흰색": only what comes behind is wanted.
    text = _INSTEAD_OF.sub("", heard.text)
    said = bare(text)
    if not said:
        return None
    if (place := _place_of(text, len(options))) is not None:
        return options[place]
    exact = [option for option in options if said in names_of(option)]
    named = exact or _most_telling(text, options)
    if len(named) == 1:
        return named[0]
    if named:
        return _yes_no_option(heard, options)
    return (
        _lettered(text, options)
        or _by_one_word(text, options)
        or _misspelt(text, options)
        or _yes_no_option(heard, options)
    )


def is_named(heard: Heard, options: Sequence[Choosable]) -> bool:
    """Whether the message is nothing but the name of one of the options."""
    said = bare(heard.text)
    return any(said in names_of(option) for option in options)


def pressed_button(c: Conversation, choice: str | None, text: str) -> str | None:
    """Return the value of the button a message stands for: one that was shown, or one of the last reply whose label was typed.

    Some channels send a button as its words, and who types them feels no more by it than who presses.
    """
    if choice is not None and any(each.value == choice for reply in c.replies for each in reply.choices):
        return choice
    choices = c.last_reply.choices if c.last_reply is not None else ()
    said = [bare(each) for each in (text, _LEADING.sub("", text.strip()))]
    typed = {*said, *map(_core, said)}
    return next((each.value for each in choices if bare(each.label) in typed), None)


def yes_or_no(heard: Heard) -> str | None:
    """Return "yes" or "no" when the message says so by button or in words; whoever stops says no."""
    if heard.choice in ("yes", "no"):
        return heard.choice
    act = heard.reading.speech_act if heard.reading else "other"
    return {"yes": "yes", "no": "no", "cancel": "no"}.get(act)


def names_of(option: Choosable) -> tuple[str, ...]:
    """Every name of ``option``, bare: its label, its other names, its value, and the yes or no it begins with."""
    names = (option.label, *getattr(option, "also", ()), option.value)
    # "네 취소해 주세요" stands for every yes, whatever else is said with it.
    first = [word for word in map(bare, option.label.split()[:1]) if word in _YES or word in _NO]
    return (*(name for each in names if (name := bare(each))), *first)


def bare(text: str) -> str:
    """``text`` in small letters without spaces and punctuation."""
    return _NOISE.sub("", text).lower()


def _place_of(text: str, count: int) -> int | None:
    """The place in a list of ``count`` that a message names: "2번", "두 번째 거", "맨 위", "the last one"."""
    said = bare(_LEADING.sub("", text.strip()))
    for shorter in (said, _core(said)):
        for place in range(min(count, len(_CIRCLED))):
            if shorter in _ordinals(place):
                return place
        for words, place in _places(count):
            if shorter in words:
                return place
    return None


@lru_cache(maxsize=len(_CIRCLED))
def _ordinals(place: int) -> frozenset[str]:
    """Every name of a place in a list, whatever its length."""
    number, english = str(place + 1), _ENGLISH[place]
    digits = ("", "번", "번째", "번쨰")
    names = [f"{number}{end}" for end in digits] + [f"{word}{number}" for word in ("option", "number", "#")]
    names += [_CIRCLED[place], f"{_NATIVE[place]}번째", _SHORT_ORDINAL[place]]
    names += [english, f"the{english}", f"{english}option", _CARDINAL[place], f"number{_CARDINAL[place]}"]
    names += [f"{_SINO[place]}번"] if _SINO[place] else []
    return frozenset(names + (["처음"] if place == 0 else []))


def _core(said: str) -> str:
    """A choice without its ending: "두번째걸로할게요" -> "두번째"."""
    return _ENDING.sub("", said, count=1)


def _lettered(text: str, options: Sequence[C]) -> C | None:
    """The option of that letter or size: "비안이요", "엘 사이즈", "option b"."""
    wanted = _letter(_core(bare(_LEADING.sub("", text.strip()))))
    if wanted is None:
        return None
    fitting = [option for option in options if wanted in {_letter(name) for name in names_of(option)}]
    return fitting[0] if len(fitting) == 1 else None


def _letter(name: str) -> str | None:
    for spoken, letter in _LETTERS.items():
        if name.startswith(spoken) and _LETTERED.fullmatch(letter + name[len(spoken) :]):
            return letter
    match = _LETTERED.fullmatch(name)
    return match[1] if match else None


def _by_one_word(text: str, options: Sequence[C]) -> C | None:
    """The option of whose name a message says one word or the beginning, if no other has it: "편의점이요" for "편의점 접수"."""
    said = _core(bare(_LEADING.sub("", text.strip())))
    if len(said) < (3 if said.isascii() else 2):
        return None
    fitting = [
        option for option in options if bare(option.label).startswith(said) or said in map(bare, option.label.split())
    ]
    return fitting[0] if len(fitting) == 1 else None


def _misspelt(text: str, options: Sequence[C]) -> C | None:
    """The one option that is fewest slips away from some words of the message."""
    words = [word for word in _WORD.split(text.lower()) if word]
    if len(words) > _MOST_WORDS:
        return None
    pieces = {"".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    # A piece by itself first: the ending of "노랑이" may be part of a name.
    typed = {word for piece in pieces for word in (piece, _core(piece)) if len(word) > 1}
    near = [
        (min(counts), number)
        for number, option in enumerate(options)
        if (counts := [c for name in names_of(option) for word in typed if (c := slips(word, name)) is not None])
    ]
    best = [number for count, number in near if count == min(near)[0]]
    return options[best[0]] if len(best) == 1 else None


def _most_telling(text: str, options: Sequence[C]) -> list[C]:
    """Return the options named in ``text``; one whose name is only a part of another's that is named too does not count."""
    named = [(option, name) for option in options for name in names_of(option) if _is_in(name, text)]
    longest = [option for option, name in named if not any(name != other and name in other for _, other in named)]
    return list({option.value: option for option in longest}.values())


def _is_in(name: str, text: str) -> bool:
    """Whether an option's name stands in ``text``; short words and Latin ones only as words of their own."""
    if name.isascii() or name in _YES or name in _NO or len(name) < 2:
        words = {bare(word) for word in _WORD.split(text)}
        return name in words or (len(name) > 2 and name.isascii() and bool(_whole(name).search(_spaced(text))))
    # "12개월" does not name "2개월".
    digits = r"(?<!\d)" if name[0].isdigit() else ""
    return bool(re.search(f"{digits}{re.escape(name)}(?!{_NOT_THIS})", bare(text)))


def _whole(name: str) -> re.Pattern[str]:
    spaced = r"\s*".join(re.escape(letter) for letter in name)
    return re.compile(rf"(?<![a-z0-9]){spaced}(?![a-z0-9])")


def _spaced(text: str) -> str:
    return " ".join(text.lower().split())


def _yes_no_option(heard: Heard, options: Sequence[C]) -> C | None:
    """A yes or no chooses the one option that stands for it."""
    answer = yes_or_no(heard)
    if answer is None:
        return None
    words = _YES if answer == "yes" else _NO
    standing = [option for option in options if option.value == answer or words & set(names_of(option))]
    return standing[0] if len(standing) == 1 else None


def _places(count: int) -> tuple[tuple[frozenset[str], int], ...]:
    """Words for places in a list of ``count``: of two there is an upper and a former one, of three a middle one."""
    top = "맨위 맨위에 젤위 젤위에 제일위 제일위에 가장위 top thetop".split()
    last = "마지막 맨끝 제일마지막 젤마지막 맨마지막 맨아래 맨아래에 맨밑 맨밑에 제일아래 제일밑 last thelast bottom thebottom".split()
    if count == 2:
        top += "위 위에 위쪽 전자 former theformer".split()
        last += "아래 아래에 밑 밑에 아래쪽 밑쪽 후자 latter thelatter".split()
    middle = "가운데 중간 middle themiddle".split() if count == 3 else []
    return (frozenset(top), 0), (frozenset(last), count - 1), (frozenset(middle), 1)
