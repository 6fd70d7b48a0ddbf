"""Labelled data so small that training on them takes a second: ten emotions, a dozen messages each."""

from pathlib import Path

from dajeong.conversation.reading import EMOTIONS, Emotion
from dajeong.learning.corpus import COLUMNS

SAID: dict[Emotion, str] = {
    "anger": "정말 화가 나서 못 참겠어요",
    "frustration": "몇 번을 해도 안 돼서 답답해요",
    "disappointment": "기대했는데 실망이 커요",
    "distrust": "그 말을 이제 못 믿겠어요",
    "anxiety": "혹시 잘못될까 봐 불안해요",
    "sadness": "마음이 아파서 눈물이 나요",
    "gratitude": "덕분에 잘됐어요 감사해요",
    "satisfaction": "빠르고 편해서 참 좋아요",
    "confusion": "어떻게 하는지 잘 모르겠어요",
    "neutral": "주문 번호를 알려 주세요",
}
_AFTER = (
    "오늘도",
    "어제부터",
    "집에서",
    "회사에서",
    "아침에",
    "저녁에",
    "주말에",
    "처음",
    "또",
    "벌써",
    "방금",
    "아까",
)


def small_corpus(folder: Path) -> Path:
    """Write a corpus with a train and a held-back split."""
    folder.mkdir(parents=True)
    (folder / "situations.tsv").write_text(
        "situation\tindustry\tsplit\ttitle\nlearn\tshop\ttrain\tA\nasked\tshop\theldback\tB\n", encoding="utf-8"
    )
    lines = ["\t".join(COLUMNS)]
    for emotion, said in SAID.items():
        strength = 0 if emotion == "neutral" else 2
        for number, when in enumerate(_AFTER):
            situation = "asked" if number > 9 else "learn"
            cells = (
                situation,
                "",
                f"{when} {said}",
                emotion,
                f"{emotion}:{strength}",
                "1",
                "0",
                "0",
                "",
                "statement",
                "haeyo",
            )
            lines.append("\t".join(cells))
    (folder / "ko-shop.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def small_messages(folder: Path) -> Path:
    """Write a folder of seed messages: three of each emotion in each language."""
    folder.mkdir(parents=True)
    for language, ending in (("ko", "정말로요"), ("en", "indeed")):
        rows = [
            f"case\t{emotion}\t{0 if emotion == 'neutral' else 2}\t1\t0\t{SAID[emotion] if language == 'ko' else emotion} {ending} {n}"
            for emotion in EMOTIONS
            for n in ("하나", "둘", "셋")
        ]
        (folder / f"messages-{language}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def small_labels(path: Path, rows: int = 40) -> Path:
    """Write a file of labels."""
    lines = ["text\temotion"]
    lines += [f"{SAID[EMOTIONS[n % 10]]} {n}번째예요\t{EMOTIONS[n % 10]}" for n in range(rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
