"""Whether a message answers a question: the value for a slot, the option chosen."""

import re
from collections.abc import Sequence

from dajeong.conversation.conversation import Heard
from dajeong.conversation.reading import Reading
from dajeong.dialogue.choice import Choosable, bare, is_named, names_of, option_of, yes_or_no
from dajeong.playbook.slot import OF_ONE_MATTER, Slot

# A piece of a message with fewer letters is a filler ("네", "그럼"), not a clause.
SHORTEST_CLAUSE = 5
# What somebody has noticed who thanks or praises in words.
KIND_WORDS = frozenset({"thanks_word", "pleased_word"})
LONGEST_SETTLED = 32
# A number with fewer signs may well end like another one.
SHORTEST_NUMBER = 6
_PIECES = re.compile(r"[.!?~\n,;]+|\s(?:그리고|근데|그런데|또|참|and|also|but)\s", re.IGNORECASE)
_ASKING = re.compile(
    r"얼마|언제|며칠|몇\s|어떻게|어떡|어디|누가|누구|무슨|뭐가|뭐예|뭔가|왜\s|왜요|차이"
    r"|\b(?:how|when|what|why|where|who|which)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"(?:아[\s,]*|네[\s,]*|예[\s,]*|넵[\s,]*|응[\s,]*|ㅇㅇ[\s,]*|그럼\s?|걍\s?|그냥\s?|이제\s?|다\s?|덕분에\s?)*"
    r"(?:괜찮아|괜찮습니다|알겠|알았어|알았습니다|이해했|확인했|오케이|ㅇㅋ|ㅇㅇ|오키|충분|됐어|됐습니다|해결|처리됐|잘\s?(?:됐|처리)|기다릴|기다려\s?볼|기다리|기다림"
    r"|(?:yes|yep|yup|yeah)?[,\s]*(?:ok(?:ay)?\b|got it|i see|fine\b|all good|all set|sorted|done\b"
    r"|(?:that|it) (?:does|did|sorts?|solves?|settles?|helps?|works?)\b"
    r"|that'?s (?:fine|all|it)|i(?:'ll| will) wait|no problem|understood))",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"^(?:아+\s?|음+\s?|에이\s?|근데\s?|그럼\s?)*(?:아니(?:다|야|에요|요)?[\s,.!]|아뇨[\s,.]|그냥\s|걍\s|차라리\s|생각해\s?보니)"
    r"|말고\s|대신에?\s|마음이\s?바뀌|^(?:no|actually|never mind)\b|\binstead\b|\brather\b|changed my mind",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"^(?:아+\s?)?(?:아니(?:야|에요|요|오)?|아닙니다|아뇨|그게\s?아니(?:고|라)|no|nope|nah)[\s,.!]+\S", re.IGNORECASE
)
_BUT = re.compile(r"(?:^|\s)(?:근데|그런데|다만|하지만|그렇지만)(?:\s|$)|\b(?:but|however|though)\b", re.IGNORECASE)


# Kinds of entity a slot takes, the best first, where they are not called as the slot is.
_TAKES: dict[str, tuple[str, ...]] = {
    "number": ("number", "amount"), "amount": ("amount", "number"), "date_range": ("date_range", "date"), "time_range": ("time_range", "time"),
}  # fmt: skip


def value_for(slot: Slot, heard: Heard, *, asked: bool = True) -> str | None:
    """Return the value the message gives for ``slot`` in canonical form, or None when it gives none that fits.

    Unless the slot was ``asked`` for, only what is of its own kind counts: a bare number is no amount then.
    """
    if slot.type == "choice":
        option = option_of(heard, slot.options)
        return option.value if option else None
    if slot.type == "yes_no":
        return yes_or_no(heard)
    if slot.type == "text":
        text = heard.text.strip()
        return text if 0 < len(text) <= slot.longest else None
    return _entity_for(slot, heard, asked=asked)


def named_in(slot: Slot, heard: Heard) -> str | None:
    """Return the value a message gives for ``slot`` without having been asked: only what cannot be anything else."""
    if slot.type in OF_ONE_MATTER:
        return None
    if slot.type == "choice":
        said = bare(heard.text)
        named = [
            option
            for option in slot.options
            if any(len(bare(name)) >= 2 and bare(name) in said for name in (option.label, *option.also))
        ]
        return named[0].value if len(named) == 1 else None
    return _entity_for(slot, heard, asked=False)


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
    names = [name for name in names_of(option) if len(name) > 2 or not name.isascii()] if option is not None else []
    clauses = [clause for piece in _PIECES.split(heard.text) if len(clause := bare(piece)) >= SHORTEST_CLAUSE]
    said = [clause for clause in clauses if any(name in clause or clause in name for name in names)]
    first = clauses[:1] if not said else []
    return len(clauses) > len(said) + len(first)


def is_settled(heard: Heard) -> bool:
    """Whether a short message says that all is well without saying yes: "알겠어요", "기다릴게요 괜찮아요"."""
    return len(heard.text) <= LONGEST_SETTLED and bool(_SETTLED.match(heard.text.strip()))


def denies(heard: Heard) -> bool:
    """Whether a message begins by saying that this is not it, and goes on: "아니요, 포인트가 궁금해요"."""
    return bool(_DENIES.match(heard.text.strip()))


def has_a_but(heard: Heard) -> bool:
    """Whether a kind word is followed by something else: "감사합니다 근데 상자가 찌그러졌더라고요"."""
    return bool(_BUT.search(heard.text))


def only_laughs(reading: Reading) -> bool:
    """Whether what sounds content has no kind word to show for it: "접시가 왔네요 ㅋㅋㅋ" praises nothing."""
    content = reading.emotion.group == "content" and reading.emotion.dominant != "gratitude"
    return content and bool(reading.evidence) and not any(each.sign in KIND_WORDS for each in reading.evidence)


def is_same(one: str, other: str) -> bool:
    """Whether two numbers differ only in how they were written: "DJ-2026-1101", "20261101" and "DJ20261101"."""
    bare = [re.sub(r"[\W_]", "", value).upper() for value in (one, other)]
    return bare[0] == bare[1] or (
        min(map(len, bare)) >= SHORTEST_NUMBER and (bare[0].endswith(bare[1]) or bare[1].endswith(bare[0]))
    )


def means_instead(heard: Heard) -> bool:
    """Whether what is wanted now takes the place of what was wanted before: "아니다, 교환할게요", "그냥 환불해 주세요"."""
    return bool(_INSTEAD.search(heard.text.strip()))


def _entity_for(slot: Slot, heard: Heard, *, asked: bool) -> str | None:
    """The first value of the best kind. One day answers for a stretch of days; a stretch is no answer where one day is wanted."""
    entities = heard.reading.entities if heard.reading else ()
    kinds = (slot.pattern or "",) if slot.type == "pattern" else _TAKES.get(slot.type, (slot.type,))
    for kind in kinds if asked else kinds[:1]:
        for entity in entities:
            if entity.kind == kind and _within(slot, entity.value):
                single = slot.type in ("date_range", "time_range") and kind != slot.type
                return f"{entity.value}/{entity.value}" if single else entity.value
    return None


def _within(slot: Slot, value: str) -> bool:
    if slot.at_least is None and slot.at_most is None:
        return True
    try:
        number = float(value)
    except ValueError:
        return False
    return (slot.at_least is None or number >= slot.at_least) and (slot.at_most is None or number <= slot.at_most)
