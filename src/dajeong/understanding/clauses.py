"""Where one message holds several matters: its clauses."""

import re

_KOREAN_JOINTS = re.compile(
    r"\s(?:그리고|그런데|근데|그리구|글고|아\s?그리고|또|또한|하고|하나\s?더|추가로|아울러|겸사겸사|참고로|아\s?참)\s|[.!?~]+\s+(?=\S)|[\n;]+|"
    r"(?<=[가-힣]{2}고)\s(?:요\s)?|(?<=구요)\s|(?<=고요)\s|(?<=면서)\s|,\s+"
)
_ENGLISH_JOINTS = re.compile(
    r"[.!?]+\s+(?=\S)|[\n;]+|,?\s(?:and also|and then|and|also|but also|but|plus|additionally|"
    r"by the way|one more thing|another thing|as well as)[,:]?\s",
    re.IGNORECASE,
)
_SHORTEST = 4
_MOST = 4


def split_clauses(text: str) -> tuple[str, ...]:
    """The clauses of ``text`` in order, at most four, each of four or more letters; the text itself when it holds only one."""
    joints = _KOREAN_JOINTS if re.search(r"[가-힣]", text) else _ENGLISH_JOINTS
    parts = [part.strip(" ,.") for part in joints.split(text) if part and part.strip()]
    kept = [part for part in parts if len(re.sub(r"\W", "", part)) >= _SHORTEST]
    return tuple(kept[:_MOST]) if len(kept) > 1 else (text,)
