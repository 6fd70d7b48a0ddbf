"""Cuts a reply into sentences and keeps where each one stood."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``text`` is exactly ``original[start:end]``, offsets count code points."""

    text: str
    start: int
    end: int


# What may stand behind a sentence and still belong to it: laughing, crying, hearts, emoji.
FACES = r"(?:[ㅋㅎㅠㅜ]+|[:;=]-?[)(DPp]+|\^_*\^|~+|[♡♥❤☺★☆\U0001F300-\U0001FAFF]\ufe0f?|>_<)"
_CLOSERS = r"[\"'”’)\]」』》〉*_]*"
_STOP = re.compile(
    rf"[.!?…。！？]+{_CLOSERS}(?:[ \t]*{FACES})*(?=\s|$)"
    rf"|(?<=[요다죠까])[.!?…]+(?=[가-힣])"
    rf"|(?<=[요다죠까])[ \t]?(?:{FACES})+(?=\s|$)"
    r"|\n"
)
# Inside these nothing ends: addresses, tokens of intake, quoted words that a particle follows.
_WHOLE = re.compile(
    r"(?:https?://|www\.)[^\s가-힣]*[^\s가-힣.,!?…)\]}\"'”’]|\[[^\[\]\n]{1,40}\]|\"[^\"\n]{1,100}\"(?=[가-힣])"
    r"|“[^”\n]{1,100}”(?=[가-힣])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:mr|mrs|ms|dr|prof|st|no|nos|vs|approx|dept|e\.g|i\.e|u\.s|u\.k|a\.m|p\.m|[a-z])\.$",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\d{1,3}\.$")
_DATE_SO_FAR = re.compile(r"\d{1,4}\.\s?\d{1,2}\.$")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order, without the white space between them.

    Ends are . ! ? … with closing quotes and a following blank, a new line, or a face after a Korean
    ending ("고마워요:) 내일 봬요"). Decimals, "Mr.", "2026. 11. 24.", web addresses and tokens such as
    "[전화 1]" are left whole. Gaps between two results hold white space only.
    """
    wholes = [match.span() for match in _WHOLE.finditer(text)] if ("[" in text or "." in text or '"' in text) else []
    found: list[Sentence] = []
    start = 0
    for stop in _STOP.finditer(text):
        at, end = stop.span()
        if any(left <= at < right and end <= right for left, right in wholes):
            continue
        if stop.group()[0] == "." and _is_not_the_end(text, start, at, end):
            continue
        _keep(found, text, start, end)
        start = end
    _keep(found, text, start, len(text))
    return tuple(found)


def _is_not_the_end(text: str, start: int, at: int, end: int) -> bool:
    if end - at > 1 and text[at : at + 2] == "..":
        return False
    so_far = text[start : at + 1]
    if _LIST_NUMBER.search(so_far):
        return True
    if at > 0 and text[at - 1].isdigit():
        rest = text[end : end + 2].lstrip()
        return bool(rest) and (rest[0].isdigit() or bool(_DATE_SO_FAR.search(so_far)))
    return text[at - 1 : at].isascii() and bool(_ABBREVIATION.search(so_far))


def _keep(found: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(text[start:end], start, end))
