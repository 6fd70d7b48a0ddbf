"""Measuring the built encoder."""

from pathlib import Path

from dajeong.learning.vectors import measure_encoder
from dajeong.understanding.e5 import E5Encoder, build, installed_weights

TEXTS = [
    "택배가 사흘째 그대로예요, 언제쯤 받을 수 있을까요?",
    "The courier left my parcel in the rain and now the box is soaked.",
    "환불은 언제쯤 들어오나요? 카드로 결제했고 취소는 지난주에 됐다고 들었어요.",
]


def test_every_measurement_is_made_and_other_languages_are_seen_to_be_cut_otherwise(tmp_path: Path) -> None:
    build(installed_weights(), tmp_path / "encoder", lambda step: None)
    encoder = E5Encoder(tmp_path / "encoder")
    lines = list(measure_encoder(encoder, TEXTS))
    assert [line.split(":")[0] for line in lines[:2]] == ["30 characters", "75 characters"]
    assert "3 texts: cosine 0.99" in lines[3]
    assert "3 texts: 0 are cut otherwise" in lines[4]
    *_, pruned = measure_encoder(encoder, [*TEXTS, "Доставка задерживается уже третий день"])
    assert "1 are cut otherwise" in pruned
