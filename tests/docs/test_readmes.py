"""The conversation that both READMEs show is the one that happens."""

import re
from datetime import UTC, datetime

import pytest

from dajeong.cli.stage import FileStage
from dajeong.conversation.events import AssistantReplied
from dajeong.playbook import Playbook, load_playbook, read_folder
from dajeong.playbook.scenario import Ask
from dajeong.simulation import VirtualClock
from dajeong.understanding import TrainedReader
from tests.house import tree

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PARCEL = tree.ROOT / "examples" / "parcel"
SPEAKERS = {"customer": "customer", "고객": "customer", "다정": "assistant"}


def told(page: str) -> list[tuple[str, str, str]]:
    """Who says what and what stands beside it; translations below the words are left out."""
    text = (tree.ROOT / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*\*(\S+)\*\* \| (.+?) \| (.+?) \|$", text, flags=re.MULTILINE)
    return [(SPEAKERS[who], words.split("<br>")[0], beside) for who, words, beside in rows]


@pytest.mark.parametrize("page", ["README.md", "README.ko.md"])
async def test_the_conversation_of_a_readme_goes_as_it_is_told(page: str, reader: TrainedReader) -> None:
    lines = told(page)
    assert [who for who, _, _ in lines] == ["customer", "assistant"] * 3
    playbook = load_playbook(read_folder(PARCEL)).playbook
    assert playbook is not None
    async with FileStage.of_folder(PARCEL, reader=reader, clock=VirtualClock(START)) as stage:
        await stage.open("readme")
        for (_, said, heard), (_, answered, why) in zip(lines[::2], lines[1::2], strict=True):
            exchange = await stage.say("readme", said)
            [reply] = exchange.replies
            assert _is_said_so(answered, reply, playbook), f"{page} shows other words; now it is: {reply.text}"
            assert " → ".join(reply.moves) == why.split("<br>")[0]
            assert (f"`{reply.policy}`" in why) if reply.policy else "`" not in why, "a button press carries no feeling"
            assert exchange.understood is not None and exchange.taken is not None
            reading = exchange.understood.reading
            if "taken as" in heard or "들음" in heard:
                assert f"`{exchange.taken.taken_as}`" in heard
            else:
                assert reading.emotion.dominant in heard and f"`{reading.intent}`" in heard
                shown = {each.text for each in reading.evidence}
                assert set(re.findall(r"“(.+?)”", heard)) <= shown


def _is_said_so(told_words: str, reply: AssistantReplied, playbook: Playbook) -> bool:
    """Whether these are the reply's words, but for a question that its step may ask in other designed words.

    How a question is put may hang on a hair's breadth of urgency; everything else is held to the letter.
    """
    *facts, question = _sentences(told_words)
    *facts_now, question_now = _sentences(reply.text)
    step = playbook.scenarios[reply.scenario or ""].by_id[reply.step or ""]
    designed = step.say.texts() if isinstance(step, Ask) else ()
    return facts == facts_now and (question == question_now or question in designed)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", text)


def test_both_readmes_tell_one_conversation() -> None:
    assert [line[:2] for line in told("README.md")] == [line[:2] for line in told("README.ko.md")]
