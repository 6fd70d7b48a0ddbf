"""Whether a message answers a question: the value for a slot, the option chosen."""

import difflib
import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from dajeong.conversation.conversation import Heard
from dajeong.playbook.slot import Slot

# Below this likeness a typed answer is not the option (1 is identical).
LIKE = 0.8
# A piece of a message with fewer letters is a filler ("네", "그럼"), not a clause.
SHORTEST_CLAUSE = 5
LONGEST_SETTLED = 24
# A number with fewer signs may well end like another one.
SHORTEST_NUMBER = 6
_PIECES = re.compile(r"[.!?~\n,;]+|\s(?:그리고|근데|그런데|또|참|and|also|but)\s", re.IGNORECASE)
_ASKING = re.compile(
    r"얼마|언제|며칠|몇\s|어떻게|어떡|어디|누가|누구|무슨|뭐가|뭐예|뭔가|왜\s|왜요|차이"
    r"|\b(?:how|when|what|why|where|who|which)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"(?:아\s?|네\s?|예\s?|넵\s?|그럼\s?|걍\s?|그냥\s?)*"
    r"(?:괜찮아|괜찮습니다|알겠|알았어|알았습니다|이해했|확인했|오케이|ㅇㅋ|ㅇㅇ|오키|충분|됐어|됐습니다|해결됐|해결되|잘\s?됐|기다릴|기다려\s?볼|기다리|기다림"
    r"|ok(?:ay)?\b|got it|i see|fine\b|all good|that'?s (?:fine|all|it)|i(?:'ll| will) wait|no problem|understood)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"^(?:아+\s?|음+\s?|에이\s?|근데\s?|그럼\s?)*(?:아니(?:다|야|에요|요)?[\s,.!]|아뇨[\s,.]|그냥\s|걍\s|차라리\s|생각해\s?보니)"
    r"|말고\s|대신에?\s|마음이\s?바뀌|^(?:no|actually|never mind)\b|\binstead\b|\brather\b|changed my mind",
    re.IGNORECASE,
)
_BUT = re.compile(r"(?:^|\s)(?:근데|그런데|다만|하지만|그렇지만)(?:\s|$)|\b(?:but|however|though)\b", re.IGNORECASE)
# "환불 말고", "교환은 아니고": what is named so is what the customer does not want.
_NOT_THIS = (
    r"(?:은|는|이|가|을|를|으로|로|하기|하지)?(?:말고|아니고|아니라|아닌|대신|싫|안할|안해|안하|말아|마세요|마요|지마)"
)
_NOISE = re.compile(r"[\s.,!?~^\"'()]+")
# Words that say yes or no by themselves: they count only where they stand alone, not in "네이버" or "대응이".
_YES = frozenset("네 예 응 어 넵 네네 그래 그래요 좋아요 yes yeah yep ok okay sure".split())
_NO = frozenset("아니 아니요 아니오 아뇨 싫어요 no nope nah".split())
_ORDINALS = (
    ("1번", "첫번째", "첫째", "처음거", "first", "thefirst", "option1", "number1", "1"),
    ("2번", "두번째", "둘째", "second", "thesecond", "option2", "number2", "2"),
    ("3번", "세번째", "셋째", "third", "thethird", "option3", "number3", "3"),
    ("4번", "네번째", "넷째", "fourth", "thefourth", "option4", "number4", "4"),
    ("5번", "다섯번째", "fifth", "thefifth", "option5", "number5", "5"),
)


class Choosable(Protocol):
    """Anything with a label and a value: a scenario's option, a reply's button."""

    @property
    def label(self) -> str: ...

    @property
    def value(self) -> str: ...


C = TypeVar("C", bound=Choosable)


def value_for(slot: Slot, heard: Heard) -> str | None:
    """Return the value the message gives for ``slot`` in canonical form, or None when it gives none that fits."""
    if slot.type == "choice":
        option = option_of(heard, slot.options)
        return option.value if option else None
    if slot.type == "yes_no":
        return _yes_no(heard)
    if slot.type == "text":
        text = heard.text.strip()
        return text if 0 < len(text) <= slot.longest else None
    return _entity_for(slot, heard)


def named_in(slot: Slot, heard: Heard) -> str | None:
    """Return the value a message gives for ``slot`` without having been asked: only what cannot be anything else."""
    if slot.type in ("text", "yes_no", "number", "amount", "date"):
        return None
    if slot.type == "choice":
        said = _bare(heard.text)
        named = [
            option
            for option in slot.options
            if any(len(_bare(name)) >= 2 and _bare(name) in said for name in (option.label, *option.also))
        ]
        return named[0].value if len(named) == 1 else None
    return _entity_for(slot, heard)


def option_of(heard: Heard, options: Sequence[C]) -> C | None:
    """Return the option a message chooses: by button, by name, by place in the list, or with a slip of the pen."""
    if heard.choice is not None:
        return next((option for option in options if option.value == heard.choice), None)
    said = _bare(heard.text)
    if not said:
        return None
    for option, ordinals in zip(options, _ORDINALS, strict=False):
        if said in ordinals or any(said == f"{ordinal}{end}" for ordinal in ordinals for end in _ENDINGS):
            return option
    exact = [option for option in options if said in _names(option)]
    named = exact or _most_telling(heard.text, options)
    if len(named) == 1:
        return named[0]
    close = [
        (difflib.SequenceMatcher(None, said, name).ratio(), number)
        for number, option in enumerate(options)
        for name in _names(option)
    ]
    if not named and close and max(close)[0] >= LIKE:
        return options[max(close)[1]]
    return _yes_no_option(heard, options)


_ENDINGS = ("이요", "요", "이에요", "예요", "으로요", "으로해주세요", "으로할게요", "please")


def asks_back(heard: Heard, options: Sequence[Choosable]) -> bool:
    """Whether words that name an option only ask about it: "환불하면 얼마나 걸려요?" chooses nothing yet."""
    act = heard.reading.speech_act if heard.reading else "other"
    if act not in ("question", "other") and "?" not in heard.text:
        return False
    if is_named(heard, options):
        return False
    return bool(_ASKING.search(heard.text))


def says_more(heard: Heard, option: Choosable | None) -> bool:
    """Whether a message that chooses ``option`` (None: says yes or no) says something else, in a clause of its own."""
    names = [name for name in _names(option) if len(name) > 2 or not name.isascii()] if option is not None else []
    clauses = [bare for piece in _PIECES.split(heard.text) if len(bare := _bare(piece)) >= SHORTEST_CLAUSE]
    said = [clause for clause in clauses if any(name in clause or clause in name for name in names)]
    first = clauses[:1] if not said else []
    return len(clauses) > len(said) + len(first)


def is_settled(heard: Heard) -> bool:
    """Whether a short message says that all is well without saying yes: "알겠어요", "기다릴게요 괜찮아요"."""
    return len(heard.text) <= LONGEST_SETTLED and bool(_SETTLED.match(heard.text.strip()))


def has_a_but(heard: Heard) -> bool:
    """Whether a kind word is followed by something else: "감사합니다 근데 상자가 찌그러졌더라고요"."""
    return bool(_BUT.search(heard.text))


def is_named(heard: Heard, options: Sequence[Choosable]) -> bool:
    """Whether the message is nothing but the name of one of the options."""
    said = _bare(heard.text)
    return any(said in _names(option) for option in options)


def is_same(one: str, other: str) -> bool:
    """Whether two numbers differ only in how they were written: "DJ-2026-1101", "20261101" and "DJ20261101"."""
    bare = [re.sub(r"[\W_]", "", value).upper() for value in (one, other)]
    return bare[0] == bare[1] or (
        min(map(len, bare)) >= SHORTEST_NUMBER and (bare[0].endswith(bare[1]) or bare[1].endswith(bare[0]))
    )


def means_instead(heard: Heard) -> bool:
    """Whether what is wanted now takes the place of what was wanted before: "아니다, 교환할게요", "그냥 환불해 주세요"."""
    return bool(_INSTEAD.search(heard.text.strip()))


def _most_telling(text: str, options: Sequence[C]) -> list[C]:
    """Return the options named in ``text``; one whose name is only a part of another's that is named too does not count."""
    named = [(option, name) for option in options for name in _names(option) if _is_in(name, text)]
    longest = [option for option, name in named if not any(name != other and name in other for _, other in named)]
    return list({option.value: option for option in longest}.values())


def _is_in(name: str, text: str) -> bool:
    """Whether an option's name stands in ``text``; short words and Latin ones only as words of their own."""
    if name.isascii() or name in _YES or name in _NO or len(name) < 2:
        words = {_bare(word) for word in re.split(r"[\s.,!?~]+", text)}
        return name in words or (len(name) > 2 and name.isascii() and bool(_whole(name).search(_bare_spaced(text))))
    return bool(re.search(f"{re.escape(name)}(?!{_NOT_THIS})", _bare(text)))


def _whole(name: str) -> re.Pattern[str]:
    spaced = r"\s*".join(re.escape(letter) for letter in name)
    return re.compile(rf"(?<![a-z0-9]){spaced}(?![a-z0-9])")


def _bare_spaced(text: str) -> str:
    return " ".join(text.lower().split())


def _names(option: Choosable) -> tuple[str, ...]:
    names = (option.label, *getattr(option, "also", ()), option.value)
    # "네 취소해 주세요" stands for every yes, whatever else is said with it.
    first = [word for word in map(_bare, option.label.split()[:1]) if word in _YES or word in _NO]
    return (*(bare for name in names if (bare := _bare(name))), *first)


def _bare(text: str) -> str:
    return _NOISE.sub("", text).lower()


def _yes_no(heard: Heard) -> str | None:
    if heard.choice in ("yes", "no"):
        return heard.choice
    act = heard.reading.speech_act if heard.reading else "other"
    return {"yes": "yes", "no": "no", "cancel": "no"}.get(act)


def _yes_no_option(heard: Heard, options: Sequence[C]) -> C | None:
    """A yes or no chooses the one option that stands for it."""
    answer = _yes_no(heard)
    if answer is None:
        return None
    words = _YES if answer == "yes" else _NO
    standing = [option for option in options if option.value == answer or words & set(_names(option))]
    return standing[0] if len(standing) == 1 else None


def _entity_for(slot: Slot, heard: Heard) -> str | None:
    entities = heard.reading.entities if heard.reading else ()
    kinds: set[str | None] = {slot.pattern} if slot.type == "pattern" else {slot.type}
    if slot.type == "number":
        kinds = {"number", "amount"}
    for entity in entities:
        if entity.kind in kinds and _within(slot, entity.value):
            return entity.value
    return None


def _within(slot: Slot, value: str) -> bool:
    if slot.at_least is None and slot.at_most is None:
        return True
    try:
        number = float(value)
    except ValueError:
        return False
    return (slot.at_least is None or number >= slot.at_least) and (slot.at_most is None or number <= slot.at_most)
