"""Words are cut where the vocabulary makes them likeliest."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.understanding.e5.tokenizer import MARK, Tokenizer
from tests.understanding.e5.tiny import NORMAL, PIECES

TEXTS = list(PIECES)
UNKNOWN = TEXTS.index("<unk>")
RAREST = min(PIECES.values())


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return make_tokenizer()


def make_tokenizer() -> Tokenizer:
    pieces = {text: i for i, text in enumerate(TEXTS) if not text.startswith("<")}
    return Tokenizer(pieces, list(PIECES.values()), NORMAL, unknown=UNKNOWN, rarest=RAREST)


def cuts(word: str) -> Iterator[list[str]]:
    """Every way to cut a word."""
    if not word:
        yield []
    for end in range(1, len(word) + 1):
        for rest in cuts(word[end:]):
            yield [word[:end], *rest]


def likelihood(cut: list[str]) -> float:
    """The sum of log probabilities; a single unknown character costs ten more than the rarest piece."""
    return sum(PIECES[piece] if piece in PIECES else RAREST - 10 if len(piece) == 1 else float("-inf") for piece in cut)


@given(st.text(alphabet="배송이abc1é가", min_size=1, max_size=7))
def test_no_other_cut_of_a_word_is_likelier(word: str) -> None:
    found = [TEXTS[i] for i in make_tokenizer().ids(word)]
    score = sum(RAREST - 10 if piece == "<unk>" else PIECES[piece] for piece in found)
    assert score == pytest.approx(max(likelihood(cut) for cut in cuts(MARK + word)))


def test_the_likeliest_cut_is_not_the_longest_piece(tokenizer: Tokenizer) -> None:
    assert [TEXTS[i] for i in tokenizer.ids("abc 12")] == ["▁", "ab", "c", "▁", "1", "2"]


def test_each_word_carries_its_mark_and_spaces_count_once(tokenizer: Tokenizer) -> None:
    assert tokenizer.words("  배송이 \t  늦어요 ") == ["▁배송이", "▁늦어요"]


def test_characters_are_written_as_the_vocabulary_writes_them(tokenizer: Tokenizer) -> None:
    assert tokenizer.words("\uff11\u20ac\u0007") == ["▁1EUR"]


def test_loose_hangul_letters_are_read_as_syllables(tokenizer: Tokenizer) -> None:
    loose = unicodedata.normalize("NFD", "배송이 늦어요")
    assert loose != "배송이 늦어요"
    assert tokenizer.ids(loose) == tokenizer.ids("배송이 늦어요")


def test_the_last_pieces_are_those_of_the_whole_text(tokenizer: Tokenizer) -> None:
    text = "배송이 늦어요 abc 12 배송이"
    for most in (1, 3, 100):
        assert tokenizer.last_ids(text, most) == tokenizer.ids(text)[-most:]
    assert tokenizer.last_ids(" ", 5) == []


def test_an_unknown_character_is_one_unknown_piece(tokenizer: Tokenizer) -> None:
    assert tokenizer.ids("힣힣") == [TEXTS.index("▁"), UNKNOWN, UNKNOWN]


def test_a_piece_with_a_meaning_of_its_own_cannot_be_typed(tokenizer: Tokenizer) -> None:
    assert TEXTS.index("</s>") not in tokenizer.ids("</s>")


def test_no_text_is_no_piece(tokenizer: Tokenizer) -> None:
    assert tokenizer.ids("") == tokenizer.ids(" \t ") == []
