"""A short text that a regular expression matches, for the numbers that only this team gives out."""

import re
from collections.abc import Iterator

# A regular expression part by part. Nothing has to be said for an anchor, a reference, a flag or a comment.
_PART = re.compile(
    r"(?P<silent>[\^$]|\\[\dbBAZ]|\(\?(?:[aiLmsux]+|\#[^)]*|P=\w+)\))"
    r"|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?(?:P<\w+>|>|[aiLmsux-]*:))?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<repeat>[*+?]|\{(?=[\d,])(?P<least>\d*),?\d*\})[?+]?"
    r"|(?P<letter>\[\^?\]?(?:\\.|[^\]\\])*\]|\\(?:u\w{4}|x\w{2}|.)|.)",
    re.DOTALL,
)
# Said where more than one letter would do.
_USUAL = "1a가 -"


def fitting(pattern: str) -> str:
    """Return a text that ``pattern`` matches, as far as plain ones go: letters, classes, groups, repeats and choices."""
    return _first_way(_PART.finditer(pattern))


def _first_way(parts: Iterator[re.Match[str]]) -> str:
    """Return what the first of the alternatives says, up to the end of its group."""
    said: list[str] = []
    first = True
    for part in parts:
        match part.lastgroup:
            case "close":
                break
            case "bar":
                first = False
            case "repeat" if first and said:
                said[-1] *= _least(part)
            case "open" | "look":
                inside = _first_way(parts)
                said += [inside if part["open"] else ""] if first else []
            case "letter" | "silent":
                said += [_letter(part["letter"])] if first else []
    return "".join(said)


def _least(part: re.Match[str]) -> int:
    return int(part["least"] or 0) if part["least"] is not None else int(part["repeat"] == "+")


def _letter(one: str | None) -> str:
    """Return one letter that a letter, a class or an escape of a pattern stands for; the usual ones first."""
    return next((each for each in (*_USUAL, *one) if re.fullmatch(one, each, re.DOTALL)), "") if one else ""
