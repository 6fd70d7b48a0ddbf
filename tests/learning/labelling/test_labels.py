"""People label what is in the queue: shown with what came before, kept once a person, undone, counted, compared."""

import pytest
from pydantic import ValidationError

from dajeong.conversation.consent import ConsentWithdrawn
from dajeong.conversation.correction import ReadingCorrected
from dajeong.learning.agreement import agreement, fleiss_kappa
from dajeong.learning.label import IntentLabel, Label, settled_emotion
from dajeong.learning.labels import Labels, NothingToLabel
from dajeong.learning.queue import LabelQueue
from dajeong.learning.team_labels import TeamSource, intent_examples, read_team_labels
from dajeong.storage import Storage
from dajeong.understanding import TrainedReader
from tests.learning.labelling.saying import read_as, reading, replied, unsure_message
from tests.storage.telling import minutes, started, tell

LATE = "택배가 사흘째 그대로인데 이거 오긴 오는 건가요"
ANGRY = Label(emotion="anger", emotions={"anger": 1.0, "distrust": 0.33}, urgency=0.67)
WORRIED = Label(emotion="anxiety", emotions={"anxiety": 0.67})


async def test_an_item_is_shown_with_what_was_said_before_and_how_it_was_read(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    await tell(storage.log, "c1", started(), replied("r0", "안녕하세요, 다정이에요."))
    await tell(storage.log, "c1", *read_as("m1", "제 번호는 [전화 1]이에요", reading()), replied("r1"))
    await tell(storage.log, "c1", *read_as("m2", LATE, reading("anger", sure=False)))
    await tell(storage.log, "c1", ReadingCorrected(message="m2", emotion="anxiety", teammate="소라"))
    await queue.catch_up()
    [item] = (await labels.page("소라")).items
    assert (item.version, item.text, item.reasons) == (7, LATE, ("unsure", "corrected"))
    assert [(line.by, line.text) for line in item.history] == [
        ("assistant", "안녕하세요, 다정이에요."),
        ("customer", "제 번호는 [전화 1]이에요"),
        ("assistant", "확인해 볼게요."),
    ]
    assert item.reading is not None and item.reading.emotion.dominant == "anger"
    assert item.corrected_emotion == "anxiety" and not item.may_be_learned


async def test_a_label_takes_the_message_out_of_ones_list_and_undoing_brings_it_back(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    version = await unsure_message(storage.log, "c1", LATE)
    await queue.catch_up()
    await labels.put("c1", version, ANGRY, "소라")
    page = await labels.page("소라")
    assert (page.items, page.total) == ((), 0)
    [mine] = (await labels.page("소라", whose="mine")).items
    assert mine.labels[0].label == ANGRY and mine.labels[0].at == minutes(60)
    await labels.take_back("c1", version, "소라")
    assert len((await labels.page("소라")).items) == 1
    with pytest.raises(NothingToLabel):
        await labels.take_back("c1", version, "소라")


async def test_a_second_label_of_the_same_person_replaces_the_first(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    version = await unsure_message(storage.log, "c1", LATE)
    await queue.catch_up()
    await labels.put("c1", version, ANGRY, "소라")
    await labels.put("c1", version, WORRIED, "소라")
    progress = await labels.progress()
    assert (progress.labelled, progress.emotions, progress.people) == (1, {"anxiety": 1}, {"소라": 1})


async def test_a_skipped_message_stays_for_others_and_nobody_sees_what_others_said(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    version = await unsure_message(storage.log, "c1", LATE)
    await queue.catch_up()
    await labels.put("c1", version, Label(verdict="skipped"), "소라")
    assert (await labels.page("소라")).items == ()
    [theirs] = (await labels.page("누리")).items
    assert theirs.labels == ()
    await labels.put("c1", version, ANGRY, "누리")
    [second] = (await labels.page("하람", whose="others")).items
    assert second.labels == ()


async def test_only_words_of_a_customer_can_be_labelled(storage: Storage, labels: Labels) -> None:
    version = await unsure_message(storage.log, "c1", LATE)
    for conversation, wrong in (("c1", 1), ("c1", version + 1), ("c1", 99), ("c1", 0), ("c1", -1), ("nobody", 1)):
        with pytest.raises(NothingToLabel):
            await labels.put(conversation, wrong, ANGRY, "소라")
    await storage.log.forget("손님-c1", at=minutes(9))
    with pytest.raises(NothingToLabel):
        await labels.put("c1", version, ANGRY, "소라")


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"emotion": "anger"},
        {"emotion": "anger", "emotions": {"anxiety": 1}},
        {"emotions": {"anger": 1}},
        {"emotion": "neutral", "emotions": {"neutral": 0.5}},
        {"emotion": "rage", "emotions": {"rage": 1}},
        {"emotion": "anger", "emotions": {"anger": 1.5}},
        {"verdict": "skipped", "emotion": "anger", "emotions": {"anger": 1}},
        {"verdict": "cannot_tell", "urgency": 0.5},
        {"verdict": "maybe"},
    ],
)
def test_a_label_that_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Label.model_validate(wrong)


async def test_the_list_can_be_filtered_and_read_page_by_page(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    texts = [
        "왜 또 취소됐죠",
        "앱이 계속 멈춰요",
        "쿠폰이 다 사라졌어요",
        "배송지가 이상하게 나와요",
        "포인트가 안 쌓였어요",
    ]
    for n, text in enumerate(texts):
        await unsure_message(storage.log, f"c{n}", text, share=0.3 + n / 50)
    await tell(storage.log, "other", started(), *read_as("m1", LATE, reading(intent=None), "not_understood"))
    await queue.catch_up()
    seen, after = [], ""
    while True:
        page = await labels.page("소라", after=after, limit=2)
        assert page.total == 6
        seen += [item.conversation for item in page.items]
        if page.next is None:
            break
        after = page.next
    assert seen == ["c0", "c1", "c2", "c3", "c4", "other"]
    assert [item.conversation for item in (await labels.page("소라", reason="abstained")).items] == ["other"]
    assert (await labels.page("소라", language="en")).items == ()
    assert (await labels.page("소라", playbook="telecom")).items == ()
    assert len((await labels.page("소라", playbook="parcel", after="no place of ours")).items) == 6


async def test_a_class_with_few_labels_comes_earlier(storage: Storage, queue: LabelQueue, labels: Labels) -> None:
    await unsure_message(storage.log, "common", "왜 또 취소됐죠", "anger", share=0.40)
    await unsure_message(storage.log, "rare", "이제 어떡하면 좋을지 막막해요", "sadness", share=0.42)
    for n in range(8):
        version = await unsure_message(storage.log, f"done{n}", f"{LATE} {'가나다라마바사아'[n] * 20}")
        await labels.put(f"done{n}", version, ANGRY, "소라")
    await queue.catch_up()
    names = [item.conversation for item in (await labels.page("누리")).items]
    assert names.index("rare") < names.index("common")


async def test_progress_tells_how_far_people_agree_and_how_often_the_reading_was_right(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    texts = ["왜 또 취소됐죠", "앱이 계속 멈춰요", "쿠폰이 다 사라졌어요", "배송지가 이상하게 나와요"]
    for n, text in enumerate(texts):
        version = await unsure_message(storage.log, f"c{n}", text)
        await labels.put(f"c{n}", version, ANGRY, "소라")
        await labels.put(f"c{n}", version, WORRIED if n == 3 else ANGRY, "누리")
    await queue.catch_up()
    progress = await labels.progress()
    [pair] = progress.emotion_agreement.pairs
    assert (pair.messages, pair.alike) == (4, 0.75) and progress.emotion_agreement.messages == 4
    assert progress.read_right == 1.0, "where both agree, on three of them, it was read as anger"
    assert (progress.queue, progress.labelled, progress.verdicts) == (4, 4, {"labelled": 8})


def test_agreement_by_chance_is_none_and_full_agreement_is_one() -> None:
    assert fleiss_kappa([["a", "a"], ["b", "b"]]) == 1.0
    assert fleiss_kappa([["a", "b"], ["b", "a"]]) == -1.0
    # Fleiss (1971) as worked out by hand: three people, four messages.
    assert fleiss_kappa([["a", "a", "b"], ["a", "a", "a"], ["b", "b", "b"], ["a", "b", "b"]]) == pytest.approx(1 / 3)
    assert agreement({"1": {"소라": "a"}}).kappa is None


def test_people_who_do_not_agree_settle_nothing() -> None:
    assert settled_emotion([ANGRY, WORRIED]) is None
    assert settled_emotion([]) is None
    settled = settled_emotion([ANGRY, ANGRY, WORRIED])
    assert settled is not None and settled.emotion == "anger" and settled.urgency == 0.67 and settled.fatigue is None


async def test_only_what_customers_agreed_to_is_learned_from_and_the_rest_only_measures(
    storage: Storage, labels: Labels
) -> None:
    reader = TrainedReader.load(vectors=False)
    texts = ["왜 또 취소됐죠", "앱이 계속 멈춰요", "쿠폰이 다 사라졌어요", "배송지가 이상하게 나와요"]
    for n, text in enumerate(texts):
        version = await unsure_message(storage.log, f"c{n}", text, agrees=n != 0)
        await labels.put(f"c{n}", version, ANGRY, "소라")
    await tell(storage.log, "c1", ConsentWithdrawn(purpose="training"))
    await storage.log.forget("손님-c2", at=minutes(9))
    team = await read_team_labels(storage.log, storage.labelling)
    learned = TeamSource(team, reader, minutes(9)).rows()
    assert [sample.text for sample in team.agreed] == [texts[3]]
    assert [sample.text for sample in team.others] == texts[:2]
    assert {row.text for row in learned} <= {texts[3]}
    assert {*(row.text for row in learned), *(sample.text for sample in team.measured)} == {*texts[:2], texts[3]}
    [sample] = team.agreed
    assert (sample.emotion, sample.strength, sample.urgency, sample.fatigue) == ("anger", 1.0, 0.67, None)


async def test_labelled_intents_are_offered_as_examples_once_and_with_consent(storage: Storage, labels: Labels) -> None:
    late = IntentLabel(playbook="parcel", version="v1", intent="parcel_late")
    said = {
        "c1": ("택배가 사흘째 그대로예요 언제 와요", True, late),
        "c2": ("택배가 사흘째 그대로예요 언제 와요?", True, late),
        "c3": ("기사님이 전화를 안 받으세요", False, late),
        "c4": ("오늘 안에 받을 수 있나요 너무 급해요", True, late.model_copy(update={"playbook": "other"})),
        "c5": ("주문한 지 벌써 한 달이 지났어요", True, late),
        "c6": ("회사 소개서를 받고 싶어요", True, late.model_copy(update={"intent": None})),
    }
    for name, (text, agrees, intent) in said.items():
        version = await unsure_message(storage.log, name, text, agrees=agrees)
        await labels.put(name, version, Label(intent=intent), "소라")
    [found] = await intent_examples(storage.log, storage.labelling, "parcel")
    assert (found.intent, found.examples) == ("parcel_late", (said["c1"][0], said["c5"][0]))
    there = await intent_examples(storage.log, storage.labelling, "parcel", known=lambda intent: [said["c1"][0]])
    assert there[0].examples == (said["c5"][0],)
