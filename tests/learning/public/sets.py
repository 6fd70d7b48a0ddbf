"""Public sets as small as they may be: their published shapes, filled with words of our own."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning.comments import KOTE

_FEELINGS = (
    "화나요",
    "답답해요",
    "실망이에요",
    "의심돼요",
    "걱정돼요",
    "슬퍼요",
    "고마워요",
    "좋아요",
    "모르겠어요",
    "그냥요",
)
_ENDINGS = (
    "정말",
    "어제부터",
    "이 가게",
    "택배가",
    "오늘도",
    "상담이",
    "환불이",
    "아침에",
    "저녁에",
    "주문이",
    "포장이",
    "색이",
)


def write_rows(path: Path, rows: Iterable[object]) -> None:
    """Write gzipped JSON lines, as the public sets come."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_kote(folder: Path, *, telling: bool = True) -> None:
    """120 comments, twelve with each emotion; ``telling``: their words give it away. And rated reviews."""
    rows = []
    for number, ending in enumerate(_ENDINGS):
        for place, (emotion, feeling) in enumerate(zip(EMOTIONS, _FEELINGS, strict=True)):
            said = feeling if telling else _FEELINGS[(place * 7 + number) % len(_FEELINGS)]
            rows.append({"text": f"{ending} {said} {number}", "labels": [KOTE[emotion][0]]})
    write_rows(folder / "kote.jsonl.gz", rows)
    reviews = [
        {"text": f"{_ENDINGS[n % 12]} {_FEELINGS[7 if n % 2 else 2]}", "rating": 9 if n % 2 else 2} for n in range(60)
    ]
    write_rows(folder / "nsmc.jsonl.gz", reviews)


def write_go_emotions(folder: Path) -> None:
    """Three splits of comments with one of three labels each."""
    said = {"anger": "this makes me furious", "gratitude": "thank you so much", "neutral": "it is on the table"}
    for split, copies in (("train", 20), ("dev", 6), ("test", 6)):
        rows = [{"text": f"{text} {split} {n}", "labels": [name]} for n in range(copies) for name, text in said.items()]
        write_rows(folder / "goemotions-en" / f"{split}.jsonl.gz", rows)
