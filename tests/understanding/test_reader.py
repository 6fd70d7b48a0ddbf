"""Whole readings of whole messages."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Reading
from dajeong.understanding import Heard, TrainedReader, train_intents
from dajeong.understanding.heads import HeadsUnusable
from dajeong.understanding.lines import BadLine, read_json


def read(reader: TrainedReader, text: str, now: datetime, history: tuple[Heard, ...] = ()) -> Reading:
    return reader.read(text, history=history, intents=None, patterns={}, now=now)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("이거 왜 이렇게 느려? 짜증 나!", "against"),
        ("도대체 언제쯤 해결돼요?!", "against"),
        ("참 빨리도 해주시네요^^", "against"),
        ("벌써 세 번째 말씀드리는 건데 이제 지치네요", "against"),
        ("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ", "worried"),
        ("30분 뒤에 비행기 타야 하는데 카드가 안 돼요 빨리요", "worried"),
        ("돌아가신 아버지 유품이 없어졌다니 눈물이 나요", "worried"),
        ("덕분에 잘 해결됐어요 감사합니다!", "content"),
        ("우와 벌써 왔네요 완전 마음에 들어요", "content"),
        ("why is this so slow?? so annoying", "against"),
        ("Third time I'm asking. This is unacceptable!", "against"),
        ("I'm so worried someone is using my card", "worried"),
        ("Thank you so much, that solved it!", "content"),
        ("이딴 서비스 안 써요 해지합니다", "against"),
        ("이따위로 할 거면 해지할게요", "against"),
        ("아니 도대체 언제쯤 도착하는 건지 모르겠네요", "against"),
        ("대체 왜 안 되는 건지 모르겠네요", "against"),
        ("대단하다 대단해 또 품절이래", "against"),
        ("잘한다 잘해 또 오류야", "against"),
        ("Great, declined in front of my whole team. Thanks a lot", "against"),
        ("Nice, charged twice. Thanks a bunch", "against"),
        ("Great, it arrived. Thanks a lot", "content"),
        ("약속한 날짜가 사흘 지났습니다", "against"),
        ("전화한다고 하시고 아무도 안 하셨습니다", "against"),
        ("I was told it would be fixed by Monday. It is Thursday", "against"),
    ],
)
def test_a_feeling_is_read_in_its_group(reader: TrainedReader, now: datetime, text: str, group: str) -> None:
    emotion = read(reader, text, now).emotion
    assert emotion.group == group
    assert emotion.strength >= 0.3
    assert (emotion.valence > 0) == (group == "content")


@pytest.mark.parametrize(
    "text",
    [
        "배송 조회 어떻게 해요?",
        "요금제 종류 알려주세요",
        "환불은 며칠 걸려요?",
        "주문번호 KR20391847이요",
        "안녕하세요",
        "네",
        "아니요",
        "사람이에요?",
        "상담원 연결해 주세요",
        "내일 오후에 방문 가능한가요",
        "인터넷 느릴 때는 어디로 전화해요?",
        "분실 신고는 어떻게 하나요?",
        "배송이 늦으면 보상이 되나요?",
        "확인 부탁드립니다 감사합니다",
        "주소 바꾸려고 하는데요",
        "포인트는 언제 들어와요?",
        "제 이름은 [이름 1]이고 번호는 [전화 1]이에요",
        "Where can I see my bill?",
        "How do I return this?",
        "What happens if my parcel is late?",
        "yes please",
        "hello",
    ],
)
def test_a_neutral_question_gets_no_false_pity(reader: TrainedReader, now: datetime, text: str) -> None:
    reading = read(reader, text, now)
    assert reading.emotion.dominant == "neutral"
    assert (reading.emotion.strength, reading.emotion.valence) == (0.0, 0.0)
    assert reading.urgency < 0.35
    assert reading.fatigue < 0.35


@pytest.mark.parametrize(
    ("text", "dominant"),
    [
        ("정말 보내긴 한 거 맞아요?", "distrust"),
        ("정말 확인은 하신 거예요?", "distrust"),
        ("확인도 없이 이렇게 보내시면 어떡합니까 화가 나네요", "anger"),
        ("어디를 눌러야 되는 건지 모르겠어요", "confusion"),
    ],
)
def test_doubt_anger_and_not_knowing_are_told_apart(
    reader: TrainedReader, now: datetime, text: str, dominant: str
) -> None:
    assert read(reader, text, now).emotion.dominant == dominant


@pytest.mark.parametrize("text", ["I'm so tired of this", "tired of repeating myself", "이제 진짜 지긋지긋해요"])
def test_tiredness_that_is_said_is_heard(reader: TrainedReader, now: datetime, text: str) -> None:
    assert read(reader, text, now).fatigue >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ",
        "어제까지 온다더니 안 왔어요",
        "이번 주까지 준다더니 소식이 없네요",
        "it was supposed to be here by today",
    ],
)
def test_a_promise_that_has_run_out_is_no_deadline_ahead(reader: TrainedReader, now: datetime, text: str) -> None:
    reading = read(reader, text, now)
    # From seven tenths on the shipped policies hurry; whoever was let down wants to be met first.
    assert reading.urgency < 0.7
    assert "deadline" not in {item.sign for item in reading.evidence}


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("오늘까지 꼭 받아야 해요", 0.5),
        ("오늘까지 안 들어오면 큰일이에요", 0.5),
        ("I need it by today", 0.5),
        ("급해요 주소 틀렸어요!! 빨리 바꿔 주세요", 0.7),
    ],
)
def test_what_cannot_wait_is_urgent(reader: TrainedReader, now: datetime, text: str, least: float) -> None:
    assert read(reader, text, now).urgency >= least


@pytest.mark.parametrize("text", ["ㅁㄴㅇㄹ", "asdfqwer", "ㅓㅏㅣㅓㅏ 쟈더ㅗ", "qlwkejr zxmcnv", "..", "뷁쉛 챫뤩"])
def test_struck_keys_are_no_feeling_and_no_intent(reader: TrainedReader, now: datetime, text: str) -> None:
    intents = train_intents({"refund": ["환불해 주세요", "돈 돌려주세요"], "card": ["I lost my card"]}, reader.encoder)
    reading = reader.read(text, history=(), intents=intents, patterns={}, now=now)
    assert not reading.emotion.sure
    assert reading.intent is None


def test_hurry_tiredness_and_repetition_are_read_beside_the_feeling(reader: TrainedReader, now: datetime) -> None:
    urgent = read(reader, "30분 뒤에 비행기 타야 하는데 카드가 안 돼요 빨리요", now)
    calm = read(reader, "배송 조회 어떻게 해요?", now)
    tired = read(reader, "벌써 세 번째 말씀드리는 건데 이제 지치네요", now)
    assert urgent.urgency >= 0.6 > calm.urgency
    assert tired.fatigue >= 0.5 > calm.fatigue
    again = read(reader, "배송 조회 어떻게 해요?", now, (Heard(by="customer", text="배송 조회 어떻게 하나요"),))
    assert again.fatigue > calm.fatigue
    assert "same_request_again" in {item.sign for item in again.evidence}


def test_the_evidence_points_at_words_that_stand_there(reader: TrainedReader, now: datetime) -> None:
    text = "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"
    evidence = read(reader, text, now).evidence
    assert {"worry_word", "tears"} <= {item.sign for item in evidence}
    for item in evidence:
        if item.start is not None and item.end is not None:
            assert text[item.start : item.end] == item.text
            assert item.end - item.start <= 24


def test_scores_name_all_ten_and_the_dominant_one_leads(reader: TrainedReader, now: datetime) -> None:
    for text in ("짜증나요", "배송 언제 와요?", "", "ㅠㅠ", "a" * 3000):
        emotion = read(reader, text, now).emotion
        assert tuple(emotion.scores) == EMOTIONS
        assert emotion.dominant == max(emotion.scores, key=lambda one: emotion.scores[one])
        assert abs(sum(emotion.scores.values()) - 1.0) < 0.01
        assert emotion.group == GROUP_OF[emotion.dominant]


def test_a_thin_message_is_marked_unsure(reader: TrainedReader, now: datetime) -> None:
    assert read(reader, "정말 짜증나요", now).emotion.sure
    assert not read(reader, "", now).emotion.sure


@pytest.mark.parametrize(
    "text", ["", "   ", "\x00\x07", "😡", "가" * 100_000, "\ud55c", "ᄒ", "?!?!", "[전화 1]", "\u202e\u200b"]
)
def test_any_text_can_be_read(reader: TrainedReader, now: datetime, text: str) -> None:
    reading = read(reader, text, now)
    assert reading.model_validate_json(reading.model_dump_json()) == reading


def test_the_same_message_is_read_the_same_from_many_threads(reader: TrainedReader, now: datetime) -> None:
    texts = ["왜 이렇게 느려요", "감사합니다", "배송 언제 와요?", "걱정돼요 ㅠㅠ"] * 10
    alone = [read(reader, text, now) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: read(reader, text, now), texts))
    assert together == alone


def test_reading_stays_cheap(reader: TrainedReader, now: datetime) -> None:
    text = "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"
    read(reader, text, now)
    begin = time.process_time()
    for _ in range(20):
        read(reader, text, now)
    # Four milliseconds are the aim; a busy machine gets some grace.
    assert (time.process_time() - begin) / 20 < 0.016


def test_a_reader_of_letters_alone_loads_no_encoder_and_still_reads(now: datetime) -> None:
    letters = TrainedReader.load(vectors=False)
    assert letters.encoder is None
    assert letters.name.startswith("light-2@")
    intents = train_intents({"refund": ["환불해 주세요", "돈 돌려주세요", "환불 언제 되나요"]}, letters.encoder)
    reading = letters.read("환불해 주세요!! 너무 화가 나네요", history=(), intents=intents, patterns={}, now=now)
    assert (reading.intent, reading.emotion.group) == ("refund", "against")
    for text, group in (
        ("도대체 언제쯤 해결돼요?!", "against"),
        ("누가 제 카드를 쓴 것 같아서 무서워요", "worried"),
        ("Thank you so much, that solved it!", "content"),
        ("요금제 종류 알려주세요", "other"),
    ):
        assert read(letters, text, now).emotion.group == group


def test_the_reader_names_its_heads(reader: TrainedReader) -> None:
    name, digest = reader.name.split("@")
    assert name == "full-2"
    assert len(digest) == 8 and int(digest, 16) >= 0


def test_heads_that_cannot_be_read_say_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "emotion.npz"
    broken.write_bytes(b"no heads")
    for path in (broken, tmp_path / "missing.npz"):
        with pytest.raises(HeadsUnusable, match="make them again"):
            TrainedReader.load(path)


def test_a_line_becomes_a_reading_of_plain_values(reader: TrainedReader, now: datetime) -> None:
    line = {
        "text": "주문번호 KR20391847 아직도 안 왔어요 ㅠㅠ",
        "history": [
            {
                "by": "customer",
                "text": "주문번호 KR20391847 아직 안 왔어요",
                "at": (now - timedelta(minutes=5)).isoformat(),
            },
            {"by": "assistant", "text": "확인해 볼게요."},
        ],
    }
    reading = read_json(reader, line, patterns={"order_number": r"[A-Z]{2}\d{8}"}, now=now)
    assert set(reading) == {
        "emotion", "intent", "confidence", "runners_up", "also", "urgency", "fatigue", "abuse", "speech_act", "language",
        "entities", "risk", "asks_if_human", "wishes", "evidence",
    }  # fmt: skip
    assert set(reading["emotion"]) == {"dominant", "group", "strength", "valence", "scores", "sure"}
    assert reading["intent"] is None
    assert reading["entities"][0] == {
        "kind": "order_number", "value": "KR20391847", "text": "KR20391847", "start": 5, "end": 15,
    }  # fmt: skip
    assert "same_request_again" in {item["sign"] for item in reading["evidence"]}
    assert json.loads(json.dumps(reading, ensure_ascii=False)) == reading


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("안녕", "object"),
        ([], "object"),
        ({}, "'text'"),
        ({"text": 3}, "'text'"),
        ({"text": "안녕", "history": "어제"}, "'history'"),
        ({"text": "안녕", "history": ["어제"]}, r"history\[0\]"),
        ({"text": "안녕", "history": [{"by": "bot", "text": "네"}]}, r"history\[0\]\.by"),
        ({"text": "안녕", "history": [{"by": "customer"}]}, r"history\[0\]"),
        ({"text": "안녕", "history": [{"by": "customer", "text": "네", "at": "어제"}]}, r"history\[0\]\.at"),
        ({"text": "안녕", "mood": 1}, "other field"),
    ],
)
def test_a_wrong_line_says_where_and_repeats_no_words(
    reader: TrainedReader, now: datetime, line: object, says: str
) -> None:
    with pytest.raises(BadLine, match=says) as refused:
        read_json(reader, line, now=now)
    assert "안녕" not in refused.value.message and "어제" not in refused.value.message


def test_an_order_number_does_not_hide_what_is_wanted(reader: TrainedReader, now: datetime) -> None:
    examples = {
        "late": ["택배 언제 와요", "배송이 늦어요", "물건이 아직 안 왔어요", "언제 도착해요", "배송 언제 되나요"],
        "refund": ["환불해 주세요", "환불할게요", "돈 돌려받고 싶어요", "반품하고 환불이요", "환불 신청할게요"],
    }
    intents = train_intents(examples, reader.encoder)
    patterns = {"order_number": r"(?<![A-Za-z0-9])DJ\d{8}(?!\d)"}
    seen = reader.read("DJ20261101 언제 와요", history=(), intents=intents, patterns=patterns, now=now)
    assert seen.intent == "late" and [each.value for each in seen.entities] == ["DJ20261101"]


@pytest.mark.parametrize("text", ["기계랑 얘기하기 싫은데", "몰라요 됐고 상담원", "다 됐고 사람"])
def test_who_has_had_enough_of_a_machine_wants_a_person(reader: TrainedReader, now: datetime, text: str) -> None:
    assert "person" in read(reader, text, now).wishes


@pytest.mark.parametrize("text", ["ㅇㅇ", "넵", "아뇨"])
def test_a_bare_yes_or_no_carries_no_feeling(reader: TrainedReader, now: datetime, text: str) -> None:
    assert read(reader, text, now).emotion.dominant == "neutral"


@pytest.mark.parametrize(
    "text",
    [
        "예, DJ20263038입니다",
        "[전화 1]이에요",
        "Certainly, 4821.",
        "$2,000",
        "네 42,100원이요",
        "It is 1095.",
        "it's 4821",
    ],
)
def test_a_bare_number_carries_no_feeling_whatever_was_said_before(
    reader: TrainedReader, now: datetime, text: str
) -> None:
    before = [
        Heard(by="customer", text="벌써 세 번째 늦는 거잖아요!! 장난해요?", at=now),
        Heard(by="assistant", text="정말 죄송해요. 주문번호를 알려 주시겠어요?", at=now),
    ]
    patterns = {"order_number": r"DJ\d{8}"}
    seen = reader.read(text, history=before, intents=None, patterns=patterns, now=now)
    assert seen.emotion.dominant == "neutral"
