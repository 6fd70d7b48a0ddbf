"""Finding personal data in a text before anything of it is kept."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from dajeong.conversation.token import PersonalDataKind

__all__ = ["Found", "PersonalDataKind", "Recogniser", "Scanner"]

WINDOW = 2_000
OVERLAP = 200
# A match longer than this is a sentence, not an order number: it may not switch the search off.
LONGEST_ALLOWED = 60

# Kinds whose edges are uncertain; the other kinds are numbers and addresses with a form of their own.
SOFT: frozenset[PersonalDataKind] = frozenset({"name", "address", "personal"})
# Decides between finds of one length: the kind that would hurt more wins.
_GRAVITY: tuple[PersonalDataKind, ...] = (
    "resident_number",
    "foreigner_number",
    "card",
    "email",
    "phone",
    "passport",
    "driver_license",
    "account",
    "business_number",
    "birth_date",
    "vehicle",
    "address",
    "name",
    "personal",
)
_MOBILE = re.compile(r"(?:82)?0?1[016789]\d{7,8}")
_DIGITS_OF_A_NUMBER = 7
_ALNUM = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_SAYS_A_PLACE = re.compile(r"\d|[가-힣](?:시|도|군|구|읍|면|동|리|로|길)(?![가-힣])")
# Said right before a number, these outweigh a pattern of the playbook that happens to fit it.
_NAMED_BEFORE = re.compile(
    r"(?:주민(?:등록)?|외국인\s?등록|카드|계좌|전화|연락처|휴대폰|핸드폰|여권|면허)\s?(?:번호)?\s?(?:은|는|이|가|:)?\s?$"
)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data: code points ``start`` to ``end`` of the text. Its ``repr`` hides the words."""

    kind: PersonalDataKind
    start: int
    end: int
    text: str = field(repr=False)


class Recogniser(Protocol):
    """Anything that can point at personal data. It may overlap itself and others; the scanner settles that."""

    def find(self, text: str) -> Sequence[Found]:
        """Return the personal data of ``text`` (at most 2,000 code points), in any order."""
        ...


class Searcher(Protocol):
    """Anything that says what of a text must not be kept: the scanner, or one that remembers what it has searched."""

    def find(self, text: str, keep: Sequence[re.Pattern[str]] = ()) -> tuple[Found, ...]:
        """Return what must not be kept, in order, without overlaps; ``keep`` adds patterns for this text."""
        ...


def log_failure(recogniser: str, error: str) -> None:
    """Report that a recogniser failed, by the names of its class and of the error only."""
    _log.error("personal_data.recogniser_failed", recogniser=recogniser, error=error)


class Scanner:
    """All recognisers as one: overlaps settled, known harmless patterns kept, failing closed.

    ``allow`` lists patterns that are never personal data (representative numbers, dates, barcodes).
    ``report`` is told when a recogniser fails: class name and error name, never words.
    """

    def __init__(
        self,
        recognisers: Sequence[Recogniser],
        allow: Sequence[re.Pattern[str]] = (),
        report: Callable[[str, str], None] = log_failure,
    ) -> None:
        self._recognisers = tuple(recognisers)
        self._allow = tuple(allow)
        self._report = report

    def find(self, text: str, keep: Sequence[re.Pattern[str]] = ()) -> tuple[Found, ...]:
        """Return what must not be kept, in order, without overlaps; ``keep`` adds patterns for this text.

        When a recogniser raises, the whole text is one ``personal`` find: too much is hidden, never too little.
        """
        raw: list[Found] = []
        for start in range(0, max(1, len(text) - OVERLAP), WINDOW - OVERLAP):
            found = self._in_window(text[start : start + WINDOW])
            if found is None:
                return (Found("personal", 0, len(text), text),)
            raw.extend(Found(f.kind, f.start + start, f.end + start, f.text) for f in found)
        if not raw:
            return ()
        allowed = _allowed_spans(text, (*self._allow, *keep))
        kept = [rest for found in raw for rest in _outside_allowed(found, allowed, text)]
        return settle(kept, text)

    def _in_window(self, text: str) -> list[Found] | None:
        found: list[Found] = []
        for recogniser in self._recognisers:
            try:
                found.extend(recogniser.find(text))
            except Exception as error:  # whatever a library throws, the customer's words must not pass unread
                self._report(type(recogniser).__name__, type(error).__name__)
                return None
        return found


def settle(found: Iterable[Found], text: str) -> tuple[Found, ...]:
    """Settle overlaps: the longest gives the kind, the union is covered, nothing found is lost.

    A number or an e-mail address inside an uncertain span (an address that swallowed a phone number) keeps its own
    kind and cuts the span, so that both can be used by their own token.
    """
    finds = list(found)
    hard = _union([f for f in finds if _has_own_form(f)], text)
    soft = [piece for f in finds if not _has_own_form(f) for piece in _cut(f, [(h.start, h.end) for h in hard], text)]
    return tuple(sorted([*hard, *_union(soft, text)], key=lambda f: f.start))


def _has_own_form(found: Found) -> bool:
    if found.kind in SOFT:
        return False
    return found.kind == "email" or len(_DIGIT.findall(found.text)) >= _DIGITS_OF_A_NUMBER or found.kind == "phone"


def _union(found: list[Found], text: str) -> list[Found]:
    groups: list[list[Found]] = []
    end = -1
    for find in sorted(found, key=lambda f: (f.start, -f.end)):
        if groups and (find.start < end or _one_address(groups[-1][-1], find, text)):
            groups[-1].append(find)
        else:
            groups.append([find])
        end = max(end, find.end)
    merged = []
    for group in groups:
        kind = min(group, key=lambda f: (f.start - f.end, _GRAVITY.index(f.kind))).kind
        start, stop = group[0].start, max(f.end for f in group)
        merged.append(Found(kind, start, stop, text[start:stop]))
    return merged


def _one_address(first: Found, second: Found, text: str) -> bool:
    """Say whether two neighbouring finds are street and flat of one address."""
    between = text[first.end : second.start]
    return first.kind == second.kind == "address" and len(between) <= 3 and not between.strip(" ,()")


def _cut(found: Found, spans: Sequence[tuple[int, int]], text: str) -> list[Found]:
    """Return what is left of a find around the spans, without the empty edges."""
    pieces, start = [], found.start
    for left, right in sorted(spans):
        if right <= found.start or left >= found.end:
            continue
        pieces.append((start, left))
        start = max(start, right)
    pieces.append((start, found.end))
    left_over = []
    for begin, stop in pieces:
        words = text[begin:stop]
        if begin < stop and _ALNUM.search(words):
            begin += len(words) - len(words.lstrip())
            stop -= len(words) - len(words.rstrip())
            left_over.append(Found(found.kind, begin, stop, text[begin:stop]))
    return left_over


def _allowed_spans(text: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    return [
        match.span()
        for pattern in patterns
        for match in pattern.finditer(text)
        if 0 < match.end() - match.start() <= LONGEST_ALLOWED and _stands_alone(text, *match.span())
    ]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a match is a whole number or code, not a piece of a longer one."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if re.search(r"[0-9A-Za-z]$|[0-9A-Za-z][-.]$", before) and re.match(r"[0-9A-Za-z]", text[start]):
        return False
    return not (re.match(r"[0-9A-Za-z]|[-.][0-9A-Za-z]", after) and re.match(r"[0-9A-Za-z]", text[end - 1]))


def _outside_allowed(found: Found, allowed: Sequence[tuple[int, int]], text: str) -> list[Found]:
    touching = [span for span in allowed if span[0] < found.end and found.start < span[1]]
    if not touching or _speaks_for_itself(found) or _NAMED_BEFORE.search(text[max(0, found.start - 20) : found.start]):
        return [found]
    pieces = _cut(found, touching, text)
    if found.kind == "address":
        return [piece for piece in pieces if _SAYS_A_PLACE.search(piece.text)]
    if found.kind in SOFT:
        return pieces
    # A number is one thing: unless one allowed match is all of it, all of it is hidden. Four harmless groups of four
    # digits are still a card.
    whole = any(not any(_DIGIT.search(rest.text) for rest in _cut(found, [span], text)) for span in touching)
    return [] if whole else [found]


def _speaks_for_itself(found: Found) -> bool:
    """Say whether a find is what it seems to be, whatever pattern also fits it."""
    if found.kind in ("email", "birth_date"):
        return True
    return found.kind == "phone" and _MOBILE.fullmatch("".join(_DIGIT.findall(found.text))) is not None
