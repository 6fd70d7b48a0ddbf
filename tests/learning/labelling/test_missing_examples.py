"""Messages that could become examples: only what the log holds, said once, and added word for word only with consent."""

from dajeong.conversation.events import CustomerForgotten
from dajeong.conversation.reading import Reading
from dajeong.learning.labels import Labels
from dajeong.learning.missing_examples import missing_examples
from dajeong.learning.queue import LabelQueue
from dajeong.storage import Storage
from tests.learning.labelling.saying import AGREES, read_as, reading
from tests.storage.telling import minutes, started, tell

KNOWN = {"parcel_late": ("택배가 아직도 안 왔어요 어떻게 된 거죠",)}


async def said(
    storage: Storage, name: str, text: str, read: Reading, *, customer: str = "", agrees: bool = False
) -> None:
    """A conversation of one message that is worth a label."""
    await tell(storage.log, name, started(customer or f"손님-{name}"), *([AGREES] if agrees else []), at=minutes(0))
    await tell(storage.log, name, *read_as("m1", text, read, "not_understood"), at=minutes(1))


async def suggested(storage: Storage, queue: LabelQueue, by: str = "소라") -> dict[str, bool]:
    """What is suggested, and whether it may be added as it is."""
    await queue.catch_up()
    found = await missing_examples(storage.log, storage.labelling, "parcel", by, known=KNOWN)
    return {each.text: each.may_be_added for each in found}


async def test_a_message_nobody_understood_is_suggested_and_may_be_added_only_with_consent(
    storage: Storage, queue: LabelQueue
) -> None:
    none = reading(intent=None)
    await said(storage, "a", "문 앞에 둔다더니 흔적도 없습니다", none)
    await said(storage, "b", "경비실에 맡겼다는데 거기 없다고 해요", none, agrees=True)
    await said(storage, "c", "기사님이 딴 동으로 가신 것 같아요", none, customer="demo:봄이")
    found = await suggested(storage, queue)
    assert found == {
        "문 앞에 둔다더니 흔적도 없습니다": False,
        "경비실에 맡겼다는데 거기 없다고 해요": True,
        "기사님이 딴 동으로 가신 것 같아요": True,
    }


async def test_what_the_examples_have_already_and_what_was_only_felt_unsurely_is_not_suggested(
    storage: Storage, queue: LabelQueue
) -> None:
    none = reading(intent=None)
    await said(storage, "a", KNOWN["parcel_late"][0], none)
    await said(storage, "b", "택배가 아직도 안 왔어요 어떻게 된 거죠?", none)
    await said(storage, "c", "문 앞에 둔다더니 흔적도 없습니다", none)
    await said(storage, "d", "문 앞에 둔다더니 흔적도 없습니다!", none)
    await said(storage, "e", "기사님께 전화를 드려 볼까 합니다", reading(sure=False, share=0.4))
    assert len(await suggested(storage, queue)) == 1


async def test_a_forgotten_customer_and_a_labelled_message_are_not_suggested(
    storage: Storage, queue: LabelQueue, labels: Labels
) -> None:
    from dajeong.learning.label import IntentLabel, Label

    await said(storage, "a", "문 앞에 둔다더니 흔적도 없습니다", reading(intent=None), agrees=True)
    await said(storage, "b", "경비실에 맡겼다는데 거기 없다고 해요", reading(intent=None))
    assert len(await suggested(storage, queue)) == 2
    await labels.put("a", 3, Label(intent=IntentLabel(playbook="parcel", intent="parcel_late")), "소라")
    await tell(storage.log, "b", CustomerForgotten(), at=minutes(9))
    assert await suggested(storage, queue) == {}
